/**
 * Words that stand side by side more often than chance would have it: by t score (Church, Gale, Hanks and Hindle, 1991) and by
 * pointwise mutual information (Church and Hanks, Computational Linguistics 16, 1990).
 */
import { BREAK, type Corpus, createInts } from './corpus';

/** The t score of each pair, by `one × words + other`. */
export type Pairs = ReadonlyMap<number, number>;

/** Chance alone comes so far in one pair of twenty (Church and others, 1991); a pair that is there twice does not. */
const LEAST_T = 1.65;
const LEAST_COUNT = 3;
/** In bits: eight times as often as chance. */
const LEAST_INFORMATION = 3;

/** Of words alone that may be part of one. */
export function findPairs(
  { tokens, words }: Corpus,
  mayBePart: (word: string) => boolean = () => true,
): Pairs {
  const width = words.length;
  const counts = new Int32Array(width);
  for (const token of tokens) if (token !== BREAK) counts[token]!++;
  const all = counts.reduce((sum, count) => sum + count, 0);
  const isPart = Uint8Array.from(words, (word, code) =>
    counts[code]! >= LEAST_COUNT && mayBePart(word) ? 1 : 0,
  );
  const keys = findKeys(tokens, isPart);
  const pairs = new Map<number, number>();
  for (let at = 0, end = 0; at < keys.length; at = end) {
    const key = keys[at]!;
    while (end < keys.length && keys[end] === key) end++;
    const count = end - at;
    const [one, other] = [Math.floor(key / width), key % width];
    const expected = (counts[one]! / all) * counts[other]!;
    const score = (count - expected) / Math.sqrt(count);
    if (score >= LEAST_T && count >= expected * 2 ** LEAST_INFORMATION) pairs.set(key, score);
  }
  return pairs;
}

/** The key of every two neighbours that may be a pair, sorted. */
function findKeys(tokens: Int32Array, isPart: Uint8Array): Float64Array {
  // what stands at BREAK's place is no part of anything
  const isTaken = (at: number) => isPart[tokens[at]!] === 1 && isPart[tokens[at + 1]!] === 1;
  let size = 0;
  for (let at = 0; at + 1 < tokens.length; at++) if (isTaken(at)) size++;
  const keys = new Float64Array(size);
  let next = 0;
  for (let at = 0; at + 1 < tokens.length; at++)
    if (isTaken(at)) keys[next++] = tokens[at]! * isPart.length + tokens[at + 1]!;
  return keys.sort();
}

/** The texts with pairs as one word, where the pair is stronger than those that begin or end in its midst. */
export function joinPairs(corpus: Corpus, pairs: Pairs): Corpus {
  if (pairs.size === 0) return corpus;
  const words = [...corpus.words];
  const width = words.length;
  const codes = new Map(words.map((word, code) => [word, code]));
  const joined = new Map<number, number>();
  const toCode = (key: number) => {
    const known = joined.get(key);
    if (known !== undefined) return known;
    const word = joinWords(words[Math.floor(key / width)]!, words[key % width]!);
    const code = codes.get(word) ?? words.push(word) - 1;
    codes.set(word, code);
    joined.set(key, code);
    return code;
  };
  const { tokens: from } = corpus;
  const starts = new Int32Array(corpus.starts.length);
  const tokens = createInts();
  const toKey = (at: number) => from[at]! * width + from[at + 1]!;
  const scoreAt = (at: number) =>
    from[at] === BREAK || from[at + 1] === BREAK ? 0 : (pairs.get(toKey(at)) ?? 0);
  for (let text = 0; text + 1 < starts.length; text++) {
    starts[text] = tokens.length();
    for (let at = corpus.starts[text]!; at < corpus.starts[text + 1]!;) {
      const score = scoreAt(at);
      if (score > 0 && score >= scoreAt(at + 1)) {
        tokens.push(toCode(toKey(at)));
        at += 2;
      } else tokens.push(from[at++]!);
    }
  }
  starts[starts.length - 1] = tokens.length();
  return { ...corpus, words, starts, tokens: tokens.toArray() };
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function joinWords(one: string, other: string): string {
  const isClose = UNSPACED.test(one.at(-1)!) && UNSPACED.test(other[0]!);
  return `${one}${isClose ? '' : ' '}${other}`;
}
