import { BREAK, type Corpus, createInts } from './corpus';
import { findPairs, joinPairs } from './pairs';

const LONE = /^\p{Script=Han}$/u;

/**
 * Chinese words that the dictionary does not know come in characters. Two of them that mostly stand together are a word (Sproat and
 * Shih, 1990).
 */
export function joinCharacters(corpus: Corpus): Corpus {
  return joinPairs(
    corpus,
    findPairs(corpus, (word) => LONE.test(word)),
  );
}

/** The texts with their phrases behind their words: of two words, and in a second round those of three and four. */
export function addPhrases(corpus: Corpus): Corpus {
  const twos = joinPairs(corpus, findPairs(corpus));
  const joined = joinPairs(twos, findPairs(twos));
  const starts = new Int32Array(corpus.starts.length);
  const tokens = createInts();
  for (let text = 0; text + 1 < starts.length; text++) {
    starts[text] = tokens.length();
    for (let at = corpus.starts[text]!; at < corpus.starts[text + 1]!; at++) tokens.push(corpus.tokens[at]!);
    for (let at = joined.starts[text]!; at < joined.starts[text + 1]!; at++) {
      if (joined.tokens[at]! < corpus.words.length) continue;
      tokens.push(joined.tokens[at]!);
      tokens.push(BREAK);
    }
  }
  starts[starts.length - 1] = tokens.length();
  return { ...joined, starts, tokens: tokens.toArray() };
}
