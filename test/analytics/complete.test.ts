import { expect, test } from 'vitest';
import { toAllCodes, toAllRows, toComplete, toNumbers, toTexts } from '../../src/analytics/complete';
import type { Frame } from '../../src/analytics/frame';

const frame: Frame = {
  rows: 5,
  columns: [
    { name: 'x', kind: 'number', values: Float64Array.of(1, NaN, 3, Infinity, 5) },
    { name: 'city', kind: 'text', codes: Int32Array.of(0, 1, -1, 1, 1), labels: ['a', 'b'] },
  ],
};

test('rows without a value in one of the columns are left out and counted by why', () => {
  const { rows, places, columns, missing, notFinite } = toComplete(frame);
  expect({ rows, missing, notFinite }).toEqual({ rows: 2, missing: 2, notFinite: 1 });
  expect([...places]).toEqual([0, 4]);
  expect(toNumbers(columns.slice(0, 1))[0]!.values).toEqual(Float64Array.of(1, 5));
  expect(toTexts(columns.slice(1))[0]!.codes).toEqual(Int32Array.of(0, 1));
});

test('a row that is missing one value and infinite in another counts as missing once', () => {
  const { missing, notFinite } = toComplete({
    rows: 1,
    columns: [
      { name: 'x', kind: 'number', values: Float64Array.of(Infinity) },
      { name: 'y', kind: 'number', values: Float64Array.of(NaN) },
    ],
  });
  expect({ missing, notFinite }).toEqual({ missing: 1, notFinite: 0 });
});

test('a whole frame is not copied', () => {
  const whole: Frame = {
    rows: 2,
    columns: [{ name: 'x', kind: 'number', values: Float64Array.of(1, 2) }],
  };
  expect(toComplete(whole).columns).toBe(whole.columns);
});

test('what was computed of some rows goes back to their places', () => {
  const places = Int32Array.of(0, 4);
  expect([...toAllRows([7, 8], places, 5)]).toEqual([7, NaN, NaN, NaN, 8]);
  expect([...toAllCodes(Int32Array.of(1, 0), places, 5)]).toEqual([1, -1, -1, -1, 0]);
});

test('a column of the other kind is refused by its name', () => {
  expect(() => toNumbers(frame.columns)).toThrow(expect.objectContaining({ code: 'analysis-misfit' }));
  expect(() => toTexts(frame.columns)).toThrow(expect.objectContaining({ code: 'analysis-misfit' }));
});
