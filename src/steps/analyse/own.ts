import type { Note } from '../../lib/note';
import { toFreeName } from '../../lib/freeName';
import { quoteName } from '../../sql/quote';
import type { Value } from '../../table/column';

/** Names in quotes of a result's columns, beside one of the table's that keeps its own. */
export function toResultNames<N extends string>(kept: string, names: readonly N[]): Record<N, string> {
  return Object.fromEntries(names.map((name) => [name, quoteName(toFreeName(name, [kept]))])) as Record<
    N,
    string
  >;
}

/** The name in quotes of a query in a step, which must not be that of the table that it reads. */
export function toOwnTable(from: string, wanted: string): string {
  return quoteName(toFreeName(wanted, [from.replaceAll('"', '')]));
}

/** Rows that say who came and when. */
export function toVisited({ customer, date }: { customer: string; date: string }): string {
  return `${quoteName(customer)} IS NOT NULL AND isfinite(${quoteName(date)})`;
}

/** What a question says beside its answer: how many rows a step leaves out, and how many there are. */
export function toLeftOutSql(from: string, isTaken: string): string {
  return `(SELECT count(*) FILTER (NOT coalesce(${isTaken}, false)) FROM ${from}) AS left_out, (SELECT count(*) FROM ${from}) AS all_rows`;
}

/** The last two columns of such a question, told where rows are left out. */
export function toLeftOutNotes(found: readonly (readonly Value[])[]): Note[] {
  const [count, of] = found.slice(-2).map(([value]) => Number(value ?? 0));
  return count ? [{ why: 'left-out-missing', params: { count, of: of! } }] : [];
}
