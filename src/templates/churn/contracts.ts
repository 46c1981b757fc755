import { chain, chart, input, query, table, text } from '../draft';
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
  toTopRows,
  toWorth,
} from './part';

/** Customers who have a contract, which says when they left. */
export function toChurnOfContracts(parts: Parts): DraftCell[] {
  const { words, cell, has, at, q, f, known, joined, clean } = parts;
  const { fields, contracts } = words;
  const who = `nullif(trim(CAST(${q('customer')} AS VARCHAR)), '')`;
  const from = `CAST(${q('date')} AS DATE)`;
  const to = `CAST(${q('end')} AS DATE)`;
  const group = has('channel') ? [q('channel')] : [];
  const amount = has('amount') ? [q('amount')] : [];

  return [
    text(contracts.head(cell.figures, cell.ahead)),
    input(cell.ahead, 'slider', { label: contracts.aheadLabel, min: 7, max: 365, step: 1, value: 60 }),
    input(cell.grace, 'slider', { label: contracts.graceLabel, min: 0, max: 90, step: 1, value: 30 }),
    ...toKpis(parts),
    text(words.monthsHeadContracts),
    ...toMonthCharts(parts),
    text(contracts.survivalHead),
    chart(cell.survivalCurve, cell.returned, 'line', {
      title: contracts.survivalCurve,
      x: fields.period,
      y: { column: fields.stayed, aggregate: 'none', format: 'percent' },
      lower: fields.low,
      upper: fields.high,
      curve: 'steps',
    }),
    chart(cell.ageChart, cell.returns, 'bar', {
      title: contracts.ageChart,
      x: { column: fields.age, bins: 200 },
      y: { column: fields.rate, aggregate: 'mean', format: 'percent', title: fields.rate },
    }),
    text(contracts.endingHead),
    chart(
      cell.riskTop,
      cell.riskRows,
      'table',
      {
        title: contracts.endingTable,
        x: { column: fields.who, sort: 'value-up' },
        y: [{ column: fields.daysLeft, aggregate: 'least', title: fields.daysLeft }],
      },
      { left: true },
    ),
    table(
      cell.ending,
      cell.purchases,
      [
        {
          step: 'sql',
          query: `SELECT ${[
            `this.${q('customer')}`,
            ...known,
            ...group.map((name) => `this.${name}`),
            ...(has('amount') ? [`this.${q('amount')} AS ${f('value')}`] : []),
            `this.began AS ${f('began')}`,
            `this.ends AS ${f('ends')}`,
            `date_diff('day', this.today, this.ends) AS ${f('daysLeft')}`,
          ].join(', ')}
FROM this${joined}
WHERE this.ends > this.today AND this.ends <= this.today + CAST($${cell.ahead} AS INTEGER)
ORDER BY ${has('amount') ? `this.${q('amount')} DESC, ` : ''}this.ends, this.${q('customer')}`,
        },
      ],
      { rows: 20, caption: contracts.endingTable },
    ),
    ...toLost(parts, 'ended'),
    toNotes(parts, contracts.notes(cell.figures, cell.grace)),
    ...clean,
    query(
      cell.purchases,
      `WITH days AS (
  SELECT least(current_date, greatest(max(${from}), max(${to}))) AS today FROM ${at('clean')}
)
SELECT ${[`${who} AS ${q('customer')}`, ...group, ...amount].join(', ')},
  ${from} AS began, ${to} AS ends, today
FROM ${at('clean')} CROSS JOIN days
WHERE ${who} IS NOT NULL AND ${from} <= today AND (${to} IS NULL OR ${to} >= ${from})`,
    ),
    query(
      cell.stays,
      `-- contracts that follow on one another are one stay
WITH before AS (
  SELECT *, max(coalesce(ends, DATE '9999-12-31')) OVER (
    PARTITION BY ${q('customer')} ORDER BY began, ends
    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
  ) AS until
  FROM ${at('purchases')}
), numbered AS (
  SELECT *, count(CASE WHEN until IS NULL OR began > until + CAST($${cell.grace} AS INTEGER) THEN 1 END) OVER (
    PARTITION BY ${q('customer')} ORDER BY began, ends
    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
  ) AS stay
  FROM before
), stays AS (
  SELECT ${[
    q('customer'),
    ...group.map((name) => `arg_min(${name}, began) AS ${name}`),
    ...(has('amount') ? [`arg_max(${q('amount')}, began) AS sales`] : []),
  ].join(', ')},
    count(*) AS orders, min(began) AS began, max(coalesce(ends, DATE '9999-12-31')) AS until, max(today) AS today
  FROM numbered
  GROUP BY ${q('customer')}, stay
)
SELECT * EXCLUDE (until),
  CASE WHEN until <= today THEN until END AS ended,
  CASE WHEN until <= today THEN 100 ELSE 0 END AS ${f('share')}
FROM stays`,
    ),
    ...toMonths(parts, `(SELECT min(began) FROM ${at('stays')})`),
    query(
      cell.figures,
      `SELECT
  count(DISTINCT ${q('customer')}) FILTER (ended IS NULL) AS active,
  count(DISTINCT ${q('customer')}) - count(DISTINCT ${q('customer')}) FILTER (ended IS NULL) AS gone,
  min(began) AS first,
  max(today) AS last,
  (SELECT count(*) FROM ${at('ending')}) AS ending,
  (SELECT count(*) FROM ${at('clean')} WHERE ${who} IS NOT NULL) - (SELECT count(*) FROM ${at('purchases')}) AS backwards,
  ${toMonthFigures(parts)},
  ${toNobody(parts)}
FROM ${at('stays')}`,
    ),
    toTopRows(parts, cell.ending, cell.riskRows, 'daysLeft', 'ASC'),
    toTopRows(parts, cell.lost, cell.lostRows, toWorth(parts)),
    chain(cell.survival, cell.stays, [
      { step: 'survival', given: 'dates', start: 'began', end: 'ended', unit: 'month' },
    ]),
    query(
      cell.returned,
      `SELECT time AS ${f('period')}, share AS ${f('stayed')}, lower AS ${f('low')}, upper AS ${f('high')}
FROM ${at('survival')}
ORDER BY time`,
    ),
    chain(cell.ages, cell.stays, [
      { step: 'churn', start: 'began', end: 'ended', unit: 'month', per: 'age' },
    ]),
    query(
      cell.returns,
      `-- of fewer than ten a share says little
SELECT period + 1 AS ${f('age')}, at_start AS ${f('atStart')}, gone AS ${f('gone')}, churn_rate AS ${f('rate')}
FROM ${at('ages')}
WHERE at_start >= 10
ORDER BY period`,
    ),
  ];
}
