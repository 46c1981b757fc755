import type { quality as Words } from '../../i18n/templates/quality.en';
import { quoteName } from '../../sql/quote';
import type { FilledTable } from '../template';
import type { Role } from './checks';
import { FIRST_DAY, toAsOf } from './checks';
import type { Check } from './faults';

export type QualityWords = typeof Words;
export type CellName = keyof QualityWords['names'];

/** What the queries of the report are written with. */
export interface Part {
  readonly given: FilledTable;
  readonly roles: readonly Role[];
  /** What their columns are called: as in the person's table, since that is where they are mended. */
  readonly columns: Readonly<Partial<Record<Role, string>>>;
  /** Those whose values were texts, and are converted. */
  readonly unread: readonly ('date' | 'figure')[];
  readonly words: QualityWords;
  /** The names that the cells got. */
  readonly n: Readonly<Record<CellName, string>>;
  readonly checks: readonly Check[];
}

/** The short names of what is quoted again and again. */
export function toQuoting({ columns, words, n }: Pick<Part, 'columns' | 'words' | 'n'>) {
  return {
    // cells that `when` leaves out are written all the same
    q: (role: Role) => quoteName(columns[role] ?? role),
    f: (field: keyof QualityWords['fields']) => quoteName(words.fields[field]),
    from: (cell: CellName) => quoteName(n[cell]),
  };
}

/** True of a date that a business can have by then. */
export function toIsPlausible(date: string, asOf: string): string {
  return `${date} >= DATE '${FIRST_DAY}' AND ${date} < ${toAsOf(asOf)} + INTERVAL 1 DAY`;
}
