import type { Column } from '../../../table/column';

/** What a field can choose from. */
export interface FieldAround {
  /** The kind of step, whose words name the settings. */
  step: string;
  columns: readonly Column[];
  tables: readonly { name: string; columns: readonly Column[] }[];
  inputs: readonly string[];
}
