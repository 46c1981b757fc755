import { describe, expect, test } from 'vitest';
import { fitSeasonRegression, forecastSeasonRegression } from '../../../src/analytics/time/regression';
import { readSeries } from './readSeries';

describe('R 4.2.2, forecast 8.20: `tslm(AirPassengers ~ trend + fourier(AirPassengers, 6))`', () => {
  const model = fitSeasonRegression(readSeries('AirPassengers'), { seasons: [{ period: 12, waves: 6 }] });

  test('coefficients: the intercept, the line, the waves', () => {
    const expected = [
      87.424740190365142, 2.660329254079254, -18.011477656817295, -42.127319461685587, 24.935366160645177,
      -4.34088480963472, -3.728559634809583, 8.464670745920802, 6.732094233682272, 3.561892968143058,
      6.138905784245575, 0.764994286860345, 0.579557595182544,
    ];
    expect(model.coefficients).toHaveLength(13);
    expected.forEach((value, at) => expect(model.coefficients[at]).toBeCloseTo(value, 9));
  });

  test('forecast and interval', () => {
    const { mean, intervals } = forecastSeasonRegression(model, { horizon: 3, levels: [0.95] });
    [449.255681818182, 442.505681818182, 477.672348484849].forEach((value, at) =>
      expect(mean[at]).toBeCloseTo(value, 9),
    );
    [504.082710807105, 497.332710807106, 532.499377473772].forEach((value, at) =>
      expect(intervals[0]!.upper[at]).toBeCloseTo(value, 9),
    );
  });
});

test('a holiday that moves between months is what it adds, and its column ahead counts in the forecast', () => {
  const days = Float64Array.from({ length: 48 }, (_, at) =>
    at % 12 === 0 ? (at % 24 === 0 ? 7 : 2) : at % 12 === 1 ? 3 : 0,
  );
  const series = days.map((count, at) => 100 + 2 * at - 4 * count + 0.01 * Math.sin(at * at));
  const model = fitSeasonRegression(series, { columns: [days] });
  expect(model.coefficients[2]).toBeCloseTo(-4, 2);
  expect(model.rSquared).toBeGreaterThan(0.999);
  const { mean } = forecastSeasonRegression(model, { horizon: 2, columns: [Float64Array.of(7, 0)] });
  expect(mean[0]).toBeCloseTo(100 + 96 - 28, 1);
  expect(mean[1]).toBeCloseTo(198, 1);
});

test('a column that others make up has no coefficient, and is named', () => {
  const series = readSeries('lh');
  const line = series.map((_, at) => at);
  const model = fitSeasonRegression(series, { columns: [series.map((_, at) => at % 3), line] });
  expect(model.aliased).toEqual([1]);
  expect(model.coefficients[3]).toBe(0);
});

describe('what can not be fitted says why', () => {
  const why = (params: object) => expect.objectContaining({ code: 'analysis-misfit', params });
  test('more waves than a cycle has', () => {
    expect(() => fitSeasonRegression(readSeries('lh'), { seasons: [{ period: 4, waves: 3 }] })).toThrow(
      why({ why: 'waves', period: 4, waves: 3 }),
    );
  });
  test('columns that are missing ahead', () => {
    const model = fitSeasonRegression(readSeries('lh'), {
      columns: [readSeries('lh').map((_, at) => at % 5)],
    });
    expect(() => forecastSeasonRegression(model, { horizon: 2 })).toThrow(
      why({ why: 'regressors-missing', needed: 1 }),
    );
  });
  test('fewer rows than coefficients', () => {
    expect(() =>
      fitSeasonRegression(Float64Array.of(1, 2, 4), { seasons: [{ period: 2, waves: 1 }] }),
    ).toThrow(why({ why: 'too-few-rows', needed: 4, rows: 3 }));
  });
});
