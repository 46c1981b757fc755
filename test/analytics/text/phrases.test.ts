import { describe, expect, it } from 'vitest';
import { BREAK, type Corpus, toCorpus } from '../../../src/analytics/text/corpus';
import { countWords } from '../../../src/analytics/text/counting';
import { findPairs, joinPairs } from '../../../src/analytics/text/pairs';
import { addPhrases, joinCharacters } from '../../../src/analytics/text/phrases';

const repeat = (text: string, times: number) => Array.from({ length: times }, () => text);
/** Words that are about, so that a pair can be more frequent than chance has it. */
const others = Array.from({ length: 60 }, (_, at) => `word${at} other${at} third${at}`);

function toLines({ words, starts, tokens }: Corpus): string[] {
  return Array.from({ length: starts.length - 1 }, (_, at) =>
    Array.from(tokens.subarray(starts[at], starts[at + 1]), (token) =>
      token === BREAK ? '|' : words[token]!,
    ).join(' '),
  );
}

describe('neighbours', () => {
  it('are scored by how much more often they are together than by chance', () => {
    // of 10 + 10 + 180 words: expected 10 * 10 / 200, so t = (10 - 0.5) / sqrt(10)
    const corpus = toCorpus([...repeat('tea cup', 10), ...others]);
    const pairs = findPairs(corpus);
    expect([...pairs.values()]).toEqual([expect.closeTo(9.5 / Math.sqrt(10), 14)]);
  });

  it('are none across a mark, a stop word or the end of a text', () => {
    const texts = [...repeat('tea, cup', 10), ...repeat('pot of iron', 10), ...others];
    expect(findPairs(toCorpus(texts, { stopWords: new Set(['of']) })).size).toBe(0);
    expect(findPairs(toCorpus([...repeat('tea', 10), ...others])).size).toBe(0);
  });

  it('are none where chance would bring them together as often', () => {
    const texts = ['a1 b1', 'a1 c1', 'd1 b1', 'd1 c1'].flatMap((text) => repeat(text, 20));
    expect(findPairs(toCorpus(texts)).size).toBe(0);
  });

  it('are joined by the stronger of two pairs that overlap', () => {
    const corpus = toCorpus(['one two three']);
    const [one, two, three] = [0, 1, 2];
    const pairs = new Map([
      [one * 3 + two, 2],
      [two * 3 + three, 5],
    ]);
    expect(toLines(joinPairs(corpus, pairs))).toEqual(['one two three |']);
    expect(joinPairs(corpus, pairs).words).toEqual(['one', 'two', 'three', 'two three']);
  });
});

describe('phrases', () => {
  it('stand behind the words, which keep their counts', () => {
    const corpus = toCorpus([...repeat('cast iron tea pot', 10), ...repeat('tea', 5), ...others]);
    const added = addPhrases(corpus);
    expect(toLines(added)[0]).toBe('cast iron tea pot | cast iron tea pot |');
    expect(added.words.slice(corpus.words.length)).toContain('cast iron tea pot');
    const counts = countWords(added);
    const total = (word: string) => {
      const place = added.words.indexOf(word);
      return counts.values.reduce((sum, value, at) => sum + (counts.places[at] === place ? value : 0), 0);
    };
    expect([total('tea'), total('cast iron tea pot')]).toEqual([15, 10]);
  });

  it('are written without spaces in Chinese', () => {
    const corpus = toCorpus([...repeat('电子发票', 10), ...others]);
    expect(addPhrases(corpus).words).toContain('电子发票');
  });
});

describe('characters that the dictionary leaves alone', () => {
  const glazed = repeat('釉瓮', 10);

  it('are joined where they mostly stand together', () => {
    const corpus = toCorpus([...glazed, ...others]);
    expect(toLines(corpus)[0]).toBe('釉 瓮 |');
    expect(toLines(joinCharacters(corpus))[0]).toBe('釉瓮 |');
  });

  it('stay alone where they seldom do', () => {
    const corpus = toCorpus([...glazed.slice(0, 2), ...others]);
    expect(toLines(joinCharacters(corpus))[0]).toBe('釉 瓮 |');
  });
});
