import { chain, chart, input, query, table, text } from '../draft';
import { toPurchasesSql } from '../purchases';
import type { DraftCell } from '../template';
import type { Parts } from './part';
import {
  toKpis,
  toLost,
  toMonthCharts,
  toMonthFigures,
  toMonths,
  toNobody,
  toNotes,
  toTopChart,
  toTopRows,
  toWorth,
} from './part';

/** Customers who just stop coming: gone is who has been silent for longer than a slider says. */
export function toChurnOfOrders(parts: Parts): DraftCell[] {
  const { words, cell, has, given, at, q, f, known, joined, clean } = parts;
  const { fields, orders } = words;
  const quiet = `CAST($${cell.quiet} AS INTEGER)`;
  const last = `(SELECT max(${q('date')}) FROM ${at('purchases')})`;
  const numbers = [
    fields.quietDays,
    fields.tenure,
    fields.orders,
    fields.recent,
    ...(has('amount') ? [fields.average] : []),
  ];

  return [
    text(orders.head(cell.figures, cell.quiet)),
    input(cell.quiet, 'slider', { label: orders.quietLabel, min: 30, max: 365, step: 5, value: 180 }),
    ...toKpis(parts),
    text(words.monthsHead),
    ...toMonthCharts(parts),
    text(orders.retentionHead),
    chart(cell.retention, cell.cohorts, 'heat', {
      title: orders.retention,
      x: { column: fields.period, bins: 200 },
      y: { column: fields.cohort, unit: 'month' },
      color: { column: fields.back, aggregate: 'mean', format: 'percent', title: fields.back },
    }),
    chart(cell.returnCurve, cell.returned, 'line', {
      title: orders.returnCurve,
      x: fields.period,
      y: { column: fields.back, aggregate: 'none', format: 'percent' },
      lower: fields.low,
      upper: fields.high,
      curve: 'steps',
    }),
    text((has('amount') ? orders.riskHead : orders.riskHeadPlain)(cell.riskFigures, cell.quiet)),
    chart(
      cell.chances,
      cell.risk,
      'histogram',
      {
        title: orders.chances,
        x: { column: fields.chance, bins: 20 },
        y: { aggregate: 'count', title: fields.customers },
      },
      { width: 'half' },
    ),
    chart(
      cell.importance,
      cell.model,
      'bar',
      {
        title: orders.importance,
        table: 'importance',
        // a column below zero has told nothing
        where: 'importance > 0',
        x: { column: 'column', sort: 'value' },
        y: { column: 'importance', aggregate: 'mean', title: fields.weight },
        direction: 'across',
      },
      { width: 'half' },
    ),
    chart(cell.believed, cell.model, 'line', {
      title: orders.believed,
      table: 'calibration',
      x: { column: 'predicted', title: fields.foretold, format: 'percent' },
      y: { column: 'observed', aggregate: 'none', title: fields.observed, format: 'percent' },
      dots: true,
      diagonal: true,
    }),
    toTopChart(parts, {
      chart: cell.riskTop,
      rows: cell.riskRows,
      title: has('amount') ? orders.riskTable : orders.riskTablePlain,
      by: has('amount') ? 'stake' : 'chance',
    }),
    table(
      cell.risk,
      cell.scored,
      [
        {
          step: 'sql',
          query: `SELECT ${[
            `this.${q('customer')}`,
            ...known,
            `this.last_order AS ${f('last')}`,
            ...(has('amount') ? [] : [`this.${f('orders')}`]),
            ...(has('amount') ? [`this.year_sales AS ${f('yearSales')}`] : []),
            `round(100 * this.probability, 1) AS ${f('chance')}`,
            ...(has('amount') ? [`round(this.probability * this.year_sales, 2) AS ${f('stake')}`] : []),
          ].join(', ')}
FROM this${joined}
WHERE this.probability IS NOT NULL
ORDER BY ${has('amount') ? 'this.probability * this.year_sales' : 'this.probability'} DESC, this.${q('customer')}`,
        },
      ],
      { rows: 20, caption: has('amount') ? orders.riskTable : orders.riskTablePlain },
    ),
    ...toLost(parts, 'last_order'),
    toNotes(
      parts,
      [orders.notes(cell.figures, cell.quiet), ...(has('amount') ? [orders.notesAmount] : [])].join('\n\n'),
    ),
    ...clean,
    query(cell.purchases, toPurchasesSql(cell.clean, given, words)),
    query(
      cell.gaps,
      `-- days between two orders of a customer
SELECT date_diff('day', lag(day) OVER (PARTITION BY ${q('customer')} ORDER BY day), day) AS gap
FROM (SELECT DISTINCT ${q('customer')}, CAST(${q('date')} AS DATE) AS day FROM ${at('purchases')})
QUALIFY gap IS NOT NULL`,
    ),
    query(
      cell.stays,
      `SELECT *, CASE WHEN ended IS NULL THEN 0 ELSE 100 END AS ${f('share')}
FROM (
  SELECT
    ${q('customer')},
    ${has('channel') ? `arg_min(${q('channel')}, ${q('date')}) AS ${q('channel')},\n    ` : ''}CAST(min(${q('date')}) AS DATE) AS began,
    CAST(max(${q('date')}) AS DATE) AS last_order,
    list_sort(list(DISTINCT CAST(${q('date')} AS DATE)))[2] AS again,
    CASE
      WHEN CAST(max(${q('date')}) AS DATE) + ${quiet} <= CAST(${last} AS DATE)
      THEN CAST(max(${q('date')}) AS DATE) + ${quiet}
    END AS ended,
    CAST(${last} AS DATE) AS today,
    count(*) AS orders${has('amount') ? `,\n    sum(${q('amount')}) AS sales` : ''}
  FROM ${at('purchases')}
  GROUP BY ${q('customer')}
)`,
    ),
    ...toMonths(parts, `(SELECT min(began) + ${quiet} FROM ${at('stays')})`),
    query(
      cell.figures,
      `SELECT
  count(*) AS customers,
  count(*) FILTER (ended IS NOT NULL) AS gone,
  count(*) FILTER (ended IS NOT NULL) / nullif(count(*), 0) AS gone_share,
  count(*) FILTER (ended IS NULL) AS active,
  max(today) AS last,
  (SELECT quantile_disc(gap, 0.5) FROM ${at('gaps')}) AS half_gap,
  (SELECT quantile_disc(gap, 0.9) FROM ${at('gaps')}) AS most_gap,
  ${toMonthFigures(parts)},
  ${toNobody(parts)}
FROM ${at('stays')}`,
    ),
    chain(cell.cohort, cell.purchases, [
      { step: 'cohort', customer: words.columns.customer, date: words.columns.date, unit: 'month' },
    ]),
    query(
      cell.cohorts,
      `-- the last twelve months of first orders, and up to twelve months after each
SELECT cohort AS ${f('cohort')}, period AS ${f('period')}, customers AS ${f('customers')}, share AS ${f('back')}
FROM ${at('cohort')}
WHERE period BETWEEN 1 AND 12
  AND cohort >= (SELECT max(cohort) FROM ${at('cohort')}) - INTERVAL 12 MONTH
ORDER BY cohort, period`,
    ),
    chain(cell.returns, cell.stays, [
      { step: 'survival', given: 'dates', start: 'began', end: 'again', unit: 'month' },
    ]),
    query(
      cell.returned,
      `SELECT time AS ${f('period')}, 1 - share AS ${f('back')}, 1 - upper AS ${f('low')}, 1 - lower AS ${f('high')}
FROM ${at('returns')}
ORDER BY time`,
    ),
    query(cell.past, toSnapshot(quiet)),
    query(cell.now, toSnapshot(undefined)),
    chain(cell.model, cell.past, [
      {
        step: 'learn',
        target: fields.left,
        as: 'class',
        columns: [...numbers, ...(has('channel') ? [words.columns.channel] : [])],
        method: 'linear',
        positive: 'true',
      },
    ]),
    chain(cell.scored, cell.now, [{ step: 'score', model: cell.model }]),
    toTopRows(parts, cell.risk, cell.riskRows, has('amount') ? 'stake' : 'chance'),
    toTopRows(parts, cell.lost, cell.lostRows, toWorth(parts)),
    query(
      cell.riskFigures,
      `SELECT
  count(*) AS active,
  count(*) FILTER (${f('chance')} > 50) AS likely,
  ${has('amount') ? `coalesce(sum(${f('stake')}), 0)` : 'NULL'} AS stake
FROM ${at('risk')}`,
    ),
  ];

  /** What was known on a day of each customer who was active then; and whether they came back after it. */
  function toSnapshot(before: string | undefined): string {
    const who = q('customer');
    const time = `CAST(${last} AS DATE)${before ? ` - ${before}` : ''}`;
    const rows = [
      who,
      ...(has('channel') ? [`arg_min(${q('channel')}, day) AS ${q('channel')}`] : []),
      'max(day) AS last_order',
      `date_diff('day', max(day), time) AS ${f('quietDays')}`,
      `date_diff('day', min(day), time) AS ${f('tenure')}`,
      `count(*) AS ${f('orders')}`,
      `count(*) FILTER (day > time - ${quiet}) AS ${f('recent')}`,
      ...(has('amount')
        ? [
            `ln(1 + greatest(avg(${q('amount')}), 0)) AS ${f('average')}`,
            `coalesce(sum(${q('amount')}) FILTER (day > time - 365), 0) AS year_sales`,
          ]
        : []),
      ...(before ? [`${who} NOT IN (SELECT ${who} FROM days WHERE day > time) AS ${f('left')}`] : []),
    ];
    return `WITH days AS (
  SELECT *, CAST(${q('date')} AS DATE) AS day, ${time} AS time FROM ${at('purchases')}
)
SELECT
  ${rows.join(',\n  ')}
FROM days
WHERE day <= time
GROUP BY ${who}, time
HAVING max(day) + ${quiet} > time
ORDER BY ${who}`;
  }
}
