import { quoteName } from '../sql/quote';
import { toFamily } from '../table/column';
import type { Compiled, Link } from './chain';
import { toLastName, toSql, toStatement } from './chain';
import { findColumn, inOrder } from './write';

type Chain = Pick<Compiled, 'from' | 'links'>;

/** A query of how many rows there are after some steps. */
export function toCountSql({ from, links }: Chain, upTo: number): string {
  const shown = links.slice(0, upTo);
  return toStatement(from, shown, `SELECT count(*) FROM ${quoteName(toLastName(shown, from))}`);
}

/** How many values of each column a step has changed, in the order in which it names them; undefined where it changes none. */
export function toChangesSql({ from, links }: Chain, at: number): string | undefined {
  const link = links[at]!;
  const changes = link.made?.changes ?? [];
  if (changes.length === 0) return undefined;
  const counts = changes.map((name) => `count(*) FILTER (${toIsChanged(link, name)})`);
  return toStatement(
    from,
    links.slice(0, at + 1),
    `SELECT ${counts.join(', ')}\nFROM ${toPairs(links, at, from)}`,
  );
}

/** The most frequent values of a column before a step, as text, and how many rows have each. */
export function toFrequentSql({ from, links }: Chain, at: number, column: string, most: number): string {
  const before = links.slice(0, at);
  const value = `CAST(${quoteName(column)} AS VARCHAR)`;
  return toStatement(
    from,
    before,
    `SELECT ${value}, count(*)\nFROM ${quoteName(toLastName(before, from))}\nWHERE ${quoteName(column)} IS NOT NULL\nGROUP BY 1\nORDER BY 2 DESC, 1\nLIMIT ${most}`,
  );
}

/** The first rows after some steps, and beside them, a column for each that the last of these changes, whether it did. */
export function toPreviewSql({ from, links }: Chain, upTo: number, rows: number): string {
  const link = links[upTo - 1];
  const changes = link?.made?.changes ?? [];
  const shown = links.slice(0, upTo);
  if (changes.length === 0) return `${toSql({ from, links }, upTo)}\nLIMIT ${rows}`;
  const marks = changes.map((name) => toIsChanged(link!, name));
  return toStatement(
    from,
    shown,
    `SELECT after_step.*, ${marks.join(', ')}\nFROM ${toPairs(links, upTo - 1, from, rows)}`,
  );
}

/** A step's rows beside what they were before it: it leaves them where they are, so that their places tell which is which. */
function toPairs(links: readonly Link[], at: number, from: string, rows?: number): string {
  const first = (table: string) =>
    rows === undefined ? inOrder(table) : `(SELECT * FROM ${table} LIMIT ${rows})`;
  const before = quoteName(toLastName(links.slice(0, at), from));
  const after = quoteName(links[at]!.name);
  return `${first(before)} AS before_step\nPOSITIONAL JOIN ${first(after)} AS after_step`;
}

/** A type may be another one now: a whole number is not changed by being a decimal one, and 5 is not '5' changed. */
function toIsChanged({ before, after }: Link, name: string): string {
  const [was, is] = [before, after].map((columns) => findColumn(columns, name)?.type ?? '');
  const isAlike = was === is || (toFamily(was!) === 'number' && toFamily(is!) === 'number');
  const [old, now] = ['before_step', 'after_step'].map((side) => `${side}.${quoteName(name)}`);
  return isAlike
    ? `${old} IS DISTINCT FROM ${now}`
    : `CAST(${old} AS VARCHAR) IS DISTINCT FROM CAST(${now} AS VARCHAR)`;
}
