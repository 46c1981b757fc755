import type { Note } from '../../lib/note';
import { pick, toNumbers } from '../complete';
import type { Frame, TextColumn } from '../frame';
import { toLabel } from '../time/periods';
import { resample, type Resampled, type ResampleOptions, type Series } from '../time/resample';
import { isMisfit } from '../time/trial';

export interface SeriesSettings extends ResampleOptions {
  /** The column that tells series apart; empty for none. */
  by: string;
}

export interface SeasonSettings extends SeriesSettings {
  /** Periods in a season; null for what is usual for the unit. */
  season: number | null;
}

export interface SeriesRead extends Resampled {
  notes: Note[];
  /** What a series is called; null for the one series, and for the rows of no name. */
  nameOf: (series: Series) => string | null;
}

/** From here on a season is one to plan by, as that of `nsdiffs` in R's forecast. */
export const STRONG_SEASON = 0.64;

/** A frame of day, sum, rows, rows with a value and, where there are several series, their names. */
export function readSeries({ columns }: Frame, settings: SeriesSettings): SeriesRead {
  const [days, sums, rows, known] = toNumbers(columns.slice(0, 4)).map(({ values }) => values) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const names = columns[4] as TextColumn | undefined;
  const places = Int32Array.from(days.keys()).filter((at) => Number.isFinite(days[at]) && known[at]! > 0);
  const counts = pick(known, places);
  const found = resample(
    {
      days: pick(days, places),
      sums: pick(sums, places),
      counts,
      ...(names && { series: places.map((at) => toPlace(names, at)) }),
    },
    settings,
  );
  const count = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
  const leftOut = count(rows) - count(counts);
  return {
    ...found,
    notes: toNotes(found, settings, leftOut, count(rows)),
    nameOf: ({ code }) => names?.labels[code] ?? null,
  };
}

/** Rows without a name are a series too, the last. */
function toPlace({ codes, labels }: TextColumn, at: number): number {
  return codes[at]! < 0 ? labels.length : codes[at]!;
}

function toNotes(
  { unit, gaps, filled, series, cutFirst, cutLast }: Resampled,
  asked: SeriesSettings,
  leftOut: number,
  rows: number,
): Note[] {
  const of = series.reduce((sum, { values }) => sum + values.length, 0);
  const cut = (period: number) => ({ why: 'series-cut', params: { period: toLabel(period, unit) } });
  return [
    ...(asked.unit === 'auto' ? [{ why: `series-by-${unit}`, params: {} }] : []),
    ...(filled > 0 ? [{ why: `series-filled-${gaps}`, params: { count: filled, of } }] : []),
    ...(cutFirst === undefined ? [] : [cut(cutFirst)]),
    ...(cutLast === undefined ? [] : [cut(cutLast)]),
    ...(leftOut > 0 ? [{ why: 'series-left-out', params: { count: leftOut, of: rows } }] : []),
  ];
}

export type Run<T> = T & { series: Series; name: string | null };

/** The same for each series. One that does not fit is left out and told, unless it is the only one. */
export function runEach<T>(
  { series, nameOf }: SeriesRead,
  work: (values: Float64Array, first: number) => T,
  onProgress: (share: number) => void,
): { runs: Run<T>[]; tooShort: Note[] } {
  const runs: Run<T>[] = [];
  let refusal: unknown;
  for (const [at, one] of series.entries()) {
    if (at % Math.ceil(series.length / 100) === 0) onProgress(at / series.length);
    try {
      runs.push({ series: one, name: nameOf(one), ...work(one.values, one.first) });
    } catch (error) {
      if (!isMisfit(error)) throw error;
      refusal = error;
    }
  }
  if (runs.length === 0) throw refusal;
  const count = series.length - runs.length;
  return {
    runs,
    tooShort: count > 0 ? [{ why: 'series-too-short', params: { count, of: series.length } }] : [],
  };
}

/** A row for each period of each series. */
export function toPeriodRows<T>(runs: readonly Run<T>[]) {
  return runs.flatMap((run) =>
    Array.from(run.series.values, (value, at) => ({ run, at, value, period: run.series.first + at })),
  );
}
