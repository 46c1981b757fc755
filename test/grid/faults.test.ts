import { expect, test } from 'vitest';
import { findFaults } from '../../src/grid/faults';

const place = { top: 150 * 28 + 14, rowHeight: 28, height: 2800, pageSize: 200 };

test('a failed page covers its rows that are on screen, and no others', () => {
  const rows = { first: 150, last: 251 };
  const faults = findFaults({ ...place, rows, toState: (row) => (row >= 200 ? 'failed' : 'ready') });
  expect(faults).toEqual([{ page: 1, top: 50 * 28 - 14, height: 2800 - 50 * 28 + 14 }]);
});

test('a failed page above does not start before the view', () => {
  const rows = { first: 150, last: 251 };
  const faults = findFaults({ ...place, rows, toState: (row) => (row < 200 ? 'failed' : 'pending') });
  expect(faults).toEqual([{ page: 0, top: 0, height: 50 * 28 - 14 }]);
});

test('nothing on screen is nothing failed', () => {
  expect(findFaults({ ...place, rows: { first: 0, last: 0 }, toState: () => 'failed' })).toEqual([]);
});
