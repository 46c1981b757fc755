import { expect } from 'vitest';
import type { Target } from '../../../src/analytics/predict/target';
import iris from '../segment/iris.json';

/** Fisher's irises: 50 of each kind, one kind after another. */
export const flowers = iris.columns.map((column) => Float64Array.from(column));
export const kinds = Int32Array.from({ length: 150 }, (_, row) => Math.floor(row / 50));
export const kindsTarget: Target = { kind: 'class', codes: kinds, classes: 3 };

export const isEven = (_: unknown, row: number) => row % 2 === 0;
export const isOdd = (_: unknown, row: number) => row % 2 === 1;

export function toNumbersTarget(values: Float64Array): Target {
  return { kind: 'number', values };
}

/** What a refusal for this reason looks like. */
export function refusal(why: string): unknown {
  return expect.objectContaining({ params: expect.objectContaining({ why }) });
}

export function toStandardised(column: Float64Array): Float64Array {
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
  const squares = column.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return column.map((value) => (value - mean) / Math.sqrt(squares / column.length));
}

export function expectClose(found: ArrayLike<number>, expected: readonly number[], digits: number): void {
  expect(found).toHaveLength(expected.length);
  for (const [at, value] of expected.entries()) expect(found[at]).toBeCloseTo(value, digits);
}
