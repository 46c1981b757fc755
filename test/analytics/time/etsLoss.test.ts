import { describe, expect, test } from 'vitest';
import { createEtsWork, findEtsLoss, type EtsShape } from '../../../src/analytics/time/etsLoss';
import { createRandom } from '../../../src/analytics/core/random';
import ofR from './etsOfR.json';
import { readSeries } from './readSeries';

test.each(ofR)(
  'R 4.2.2, forecast 8.20, `ets`: the likelihood of $series at the values that R prints, $trend trend, $season season',
  (model) => {
    const { alpha, beta, gamma, phi, first } = model;
    const series = readSeries(model.series as 'nottem');
    const values = Float64Array.of(
      alpha,
      (beta ?? 0) / alpha,
      gamma / (1 - alpha),
      phi ?? 1,
      first.level,
      first.trend,
      ...first.seasons.slice(0, -1),
    );
    const work = createEtsWork(series.length, 12);
    const loss = findEtsLoss(model as EtsShape, series, values, work);
    expect(-loss / 2).toBeCloseTo(model.logLikelihood, 7);
    expect(work.fitted[0]).toBeCloseTo(model.fitted[0]!, 7);
    expect(work.fitted[23]).toBeCloseTo(model.fitted[3]!, 7);
    expect(work.level).toBeCloseTo(model.last.level, 7);
  },
);

describe('the gradient is that of differences', () => {
  const shapes = (['additive', 'multiplicative'] as const).flatMap((error) =>
    (['none', 'additive', 'damped'] as const).flatMap((trend) =>
      (['none', 'additive', 'multiplicative'] as const).map((season): EtsShape => ({ error, trend, season })),
    ),
  );
  test.each(shapes)('$error error, $trend trend, $season season', (shape) => {
    const random = createRandom(3);
    const series = Float64Array.from({ length: 30 }, () => 5 + random.next());
    const multiplies = shape.season === 'multiplicative';
    const values = Float64Array.of(0.3, 0.2, 0.4, 1, 5, 0, 0.1, 0.2, -0.1);
    if (multiplies) values.set([1.1, 0.95, 1.02], 6);
    if (shape.season === 'none') values.set([0], 2);
    if (shape.trend === 'none') values.set([0], 1);
    else values.set([shape.trend === 'damped' ? 0.9 : 1, 5, 0.1], 3);
    const work = createEtsWork(30, 4);
    const gradient = new Float64Array(values.length);
    findEtsLoss(shape, series, values, work, gradient);
    const places = values
      .map((_, at) => at)
      .filter((at) => {
        if (at === 1 || at === 5) return shape.trend !== 'none';
        if (at === 3) return shape.trend === 'damped';
        return (at !== 2 && at < 6) || shape.season !== 'none';
      });
    for (const at of places) {
      const near = (step: number) =>
        findEtsLoss(shape, series, values.with(at, values[at]! + step), createEtsWork(30, 4));
      expect(gradient[at]).toBeCloseTo((near(1e-6) - near(-1e-6)) / 2e-6, 3);
    }
  });
});
