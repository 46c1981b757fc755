/** Values of days as series by period, without a gap, each from its own first period to the last of all. */
import { toMisfit } from '../core/check';
import { chooseUnit, findStep, toPeriod, toStart, type Unit } from './periods';

export interface DayValues {
  /** From 1970-01-01. A day may come several times in a series. */
  days: Float64Array;
  sums: Float64Array;
  /** How many values each sum is of. */
  counts: Float64Array;
  /** Which series a day belongs to; one for all where there are none. */
  series?: Int32Array;
}

export interface ResampleOptions {
  unit: Unit | 'auto';
  how: 'sum' | 'mean';
  gaps: Gaps | 'usual';
}

export type Gaps = 'zero' | 'previous' | 'interpolate';

export interface Resampled {
  unit: Unit;
  gaps: Gaps;
  /** In the order of their codes; those without a value in any whole period are left out. */
  series: Series[];
  /** The last period of all. */
  last: number;
  /** Periods without a value. */
  filled: number;
  /** Periods at the ends that are left out, as their days begin late or end early. */
  cutFirst: number | undefined;
  cutLast: number | undefined;
}

export interface Series {
  code: number;
  first: number;
  values: Float64Array;
  /** 1 for periods without a value of their own, and how many there are. */
  gaps: Uint8Array;
  filled: number;
}

const MOST_SERIES = 5000;
const MOST_PERIODS = 20_000;
/** Of all series. */
const MOST_VALUES = 3_000_000;

export function resample(values: DayValues, { unit: asked, how, gaps: way }: ResampleOptions): Resampled {
  const days = new Float64Array(new Set(values.days)).sort();
  if (days.length === 0) throw toMisfit('too-few-rows', { needed: 1, rows: 0 });
  const unit = asked === 'auto' ? chooseUnit(days) : asked;
  const gaps = way !== 'usual' ? way : how === 'sum' ? 'zero' : 'interpolate';
  const [start, stop] = [toPeriod(days[0]!, unit), toPeriod(days[days.length - 1]!, unit)];
  if (stop - start >= MOST_PERIODS)
    throw toMisfit('too-many-periods', { periods: stop - start + 1, limit: MOST_PERIODS });
  const { first, last } = findWhole(days, start, stop, unit);
  const parts = toParts(values, unit, first, last);
  if (parts.length > MOST_SERIES)
    throw toMisfit('too-many-series', { series: parts.length, limit: MOST_SERIES });
  const all = parts.reduce((sum, part) => sum + last - part.first + 1, 0);
  if (all > MOST_VALUES) throw toMisfit('too-many-values', { values: all, limit: MOST_VALUES });
  const series = parts.map((part) => toSeries(part, last, how, gaps));
  return {
    unit,
    gaps,
    series,
    last,
    filled: series.reduce((sum, { filled }) => sum + filled, 0),
    cutFirst: first > start ? start : undefined,
    cutLast: last < stop ? stop : undefined,
  };
}

/** A month whose days stop on the 12th would look like a fall. Two steps of the days, or a long weekend, may be lacking at an end. */
function findWhole(days: Float64Array, start: number, stop: number, unit: Unit) {
  const lacking = Math.max(2 * findStep(days), unit === 'week' ? 2 : 4);
  const before = days[0]! - toStart(start, unit);
  const after = toStart(stop + 1, unit) - 1 - days[days.length - 1]!;
  const first = before > lacking ? start + 1 : start;
  const last = after > lacking ? stop - 1 : stop;
  const isWhole = (day: number) => toPeriod(day, unit) >= first && toPeriod(day, unit) <= last;
  // where nothing whole is left, what there is must do
  return days.some(isWhole) ? { first, last } : { first: start, last: stop };
}

interface Part {
  code: number;
  first: number;
  sums: Map<number, { sum: number; count: number }>;
}

function toParts({ days, sums, counts, series }: DayValues, unit: Unit, first: number, last: number): Part[] {
  const parts = new Map<number, Part>();
  for (let row = 0; row < days.length; row++) {
    const period = toPeriod(days[row]!, unit);
    if (period < first || period > last) continue;
    const code = series ? series[row]! : 0;
    let part = parts.get(code);
    if (!part) parts.set(code, (part = { code, first: period, sums: new Map() }));
    part.first = Math.min(part.first, period);
    const known = part.sums.get(period);
    if (!known) part.sums.set(period, { sum: sums[row]!, count: counts[row]! });
    else {
      known.sum += sums[row]!;
      known.count += counts[row]!;
    }
  }
  return [...parts.values()].sort((a, b) => a.code - b.code);
}

function toSeries({ code, first, sums }: Part, last: number, how: 'sum' | 'mean', gaps: Gaps): Series {
  const values = new Float64Array(last - first + 1);
  const empty = new Uint8Array(values.length);
  let filled = 0;
  let known = 0;
  for (let at = 0; at < values.length; at++) {
    const it = sums.get(first + at);
    if (it) {
      values[at] = how === 'sum' ? it.sum : it.sum / it.count;
      if (gaps === 'interpolate') join(values, known, at);
      known = at;
    } else {
      filled++;
      empty[at] = 1;
      if (gaps !== 'zero') values[at] = values[known]!;
    }
  }
  return { code, first, values, gaps: empty, filled };
}

/** A straight line over what lies between two values. */
function join(values: Float64Array, from: number, to: number): void {
  const step = (values[to]! - values[from]!) / (to - from);
  for (let at = from + 1; at < to; at++) values[at] = values[from]! + step * (at - from);
}
