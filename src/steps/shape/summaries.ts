import { quoteName } from '../../sql/quote';
import type { Column, Family } from '../../table/column';
import { toFamily } from '../../table/column';

/** What many values come to; the first is the number of rows. */
export const summaries = [
  'count',
  'present',
  'distinct',
  'sum',
  'mean',
  'median',
  'quantile',
  'mode',
  'first',
  'last',
  'least',
  'greatest',
  'list',
  'joined',
  'share',
  'stddev',
] as const;

export type Summary = (typeof summaries)[number];

const numeric: readonly Family[] = ['number', 'flag'];
const measured: readonly Family[] = ['number', 'flag', 'date'];

/** Families of columns that it can be made of; all of them, where none are named. */
export const summaryFamilies: Partial<Record<Summary, readonly Family[]>> = {
  sum: numeric,
  mean: measured,
  median: measured,
  quantile: measured,
  share: numeric,
  stddev: numeric,
};

export interface SummaryOptions {
  /** A share of one. */
  quantile: number;
  /** The number of a row. */
  row: string;
  /** What stands after `ORDER BY` for those that depend on an order; none means that of the rows. */
  order?: string | undefined;
}

/** A summary of the values of a column, or of rows. */
export function toSummarySql(
  summary: Summary,
  column: Column | undefined,
  { quantile, row, order }: SummaryOptions,
): string {
  if (!column || summary === 'count')
    return summary === 'share' ? 'count(*) / sum(count(*)) OVER ()' : 'count(*)';
  const it = quoteName(column.name);
  // the engine adds no truths, and rounds a median of decimals to the digits that they have
  const number = toFamily(column.type) === 'flag' ? `CAST(${it} AS INTEGER)` : it;
  const exact = column.type.startsWith('DECIMAL') ? `CAST(${it} AS DOUBLE)` : number;
  switch (summary) {
    case 'present':
      return `count(${it})`;
    case 'distinct':
      return `count(DISTINCT ${it})`;
    case 'sum':
      return `sum(${number})`;
    case 'mean':
      return `avg(${number})`;
    case 'median':
      return `median(${exact})`;
    case 'quantile':
      return `quantile_cont(${exact}, ${quantile})`;
    case 'mode':
      return `mode(${it})`;
    case 'first':
      return order ? `first(${it} ORDER BY ${order}, ${row})` : `arg_min_null(${it}, ${row})`;
    case 'last':
      return order ? `last(${it} ORDER BY ${order}, ${row})` : `arg_max_null(${it}, ${row})`;
    case 'least':
      return `min(${it})`;
    case 'greatest':
      return `max(${it})`;
    case 'list':
      return order ? `list(${it} ORDER BY ${order}, ${row})` : `list(${it})`;
    case 'joined':
      return `string_agg(DISTINCT CAST(${it} AS VARCHAR), ', ' ORDER BY CAST(${it} AS VARCHAR))`;
    case 'share':
      return `sum(${number}) / nullif(sum(sum(${number})) OVER (), 0)`;
    case 'stddev':
      return `stddev_samp(${number})`;
  }
}

/** Whether it depends on which row comes first. */
export function isOrdered(summary: Summary): boolean {
  return summary === 'first' || summary === 'last' || summary === 'list';
}
