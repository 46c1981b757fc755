import { daysIn } from '../../lib/daysIn';
import { quoteName } from '../../sql/quote';
import { MAIN } from '../../table/kept';
import { column, number } from '../field';
import { toStep } from '../step';
import { findColumn } from '../write';
import { toLeftOutSql, toOwnTable, toVisited } from './own';
import { asDate, asType, toMain } from './rows';
import { checkDay, checkTwo, suggestOrders } from './suggested';

/** What each customer is worth in the months to come, by when and for how much each has ordered. */
export const lifetimeValue = toStep({
  step: 'lifetimeValue',
  family: 'analyse',
  fields: {
    customer: column(),
    date: column({ families: ['date'] }),
    amount: column({ families: ['number'] }),
    horizon: number({ otherwise: 12, min: 1, max: 120, whole: true }),
    discount: number({ otherwise: 10, min: 0, max: 100 }),
  },
  suggest: suggestOrders,
  check: (settings, context) => checkTwo([settings.customer, settings.amount]) ?? checkDay(settings, context),
  task: ({ horizon, discount, ...orders }, { from }) => ({
    sql: toBuyerInput(orders, horizon, from),
    analysis: 'lifetimeValue',
    settings: { customer: orders.customer, horizon, discount: discount / 100 },
    seed: 0,
  }),
  make({ customer }, context) {
    const [who] = context.done!.tables[MAIN]!.columns;
    const { type } = findColumn(context.columns, customer)!;
    return toMain(context, [asType(who!.name, type), asDate('last_order')]);
  },
});

interface Orders {
  readonly customer: string;
  readonly date: string;
  readonly amount: string;
}

/**
 * A row a customer: how many days with an order, when the first and the last was, and their value. The same is counted up to `cut`, with
 * what came after it and in as many days before it, so that the model can be tested on what is known.
 */
function toBuyerInput({ customer, date, amount }: Orders, horizon: number, from: string): string {
  const who = quoteName(customer);
  const value = `CAST(${quoteName(amount)} AS DOUBLE)`;
  const isTaken = `${toVisited({ customer, date })} AND isfinite(${value})`;
  const days = (one: string, other: string) => `CAST(date_diff('day', ${one}, ${other}) AS DOUBLE)`;
  const count = (condition: string) => `CAST(count(*) FILTER (${condition}) AS DOUBLE)`;
  const [taken, orders, ends] = ['taken', 'orders', 'ends'].map((name) => toOwnTable(from, name));
  return [
    `WITH ${taken} AS (`,
    `  SELECT CAST(${who} AS VARCHAR) AS who, CAST(${quoteName(date)} AS DATE) AS day, fsum(${value}) AS value`,
    `  FROM ${from} WHERE ${isTaken}`,
    '  GROUP BY ALL',
    `), ${orders} AS (SELECT *, min(day) OVER (PARTITION BY who) AS first FROM ${taken} WHERE value > 0),`,
    `${ends} AS (`,
    `  SELECT today, held, today - held AS cut, today - 2 * held AS before, (SELECT count(*) FROM ${taken} WHERE value <= 0) AS worthless,`,
    `    ${toLeftOutSql(from, isTaken)}`,
    '  FROM (',
    `    SELECT max(day) AS today, CAST(least(${Math.round(horizon * daysIn.month)}, (max(day) - min(day)) // 3) AS INTEGER) AS held`,
    `    FROM ${orders}`,
    '  )',
    ')',
    `SELECT who, ${count('true')} AS orders, ${days("DATE '1970-01-01'", 'max(day)')} AS last, ${days('min(day)', 'max(day)')} AS recency,`,
    `  ${days('min(day)', 'any_value(today)')} AS age, fsum(value) / count(*) AS mean,`,
    `  ${count('day <= cut')} AS known, coalesce(${days('min(day)', 'max(day) FILTER (day <= cut)')}, 0) AS known_recency,`,
    `  ${days('min(day)', 'any_value(cut)')} AS known_age, ${count('day > cut')} AS held, ${count('day > before AND day <= cut AND day > first')} AS before,`,
    ...['worthless', 'left_out', 'all_rows'].map(
      (name) => `  CAST(any_value(${name}) AS DOUBLE) AS ${name},`,
    ),
    `  CAST(any_value(${ends}.held) AS DOUBLE) AS held_days`,
    `FROM ${orders} CROSS JOIN ${ends}`,
    'GROUP BY who',
    'ORDER BY who',
  ].join('\n');
}
