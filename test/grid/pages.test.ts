import { expect, test } from 'vitest';
import { findWantedPages, planPages, toPageLayout } from '../../src/grid/pages';

const size = 200;

test('pages on screen come first, then the next in the direction of the scroll, then the one behind', () => {
  const rows = { first: 390, last: 420 };
  expect(findWantedPages(rows, { size, rowCount: 10_000, forward: true })).toEqual([1, 2, 3, 0]);
  expect(findWantedPages(rows, { size, rowCount: 10_000, forward: false })).toEqual([2, 1, 0, 3]);
});

test('no page before the first or after the last is wanted', () => {
  expect(findWantedPages({ first: 0, last: 20 }, { size, rowCount: 100, forward: true })).toEqual([0]);
  expect(findWantedPages({ first: 0, last: 0 }, { size, rowCount: 0, forward: true })).toEqual([]);
});

test('reads never exceed the limit, and the most wanted start first', () => {
  const plan = planPages({ wanted: [5, 6, 7, 4], reading: [], limit: 2, isKnown: () => false });
  expect(plan).toEqual({ start: [5, 6], stop: [] });
});

test('a read that is no longer wanted is stopped and makes room', () => {
  const plan = planPages({ wanted: [50, 51, 49], reading: [5, 50], limit: 2, isKnown: () => false });
  expect(plan).toEqual({ start: [51], stop: [5] });
});

test('known pages are not read again', () => {
  const plan = planPages({ wanted: [5, 6, 4], reading: [], limit: 2, isKnown: (page) => page === 5 });
  expect(plan).toEqual({ start: [6, 4], stop: [] });
});

test('a page of a wide table has fewer rows, and fewer are kept', () => {
  expect(toPageLayout(30)).toEqual({ size: 200, kept: 100 });
  expect(toPageLayout(3000)).toEqual({ size: 50, kept: 13 });
  expect(toPageLayout(0).size).toBe(200);
});
