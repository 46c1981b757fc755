import { expect, it } from 'vitest';
import { sortCodes } from '../../../src/analytics/core/sortCodes';

it('places are sorted by their codes, and stay in their order or have the one that is given', () => {
  const codes = Int32Array.of(2, 0, 2, 3, 0);
  const { starts, places } = sortCodes(codes, 5);
  expect([...starts]).toEqual([0, 2, 2, 4, 5, 5]);
  expect([...places]).toEqual([1, 4, 0, 2, 3]);
  expect([...sortCodes(codes, 5, Int32Array.of(4, 3, 2, 1, 0)).places]).toEqual([4, 1, 2, 0, 3]);
});
