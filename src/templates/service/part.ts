import type { service as Words } from '../../i18n/templates/service.en';
import { quoteName } from '../../sql/quote';
import type { Filled, FilledColumn, FilledTable, Kit } from '../template';

export type ServiceWords = typeof Words;
type CellName = keyof ServiceWords['names'];
type Role = keyof ServiceWords['columns'];

/** What every chapter of the report is written with. */
export interface Part {
  readonly tickets: FilledTable;
  readonly contacts: FilledTable | undefined;
  /** Which columns of the tickets there are. */
  readonly has: Readonly<Record<string, FilledColumn>>;
  readonly words: ServiceWords;
  /** The names that the cells got. */
  readonly n: Readonly<Record<CellName, string>>;
  /** What stands for a column, a column of a result and a cell in SQL. */
  q(role: Role): string;
  f(field: keyof ServiceWords['fields']): string;
  from(cell: CellName): string;
}

export function toPart(filled: Filled, { words, name }: Kit<ServiceWords>): Part {
  const n = Object.fromEntries(
    Object.entries(words.names).map(([cell, wanted]) => [cell, name(wanted)]),
  ) as Part['n'];
  const tickets = filled['tickets']!;
  return {
    tickets,
    contacts: filled['contacts'],
    has: tickets.columns,
    words,
    n,
    q: (role) => quoteName(words.columns[role]),
    f: (field) => quoteName(words.fields[field]),
    from: (cell) => quoteName(n[cell]),
  };
}
