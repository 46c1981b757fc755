import { checkFinite, checkRows, toMisfit } from '../core/check';
import { toMean } from '../core/sums';

/** A series is its values at equal steps of time, in order, with no gap: the caller fills gaps, and says so. */
export function checkSeries(series: Float64Array, needed: number): void {
  checkRows(series.length, needed);
  checkFinite([series]);
}

export function checkPeriod(period: number, rows: number, { cycles = 2 } = {}): void {
  if (!Number.isInteger(period) || period < 2) throw toMisfit('no-period', { period });
  checkRows(rows, cycles * period);
}

export function checkHorizon(horizon: number): void {
  if (!Number.isInteger(horizon) || horizon < 1) throw toMisfit('no-horizon', { horizon });
}

export function isConstant(series: Float64Array): boolean {
  return series.every((value) => value === series[0]);
}

/** Whether values differ by no more than what rounding leaves of numbers of that size. */
export function isFlat(values: Float64Array, size: number): boolean {
  const first = values[0] ?? 0;
  return values.every((value) => Math.abs(value - first) <= 1e-14 * size);
}

export function findSize(series: Float64Array): number {
  return series.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

/** What a value differs from the one `lag` before it, `times` over. */
export function difference(series: Float64Array, lag: number, times = 1): Float64Array {
  let values = series;
  for (let time = 0; time < times; time++) {
    const before = values;
    values = before.subarray(lag).map((value, at) => value - before[at]!);
  }
  return values;
}

/** The least-squares line over 0, 1, 2, … */
export function findLine(series: Float64Array): { intercept: number; slope: number } {
  const mean = toMean(series);
  const middle = (series.length - 1) / 2;
  let up = 0;
  let across = 0;
  for (let at = 0; at < series.length; at++) {
    up += (at - middle) * (series[at]! - mean);
    across += (at - middle) ** 2;
  }
  const slope = across > 0 ? up / across : 0;
  return { intercept: mean - slope * middle, slope };
}
