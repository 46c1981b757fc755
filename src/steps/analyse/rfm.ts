import type { Note } from '../../lib/note';
import { quoteName, quoteText } from '../../sql/quote';
import { choice, column } from '../field';
import { toStep } from '../step';
import { toLeftOutNotes, toLeftOutSql, toOwnTable, toResultNames, toVisited } from './own';
import { checkDay, suggestOrders } from './suggested';

const NAMES = [
  'last_date',
  'recency',
  'frequency',
  'monetary',
  'r_score',
  'f_score',
  'm_score',
  'segment',
] as const;

interface Settings {
  readonly customer: string;
  readonly date: string;
  readonly amount: string;
  readonly names: 'en' | 'zh';
}

/** How long ago, how often and for how much each customer has bought, scored by fifths of the customers. */
export const rfm = toStep({
  step: 'rfm',
  family: 'analyse',
  fields: {
    customer: column(),
    date: column({ families: ['date'] }),
    amount: column({ families: ['number'] }),
    names: choice(['en', 'zh']),
  },
  suggest: suggestOrders,
  check: checkDay,
  ask(settings, { from }) {
    const { segment, f_score: often } = toResultNames(settings.customer, NAMES);
    const scored = toOwnTable(from, 'scored');
    return [
      `WITH ${scored} AS MATERIALIZED (${toSql(settings, from)})`,
      `SELECT sum(size) OVER () AS customers, name, size, scores, ${toLeftOutSql(from, toVisited(settings))}`,
      `FROM (SELECT ${segment} AS name, count(*) AS size FROM ${scored} GROUP BY ${segment})`,
      `CROSS JOIN (SELECT count(DISTINCT ${often}) AS scores FROM ${scored})`,
      'ORDER BY size DESC, name LIMIT 1',
    ].join('\n');
  },
  make(settings, { from, found }) {
    const [customers, segment, size, scores] = found.map(([value]) => value ?? 0);
    const count = Number(customers ?? 0);
    const notes: Note[] = [];
    if (count > 0)
      notes.push({
        why: 'rfm-found',
        params: { customers: count, segment: String(segment), size: Number(size) },
      });
    if (count >= SCORES && Number(scores) < SCORES)
      notes.push({ why: 'rfm-ties', params: { scores: Number(scores) } });
    notes.push(...toLeftOutNotes(found));
    return { sql: toSql(settings, from), notes };
  },
});

const SCORES = 5;

/** By how recent and how often: the first that fits. */
const SEGMENTS: readonly { r: number; f: number; en: string; zh: string }[] = [
  { r: 4, f: 4, en: 'Champions', zh: '核心客户' },
  { r: 4, f: 2, en: 'Potentially loyal', zh: '潜力客户' },
  { r: 4, f: 1, en: 'New', zh: '新客户' },
  { r: 3, f: 4, en: 'Loyal', zh: '忠诚客户' },
  { r: 3, f: 2, en: 'Need attention', zh: '需要关注' },
  { r: 3, f: 1, en: 'About to sleep', zh: '即将沉睡' },
  { r: 1, f: 4, en: 'At risk', zh: '流失风险' },
  { r: 1, f: 2, en: 'Hibernating', zh: '沉睡客户' },
  { r: 1, f: 1, en: 'Lost', zh: '已流失' },
];

function toSql({ customer, date, amount, names }: Settings, from: string): string {
  const it = quoteName(customer);
  const at = quoteName(date);
  const money = `CAST(${quoteName(amount)} AS DOUBLE)`;
  const own = toResultNames(customer, NAMES);
  // equal values have equal scores, whatever the order of rows
  const toScore = (order: string) =>
    `CAST(1 + floor(${SCORES} * (rank() OVER (ORDER BY ${order}) - 1) / count(*) OVER ()) AS INTEGER)`;
  const cases = SEGMENTS.map(
    ({ r, f, ...name }) =>
      `WHEN ${own.r_score} >= ${r} AND ${own.f_score} >= ${f} THEN ${quoteText(name[names])}`,
  );
  return [
    `SELECT *, CASE ${cases.join('\n    ')} END AS ${own.segment}`,
    'FROM (',
    `  SELECT *, ${toScore(`${own.recency} DESC`)} AS ${own.r_score}, ${toScore(own.frequency)} AS ${own.f_score},`,
    `    ${toScore(own.monetary)} AS ${own.m_score}`,
    '  FROM (',
    `    SELECT ${it}, CAST(max(${at}) AS DATE) AS ${own.last_date},`,
    `      date_diff('day', CAST(max(${at}) AS DATE), max(CAST(max(${at}) AS DATE)) OVER ()) AS ${own.recency},`,
    `      count(*) AS ${own.frequency}, coalesce(sum(${money}) FILTER (isfinite(${money})), 0) AS ${own.monetary}`,
    `    FROM ${from}`,
    `    WHERE ${toVisited({ customer, date })}`,
    `    GROUP BY ${it}`,
    '  )',
    ')',
    `ORDER BY ${own.monetary} DESC, ${it}`,
  ].join('\n');
}
