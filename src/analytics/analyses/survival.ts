import type { Note } from '../../lib/note';
import { MAIN } from '../../table/kept';
import type { Complete } from '../complete';
import { pickRows, toComplete, toNumbers, toTexts } from '../complete';
import { checkRows, toMisfit } from '../core/check';
import { toUpperNormalQuantile } from '../core/distributions/normal';
import type { Analysis, FrameColumn, GivenColumn } from '../frame';
import { joinLives, toLifeTable } from '../keep/lifeTable';
import type { LogRank, LogRankTest } from '../keep/logRank';
import { testLogRank } from '../keep/logRank';
import type { RestrictedMean, SurvivalCurve, SurvivalTime } from '../keep/survival';
import { findTime, toCurve, toRestrictedMean } from '../keep/survival';
import { toLabel } from '../time/periods';
import { toColumnsOf, toNamed } from './columns';
import { toLeftOut } from './leftOut';
import { toPercent } from './percent';
import { sortLabels } from './sortLabels';
import { toHits } from './yes';

export interface SurvivalSettings {
  /** What times are counted in; empty where that is not known. */
  unit: string;
  /** The value that means gone, where a column says who is. */
  yes: string;
  /** The column that tells groups apart; empty for none. */
  by: string;
  confidence: number;
}

interface Part {
  name: string | null;
  rows: number;
  gone: number;
  curve: SurvivalCurve;
  half: SurvivalTime;
  mean: RestrictedMean;
}

const MOST_GROUPS = 30;

/** How many are left after each time: of all, or of each group. */
export const analyse: Analysis<SurvivalSettings> = (frame, settings) => {
  const { unit, by, confidence } = settings;
  const read = by === '' ? 2 : 3;
  const complete = toComplete({ rows: frame.rows, columns: frame.columns.slice(0, read) });
  const { durations, isGone, codes, names, backwards } = readStays(complete, settings);
  checkRows(durations.length, 2);
  if (names.length > MOST_GROUPS)
    throw toMisfit('too-many-groups', { groups: names.length, limit: MOST_GROUPS });
  const table = toLifeTable(durations, isGone, { codes, groups: names.length });
  const curves = table.groups.map((lives) => toCurve(table.times, lives, { confidence }));
  // up to where every curve goes
  const until = Math.min(...curves.map(({ times }) => times.at(-1)!));
  const toPart = (name: string | null, rows: number, curve: SurvivalCurve): Part => ({
    name,
    rows,
    gone: curve.gone.reduce((sum, count) => sum + count, 0),
    curve,
    half: findTime(curve, 0.5),
    mean: toRestrictedMean(curve, until),
  });
  const parts = curves.map((curve, at) => toPart(names[at]!, table.groups[at]!.rows, curve));
  const lives = joinLives(table.groups);
  const whole = by === '' ? parts[0]! : toPart(null, lives.rows, toCurve(table.times, lives, { confidence }));
  const ranked = by === '' ? undefined : testLogRank(table);
  return {
    tables: {
      [MAIN]: toCurveColumns(parts, by),
      groups: toGroupColumns(parts, { by, until, confidence, expected: ranked?.expected }),
      ...(ranked?.test && { tests: toTestColumns(ranked.test) }),
    },
    notes: [
      ...(ranked ? toDifference(parts, ranked, until, settings) : []),
      ...toHalf(whole, unit),
      ...toThin(whole, unit),
      ...toToday(frame.columns[read]),
      ...(backwards > 0 ? [{ why: 'survival-backwards', params: { count: backwards } }] : []),
      ...toLeftOut(complete),
    ],
  };
};

function readStays({ columns: all }: Complete, { yes, by }: SurvivalSettings) {
  const times = toNumbers(all.slice(0, 1))[0]!.values;
  const places = Int32Array.from(times.keys()).filter((at) => times[at]! >= 0);
  const columns = all.map((column) => pickRows(column, places));
  const said = columns[1]!;
  const groups = by === '' ? undefined : sortLabels(toTexts(columns.slice(2))[0]!);
  return {
    durations: toNumbers(columns.slice(0, 1))[0]!.values,
    isGone: Uint8Array.from(said.kind === 'number' ? said.values : toHits(said, yes)),
    codes: groups?.codes ?? new Int32Array(places.length),
    names: groups?.labels ?? [null],
    backwards: times.length - places.length,
  };
}

/** From the beginning, when all are there. */
function toCurveColumns(parts: readonly Part[], by: string): GivenColumn[] {
  const rows = parts.flatMap(({ name, rows: size, curve }) => [
    ...(curve.times[0] === 0
      ? []
      : [{ name, time: 0, atRisk: size, gone: 0, censored: 0, share: 1, lower: 1, upper: 1 }]),
    ...Array.from(curve.times, (time, at) => ({
      name,
      time,
      atRisk: curve.atRisk[at]!,
      gone: curve.gone[at]!,
      censored: curve.censored[at]!,
      share: curve.share[at]!,
      lower: curve.lower[at]!,
      upper: curve.upper[at]!,
    })),
  ]);
  const { doubles, counts } = toColumnsOf(rows);
  return toNamed(by, rows, ({ name }) => name, [
    doubles('time', ({ time }) => time),
    counts('at_risk', ({ atRisk }) => atRisk),
    counts('gone', ({ gone }) => gone),
    counts('still_there', ({ censored }) => censored),
    doubles('share', ({ share }) => share),
    doubles('lower', ({ lower }) => lower),
    doubles('upper', ({ upper }) => upper),
  ]);
}

function toGroupColumns(
  parts: readonly Part[],
  {
    by,
    until,
    confidence,
    expected,
  }: { by: string; until: number; confidence: number; expected: Float64Array | undefined },
): GivenColumn[] {
  const z = toUpperNormalQuantile((1 - confidence) / 2);
  const { doubles, counts } = toColumnsOf(parts);
  return toNamed(by, parts, ({ name }) => name, [
    counts('rows', ({ rows }) => rows),
    counts('gone', ({ gone }) => gone),
    ...(expected ? [doubles('expected_gone', (_, at) => expected[at]!)] : []),
    doubles('median', ({ half }) => half.value),
    doubles('median_low', ({ half }) => half.low),
    doubles('median_high', ({ half }) => half.high),
    doubles('mean', ({ mean }) => mean.mean),
    doubles('mean_low', ({ mean }) => Math.max(0, mean.mean - z * mean.standardError)),
    doubles('mean_high', ({ mean }) => Math.min(until, mean.mean + z * mean.standardError)),
    doubles('mean_up_to', () => until),
  ]);
}

function toTestColumns(test: LogRank): GivenColumn[] {
  const { doubles, counts, words } = toColumnsOf([test]);
  return [
    words('test', () => 'log-rank'),
    doubles('statistic', ({ statistic }) => statistic),
    counts('df', ({ freedom }) => freedom),
    doubles('p_value', ({ pValue }) => pValue),
  ];
}

/** Which group stays longest and which shortest, by the mean up to where all are watched. */
function toDifference(
  parts: readonly Part[],
  { test }: LogRankTest,
  until: number,
  { unit, confidence }: SurvivalSettings,
): Note[] {
  if (!test) return [];
  const sorted = [...parts].sort((one, other) => other.mean.mean - one.mean.mean);
  const [longest, shortest] = [sorted[0]!, sorted.at(-1)!];
  return [
    toTimed(
      `survival-${test.pValue < 1 - confidence ? 'differ' : 'alike'}`,
      unit,
      { until, more: longest.mean.mean, less: shortest.mean.mean },
      { p: test.pValue, groups: parts.length, longest: longest.name!, shortest: shortest.name! },
    ),
  ];
}

function toHalf({ rows, gone, curve, half }: Part, unit: string): Note[] {
  const params = { rows, gone };
  if (gone === 0) return [{ why: 'survival-nobody', params }];
  const { value: median, low = 0, high } = half;
  if (median === undefined) {
    const share = toPercent(curve.share.at(-1)!);
    return [toTimed('survival-most', unit, { time: curve.times.at(-1)! }, { ...params, share })];
  }
  return high === undefined
    ? [toTimed('survival-half-open', unit, { median, low }, params)]
    : [toTimed('survival-half', unit, { median, low, high }, params)];
}

/** From where on so few are watched, a curve is mostly chance. */
const FEW = 10;

function toThin({ rows, curve }: Part, unit: string): Note[] {
  const at = curve.atRisk.findIndex((count) => count < FEW);
  if (at < 0 || rows < FEW) return [];
  return [toTimed('survival-thin', unit, { time: curve.times[at]! }, { few: FEW })];
}

/** The day up to which it is known who is there, after the columns that are computed with, where there are dates. */
function toToday(today: FrameColumn | undefined): Note[] {
  const day = today?.kind === 'number' ? today.values[0] : undefined;
  if (day === undefined || !Number.isFinite(day)) return [];
  return [{ why: 'survival-today', params: { date: toLabel(day, 'day') } }];
}

/** There are words for each unit; where it is known, a tenth is enough. */
function toTimed(
  why: string,
  unit: string,
  times: Readonly<Record<string, number>>,
  others: Note['params'],
): Note {
  if (unit === '') return { why, params: { ...times, ...others } };
  const short = Object.entries(times).map(([name, time]) => [name, Math.round(time * 10) / 10]);
  return { why: `${why}-${unit}`, params: { ...Object.fromEntries(short), ...others } };
}
