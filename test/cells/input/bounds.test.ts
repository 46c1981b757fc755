import { describe, expect, it } from 'vitest';
import { inputKind } from '../../../src/cells/input/compile';
import { isOutside, toDayWithin, toWithin } from '../../../src/cells/input/compile/bounds';
import { isDay, toDay, toDayNumber } from '../../../src/cells/input/compile/day';

describe('a number that a person moves', () => {
  it.each([
    [5.4, { min: 0, max: 10, step: 1 }, 5],
    [11, { min: 0, max: 10, step: 1 }, 10],
    [-3, { min: 0, max: 10, step: 1 }, 0],
    [10, { min: 1, max: 10, step: 4 }, 9],
    [0.29, { min: 0, max: 1, step: 0.1 }, 0.3],
    [7.25, {}, 7.25],
    [7.25, { max: 7 }, 7],
    [1, { min: 2, max: 2, step: 1 }, 2],
  ])('%d within %j goes to %d', (value, bounds, within) => {
    expect(toWithin(value, bounds)).toBe(within);
  });
});

it('a date that a person moves stays within its bounds', () => {
  const bounds = { min: '2024-01-01', max: '2024-12-31' };
  expect(['2023-05-05', '2024-05-05', '2025-05-05'].map((day) => toDayWithin(day, bounds))).toEqual([
    '2024-01-01',
    '2024-05-05',
    '2024-12-31',
  ]);
});

it('a saved value outside of its bounds is noticed', () => {
  const check = (spec: Record<string, unknown>) =>
    isOutside(inputKind.toCell({ kind: 'input', ...spec }, 'i'));
  expect(check({ control: 'slider', value: 101 })).toBe(true);
  expect(check({ control: 'slider', value: 100 })).toBe(false);
  expect(check({ control: 'number', value: -5 })).toBe(false);
  expect(check({ control: 'date', min: '2024-01-01', value: '2023-12-31' })).toBe(true);
  expect(check({ control: 'date', min: '2024-01-01', value: null })).toBe(false);
  expect(check({ control: 'range', value: [5, 101] })).toBe(true);
  expect(check({ control: 'text', value: 'x' })).toBe(false);
});

it('a day is in the calendar', () => {
  const days = ['2024-02-29', '2023-02-29', '2024-2-1', '2024-13-01', '', 5, null, '0099-01-01'];
  expect(days.map(isDay)).toEqual([true, false, false, false, false, false, false, true]);
  expect(toDay(toDayNumber('2024-02-29') + 1)).toBe('2024-03-01');
});
