import { quoteName } from '../../sql/quote';
import type { Column } from '../../table/column';
import type { Bins } from './bins';
import { toBinStartOfCell, toRawCellSql } from './bins';
import type { Aggregate, Channel } from './channel';
import { isMoment } from './channel';
import { toKeySql } from './keys';

/**
 * Rows are put together twice where that is cheaper: over all rows by what costs least, the day or the number of the bin as it comes
 * out, and over the few that this gives by what is meant, the month or the bin with what lies on its last edge.
 */
export interface TwoPasses {
  readonly first: string;
  /** What is meant, of what the first pass calls so. */
  toSecond(it: string): string;
}

export function toBinPasses(value: string, bins: Bins): TwoPasses | undefined {
  if (bins.log) return undefined;
  return {
    first: toRawCellSql(`CAST(${value} AS DOUBLE)`, bins),
    toSecond: (it) => toBinStartOfCell(it, bins),
  };
}

const ofDays = ['week', 'month', 'quarter', 'year', 'month-of-year', 'weekday'];

export function toDayPasses(channel: Channel, column: Column): TwoPasses | undefined {
  if (!isMoment(column.type) || !ofDays.includes(channel.unit ?? 'none')) return undefined;
  const day = { name: 'day', type: 'DATE' };
  const plain = toKeySql(channel, day);
  return {
    first: toKeySql({ unit: 'day' }, column),
    toSecond: (it) => plain.replaceAll(quoteName(day.name), it),
  };
}

/** What groups come to together, by what each of them came to; nothing where that does not say it. */
export function toTogether(aggregate: Aggregate, it: string): string | undefined {
  switch (aggregate) {
    case 'count':
      return `CAST(sum(${it}) AS BIGINT)`;
    case 'sum':
    case 'share':
      return `sum(${it})`;
    case 'least':
      return `min(${it})`;
    case 'greatest':
      return `max(${it})`;
    default:
      return undefined;
  }
}
