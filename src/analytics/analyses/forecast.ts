import type { Note } from '../../lib/note';
import { MAIN } from '../../table/kept';
import { toMedian, toSorted } from '../describe/quantiles';
import type { Analysis, GivenColumn } from '../frame';
import type { TimeModel } from '../time/methods';
import { seasons, toLabel, toStart, type Unit } from '../time/periods';
import { runTrial, type Trial, type Way } from '../time/trial';
import type { Country } from '../time/holidays';
import { toColumnsOf, toNamed } from './columns';
import { describeHolidays, maybeCountry, toUnused } from './forecast/holidays';
import { readSeries, runEach, toPeriodRows, type Run, type SeriesRead, type SeriesSettings } from './series';

export interface ForecastSettings extends SeriesSettings {
  /** Periods to come; null for what is usual for the unit. */
  horizon: number | null;
  method: Way;
  /** Whose holidays count where it is by regression. */
  holidays: Country | 'none';
  level: number;
}

/** A season, or as far as one plans where there is none. */
const usualHorizons: Record<Unit, number> = { day: 14, week: 12, month: 12, quarter: 4, year: 5 };

/** Each series as it was and as it will be; how each way did on the last values; which model it came to. */
export const analyse: Analysis<ForecastSettings> = (frame, settings, { onProgress }) => {
  const read = readSeries(frame, settings);
  const { series, unit } = read;
  const horizon = settings.horizon ?? usualHorizons[unit];
  const options = {
    way: settings.method,
    season: seasons[unit],
    horizon,
    level: settings.level,
    origins: series.length <= FEW_SERIES ? 4 : 1,
  };
  const country = maybeCountry(read, settings);
  const { runs, tooShort } = runEach(
    read,
    (values, first) =>
      runTrial(values, {
        ...options,
        ...(unit === 'day' && { calendar: { first, ...(country && { country }) } }),
      }),
    onProgress,
  );
  const counted = country && describeHolidays(runs, country, { by: settings.by, horizon });
  return {
    tables: {
      [MAIN]: toMainColumns(runs, read, settings.by, horizon),
      backtest: toBacktest(runs, settings.by),
      models: toModels(runs, settings.by),
      ...counted?.tables,
    },
    notes: [
      toLead(runs, read, { how: settings.how, horizon }),
      ...toTestNotes(runs, settings.method),
      ...(counted?.notes ?? toUnused(unit, settings)),
      ...tooShort,
      ...(runs.some(({ period }) => period === 1) && seasons[unit] > 1
        ? [{ why: 'forecast-no-season', params: { needed: 2 * seasons[unit] + 1 } }]
        : []),
      ...read.notes,
    ],
  };
};

/** For more than these, one forecast of what is known is made of each, so that a thousand take a minute or less. */
const FEW_SERIES = 50;

function toMainColumns(
  runs: readonly Run<Trial>[],
  { unit, last }: SeriesRead,
  by: string,
  horizon: number,
): GivenColumn[] {
  interface Row {
    run: Run<Trial>;
    period: number;
    value?: number;
    step?: number;
  }
  const rows = runs.flatMap((run): Row[] => [
    ...toPeriodRows([run]),
    ...Array.from({ length: horizon }, (_, step) => ({ run, period: last + 1 + step, step })),
  ]);
  const { doubles, flags } = toColumnsOf(rows);
  const coming = (name: string, of: (forecast: Trial['forecast']) => Float64Array) =>
    doubles(name, ({ run, step }) => (step === undefined ? undefined : of(run.forecast)[step]));
  return toNamed(by, rows, ({ run }) => run.name, [
    doubles('date', ({ period }) => toStart(period, unit)),
    doubles('value', ({ value }) => value),
    coming('forecast', ({ mean }) => mean),
    coming('low', (forecast) => toBounds(forecast).lower),
    coming('high', (forecast) => toBounds(forecast).upper),
    flags('is_forecast', ({ step }) => step !== undefined),
  ]);
}

function toBounds({ intervals }: Trial['forecast']) {
  return intervals[0]!;
}

function toBacktest(runs: readonly Run<Trial>[], by: string): GivenColumn[] {
  const rows = runs.flatMap(({ name, tested }) => tested.map((test) => ({ name, ...test })));
  const { doubles, counts, words } = toColumnsOf(rows);
  return toNamed(by, rows, ({ name }) => name, [
    words('method', ({ method }) => method),
    doubles('mae', ({ accuracy }) => accuracy.mae),
    doubles('rmse', ({ accuracy }) => accuracy.rmse),
    doubles('smape', ({ accuracy }) => accuracy.smape),
    doubles('mase', ({ accuracy }) => accuracy.mase),
    doubles('coverage_95', ({ coverage }) => coverage),
    counts('values', ({ accuracy }) => accuracy.count),
  ]);
}

function toModels(runs: readonly Run<Trial>[], by: string): GivenColumn[] {
  const { doubles, counts, words } = toColumnsOf(runs);
  return toNamed(by, runs, ({ name }) => name, [
    words('method', ({ method }) => method),
    words('model', ({ model }) => toModelName(model)),
    doubles('aicc', ({ model }) => toAicc(model)),
    counts('period', ({ period }) => period),
    counts('periods', ({ series }) => series.values.length),
    counts('filled', ({ series }) => series.filled),
  ]);
}

function toModelName(model: TimeModel): string {
  if (model.kind === 'naive') return model.way === 'seasonal' ? 'seasonal naive' : 'naive';
  return model.kind === 'theta' ? 'Theta' : model.name;
}

function toAicc(model: TimeModel): number | undefined {
  return model.kind === 'ets' || model.kind === 'arima' ? model.aicc : undefined;
}

/** Sums add up over series and periods; means are those of the series, or of the periods. */
function toLead(
  runs: readonly Run<Trial>[],
  { unit, last }: SeriesRead,
  { how, horizon }: { how: 'sum' | 'mean'; horizon: number },
): Note {
  const sum = (read: (run: Run<Trial>) => number) => runs.reduce((all, run) => all + read(run), 0);
  const next = sum(({ forecast }) => forecast.mean[0]!);
  const all = sum(({ forecast }) => forecast.mean.reduce((part, value) => part + value, 0));
  const params = {
    period: toLabel(last + 1, unit),
    until: toLabel(last + horizon, unit),
    count: horizon,
    value: how === 'sum' ? next : next / runs.length,
    whole: how === 'sum' ? all : all / runs.length / horizon,
  };
  if (runs.length > 1) return { why: `forecast-many-${how}`, params: { ...params, series: runs.length } };
  const { lower, upper } = toBounds(runs[0]!.forecast);
  return {
    why: horizon > 1 ? `forecast-${how}` : 'forecast-one',
    params: { ...params, low: lower[0]!, high: upper[0]! },
  };
}

/** How far off each way was, and what that says of the one that was taken. */
function toTestNotes(runs: readonly Run<Trial>[], way: Way): Note[] {
  const first = runs[0]!;
  const model = toModelName(first.model);
  const chosen =
    runs.length > 1
      ? way === 'auto'
        ? [{ why: 'forecast-ways', params: countWays(runs) }]
        : []
      : [{ why: way === 'auto' ? 'forecast-chosen' : 'forecast-asked', params: { model } }];
  const measured = runs.flatMap(({ tested, method }) => {
    const own = tested.find((test) => test.method === method);
    return own ? [{ error: own.accuracy.smape, naive: tested[0]!.accuracy.smape }] : [];
  });
  if (measured.length === 0) return [...chosen, { why: 'forecast-untested', params: {} }];
  const middle = (read: (one: { error: number; naive: number }) => number) =>
    toMedian(toSorted(Float64Array.from(measured, read)))!;
  const params = { error: middle(({ error }) => error), naive: middle(({ naive }) => naive) };
  const against = first.period > 1 ? 'season' : 'last';
  const isNaive = runs.every(({ method, tested }) => method === tested[0]?.method);
  const why = isNaive ? `forecast-naive-${against}` : `forecast-error-${against}`;
  const isWorse = !isNaive && params.error >= params.naive;
  return [...chosen, { why, params }, ...(isWorse ? [{ why: 'forecast-no-better', params: {} }] : [])];
}

function countWays(runs: readonly Run<Trial>[]) {
  const count = (is: (method: string) => boolean) => runs.filter(({ method }) => is(method)).length;
  return {
    ets: count((method) => method === 'ets'),
    theta: count((method) => method === 'theta'),
    naive: count((method) => method.endsWith('naive')),
  };
}
