/**
 * How good or bad texts sound: the mean of their words in a lexicon. One that is denied among the three words before it counts -0.74
 * times (the factor of VADER: Hutto and Gilbert, 2014).
 */
import { isDenial } from './denials';
import { createCutter } from './tokens';

export interface Sentiment {
  /** The mean of each text; none where it has no word of the lexicon. */
  scores: Float64Array;
  words: readonly ScoredWord[];
  /** Whether the browser's dictionary has a say in where words end. */
  usesDictionary: boolean;
}

export interface ScoredWord {
  word: string;
  isDenied: boolean;
  score: number;
  /** Places of the texts that it is in. */
  texts: readonly number[];
}

const DENIED = -0.74;
const REACH = 3;
export function scoreTexts(
  texts: readonly string[],
  lexicon: ReadonlyMap<string, number>,
  onProgress: (share: number) => void = () => {},
): Sentiment {
  const cut = createCutter(new Set(lexicon.keys()));
  const words = new Map<string, ScoredWord & { texts: number[] }>();
  const note = (word: string, isDenied: boolean, text: number) => {
    const key = `${isDenied ? '-' : '+'}${word}`;
    const score = lexicon.get(word)! * (isDenied ? DENIED : 1);
    const known = words.get(key) ?? { word, isDenied, score, texts: [] };
    if (known.texts.at(-1) !== text) known.texts.push(text);
    words.set(key, known);
    return score;
  };
  const scores = new Float64Array(texts.length);
  const step = Math.ceil(texts.length / 100);
  let usesDictionary = false;
  for (const [at, text] of texts.entries()) {
    let sum = 0;
    let count = 0;
    let sinceDenial = REACH;
    const usedHere = cut(text, (word) => {
      if (word === undefined) sinceDenial = REACH;
      else if (isDenial(word)) sinceDenial = 0;
      else {
        if (lexicon.has(word)) {
          sum += note(word, sinceDenial < REACH, at);
          count++;
        }
        sinceDenial++;
      }
    });
    usesDictionary ||= usedHere;
    scores[at] = count > 0 ? sum / count : NaN;
    if (at % step === 0) onProgress(at / texts.length);
  }
  return { scores, words: [...words.values()], usesDictionary };
}
