import { createCutter } from './tokens';

/** Texts as the words that they are made of. */
export interface Corpus {
  words: readonly string[];
  /** Where each text begins in `tokens`; one more than there are texts. */
  starts: Int32Array;
  /** Places in `words`, and BREAK where what stands left and right of it are no neighbours, as at the end of a text. */
  tokens: Int32Array;
  /** Whether the browser's dictionary has a say in where words end. */
  usesDictionary: boolean;
}

export const BREAK = -1;

export function toCorpus(
  texts: readonly string[],
  {
    stopWords = new Set(),
    onProgress = () => {},
  }: { stopWords?: ReadonlySet<string>; onProgress?: (share: number) => void } = {},
): Corpus {
  const cut = createCutter();
  const codes = new Map<string, number>();
  const starts = new Int32Array(texts.length + 1);
  const tokens = createInts();
  const step = Math.ceil(texts.length / 100);
  let usesDictionary = false;
  for (const [at, text] of texts.entries()) {
    const from = tokens.length();
    starts[at] = from;
    const addBreak = () => {
      if (tokens.length() > from && tokens.last() !== BREAK) tokens.push(BREAK);
    };
    const usedHere = cut(text, (word) => {
      if (word === undefined || stopWords.has(word)) return addBreak();
      let code = codes.get(word);
      if (code === undefined) codes.set(word, (code = codes.size));
      tokens.push(code);
    });
    addBreak();
    usesDictionary ||= usedHere;
    if (at % step === 0) onProgress(at / texts.length);
  }
  starts[texts.length] = tokens.length();
  return { words: [...codes.keys()], starts, tokens: tokens.toArray(), usesDictionary };
}

/** A list of whole numbers that grows. */
export function createInts() {
  let values = new Int32Array(1024);
  let size = 0;
  return {
    push(value: number): void {
      if (size === values.length) {
        const larger = new Int32Array(2 * size);
        larger.set(values);
        values = larger;
      }
      values[size++] = value;
    },
    length: () => size,
    last: () => values[size - 1],
    toArray: () => values.slice(0, size),
  };
}
