import { quoteName } from '../../../sql/quote';
import type { Column } from '../../../table/column';

/** How values become those of another type. */
export interface Reading {
  /** Tables that it needs, as they stand after `WITH`. */
  readonly tables: readonly string[];
  /** A value of the table `it`; missing where it can't be read. */
  read(column: Column): string;
}

/** A column of the table `it` as text. */
export function toText({ name, type }: Column): string {
  const it = `it.${quoteName(name)}`;
  return type === 'VARCHAR' ? it : `CAST(${it} AS VARCHAR)`;
}

/** Each text of some columns once, as `given`. */
export function toSeen(
  { from, columns }: { from: string; columns: readonly Column[] },
  where: (text: string) => string,
): string {
  return columns
    .map(
      (column) =>
        `SELECT DISTINCT ${toText(column)} AS given FROM ${from} AS it WHERE ${where(toText(column))}`,
    )
    .join('\n  UNION\n  ');
}

/** Indented as the body of a table after `WITH`. */
export function toTable(name: string, body: string, { held = false } = {}): string {
  return `${name} AS ${held ? 'MATERIALIZED ' : ''}(\n  ${body}\n)`;
}
