import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/analytics/core/random';
import { findTopics } from '../../../src/analytics/text/nmf';
import { findStart } from '../../../src/analytics/text/nndsvd';
import { pickRows } from '../../../src/analytics/text/sparse';
import { toSparse } from './dense';
import published from './topics.json';

const table = toSparse(published.table);
const random = () => createRandom(1);

/** As they are to be, each to so many digits after the point. */
const close = (expected: readonly (readonly number[])[], digits: number) =>
  expected.map((values) => values.map((value) => expect.closeTo(value, digits)));
const toLists = (columns: readonly Float64Array[]) => columns.map((values) => [...values]);

describe('topics', () => {
  it('begin where scikit-learn begins', () => {
    const { left, right } = findStart(table, 3, random());
    expect(toLists(left)).toEqual(close(published.start.left, 9));
    expect(toLists(right)).toEqual(close(published.start.right, 9));
  });

  it('end where scikit-learn ends', () => {
    const found = findTopics(table, { topics: 3, random: random(), tolerance: 1e-12, mostRounds: 5000 });
    expect(toLists(found.texts)).toEqual(close(published.fit.texts, 8));
    expect(toLists(found.words)).toEqual(close(published.fit.words, 8));
    expect(found.explained).toBeCloseTo(published.explained, 12);
  });

  it('settle after as many rounds', () => {
    const { rounds, explained, isSettled } = findTopics(table, { topics: 3, random: random() });
    expect({ rounds, isSettled }).toEqual({ rounds: published.usual.rounds, isSettled: true });
    expect(explained).toBeCloseTo(published.usual.explained, 10);
  });

  it('do not hang on the order of rows, nor on the random numbers', () => {
    const order = Int32Array.of(9, 3, 0, 7, 5, 1, 8, 2, 6, 4);
    const options = { topics: 3, tolerance: 1e-10, mostRounds: 2000 };
    const one = findTopics(table, { ...options, random: random() });
    const other = findTopics(pickRows(table, order), { ...options, random: createRandom(7) });
    expect(toLists(other.words)).toEqual(close(toLists(one.words), 6));
  });

  it('say where they have not settled', () => {
    expect(findTopics(table, { topics: 3, random: random(), mostRounds: 2 }).isSettled).toBe(false);
  });

  it('cannot be more than texts or words', () => {
    expect(() => findTopics(table, { topics: 7, random: random() })).toThrowError(
      expect.objectContaining({ params: { why: 'too-many-topics', topics: 7, limit: 6 } }),
    );
  });

  it('are numbers, too, where texts say the same', () => {
    const same = toSparse([
      [1, 2],
      [1, 2],
      [2, 4],
    ]);
    const { texts, words, explained } = findTopics(same, { topics: 2, random: random() });
    for (const value of [...texts, ...words].flatMap((values) => [...values]))
      expect(value).toBeGreaterThanOrEqual(0);
    expect(explained).toBeCloseTo(1, 6);
  });
});
