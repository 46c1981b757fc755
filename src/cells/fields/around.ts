import type { CatalogTable } from '../../sql/complete';
import type { Column } from '../../table/column';

export interface Frequent {
  value: string;
  count: number;
}

/** What a field can choose from. */
export interface FieldAround {
  /** What a setting is called, and each of its choices. */
  toLabel: (setting: string) => string;
  toChoice: (setting: string, choice: string) => string;
  columns: readonly Column[];
  tables: readonly Pick<CatalogTable, 'name' | 'columns' | 'beside'>[];
  inputs: readonly string[];
  /** The names of the secrets that this device has. */
  secrets: readonly string[];
  /** The most frequent values of a column, as text, with how many rows have each. */
  listValues: (column: string) => Promise<readonly Frequent[]>;
}
