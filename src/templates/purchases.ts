import { quoteName } from '../sql/quote';
import { chain } from './draft';
import { toPrepared } from './prepare';
import type { DraftCell, FilledTable, TableRole, TemplateWords } from './template';

/** What a status says of an order that is no sale after all. */
export const UNDONE = '(?i)cancel|refund|return|void|取消|退款|退货|作废';

/** Orders that count, under the template's names; those of nobody stay, so that they can be counted. */
export function toCleanOrders(
  cell: string,
  given: FilledTable,
  { columns: roles }: TableRole,
  words: TemplateWords & { readonly cancelled: string },
  { isSale = true }: { isSale?: boolean } = {},
): DraftCell {
  const { columns: c } = words;
  const needed = ['date', 'amount'].filter((role) => given.columns[role]).map((role) => c[role]);
  return chain(cell, given.source, [
    ...toPrepared(given, roles, words),
    { step: 'dropMissing', columns: needed },
    ...(isSale && given.columns['status']
      ? [
          {
            step: 'filter',
            keep: 'others',
            conditions: [{ column: c['status'], test: 'matches', value: UNDONE }],
            title: words.cancelled,
          },
        ]
      : []),
  ]);
}

/** A row for each order, whose lines come together where a column tells orders apart; without those of nobody. */
export function toPurchasesSql(
  clean: string,
  { columns: has }: FilledTable,
  { columns: c }: TemplateWords,
  { where = [] }: { where?: readonly string[] } = {},
): string {
  const q = (role: string) => quoteName(c[role]!);
  const who = `nullif(trim(CAST(${q('customer')} AS VARCHAR)), '')`;
  const conditions = [`${who} IS NOT NULL`, ...where].join('\n  AND ');
  const rest = ['channel'].filter((role) => has[role]);
  if (!has['order'])
    return `SELECT ${[
      `${who} AS ${q('customer')}`,
      q('date'),
      ...(has['amount'] ? [q('amount')] : []),
      ...rest.map(q),
    ].join(', ')}
FROM ${quoteName(clean)}
WHERE ${conditions}`;
  return `SELECT
  ${[
    `${who} AS ${q('customer')}`,
    `min(${q('date')}) AS ${q('date')}`,
    ...(has['amount'] ? [`sum(${q('amount')}) AS ${q('amount')}`] : []),
    ...rest.map((role) => `any_value(${q(role)}) AS ${q(role)}`),
  ].join(',\n  ')}
FROM ${quoteName(clean)}
WHERE ${conditions}
-- lines without a number are orders by their time
GROUP BY 1, coalesce(CAST(${q('order')} AS VARCHAR), CAST(${q('date')} AS VARCHAR))`;
}
