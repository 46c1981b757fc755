import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/analytics/core/random';
import { chooseEts } from '../../../src/analytics/time/ets';
import { readSeries } from './readSeries';

/** R 4.2.2, forecast 8.20: `ets(x)`. Its Nelder–Mead ends before the top: the likelihood here is as high or higher. */
describe("R's choice, at least as likely", () => {
  test.each([
    ['Nile', 1, 'ETS(M,N,N)', -726.15095780314834],
    ['USAccDeaths', 12, 'ETS(A,N,A)', -555.07233501262772],
    ['LakeHuron', 1, 'ETS(A,N,N)', -195.33886735619166],
    ['lh', 1, 'ETS(A,N,N)', -59.363624554096646],
    ['WWWusage', 1, 'ETS(A,Ad,N)', -352.86549019889202],
    ['nottem', 12, 'ETS(A,N,A)', -852.47207336889619],
  ] as const)('%s', (name, period, expected, likelihood) => {
    const { model } = chooseEts(readSeries(name), { period });
    expect(model.name).toBe(expected);
    expect(model.logLikelihood).toBeGreaterThan(likelihood - 1e-4);
    expect(model.converged).toBe(true);
  });

  test('of AirPassengers it is ETS(M,Ad,M), whose top R does not reach', () => {
    const { model } = chooseEts(readSeries('AirPassengers'), {
      period: 12,
      error: 'multiplicative',
      trend: 'damped',
      season: 'multiplicative',
    });
    expect(model.logLikelihood).toBeGreaterThan(-679.58321623695645);
    expect(model.phi).toBeCloseTo(0.98, 6);
    const { tried } = chooseEts(readSeries('AirPassengers'), { period: 12 });
    expect(tried[0]!.aicc).toBeLessThan(1400.638432473913);
    expect(tried.map(({ name }) => name)).toHaveLength(15);
  });
});

test('the smoothing and the variance of Nile are those of R to the digits that its search has', () => {
  const { model } = chooseEts(readSeries('Nile'));
  expect(model.alpha).toBeCloseTo(0.1514, 3);
  expect(model.first.level / 1087.7718).toBeCloseTo(1, 3);
  expect(model.variance / 0.023957056555940173).toBeCloseTo(1, 4);
  expect(model.aicc).toBeCloseTo(1458.551916, 4);
});

test('statsmodels 0.13.5, `ETSModel`: the same tops, of Nile ("add") and AirPassengers ("mul", "add", "mul")', () => {
  const { model } = chooseEts(readSeries('Nile'), { error: 'additive', trend: 'none' });
  expect(model.alpha).toBeCloseTo(0.2467, 2);
  // its search ends before, with a larger sum of squares
  const squares = model.residuals.reduce((sum, value) => sum + value * value, 0);
  expect(squares).toBeLessThan(2042013.55856986);
  expect(squares / 2042013.55856986).toBeCloseTo(1, 2);
  const air = chooseEts(readSeries('AirPassengers'), {
    period: 12,
    error: 'multiplicative',
    trend: 'additive',
    season: 'multiplicative',
  }).model;
  expect(air.alpha).toBeCloseTo(0.741, 3);
  // 144 rows less the 16 values fitted
  expect((air.variance * 128) / 0.18365697).toBeCloseTo(1, 3);
});

describe('what should not matter does not', () => {
  const series = readSeries('USAccDeaths');
  const { model } = chooseEts(series, { period: 12 });

  test('a scale changes no weight, and the level by its factor', () => {
    const scaled = chooseEts(
      series.map((value) => value * 1e6),
      { period: 12 },
    ).model;
    expect(scaled.name).toBe(model.name);
    expect(scaled.alpha).toBeCloseTo(model.alpha, 5);
    expect(scaled.last.level / model.last.level / 1e6).toBeCloseTo(1, 6);
  });

  test('a shift changes an additive model by as much', () => {
    const plain = chooseEts(series, {
      period: 12,
      error: 'additive',
      trend: 'none',
      season: 'additive',
    }).model;
    const shifted = chooseEts(
      series.map((value) => value + 1e9),
      {
        period: 12,
        error: 'additive',
        trend: 'none',
        season: 'additive',
      },
    ).model;
    expect(shifted.alpha).toBeCloseTo(plain.alpha, 4);
    expect(shifted.last.level - 1e9).toBeCloseTo(plain.last.level, 1);
  });
});

test('values that are not positive leave the models out that multiply', () => {
  const random = createRandom(5);
  const { tried } = chooseEts(
    Float64Array.from({ length: 40 }, () => random.normal()),
    { period: 4 },
  );
  expect(tried.map(({ name }) => name.slice(4, 5))).not.toContain('M');
  expect(tried).toHaveLength(6);
});

describe('what can not be fitted says why', () => {
  const misfit = (why: string, params = {}) =>
    expect.objectContaining({ code: 'analysis-misfit', params: { why, ...params } });
  test.each([
    ['three values', [1, 2, 3], {}, 'too-few-rows', { needed: 4, rows: 3 }],
    ['infinity', [1, 2, 3, Infinity, 4], {}, 'not-finite', { column: 0 }],
    [
      'a season that multiplies what is below 0',
      [1, -2, 3, 4, 5, 6, 7, 8, 9, 8],
      { period: 2, season: 'multiplicative' },
      'not-positive',
      {},
    ],
    ['a period of 1.5', [1, 2, 3, 4, 5], { period: 1.5 }, 'no-period', { period: 1.5 }],
  ] as const)('%s', (_, values, options, why, params) => {
    expect(() => chooseEts(Float64Array.from(values), options)).toThrow(misfit(why, params));
  });
});

test.each([
  ['all the same', Float64Array.from({ length: 30 }, () => 7)],
  ['an exact line', Float64Array.from({ length: 30 }, (_, at) => 5 + 3 * at)],
  ['zeros', new Float64Array(30)],
  ['an offset of 10^15', Float64Array.from({ length: 30 }, (_, at) => 1e15 + (at % 4))],
])('%s gives numbers', (_, series) => {
  const { model } = chooseEts(series, { period: 4 });
  expect([model.alpha, model.last.level, model.variance, model.logLikelihood].every(Number.isFinite)).toBe(
    true,
  );
  expect(model.fitted[29]).toBeCloseTo(series[29]!, series[29]! > 1e14 ? 0 : 3);
});
