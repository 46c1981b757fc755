import type { Column } from '../../../table/column';

export interface Frequent {
  value: string;
  count: number;
}

/** What a field can choose from. */
export interface FieldAround {
  /** The kind of step, whose words name the settings. */
  step: string;
  columns: readonly Column[];
  tables: readonly { name: string; columns: readonly Column[] }[];
  inputs: readonly string[];
  /** The most frequent values of a column, as text, with how many rows have each. */
  listValues: (column: string) => Promise<readonly Frequent[]>;
}
