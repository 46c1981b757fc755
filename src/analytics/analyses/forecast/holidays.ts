import type { Note } from '../../../lib/note';
import { toMisfit } from '../../core/check';
import type { GivenColumn } from '../../frame';
import { LAST_ARRANGED_YEAR, toldYears } from '../../time/chinaHolidays';
import { toDay } from '../../time/days';
import { holidayNames } from '../../time/holidayNames';
import { findKnownDays, type Country } from '../../time/holidays';
import { type ChosenRegression, findHolidayEffects, type HolidayEffect } from '../../time/regressionChoice';
import type { Unit } from '../../time/periods';
import type { Trial } from '../../time/trial';
import { toColumnsOf, toNamed } from '../columns';
import type { Run, SeriesRead } from '../series';

/** Whether holidays are among what is forecast by, and whose: of days alone, as a week or a month has parts of some. */
export function maybeCountry(
  { unit, series, last }: SeriesRead,
  { method, holidays }: { method: string; holidays: Country | 'none' },
): Country | undefined {
  if (method !== 'regression' || holidays === 'none' || unit !== 'day') return undefined;
  const { from, end } = findKnownDays(holidays);
  const first = series.reduce((least, one) => Math.min(least, one.first), Infinity);
  if (last < from || first >= end)
    throw toMisfit('holidays-unknown', { from: toldYears.from, to: toldYears.to });
  return holidays;
}

interface Effects {
  run: Run<Trial>;
  effects: HolidayEffect[];
}

/** What a day of each holiday adds, by series: as a table, and in words. */
export function describeHolidays(
  runs: readonly Run<Trial>[],
  country: Country,
  { by, horizon }: { by: string; horizon: number },
): { tables: Record<string, GivenColumn[]>; notes: Note[] } {
  const all = runs.map((run) => ({
    run,
    effects: findHolidayEffects(run.model as ChosenRegression, horizon),
  }));
  return { tables: { holidays: toTable(all, by) }, notes: toNotes(all, country, horizon) };
}

function toTable(all: readonly Effects[], by: string): GivenColumn[] {
  const rows = all.flatMap(({ run, effects }) => effects.map((effect) => ({ run, ...effect })));
  const { doubles, counts, words } = toColumnsOf(rows);
  return toNamed(by, rows, ({ run }) => run.name, [
    words('holiday', ({ name }) => holidayNames[name][0]),
    words('holiday_zh', ({ name }) => holidayNames[name][1]),
    counts('days', ({ days }) => days),
    counts('days_ahead', ({ ahead }) => ahead),
    doubles('effect', ({ effect }) => effect?.value),
    doubles('std_error', ({ effect }) => effect?.error),
    doubles('p_value', ({ effect }) => effect?.pValue),
  ]);
}

const ALPHA = 0.05;
const MOST_TOLD = 3;

function toNotes(all: readonly Effects[], country: Country, horizon: number): Note[] {
  // all end together, so that the longest has the days of all
  const longest = all.reduce((a, b) => (b.run.series.values.length > a.run.series.values.length ? b : a));
  const { first, values } = longest.run.series;
  const end = first + values.length + horizon;
  const sum = (effects: readonly HolidayEffect[], read: (effect: HolidayEffect) => number) =>
    effects.reduce((count, effect) => count + read(effect), 0);
  const free = longest.effects.filter(({ name }) => name !== 'make-up-work');
  const known = findKnownDays(country);
  const beyond = Math.max(0, known.from - first) + Math.max(0, end - known.end);
  const byLaw = Math.min(end, known.end) - Math.max(first, toDay(LAST_ARRANGED_YEAR + 1, 1, 1));
  const unseen = sum(longest.effects, ({ effect, ahead }) => (effect ? 0 : ahead));
  const { from, to, last } = toldYears;
  return [
    {
      why: 'forecast-holidays',
      params: { country, days: sum(free, ({ days }) => days), ahead: sum(free, ({ ahead }) => ahead) },
    },
    ...(all.length === 1 ? toEffectNotes(longest.effects) : []),
    ...toCount('forecast-holidays-unseen', unseen, {}),
    ...toCount('forecast-holidays-beyond', beyond, { from, to }),
    ...(country === 'china' ? toCount('forecast-holidays-by-law', byLaw, { last }) : []),
  ];
}

/** Those that chance alone would hardly give, the clearest first. */
function toEffectNotes(effects: readonly HolidayEffect[]): Note[] {
  const clear = effects
    .flatMap(({ name, effect }) => (effect && effect.pValue < ALPHA ? [{ name, ...effect }] : []))
    .sort((a, b) => a.pValue - b.pValue);
  if (clear.length === 0)
    return effects.some(({ effect }) => effect) ? [{ why: 'forecast-holidays-unclear', params: {} }] : [];
  return clear.slice(0, MOST_TOLD).map(({ name, value, error }) => ({
    why: value > 0 ? 'forecast-holiday-more' : 'forecast-holiday-less',
    params: { holiday: name, effect: Math.abs(value), error },
  }));
}

function toCount(why: string, count: number, params: Note['params']): Note[] {
  return count > 0 ? [{ why, params: { count, ...params } }] : [];
}

/** Where holidays were asked for, but the dates came to be put together by more than a day. */
export function toUnused(
  unit: Unit,
  { method, holidays, unit: asked }: { method: string; holidays: string; unit: string },
): Note[] {
  const isUnused = method === 'regression' && holidays !== 'none' && asked === 'auto' && unit !== 'day';
  return isUnused ? [{ why: 'forecast-holidays-by-day', params: {} }] : [];
}
