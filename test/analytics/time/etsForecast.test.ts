import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/analytics/core/random';
import { chooseEts, type EtsModel } from '../../../src/analytics/time/ets';
import { forecastEts } from '../../../src/analytics/time/etsForecast';
import ofR from './etsOfR.json';

const base: EtsModel = {
  kind: 'ets',
  error: 'multiplicative',
  trend: 'damped',
  season: 'multiplicative',
  name: '',
  period: 12,
  alpha: 0.5,
  beta: 0.1,
  gamma: 0.2,
  phi: 0.9,
  first: { level: 0, trend: 0, seasons: new Float64Array(0) },
  last: { level: 100, trend: 2, seasons: Float64Array.from([0.8, 1.2, 0.9, 1.1]) },
  variance: 0.01,
  logLikelihood: 0,
  aic: 0,
  aicc: 0,
  bic: 0,
  rows: 100,
  fitted: new Float64Array(0),
  residuals: new Float64Array(0),
  converged: true,
};

/** Means and spreads of many futures that follow the model's own equations. */
function simulate(model: EtsModel, horizon: number, count: number) {
  const random = createRandom(11);
  const { alpha, beta = 0, gamma = 0, phi = 1, variance, last, period } = model;
  const sums = new Float64Array(horizon);
  const squares = new Float64Array(horizon);
  for (let time = 0; time < count; time++) {
    let [level, trend] = [last.level, last.trend];
    const seasons = last.seasons.slice();
    for (let step = 0; step < horizon; step++) {
      const season = seasons[step % period] ?? (model.season === 'multiplicative' ? 1 : 0);
      const q = level + phi * trend;
      const expected = model.season === 'multiplicative' ? q * season : q + season;
      const error = Math.sqrt(variance) * random.normal() * (model.error === 'multiplicative' ? expected : 1);
      const [seen, turned] = model.season === 'multiplicative' ? [season, q] : [1, 1];
      sums[step]! += expected + error;
      squares[step]! += (expected + error) ** 2;
      level = q + (alpha * error) / seen;
      trend = phi * trend + (beta * error) / seen;
      if (seasons.length > 0) seasons[step % period] = season + (gamma * error) / turned;
    }
  }
  const mean = sums.map((sum) => sum / count);
  return { mean, spread: squares.map((sum, at) => Math.sqrt(sum / count - mean[at]! ** 2)) };
}

describe('mean and spread are those of 80,000 simulated futures', () => {
  test.each([
    { error: 'additive', trend: 'additive', season: 'additive', variance: 25, phi: undefined },
    { error: 'additive', trend: 'damped', season: 'additive', variance: 25 },
    { error: 'multiplicative', trend: 'damped', season: 'additive' },
    { error: 'multiplicative', trend: 'additive', season: 'none', phi: undefined, gamma: undefined },
    { error: 'multiplicative', trend: 'damped', season: 'multiplicative' },
    { error: 'multiplicative', trend: 'none', season: 'multiplicative', beta: undefined, phi: undefined },
  ] as const)('$error error, $trend trend, $season season', (shape) => {
    const seasons = {
      none: new Float64Array(0),
      additive: Float64Array.of(-20, 20, -10, 10),
      multiplicative: base.last.seasons,
    }[shape.season];
    const trend = shape.trend === 'none' ? 0 : 2;
    const model = {
      ...base,
      ...shape,
      period: shape.season === 'none' ? 1 : 4,
      last: { level: 100, trend, seasons },
    };
    const { mean, spread } = forecastEts(model, { horizon: 10 });
    const found = simulate(model, 10, 80_000);
    for (let step = 0; step < 10; step++) {
      expect(found.mean[step]! / mean[step]!).toBeCloseTo(1, 2);
      expect(found.spread[step]! / spread[step]!).toBeCloseTo(1, 1.8);
    }
  });
});

test.each(ofR)(
  'R 4.2.2, forecast 8.20, `forecast(ets(x), level = 95)`: $series, $error error, $trend trend, $season season',
  (found) => {
    const model = {
      ...base,
      ...found,
      beta: found.beta ?? undefined,
      phi: found.phi ?? undefined,
      last: { ...found.last, seasons: Float64Array.from(found.last.seasons) },
    };
    const { mean, intervals } = forecastEts(model as unknown as EtsModel, { horizon: 24, levels: [0.95] });
    [0, 1, 12, 23].forEach((step, at) => {
      expect(mean[step]! / found.mean[at]!).toBeCloseTo(1, 12);
      // without a trend R counts a season's error a step before it is met, at 12 and 24
      const isEarly = found.season === 'additive' && found.trend === 'none' && step > 12;
      expect(intervals[0]!.upper[step]! / found.upper[at]!).toBeCloseTo(1, isEarly ? 6 : 12);
    });
  },
);

test('an interval of 80 % is narrower than one of 95 %, and both hold the mean', () => {
  const { model } = chooseEts(Float64Array.from({ length: 30 }, (_, at) => 50 + 5 * Math.sin(at)));
  const { mean, intervals } = forecastEts(model, { horizon: 3 });
  const [narrow, wide] = intervals;
  expect(intervals.map(({ level }) => level)).toEqual([0.8, 0.95]);
  mean.forEach((value, at) => {
    expect(wide!.lower[at]!).toBeLessThan(narrow!.lower[at]!);
    expect(narrow!.lower[at]!).toBeLessThan(value);
    expect(value).toBeLessThan(narrow!.upper[at]!);
  });
});
