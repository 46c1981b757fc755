/**
 * Words of a text in any mixture of scripts. What is written without spaces is cut by the browser's own dictionary
 * (`Intl.Segmenter`; Unicode Standard Annex 29), the rest by one pattern, so that every browser finds the same words there.
 */
import { chineseWords } from './chineseWords';

/** Scripts that set no spaces between words. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々〆\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const LETTER = `(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}_])`;

const PARTS = new RegExp(
  [
    `((?:https?:\\/\\/|www\\.)[^\\s"'<>，。！？；、（）]+|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)`,
    `([${UNSPACED}]+)`,
    `(${LETTER}+(?:(?:'(?=\\p{L})|(?<=\\p{N})[.,:](?=\\p{N}))${LETTER}+)*)`,
    `(\\p{Regional_Indicator}{2}|\\p{Extended_Pictographic}(?:[\\p{Emoji_Modifier}\\uFE0F]|\\u200D\\p{Extended_Pictographic})*)`,
  ].join('|'),
  'gu',
);
/** Does not part neighbours. */
const JOINT = /^[ -]+$/;
const NUMBER = /^[\p{N}.,:_]+$/u;
/** A letter by itself is a list's, or a unit's. */
const ONE_LETTER = new RegExp(`^${LETTER}$`, 'u');

/** Full-width letters, ligatures and capitals evened out, so that what reads alike is one word. */
export function toPlainText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[’ʼ]/g, "'");
}

/** Cuts texts one after another; what it has cut before it remembers. Words may be given that the dictionary cuts in two. */
export function createCutter(more: ReadonlySet<string> = new Set()) {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const known = new Map<string, readonly string[]>();
  const cut = (run: string): readonly string[] => {
    const found = known.get(run);
    if (found) return found;
    const pieces: string[] = [];
    for (const { segment } of segmenter.segment(run)) pieces.push(segment);
    const words = joinKnown(pieces, (word) => knownWords.has(word) || more.has(word));
    if (known.size < MOST_KNOWN) known.set(run, words);
    return words;
  };

  /**
   * Tells of each word in its order, and of nothing where a number, a link or a mark parts neighbours. Gives whether the dictionary had
   * a say.
   */
  return function cutText(text: string, tell: (word: string | undefined) => void): boolean {
    const plain = toPlainText(text);
    let usesDictionary = false;
    let end = 0;
    for (const match of plain.matchAll(PARTS)) {
      const [all, , unspaced, word, emoji] = match;
      if (match.index > end && !JOINT.test(plain.slice(end, match.index))) tell(undefined);
      end = match.index + all.length;
      if (unspaced !== undefined) {
        usesDictionary = true;
        for (const piece of cut(unspaced)) tell(piece);
      } else if (word !== undefined) {
        const isWord = !NUMBER.test(word) && !ONE_LETTER.test(word);
        tell(isWord ? word.replace(/'s$/, '') : undefined);
      } else if (emoji !== undefined) {
        tell(undefined);
        tell(emoji.replaceAll('\uFE0F', ''));
        tell(undefined);
      } else tell(undefined);
    }
    if (end < plain.length) tell(undefined);
    return usesDictionary;
  };
}

/** Clauses that come again and again; more than this would only fill the memory. */
const MOST_KNOWN = 50_000;

const knownWords = new Set(chineseWords);
const LONGEST_KNOWN = 4;

function joinKnown(pieces: readonly string[], isKnown: (word: string) => boolean): string[] {
  const words: string[] = [];
  for (let at = 0; at < pieces.length;) {
    let word = pieces[at]!;
    let next = at + 1;
    let joined = word;
    for (let end = at + 1; end < pieces.length && joined.length < LONGEST_KNOWN; end++) {
      joined += pieces[end]!;
      if (isKnown(joined)) {
        word = joined;
        next = end + 1;
      }
    }
    words.push(word);
    at = next;
  }
  return words;
}
