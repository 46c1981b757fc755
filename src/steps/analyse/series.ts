import { quoteName } from '../../sql/quote';
import type { Column } from '../../table/column';
import type { Fields, Loose, SettingsOf } from '../field';
import { choice, column, maybeNumber } from '../field';
import { isMoment } from '../shape/moments';
import type { StepContext, StepKind } from '../step';
import { toStep } from '../step';
import { asDate, toMain } from './rows';
import { checkDay, suggestAmount, toNumberNames } from './suggested';

/** What every analysis over time is told: whose values, and by which periods. */
const seriesFields = {
  date: column({ families: ['date'] }),
  value: column({ families: ['number'], optional: true }),
  how: choice(['sum', 'mean'], { when: ({ value }) => Boolean(value) }),
  unit: choice(['auto', 'day', 'week', 'month', 'quarter', 'year']),
  by: column({ optional: true }),
  gaps: choice(['usual', 'zero', 'previous', 'interpolate']),
};

export const seasonField = maybeNumber({ min: 2, max: 400, whole: true });

type SeriesSettings = SettingsOf<typeof seriesFields>;

interface SeriesStep<F extends Fields> {
  step: string;
  /** What it is told beside the series. */
  fields: F;
  /** What the analysis is told of that. */
  toOwn: (settings: SettingsOf<F>) => Loose;
  /** Columns of the main table that are days. */
  days: readonly string[];
}

/** A step that asks the analysis of its name about each series. */
export function toSeriesStep<const F extends Fields>({ step, fields, toOwn, days }: SeriesStep<F>): StepKind {
  return toStep<typeof seriesFields>({
    step,
    family: 'analyse',
    fields: { ...seriesFields, ...fields },
    suggest: suggestSeries,
    check: checkDay,
    task: (settings, context) => ({
      sql: toSeriesInput(settings, context),
      analysis: step,
      settings: { ...toSeriesSettings(settings), ...toOwn(settings as SeriesSettings & SettingsOf<F>) },
      seed: 0,
    }),
    make: (_, context) => toMain(context, days.map(asDate)),
  });
}

export function suggestSeries({
  columns,
  column: chosen,
}: {
  columns: readonly Column[];
  column?: string;
}): Loose {
  const moments = columns.filter(({ type }) => isMoment(type)).map(({ name }) => name);
  const pick = (names: readonly string[], otherwise: string | undefined) =>
    chosen !== undefined && names.includes(chosen) ? chosen : otherwise;
  return { date: pick(moments, moments[0]), value: pick(toNumberNames(columns), suggestAmount(columns)) };
}

/** Sums by day, or by the period that is asked for: so few rows that the rest is done outside the engine. */
function toSeriesInput({ date, value, unit, by }: SeriesSettings, { from }: StepContext): string {
  const number = value === '' ? '' : `CAST(${quoteName(value)} AS DOUBLE)`;
  const finite = `FILTER (WHERE isfinite(${number}))`;
  const read = [
    `${toDay(date, unit)} AS "day"`,
    `${number ? `fsum(${number}) ${finite}` : 'CAST(count(*) AS DOUBLE)'} AS "sum"`,
    `CAST(count(*) AS DOUBLE) AS "rows"`,
    `CAST(count(*)${number && ` ${finite}`} AS DOUBLE) AS "known"`,
    ...(by ? [`CAST(${quoteName(by)} AS VARCHAR) AS "series"`] : []),
  ];
  return `SELECT ${read.join(', ')}\nFROM ${from}\nGROUP BY ALL\nORDER BY ${by ? '"series" NULLS LAST, ' : ''}"day"`;
}

/** The day, or the first of its period, as days from 1970-01-01; none where a date is missing or infinite. */
export function toDay(date: string, unit: SeriesSettings['unit'] = 'day'): string {
  const it = `CAST(${quoteName(date)} AS DATE)`;
  const first = unit === 'auto' || unit === 'day' ? it : `CAST(date_trunc('${unit}', ${it}) AS DATE)`;
  return `CASE WHEN isfinite(${it}) THEN CAST(date_diff('day', DATE '1970-01-01', ${first}) AS DOUBLE) END`;
}

function toSeriesSettings({ value, how, unit, by, gaps }: SeriesSettings) {
  return { how: value === '' ? 'sum' : how, unit, by, gaps };
}
