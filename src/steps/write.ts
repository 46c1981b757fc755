import { fold, isSameName } from '../sql/name';
import { quoteName } from '../sql/quote';
import type { Column } from '../table/column';
import type { Made, StepContext } from './step';

type Table = Pick<StepContext, 'from' | 'columns'>;

/** Expressions by the name of the column that they become. */
export type Written = Readonly<Record<string, string>>;

/**
 * The rows in the order of their table, to be laid beside others. Of a table in parts the engine reads any part first where nothing
 * above needs their order, as it does under a count; an offset needs it, and costs nothing.
 */
export function inOrder(from: string): string {
  return `(SELECT * FROM ${from} OFFSET 0)`;
}

/** The same rows with other values in some columns, each of which is what its expression says. */
export function toReplaced({ from, columns }: Table, set: Written): Made {
  if (Object.keys(set).length === 0) return toSame({ from, columns });
  return { sql: `SELECT * ${toReplace(set)}\nFROM ${from}`, changes: Object.keys(set), sameRows: true };
}

/** The same rows with columns more, at the end or after one of those that are there, and perhaps without some. */
export function toAdded(
  { from, columns }: Table,
  added: Written,
  { after, without = [] }: { after?: string; without?: readonly string[] } = {},
): Made {
  const at = after === undefined ? -1 : columns.findIndex(({ name }) => isSameName(name, after));
  const isLeft = ({ name }: Column) => !without.some((one) => isSameName(one, name));
  const toPart = (part: readonly Column[]) => toNames(part.filter(isLeft).map(({ name }) => name));
  const all =
    at < 0 || at === columns.length - 1
      ? [without.length === 0 ? '*' : toPart(columns), ...toList(added)]
      : [toPart(columns.slice(0, at + 1)), ...toList(added), toPart(columns.slice(at + 1))];
  const parts = all.filter((part) => part !== '');
  return { sql: `SELECT\n  ${parts.join(',\n  ')}\nFROM ${from}`, sameRows: true };
}

/**
 * Columns that windows over parts of the rows write. The engine gives the rows of such windows back in an order of its own, so they
 * are put in the order in which they came, and then beside the other columns: to sort these too takes four times as long over 12
 * columns, and more memory than there is over many. `write` gets the number of a row, for windows that nothing else orders.
 */
export function toWindowed(
  { from, columns }: Table,
  {
    reads,
    write,
    rows = (numbered) => numbered,
  }: {
    /** Columns that the windows read. */
    reads: readonly string[];
    write: (row: string) => { set?: Written; added?: Written };
    /** Rows with more columns, which windows have written before. */
    rows?: (numbered: string, row: string) => string;
  },
): Made {
  const row = quoteName(toOwnName(columns, 'row_no'));
  const { set = {}, added = {} } = write(row);
  const made = (name: string) => `made.${quoteName(name)}`;
  const toMade = (written: Written) =>
    Object.fromEntries(Object.keys(written).map((name) => [name, made(name)]));
  const hasSet = Object.keys(set).length > 0;
  const names = [...new Map(reads.map((name) => [fold(name), quoteName(name)])).values()];
  const numbered = `SELECT ${[...names, `CAST(row_number() OVER () AS UINTEGER) AS ${row}`].join(', ')} FROM ${from}`;
  const all = [`it.*${hasSet ? ` ${toReplace(toMade(set))}` : ''}`, ...Object.keys(added).map(made)];
  return {
    sql: [
      `SELECT\n  ${all.join(',\n  ')}`,
      `FROM ${inOrder(from)} AS it\nPOSITIONAL JOIN (`,
      `  SELECT\n    ${toList({ ...set, ...added }).join(',\n    ')}`,
      `  FROM (${rows(numbered, row)}) AS numbered`,
      `  ORDER BY numbered.${row}`,
      `) AS made`,
    ].join('\n'),
    sameRows: true,
    readsTwice: true,
    ...(hasSet && { changes: Object.keys(set) }),
  };
}

/**
 * Columns that are written with the help of values that are the same for every row of a group, or of the table where there are
 * no groups. It takes half the time of a window, and rows stay where they are: a `LEFT JOIN` would mix those whose keys have hashes
 * that collide, a subquery over a held table does not. What is written calls the table `it`.
 */
export function toGrouped(
  { from, columns }: Table,
  {
    by,
    values,
    write,
  }: {
    by: readonly string[];
    values: Written;
    write: (read: (value: string) => string) => { set?: Written; added?: Written };
  },
): Made {
  const group = quoteName(toOwnName(columns, 'of_group'));
  const groups = quoteName(from === '"groups"' ? 'all_groups' : 'groups');
  const { set = {}, added = {} } = write((name) => `${group}.${quoteName(name)}`);
  const hasSet = Object.keys(set).length > 0;
  const toKey = (at: number) => quoteName(`key_${at + 1}`);
  const keys = by.map((name, at) => `${quoteName(name)} AS ${toKey(at)}`);
  const on = by.map((name, at) => `${groups}.${toKey(at)} IS NOT DISTINCT FROM it.${quoteName(name)}`);
  const grouped = `SELECT ${[...keys, ...toList(values)].join(', ')} FROM ${from}`;
  const replaced = hasSet ? ` ${toReplace(set)}` : '';
  const sql =
    by.length > 0
      ? [
          `WITH ${groups} AS MATERIALIZED (${grouped} GROUP BY ALL)`,
          `SELECT\n  ${[`it.* EXCLUDE (${group})${replaced}`, ...toList(added)].join(',\n  ')}`,
          `FROM (`,
          `  SELECT *, (SELECT ${groups} FROM ${groups} WHERE ${on.join(' AND ')}) AS ${group}`,
          `  FROM ${from} AS it`,
          `) AS it`,
        ]
      : [
          `SELECT\n  ${[`it.*${replaced}`, ...toList(added)].join(',\n  ')}`,
          `FROM ${from} AS it\nCROSS JOIN (${grouped}) AS ${group}`,
        ];
  return {
    sql: sql.join('\n'),
    sameRows: true,
    readsTwice: true,
    ...(hasSet && { changes: Object.keys(set) }),
  };
}

/** The rows that a condition is true of. */
export function toFiltered({ from, columns }: Table, condition: string): Made {
  return { sql: `SELECT *\nFROM ${from}\nWHERE ${condition}`, columns };
}

export function toSame({ from, columns }: Table): Made {
  return { sql: `SELECT *\nFROM ${from}`, columns, sameRows: true };
}

export function findColumn(columns: readonly Column[], name: string): Column | undefined {
  return columns.find((column) => isSameName(column.name, name));
}

/** A name of the step's own, that no column has. */
export function toOwnName(columns: readonly Column[], wanted: string): string {
  let name = wanted;
  for (let n = 2; findColumn(columns, name); n++) name = `${wanted}_${n}`;
  return name;
}

export function toNames(names: readonly string[]): string {
  return names.map(quoteName).join(', ');
}

function toReplace(set: Written): string {
  return `REPLACE (\n  ${toList(set).join(',\n  ')}\n)`;
}

function toList(written: Written): string[] {
  return Object.entries(written).map(([name, sql]) => `${sql} AS ${quoteName(name)}`);
}
