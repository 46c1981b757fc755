import type { Note } from '../lib/note';
import type { Column } from './column';

/** Rows that the engine keeps for others to be made of. */
export interface KeptTable {
  id: string;
  /** How it stands in SQL. */
  table: string;
  columns: readonly Column[];
  rows: number;
}

/** Work on rows that no query can do. */
export interface Task {
  /** The query whose rows it is done on. */
  sql: string;
  /** Queries of other tables that it reads, by the names that it knows them by. */
  beside?: Readonly<Record<string, string>>;
  analysis: string;
  settings: unknown;
  seed: number;
}

/** What came of a task. */
export interface Done {
  /** A row for each that was read. */
  added?: KeptTable;
  tables: Readonly<Record<string, KeptTable>>;
  notes: readonly Note[];
}

/** The table that takes the place of the rows; others stand beside them. */
export const MAIN = 'main';
