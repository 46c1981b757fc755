import type { Note } from '../../lib/note';
import { Problem } from '../../lib/problem';
import { quoteName } from '../../sql/quote';
import { toFamily } from '../../table/column';
import { column, number } from '../field';
import { toStep } from '../step';
import { toLeftOutNotes, toLeftOutSql, toResultNames } from './own';
import { checkTwo, suggestAmount } from './suggested';

/** Which few items make up most of a value: class A, B or C by the share that they and all larger ones have. */
export const pareto = toStep({
  step: 'pareto',
  family: 'analyse',
  fields: {
    item: column(),
    value: column({ families: ['number'] }),
    first: number({ otherwise: 80, min: 1, max: 99 }),
    second: number({ otherwise: 95, min: 1, max: 100 }),
  },
  suggest({ columns: all, column: chosen }) {
    const item = chosen ?? all.find(({ type }) => toFamily(type) === 'text')?.name;
    return { item, value: suggestAmount(all, item) };
  },
  check: ({ item, value, first, second }) =>
    checkTwo([item, value]) ??
    (first < second ? undefined : new Problem('step-misfit', { params: { why: 'pareto-shares' } })),
  ask(settings, { from }) {
    const { share, cumulated_share: cumulated, class: grade } = toResultNames(settings.item, NAMES);
    return [
      `SELECT count(*), count(*) FILTER (${grade} = 'A'), max(${cumulated}) FILTER (${grade} = 'A'), count(*) FILTER (${share} < 0), ${toLeftOutSql(from, toTaken(settings))}`,
      `FROM (${toSql(settings, from)})`,
    ].join('\n');
  },
  make(settings, { from, found }) {
    const [items = 0, few = 0, share = 0, negative = 0] = found.map(([value]) => Number(value ?? 0));
    const notes: Note[] = [];
    if (few > 0)
      notes.push({ why: 'pareto-found', params: { few, items, share: share * 100, value: settings.value } });
    if (negative > 0) notes.push({ why: 'pareto-negative', params: { count: negative } });
    notes.push(...toLeftOutNotes(found));
    return { sql: toSql(settings, from), notes };
  },
});

function toTaken({ item, value }: { item: string; value: string }): string {
  return `${quoteName(item)} IS NOT NULL AND isfinite(CAST(${quoteName(value)} AS DOUBLE))`;
}

const NAMES = ['value', 'share', 'cumulated_share', 'class', 'rank'] as const;

function toSql(
  { item, value, first, second }: { item: string; value: string; first: number; second: number },
  from: string,
): string {
  const it = quoteName(item);
  const own = toResultNames(item, NAMES);
  const gained = `greatest(${own.value}, 0)`;
  const whole = `nullif(sum(${gained}) OVER (), 0)`;
  const upTo = `sum(${gained}) OVER (ORDER BY ${own.value} DESC, ${it} ROWS UNBOUNDED PRECEDING)`;
  // an item is of a class where those before it do not fill it yet; rounding must not let one more in
  const before = `(${upTo} - ${gained}) / ${whole} + 1e-12`;
  return [
    `SELECT ${it}, ${own.value}, ${own.value} / ${whole} AS ${own.share}, ${upTo} / ${whole} AS ${own.cumulated_share},`,
    `  CASE WHEN ${before} < ${first / 100} THEN 'A' WHEN ${before} < ${second / 100} THEN 'B' ELSE 'C' END AS ${own.class},`,
    `  row_number() OVER (ORDER BY ${own.value} DESC, ${it}) AS ${own.rank}`,
    'FROM (',
    `  SELECT ${it}, sum(CAST(${quoteName(value)} AS DOUBLE)) AS ${own.value}`,
    `  FROM ${from}`,
    `  WHERE ${toTaken({ item, value })}`,
    `  GROUP BY ${it}`,
    ')',
    `ORDER BY ${own.rank}`,
  ].join('\n');
}
