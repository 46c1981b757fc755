import { expect, test } from 'vitest';
import { createSummary } from '../../src/grid/summary';
import type { Column, Value } from '../../src/table/column';

const double: Column = { name: 'x', type: 'DOUBLE' };

function summarise(values: Value[], column = double) {
  const summary = createSummary();
  summary.add(column, values);
  return summary.finish();
}

test('the mock-up’s five cells give its sum and mean', () => {
  const { count, sum, mean, min, max, digits } = summarise([12480, 3150.5, 420, 28904.2, 0]);
  expect({ count, sum: sum.toFixed(2), mean: mean.toFixed(2) }).toEqual({
    count: 5,
    sum: '44954.70',
    mean: '8990.94',
  });
  expect({ min, max, digits }).toEqual({ min: 0, max: 28904.2, digits: 1 });
});

test('small numbers survive between large ones', () => {
  expect(summarise([1e16, 1, -1e16]).sum).toBe(1);
  expect(summarise([1, 1e100, 1, -1e100]).sum).toBe(2);
  expect(summarise(Array.from({ length: 10 }, () => 0.1)).sum).toBe(1);
});

test('missing values, texts and what is not a finite number are skipped', () => {
  expect(summarise([null, 1, NaN, Infinity, '', true, 2])).toMatchObject({ count: 2, sum: 3, mean: 1.5 });
  expect(summarise(['1', '2'], { name: 't', type: 'VARCHAR' }).count).toBe(0);
});

test('numbers that come as digits are counted', () => {
  const decimal = { name: 'd', type: 'DECIMAL(38,2)' };
  expect(summarise(['12345678901234567890.25'], decimal)).toMatchObject({
    count: 1,
    sum: 12345678901234567000,
    digits: 2,
  });
});

test('columns add up', () => {
  const summary = createSummary();
  summary.add(double, [1, 2]);
  summary.add({ name: 'i', type: 'INTEGER' }, [3]);
  expect(summary.finish()).toMatchObject({ count: 3, sum: 6, min: 1, max: 3 });
});
