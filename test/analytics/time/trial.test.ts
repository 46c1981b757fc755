import { describe, expect, it } from 'vitest';
import { fitMethod, forecastModel } from '../../../src/analytics/time/methods';
import { runTrial, type TrialOptions } from '../../../src/analytics/time/trial';
import { readSeries } from './readSeries';

const options: TrialOptions = { way: 'auto', season: 12, horizon: 12, level: 0.95, origins: 1 };

describe('a series forecast in the way that did best', () => {
  it('takes smoothing for AirPassengers, which does better than the year before', () => {
    const { method, tested, forecast, period } = runTrial(readSeries('AirPassengers'), options);
    expect([method, period]).toEqual(['ets', 12]);
    expect(tested.map((test) => test.method)).toEqual(['seasonal-naive', 'theta', 'ets']);
    expect(tested[2]!.accuracy.mase!).toBeLessThan(tested[0]!.accuracy.mase! / 1.5);
    const model = fitMethod('ets', readSeries('AirPassengers'), 12);
    expect(forecast).toEqual(forecastModel(model, { horizon: 12, levels: [0.95] }));
  });

  it('repeats the last value where that is as good as anything', () => {
    const { method, tested } = runTrial(new Float64Array(40).fill(7), options);
    expect(method).toBe('seasonal-naive');
    expect(tested.map(({ accuracy }) => accuracy.mae)).toEqual(tested.map(() => 0));
  });

  it('does without season and test where there are few rows', () => {
    const { period, tested, model } = runTrial(Float64Array.of(1, 2, 4, 3, 5, 6), options);
    expect([period, tested, model.kind]).toEqual([1, [], 'ets']);
    expect(runTrial(Float64Array.of(1, 2), options).method).toBe('naive');
    expect(() => runTrial(Float64Array.of(1), options)).toThrow(
      expect.objectContaining({ code: 'analysis-misfit' }),
    );
  });

  it('tests the way that is asked for against repetition', () => {
    const { method, tested } = runTrial(readSeries('AirPassengers'), { ...options, way: 'theta' });
    expect([method, tested.map((test) => test.method)]).toEqual(['theta', ['seasonal-naive', 'theta']]);
  });
});
