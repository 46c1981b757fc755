import { guessTables } from '../../src/templates/guess';
import type { Template } from '../../src/templates/template';

type Columns = Readonly<Record<string, 'VARCHAR' | 'DOUBLE' | 'TIMESTAMP'>>;

/** Which column of which table is taken for what. */
export function guess({ tables }: Template, given: Readonly<Record<string, Columns>>) {
  const sources = Object.entries(given).map(([name, columns]) => ({
    name,
    columns: Object.entries(columns).map(([column, type]) => ({ name: column, type })),
  }));
  return Object.fromEntries(
    Object.entries(guessTables(tables, sources)).map(([role, { source, columns }]) => [
      role,
      { source, ...Object.fromEntries(Object.entries(columns).map(([key, { name }]) => [key, name])) },
    ]),
  );
}
