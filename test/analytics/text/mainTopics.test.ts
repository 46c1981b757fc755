import { expect, test } from 'vitest';
import { findMainTopics } from '../../../src/analytics/text/mainTopics';
import { toSparse } from './dense';

test('a main topic accounts for most of a text, and a text of which none says much has none', () => {
  const table = toSparse([
    [2, 0, 0, 0],
    [0, 3, 0, 0],
    [0, 1, 0, 0],
    [0.6, 0, 0.8, 0],
    [0.2, 0, 0, 5],
    [0, 0, 0, 0],
  ]);
  const words = [Float64Array.of(1, 0, 0, 0), Float64Array.of(0, 1, 0, 0)];
  const texts = [Float64Array.of(2, 0, 0, 0.6, 0.2, 0), Float64Array.of(0, 3, 1, 0, 0, 0)];
  const { codes, shares, sizes, examples } = findMainTopics(table, { texts, words, explained: 0.4 });
  expect([...codes]).toEqual([0, 1, 1, 0, -1, -1]);
  expect([...shares]).toEqual([1, 1, 1, expect.closeTo(0.36, 12), NaN, NaN]);
  expect([...sizes]).toEqual([2, 2]);
  expect([...examples]).toEqual([0, 1]);
  const whereTopicsSayLittle = findMainTopics(table, { texts, words, explained: 0.005 });
  expect([...whereTopicsSayLittle.codes]).toEqual([0, 1, 1, 0, 0, -1]);
});
