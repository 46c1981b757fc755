import type { cleanList as Words } from '../../i18n/templates/cleanList.en';
import { quoteName } from '../../sql/quote';
import type { FilledColumn } from '../template';

export type ListWords = typeof Words;
export type Role = keyof ListWords['columns'];

/** What the queries of a list are written with. */
export interface Part {
  readonly source: string;
  readonly all: readonly FilledColumn[];
  /** The columns that have a role, by the names that the person gave them. */
  readonly columns: Readonly<Partial<Record<Role, FilledColumn>>>;
  /** What is looked at for its form: the column, or a copy of it where what the step adds is there already, as in a list that was cleaned before. */
  readonly looked: Readonly<Partial<Record<'phone' | 'email', string>>>;
  /** What of the dates could not be read. */
  readonly unread: string | undefined;
  /** What near doubles are marked with; where nobody can be told there are none. */
  readonly near: { readonly group: string; readonly score: string } | undefined;
  readonly words: ListWords;
  /** What the new columns are called. */
  readonly fields: ListWords['fields'];
  readonly n: ListWords['names'];
  /** Names that no column has: a row as one value, and its number. */
  readonly inner: { readonly whole: string; readonly number: string };
}

/** The short names of what is quoted again and again. */
export function toQuoting({ columns, fields, n }: Pick<Part, 'columns' | 'fields' | 'n'>) {
  return {
    // cells that `when` leaves out are written all the same
    q: (role: Role) => quoteName(columns[role]?.name ?? role),
    f: (field: keyof ListWords['fields']) => quoteName(fields[field]),
    from: (cell: keyof ListWords['names']) => quoteName(n[cell]),
  };
}

export const isText = ({ type }: FilledColumn) => type === 'VARCHAR';
