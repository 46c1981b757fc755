import type { Note } from '../../lib/note';
import { MAIN } from '../../table/kept';
import type { Analysis, GivenColumn } from '../frame';
import { findChangePoints, type ChangePointOptions } from '../time/changePoints';
import { seasons, toLabel, toStart, type Unit } from '../time/periods';
import { findStl } from '../time/stl';
import { toColumnsOf, toNamed } from './columns';
import { readSeries, runEach, STRONG_SEASON, type SeriesSettings } from './series';

export interface ChangeSettings extends SeriesSettings {
  of: Required<ChangePointOptions>['of'];
}

/** Stretches of each series between which its level, or its level and spread, change. */
export const analyse: Analysis<ChangeSettings> = (frame, settings, { onProgress }) => {
  const { of, by } = settings;
  const read = readSeries(frame, settings);
  const { unit } = read;
  const { runs, tooShort } = runEach(
    read,
    (values) => {
      const calm = withoutSeason(values, seasons[unit]);
      return { isCalmed: calm !== values, calm, ...findChangePoints(calm, { of }) };
    },
    onProgress,
  );
  const stretches = runs.flatMap(({ series, name, segments }) =>
    segments.map(({ start, end, mean, spread }, at) => ({
      name,
      from: series.first + start,
      until: series.first + end,
      count: end - start,
      mean,
      spread,
      before: segments[at - 1]?.mean,
    })),
  );
  const { doubles, counts } = toColumnsOf(stretches);
  const calmed = runs.filter(({ isCalmed }) => isCalmed).length;
  return {
    tables: {
      [MAIN]: toNamed(by, stretches, ({ name }) => name, [
        doubles('from', ({ from }) => toStart(from, unit)),
        doubles('to', ({ until }) => toStart(until, unit) - 1),
        counts('periods', ({ count }) => count),
        doubles('mean', ({ mean }) => mean),
        doubles('sd', ({ spread }) => spread),
        doubles('change', ({ mean, before }) => (before === undefined ? undefined : mean - before)),
      ]),
      series: toSeriesTable(by, runs, unit),
    },
    notes: [
      toLead(stretches, runs.length, unit),
      ...(calmed > 0 ? [{ why: 'changes-season-off', params: { count: calmed, of: runs.length } }] : []),
      ...tooShort,
      ...read.notes,
    ],
  };
};

interface Levels {
  series: { readonly first: number };
  name: string | null;
  calm: Float64Array;
  segments: readonly { start: number; end: number; mean: number }[];
}

/** Each period's value as it was looked at, beside the level of its stretch. */
function toSeriesTable(by: string, runs: readonly Levels[], unit: Unit): GivenColumn[] {
  const periods = runs.flatMap(({ series, name, calm, segments }) =>
    segments.flatMap(({ start, end, mean }) =>
      Array.from(calm.subarray(start, end), (value, at) => ({
        name,
        period: series.first + start + at,
        value,
        mean,
      })),
    ),
  );
  const { days, doubles } = toColumnsOf(periods);
  return toNamed(by, periods, ({ name }) => name, [
    days('date', ({ period }) => toStart(period, unit)),
    doubles('value', ({ value }) => value),
    doubles('level', ({ mean }) => mean),
  ]);
}

/** What a season does every year is no change. */
function withoutSeason(values: Float64Array, period: number): Float64Array {
  if (period < 2 || values.length <= 2 * period) return values;
  const { season, seasonStrength } = findStl(values, { period });
  return seasonStrength < STRONG_SEASON ? values : values.map((value, at) => value - season[at]!);
}

interface Stretch {
  name: string | null;
  from: number;
  mean: number;
  before: number | undefined;
}

function toLead(stretches: readonly Stretch[], series: number, unit: Unit): Note {
  const changes = stretches.filter(({ before }) => before !== undefined);
  if (changes.length === 0) return { why: 'changes-none', params: { series } };
  const size = ({ mean, before }: Stretch) => Math.abs(mean - before!);
  const largest = changes.reduce((a, b) => (size(b) > size(a) ? b : a));
  return {
    why: series > 1 ? 'changes-many' : 'changes',
    params: {
      count: changes.length,
      series: new Set(changes.map(({ name }) => name)).size,
      of: series,
      name: largest.name ?? '–',
      period: toLabel(largest.from, unit),
      before: largest.before!,
      after: largest.mean,
    },
  };
}
