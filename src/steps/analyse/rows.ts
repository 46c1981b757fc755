import { toFreeName } from '../../lib/freeName';
import { quoteName } from '../../sql/quote';
import type { Column } from '../../table/column';
import type { KeptTable } from '../../table/kept';
import { MAIN } from '../../table/kept';
import type { Made, StepContext } from '../step';
import { inOrder } from '../write';

/** The query of what an analysis reads: numbers as doubles, moments as seconds, and everything else as text. */
export function toInput(
  from: string,
  {
    numbers = [],
    texts = [],
    moments = [],
  }: { numbers?: readonly string[]; texts?: readonly string[]; moments?: readonly string[] },
): string {
  const read = [
    ...numbers.map((name) => toCast(name, 'DOUBLE')),
    ...texts.map((name) => toCast(name, 'VARCHAR')),
    ...moments.map((name) => `epoch(CAST(${quoteName(name)} AS TIMESTAMP)) AS ${quoteName(name)}`),
  ];
  return `SELECT ${read.join(', ')}\nFROM ${from}`;
}

export function toCast(name: string, type: string, as = name): string {
  return `CAST(${quoteName(name)} AS ${type}) AS ${quoteName(as)}`;
}

/** What a column of an analysis, which knows numbers and texts alone, is to be, and how it is read. */
interface Meant extends Column {
  sql: string;
}

/** Texts that were of another type before they were read. */
export function asType(name: string, type: string): Meant {
  return { name, type, sql: toCast(name, type) };
}

/** Numbers of days. */
export function asDate(name: string): Meant {
  const it = quoteName(name);
  return { name, type: 'DATE', sql: `DATE '1970-01-01' + CAST(${it} AS INTEGER) AS ${it}` };
}

/** The table that an analysis gives in place of its rows. */
export function toMain({ done }: StepContext, meant: readonly Meant[] = []): Made {
  const { table, columns } = done!.tables[MAIN]!;
  const types = new Map(meant.map(({ name, type }) => [name, type]));
  const replaced = meant.length > 0 ? ` REPLACE (${meant.map(({ sql }) => sql).join(', ')})` : '';
  return {
    sql: `SELECT *${replaced}\nFROM ${table}`,
    columns: columns.map(({ name, type }) => ({ name, type: types.get(name) ?? type })),
    notes: done!.notes,
  };
}

/** The rows, with what an analysis has found of each beside them. */
export function toRowsWith({ from, columns, done }: StepContext): Made {
  const added = done!.added!;
  const names = columns.map(({ name }) => name);
  const more = added.columns.map(({ name, type }) => {
    const free = toFreeName(name, names);
    names.push(free);
    return { name: free, type, read: `found_here.${quoteName(name)} AS ${quoteName(free)}` };
  });
  return {
    sql: `SELECT rows_here.*, ${more.map(({ read }) => read).join(', ')}\n${toPaired(from, added)}`,
    columns: [...columns, ...more.map(({ name, type }) => ({ name, type }))],
    sameRows: true,
    notes: done!.notes,
  };
}

function toPaired(from: string, added: KeptTable): string {
  return `FROM ${inOrder(from)} AS rows_here\nPOSITIONAL JOIN ${added.table} AS found_here`;
}
