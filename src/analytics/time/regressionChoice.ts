/**
 * The regression that suits a series: a line, the season, and holidays. A season of a few rows has a coefficient for each of its places, as
 * waves; of a longer one there are as many waves as have the smallest AICc (Hyndman, Athanasopoulos 2021, §7.4 and 7.5).
 */
import { toTwoTails } from '../core/distributions/student';
import { applyQt, factorQr } from '../core/qr';
import { dot } from '../core/sums';
import type { Forecast, ForecastOptions } from './forecast';
import type { HolidayName } from './holidayNames';
import { toHolidayColumns, type Country, type HolidayColumns } from './holidays';
import {
  fitSeasonRegression,
  forecastSeasonRegression,
  type SeasonRegression,
  toPlanColumns,
} from './regression';

/** Of rows that are days. */
export interface Calendar {
  /** The first row's day, from 1970-01-01. */
  first: number;
  /** Whose holidays count. */
  country?: Country;
}

export interface ChosenRegression {
  kind: 'regression';
  /** Its parts, as R writes them: `regression(trend + season(7) + fourier(365.25, 2) + holidays)`. */
  name: string;
  fit: SeasonRegression;
  /** Holidays that rows fall on; the last columns of the fit. */
  holidays: HolidayName[];
  calendar: Calendar | undefined;
}

/** What a day of a holiday adds to what the line and the season say. */
export interface HolidayEffect {
  name: HolidayName;
  /** How many rows fall on it, and how many to come. */
  days: number;
  ahead: number;
  /** None where no row falls on it, or where other columns say the same. */
  effect?: { value: number; error: number; pValue: number };
}

/** Seasons up to this are fitted place by place. */
const MOST_PLACES = 12;
const MOST_WAVES = 6;
const YEAR = 365.25;

export function chooseRegression(
  series: Float64Array,
  { period = 1, calendar }: { period?: number; calendar?: Calendar } = {},
): ChosenRegression {
  const rows = series.length;
  const { names, columns } = toColumns(calendar, 0, rows);
  const short = period > 1 && period <= MOST_PLACES ? [{ period, waves: Math.floor(period / 2) }] : [];
  const long = period > MOST_PLACES ? period : calendar && rows > 2 * YEAR ? YEAR : undefined;
  const without = [...toPlanColumns({ hasTrend: true, seasons: short }, 0, rows), ...columns];
  const waves = long ? countWaves(series, without, long) : 0;
  const seasons = long && waves > 0 ? [...short, { period: long, waves }] : short;
  const fit = fitSeasonRegression(series, { seasons, columns });
  return { kind: 'regression', name: toName(fit, names), fit, holidays: names, calendar };
}

/** The models are nested, so that one factoring has the squares that each of them leaves: what is below its columns. */
function countWaves(series: Float64Array, without: readonly Float64Array[], period: number): number {
  const rows = series.length;
  const room = Math.floor((rows - without.length - 3) / 2);
  const most = Math.max(0, Math.min(MOST_WAVES, room));
  const turns = toPlanColumns({ hasTrend: false, seasons: [{ period, waves: most }] }, 0, rows);
  const qr = factorQr([new Float64Array(rows).fill(1), ...without, ...turns].map((column) => column.slice()));
  const rest = series.slice();
  applyQt(qr, rest);
  const kept = qr.order.subarray(0, qr.rank);
  const scores = Array.from({ length: most + 1 }, (_, waves) => {
    const columns = kept.filter((place) => place <= without.length + 2 * waves).length;
    return scoreAicc({ rows, columns, squares: dot(rest.subarray(columns), rest.subarray(columns)) });
  });
  return scores.indexOf(Math.min(...scores));
}

function toName({ plan }: SeasonRegression, holidays: readonly HolidayName[]): string {
  const seasons = plan.seasons.map(({ period, waves }) =>
    period <= MOST_PLACES ? `season(${period})` : `fourier(${period}, ${waves})`,
  );
  return `regression(${['trend', ...seasons, ...(holidays.length > 0 ? ['holidays'] : [])].join(' + ')})`;
}

export function forecastRegression(
  { fit, holidays, calendar }: ChosenRegression,
  { horizon = 12, ...options }: Partial<ForecastOptions> = {},
): Forecast {
  const ahead = toColumns(calendar, fit.rows, horizon);
  const columns = holidays.map(
    (name) => ahead.columns[ahead.names.indexOf(name)] ?? new Float64Array(horizon),
  );
  return forecastSeasonRegression(fit, { horizon, columns, ...options });
}

/** The holidays of the rows and of those to come, by name. */
export function findHolidayEffects(
  { fit, holidays, calendar }: ChosenRegression,
  horizon: number,
): HolidayEffect[] {
  const [past, ahead] = [toColumns(calendar, 0, fit.rows), toColumns(calendar, fit.rows, horizon)];
  const count = ({ names, columns }: HolidayColumns, name: HolidayName) =>
    columns[names.indexOf(name)]?.reduce((sum, value) => sum + value, 0) ?? 0;
  const first = fit.coefficients.length - holidays.length;
  return [...new Set([...past.names, ...ahead.names])].sort().map((name) => {
    const at = holidays.indexOf(name);
    const counts = { name, days: count(past, name), ahead: count(ahead, name) };
    if (at < 0 || fit.aliased.includes(at)) return counts;
    const [value, error] = [fit.coefficients[first + at]!, fit.errors[first + at]!];
    return { ...counts, effect: { value, error, pValue: toTwoTails(value / error, fit.freedom) } };
  });
}

export function toAicc({ rows, freedom, variance }: SeasonRegression): number {
  return scoreAicc({ rows, columns: rows - freedom, squares: variance * freedom });
}

/** Of normal errors, as R's forecast counts it: the variance is a parameter too. */
function scoreAicc({ rows, columns, squares }: { rows: number; columns: number; squares: number }): number {
  const parameters = columns + 1;
  if (rows - parameters - 1 <= 0) return Infinity;
  const aic = rows * Math.log(squares / rows) + 2 * parameters;
  return aic + (2 * parameters * (parameters + 1)) / (rows - parameters - 1);
}

function toColumns(calendar: Calendar | undefined, from: number, rows: number): HolidayColumns {
  if (calendar?.country === undefined) return { names: [], columns: [] };
  const first = calendar.first + from;
  const starts = Int32Array.from({ length: rows }, (_, at) => first + at);
  return toHolidayColumns(starts, first + rows, calendar.country);
}
