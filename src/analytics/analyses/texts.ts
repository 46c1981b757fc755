import type { Note } from '../../lib/note';
import { toMisfit } from '../core/check';
import type { TextColumn } from '../frame';
import { toCorpus } from '../text/corpus';
import { countWords } from '../text/counting';
import { isDenial } from '../text/denials';
import { addPhrases, joinCharacters } from '../text/phrases';
import { countRows, pickColumns, pickRows, type Sparse } from '../text/sparse';
import { chineseStopWords } from '../text/stopChinese';
import { englishStopWords } from '../text/stopEnglish';
import { toPlainText } from '../text/tokens';

export interface TextSettings {
  /** Whether words that say nothing by themselves are left out. */
  stop: boolean;
  /** More of these. */
  own: readonly string[];
  phrases: boolean;
  /** In how many texts a word must be. */
  least: number;
}

export interface TextsRead {
  /** Words and phrases. */
  names: readonly string[];
  isPhrase: readonly boolean[];
  /** How often each is in each text. */
  counts: Sparse;
  /** Texts that have none of them. */
  wordless: number;
  /** Whether the browser's dictionary has a say in where words end. */
  usesDictionary: boolean;
}

/** Words of a column that has a text in each row. What is written more than once is read once. */
export function readTexts(
  { codes, labels }: TextColumn,
  { stop, own, phrases, least }: TextSettings,
  onProgress?: (share: number) => void,
): TextsRead {
  const left = own.map((word) => toPlainText(word).trim());
  const stopWords = new Set([...(stop ? [...englishStopWords, ...chineseStopWords] : []), ...left]);
  const corpus = joinCharacters(toCorpus(labels, { stopWords, ...(onProgress && { onProgress }) }));
  if (corpus.words.length === 0) throw toMisfit('no-words');
  const read = phrases ? addPhrases(corpus) : corpus;
  const all = pickRows(countWords(read), codes);
  const texts = countRows(all);
  // a phrase may be one of the words that are left out, and one that denies is part of phrases only
  const isCounted = (word: string) => !stopWords.has(word) && !(stop && isDenial(word));
  const kept = Int32Array.from(texts.keys()).filter(
    (word) => texts[word]! >= least && isCounted(read.words[word]!),
  );
  if (kept.length === 0) throw toMisfit('words-too-rare', { least });
  const counts = pickColumns(all, kept);
  const { starts } = counts;
  return {
    names: Array.from(kept, (word) => read.words[word]!),
    isPhrase: Array.from(kept, (word) => word >= corpus.words.length),
    counts,
    wordless: codes.reduce((sum, _, row) => sum + (starts[row] === starts[row + 1] ? 1 : 0), 0),
    usesDictionary: corpus.usesDictionary,
  };
}

/** What is to be said of texts, of which there are so many. */
export function toTextNotes(
  { wordless, usesDictionary }: Pick<TextsRead, 'wordless' | 'usesDictionary'>,
  of: number,
): Note[] {
  return [
    ...(wordless > 0 ? [{ why: 'texts-wordless', params: { count: wordless, of } }] : []),
    ...(usesDictionary ? [{ why: 'words-by-dictionary', params: {} }] : []),
  ];
}
