import { describe, expect, test } from 'vitest';
import { chooseArima } from '../../../src/analytics/time/arimaChoice';
import { readSeries } from './readSeries';

/** R 4.2.2, forecast 8.20: `auto.arima(x, approximation = FALSE)`. */
describe("R's order, and its AICc where nothing is differenced", () => {
  test.each([
    ['AirPassengers', 12, 'ARIMA(2,1,1)(0,1,0)[12]', 1018.16516544],
    ['Nile', 1, 'ARIMA(1,1,1)', 1267.50739513],
    ['USAccDeaths', 12, 'ARIMA(0,1,1)(0,1,1)[12]', 857.316350743],
    ['lh', 1, 'ARIMA(1,0,0) with mean', 65.3037793202],
    ['WWWusage', 1, 'ARIMA(1,1,1)', 514.552103153],
    ['UKgas', 4, 'ARIMA(0,1,1)(0,1,0)[4]', 1030.79478027],
    ['ldeaths', 12, 'ARIMA(0,0,2)(2,1,0)[12] with drift', 848.258879694],
  ] as const)('%s', (name, period, expected, aicc) => {
    const { model, tried } = chooseArima(readSeries(name), { period });
    expect(model.name).toBe(expected);
    expect(model.aicc! / aicc).toBeCloseTo(1, 5);
    expect(tried[0]!.name).toBe(expected);
  });
});

test('of LakeHuron an order is found that R steps past, with an AICc 6 lower than its (0,1,0)', () => {
  const { model } = chooseArima(readSeries('LakeHuron'));
  expect(model.name).toBe('ARIMA(2,1,1)');
  expect(model.aicc).toBeLessThan(220.257864676 - 6);
});

test('differences that are given are taken', () => {
  const { model } = chooseArima(readSeries('LakeHuron'), { d: 0 });
  expect(model.name).toBe('ARIMA(1,0,1) with mean');
  expect(model.aicc).toBeCloseTo(214.92062878, 5);
});

test('progress goes up to 1', () => {
  const shares: number[] = [];
  chooseArima(readSeries('lh'), { onProgress: (share) => shares.push(share) });
  expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
  expect(shares.at(-1)).toBe(1);
});

test.each([
  ['a constant', new Float64Array(30).fill(2)],
  ['a line', Float64Array.from({ length: 30 }, (_, at) => 0.1 * at)],
  ['a season that repeats exactly', Float64Array.from({ length: 48 }, (_, at) => 0.1 * (at % 4))],
])('%s has nothing to choose', (_, series) => {
  expect(() => chooseArima(series, { period: 4 })).toThrow(
    expect.objectContaining({ params: { why: 'no-variation' } }),
  );
});
