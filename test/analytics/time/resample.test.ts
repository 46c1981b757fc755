import { describe, expect, it } from 'vitest';
import { toDay } from '../../../src/analytics/time/days';
import { resample, type ResampleOptions } from '../../../src/analytics/time/resample';

const options: ResampleOptions = { unit: 'month', how: 'sum', gaps: 'usual' };

/** Values by the first days of months of 2024. */
function toValues(months: readonly number[], sums: readonly number[], counts = sums.map(() => 1)) {
  return {
    days: Float64Array.from(months, (month) => toDay(2024, month, 1)),
    sums: Float64Array.from(sums),
    counts: Float64Array.from(counts),
  };
}

const values = toValues([1, 2, 5, 5], [1, 2, 8, 9], [1, 1, 1, 3]);

describe('values of days as series by period', () => {
  it('are summed, and a period without any is 0', () => {
    const { series, filled, gaps } = resample(values, options);
    expect(series).toEqual([
      {
        code: 0,
        first: 2024 * 12,
        values: Float64Array.of(1, 2, 0, 0, 17),
        gaps: Uint8Array.of(0, 0, 1, 1, 0),
        filled: 2,
      },
    ]);
    expect({ filled, gaps }).toEqual({ filled: 2, gaps: 'zero' });
  });

  it('are means of values, not of days, and gaps between them are bridged', () => {
    const { series } = resample(values, { ...options, how: 'mean' });
    expect([...series[0]!.values]).toEqual([1, 2, expect.closeTo(2 + 2.25 / 3), expect.closeTo(3.5), 4.25]);
  });

  it('go on as before where that is asked', () => {
    const { series } = resample(values, { ...options, gaps: 'previous' });
    expect([...series[0]!.values]).toEqual([1, 2, 2, 2, 17]);
  });

  it('begin where each series does, and all end together', () => {
    const { series } = resample({ ...values, series: Int32Array.of(1, 0, 0, 1) }, options);
    expect(series.map(({ code, values: own }) => [code, ...own])).toEqual([
      [0, 2, 0, 0, 8],
      [1, 1, 0, 0, 0, 9],
    ]);
    const ended = resample(
      { ...values, series: Int32Array.of(0, 0, 1, 1) },
      { ...options, gaps: 'interpolate' },
    );
    expect([...ended.series[0]!.values]).toEqual([1, 2, 2, 2, 2]);
  });

  it('leave out a month whose days stop on the 12th, or begin on the 20th', () => {
    const start = toDay(2024, 1, 20);
    const days = Float64Array.from({ length: toDay(2024, 4, 12) - start + 1 }, (_, at) => start + at);
    const daily = { days, sums: days.map(() => 1), counts: days.map(() => 1) };
    const { series, cutFirst, cutLast } = resample(daily, options);
    expect([...series[0]!.values]).toEqual([29, 31]);
    expect([cutFirst, cutLast]).toEqual([2024 * 12, 2024 * 12 + 3]);
    expect(resample(daily, { ...options, unit: 'year' }).series[0]!.values.length).toBe(1);
  });

  it('are taken as they are where no period is whole', () => {
    const days = Float64Array.of(
      toDay(2024, 1, 20),
      toDay(2024, 1, 21),
      toDay(2024, 1, 22),
      toDay(2024, 3, 5),
    );
    const few = { days, sums: days.map(() => 1), counts: days.map(() => 1) };
    const { series, cutFirst, cutLast } = resample(few, options);
    expect([...series[0]!.values]).toEqual([3, 0, 1]);
    expect([cutFirst, cutLast]).toEqual([undefined, undefined]);
  });

  it('are refused where dates cannot be, or there is none', () => {
    const far = toValues([1, 2], [1, 1]);
    far.days[1] = toDay(9999, 12, 31);
    expect(() => resample(far, { ...options, unit: 'day' })).toThrow(
      expect.objectContaining({ params: expect.objectContaining({ why: 'too-many-periods' }) }),
    );
    expect(() => resample(toValues([], []), options)).toThrow(
      expect.objectContaining({ params: { why: 'too-few-rows', needed: 1, rows: 0 } }),
    );
  });
});
