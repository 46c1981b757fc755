import type { Column } from '../table/column';
import { toFamily } from '../table/column';
import type { ColumnRole, Filled, FilledColumn, FilledTable, TableRole } from './template';

export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
}

/** The tables that a template most likely means, and which of their columns are what. */
export function guessTables(roles: Readonly<Record<string, TableRole>>, tables: readonly Table[]): Filled {
  const found: Record<string, FilledTable> = {};
  for (const [role, table] of Object.entries(roles)) {
    const best = tables
      .map((given) => ({ given, score: toScore(table, given) }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score)[0]?.given;
    if (best) found[role] = { source: best.name, columns: guessColumns(table.columns, best.columns) };
  }
  return found;
}

/** One that has all that is needed, and as much as possible of the rest; 0: something is not there. */
function toScore(role: TableRole, { name, columns }: Table): number {
  const found = guessColumns(role.columns, columns);
  const roles = Object.entries(role.columns);
  if (roles.some(([key, { optional }]) => !optional && !found[key])) return 0;
  const named = role.names.test(name) ? 3 : 0;
  // what need not be there is there only where it is called so: a table with a date may be of anything
  if (role.optional && named === 0) return 0;
  return (
    1 +
    named +
    roles.reduce((sum, [key, { names }]) => sum + (found[key] ? toRank(names, found[key].name) : 0), 0)
  );
}

/** Each role the column that fits it best, and no column to two. */
export function guessColumns(
  roles: Readonly<Record<string, ColumnRole>>,
  columns: readonly Column[],
): Record<string, FilledColumn> {
  const fits = Object.entries(roles).flatMap(([role, wanted]) =>
    columns.map((column) => ({ role, column, score: toFit(wanted, column) })),
  );
  const found: Record<string, FilledColumn> = {};
  const taken = new Set<string>();
  for (const { role, column, score } of fits.toSorted((a, b) => b.score - a.score)) {
    if (score <= 0 || found[role] || taken.has(column.name)) continue;
    found[role] = { name: column.name, type: column.type };
    taken.add(column.name);
  }
  return found;
}

/** A text may be a date or a number that is written in a way of its own: where its name says so, it can be converted. */
function toFit({ is, names, optional }: ColumnRole, { name, type }: Column): number {
  const rank = toRank(names, name);
  const family = toFamily(type);
  if (is === 'text') return family === 'nested' ? 0 : rank;
  if (family === is) return rank > 0 ? rank + 0.5 : optional ? 0 : 0.1;
  return family === 'text' && rank >= 0.5 ? rank - 0.4 : 0;
}

/** 1 for a name that is the likeliest, less for others, 0 for none. */
function toRank(names: readonly RegExp[], name: string): number {
  // Order Date and orderDate are order_date
  const plain = name.trim().replace(/[\s.-]+|(?<=[a-z])(?=[A-Z])/g, '_');
  const at = names.findIndex((pattern) => pattern.test(name) || pattern.test(plain));
  return at < 0 ? 0 : 1 - at / (names.length + 1);
}
