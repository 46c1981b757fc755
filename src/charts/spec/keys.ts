import { quoteName } from '../../sql/quote';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import { findColumn } from '../../steps/write';
import type { Aggregate, Channel, Unit } from './channel';
import { isMoment } from './channel';

/** How the values of a channel lie on an axis: beside one another, or along a line. */
export type Spread = 'names' | 'time' | 'numbers';

const cyclic: Partial<Record<Unit, (sql: string) => string>> = {
  'month-of-year': (it) => `month(${it})`,
  weekday: (it) => `isodow(${it})`,
  'hour-of-day': (it) => `hour(${it})`,
};

export const isCyclic = (unit: Unit | undefined): boolean => unit !== undefined && unit in cyclic;

/** What rows are put together by. */
export function toKeySql(channel: Channel, column: Column): string {
  const it = quoteName(column.name);
  const { unit = 'none' } = channel;
  if (isMoment(column.type) && unit !== 'none') {
    const plain = column.type === 'TIMESTAMP WITH TIME ZONE' ? `CAST(${it} AS TIMESTAMP)` : it;
    const written = cyclic[unit]?.(plain);
    if (written) return written;
    // the engine goes by days without reading the calendar
    if (unit === 'day') return column.type === 'DATE' ? it : `CAST(${plain} AS DATE)`;
    const isDay = !['hour', 'minute', 'second'].includes(unit);
    return `CAST(date_trunc('${unit}', ${plain}) AS ${isDay ? 'DATE' : 'TIMESTAMP'})`;
  }
  if (toFamily(column.type) === 'date' && !isMoment(column.type)) return `CAST(${it} AS VARCHAR)`;
  return it;
}

export function toSpread(channel: Channel, columns: readonly Column[]): Spread {
  const column = findColumn(columns, channel.column ?? '');
  if (!column) return 'names';
  if (isMoment(column.type)) return isCyclic(channel.unit) ? 'names' : 'time';
  return toFamily(column.type) === 'number' ? 'numbers' : 'names';
}

/** What is done with a measure of which nobody has said it. */
export function toAggregate(
  { aggregate, column }: Channel,
  columns: readonly Column[],
): Exclude<Aggregate, 'none'> {
  if (aggregate !== undefined && aggregate !== 'none') return aggregate;
  const found = findColumn(columns, column ?? '');
  if (!found) return 'count';
  const family = toFamily(found.type);
  return family === 'number' ? 'sum' : family === 'flag' ? 'mean' : 'distinct';
}

/** What the rows of a group come to. A share is the sum of which it is a share later, when all groups are known. */
export function toMeasureSql(aggregate: Exclude<Aggregate, 'none'>, column: Column | undefined): string {
  if (!column || aggregate === 'count') return column ? `count(${quoteName(column.name)})` : 'count(*)';
  const it = quoteName(column.name);
  const family = toFamily(column.type);
  // the engine adds no truths, and takes neither means nor medians of decimals with all their digits
  const number = family === 'flag' ? `CAST(${it} AS INTEGER)` : it;
  const exact = column.type.startsWith('DECIMAL') ? `CAST(${it} AS DOUBLE)` : number;
  switch (aggregate) {
    case 'sum':
    case 'share':
      return `sum(${number})`;
    case 'mean':
      return `avg(${exact})`;
    case 'median':
      return `median(${exact})`;
    case 'least':
      return `min(${number})`;
    case 'greatest':
      return `max(${number})`;
    case 'stddev':
      return `stddev_samp(${exact})`;
    case 'distinct':
      return `count(DISTINCT ${it})`;
  }
}

/** Whether what groups come to can be added up to what they come to together. */
export const isAdditive = (aggregate: Aggregate): boolean =>
  aggregate === 'count' || aggregate === 'sum' || aggregate === 'share';

const spans: readonly (readonly [Unit, number])[] = [
  ['second', 1 / 86_400],
  ['minute', 1 / 1440],
  ['hour', 1 / 24],
  ['day', 1],
  ['week', 7],
  ['month', 30.44],
  ['quarter', 91.3],
  ['year', 365.25],
];

/** The finest unit by which a span of time comes to no more than so many groups. */
export function chooseUnit(days: number, type: string, most: number): Unit {
  const fits = spans.find(([unit, length]) => {
    if (type === 'DATE' && ['second', 'minute', 'hour'].includes(unit)) return false;
    // weeks and quarters are asked for, as most people count by days, months and years
    if (unit === 'week' || unit === 'quarter') return false;
    return days / length + 1 <= most;
  });
  return fits?.[0] ?? 'year';
}
