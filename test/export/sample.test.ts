import { expect, test } from 'vitest';
import { pickRows } from '../../src/export/sample';

test('a sample has as many rows as were asked for, in order, each once', () => {
  const rows = [...pickRows(1000, 100, 1)];
  expect(rows.length).toBe(100);
  expect(new Set(rows).size).toBe(100);
  expect(rows).toEqual(rows.toSorted((a, b) => a - b));
  expect(rows.every((row) => Number.isInteger(row) && row >= 0 && row < 1000)).toBe(true);
});

test('the same seed draws the same rows, another one others', () => {
  expect(pickRows(5e6, 50, 7)).toEqual(pickRows(5e6, 50, 7));
  expect(pickRows(5e6, 50, 7)).not.toEqual(pickRows(5e6, 50, 8));
});

test('of few rows all are taken, and of none none', () => {
  expect([...pickRows(3, 10, 1)]).toEqual([0, 1, 2]);
  expect([...pickRows(0, 10, 1)]).toEqual([]);
});

test('every row is drawn about as often as any other', () => {
  const counts = Array.from({ length: 20 }, () => 0);
  for (let seed = 0; seed < 4000; seed++) for (const row of pickRows(20, 5, seed)) counts[row]!++;
  // 1000 expected, with a standard deviation of 27
  expect(Math.max(...counts.map((count) => Math.abs(count - 1000)))).toBeLessThan(130);
});

test('a seed that was saved draws what it always drew', () => {
  expect([...pickRows(1000, 5, 7)]).toEqual([19, 23, 677, 691, 892]);
});
