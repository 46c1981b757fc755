import { quoteName, quoteText } from '../../sql/quote';
import type { Column } from '../../table/column';

/** What a file's table must look like to stand among those of other files. */
export interface Shape {
  /** The columns of all of them; those that this file lacks are missing values. By itself the file's own. */
  columns?: readonly Column[];
  /** A column with the file's name. */
  file: { column: string; value: string };
}

/** The columns of a file's table as SQL, out of those that were read. */
export function toSelect(kept: readonly Column[], shape: Shape | undefined): string {
  const names = new Set(kept.map(({ name }) => name));
  const select = (shape?.columns ?? kept).map(({ name, type }) =>
    names.has(name) ? quoteName(name) : `CAST(NULL AS ${type}) AS ${quoteName(name)}`,
  );
  if (shape) select.push(`${quoteText(shape.file.value)} AS ${quoteName(shape.file.column)}`);
  return select.join(', ');
}

/** The columns of the table that `toSelect` makes. */
export function toShaped(kept: readonly Column[], shape: Shape | undefined): Column[] {
  const columns = [...(shape?.columns ?? kept)];
  if (shape) columns.push({ name: shape.file.column, type: 'VARCHAR' });
  return columns;
}

/** The columns of several tables as one: by name, in the order in which they first come. */
export function uniteColumns(tables: readonly (readonly Column[])[]): Column[] {
  const united = new Map<string, string>();
  for (const { name, type } of tables.flat()) {
    const known = united.get(name);
    united.set(name, known === undefined ? type : uniteTypes(known, type));
  }
  return [...united].map(([name, type]) => ({ name, type }));
}

function uniteTypes(a: string, b: string): string {
  if (a === b) return a;
  const both = new Set([a, b]);
  if (both.has('BIGINT') && both.has('DOUBLE')) return 'DOUBLE';
  if (both.has('DATE') && both.has('TIMESTAMP')) return 'TIMESTAMP';
  return 'VARCHAR';
}
