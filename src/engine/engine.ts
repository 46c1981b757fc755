import type { Note } from '../lib/note';
import type { DatabaseTable } from './exporting/writeDatabase';
import type { Bound } from '../sql/bound';
import type { Column, Value } from '../table/column';
import type { Inspection } from '../import/inspection';
import type { ImportOptions } from '../import/options';
import type { Receipt } from '../import/receipt';

/** A table as one or more engine files, in the order of its rows. */
export interface TableFiles {
  id: string;
  name: string;
  columns: Column[];
  parts: TablePart[];
  /** The table whose rows these are, where they are another's. */
  rowsOf?: string;
}

export interface TablePart {
  /** Where the file lies in the origin's private file system; null where the rows are in memory only. */
  path: string | null;
  /** What the rows go by in memory, where it is not the table's id. */
  memory?: string;
  rows: number;
  /** Records of the file that are no rows. */
  rejected: number;
  /** Values that could not be read as their column's type. */
  unread: number;
}

/** What lies in a table's files: its rows, and the two lists of what is not among them. */
export type TableKind = 'rows' | 'rejected' | 'unread';

export interface ImportedTable extends TableFiles {
  receipt: Receipt;
  /** Bytes on the device. */
  bytes: number;
}

export interface Rows {
  columns: Column[];
  /** One array of values a column. */
  values: Value[][];
  /** Rows in the whole result, also where fewer were asked for. */
  rowCount: number;
}

export interface ImportProgress {
  doneBytes: number;
  totalBytes: number;
}

export interface RunOptions {
  /** Aborting stops the work in the engine too. */
  signal?: AbortSignal;
}

export interface QueryRunOptions extends RunOptions {
  /** Told how much is done, from 0 to 1, of a query that takes longer; the engine cannot tell it of every query. */
  onProgress?: (share: number) => void;
}

export interface QueryOptions extends QueryRunOptions {
  maxRows?: number;
  /** Values of inputs, which the query reads as variables. */
  values?: Values;
  /** The id of a table, which the query reads as `the_table`, whatever goes by its name meanwhile. */
  of?: string;
  /** Lets whatever else the engine is asked go first. */
  background?: boolean;
}

export type Values = Readonly<Record<string, Bound>>;

/** What a cell's query gave, kept in the engine. It is read by its id, as a source is. */
export interface ResultTable {
  id: string;
  name: string;
  columns: Column[];
  rowCount: number;
}

export interface KeepOptions extends QueryRunOptions {
  /** What the result goes by in other queries, in place of what went by it. Nothing, where other results alone are made of it. */
  name?: string;
  values?: Values;
  /** What random numbers begin with. */
  seed?: number;
  /** Results that are dropped with this one. */
  owns?: Owned;
}

/** Results that live and go with another one. */
export interface Owned {
  /** What it was made from. */
  held: readonly string[];
  /** Tables that go by their names behind its own: `segments.centers`. */
  beside: Readonly<Record<string, string>>;
}

export interface ComputeOptions extends QueryRunOptions {
  /** The query whose rows it is computed from. */
  sql: string;
  /** Queries of other tables, by the names that the analysis knows them by. */
  beside?: Readonly<Record<string, string>>;
  values?: Values;
  analysis: string;
  settings: unknown;
  seed: number;
}

/** What was computed outside the engine, and is kept in it. */
export interface ComputedTables {
  /** A row for each that was read. */
  added?: ResultTable;
  tables: Readonly<Record<string, ResultTable>>;
  notes: readonly Note[];
}

export interface ShareOptions {
  name: string;
  /** The id of the table whose rows these are. */
  of: string;
  columns?: readonly string[];
}

export interface ImportFileOptions extends RunOptions {
  id: string;
  options?: ImportOptions;
  /** The name of the table, or of each of several before what tells them apart. */
  name: string;
  /** Files of the same form, all of which become one table with the first, and the name of the column that tells them apart. */
  together?: { files: File[]; column: string };
  /** False keeps the rows in memory only. */
  keep: boolean;
  /** What is known of the table from where it was imported, in place of what its file says. */
  given?: GivenTable;
  onProgress?: (progress: ImportProgress) => void;
}

/** A table that comes from a workbook file: Parquet, and what that cannot hold. */
export interface GivenTable {
  /** With the types that its columns shall have. */
  columns: Column[];
  receipt: Receipt;
  /** The lists of what is not among its rows, as text that `toCanonical` wrote. */
  rejected?: Blob;
  unread?: Blob;
}

/** Rejected records that became rows after all. */
export interface Mending {
  /** A value a column, in the plain form of its type. */
  rows: (string | null)[][];
  /** The places of their records in the list of rejected ones. */
  mended: number[];
}

export interface EngineMemory {
  usedBytes: number;
  limitBytes: number;
}

/** The seam to the database. Another engine is another one of these. */
export interface Engine {
  /** Runs one query, whatever a person wrote. */
  query(sql: string, options?: QueryOptions): Promise<Rows>;
  /** Rows `from` to `to` of an attached table, found by their number, not by reading what lies before them. */
  read(id: string, kind: TableKind, from: number, to: number, options?: RunOptions): Promise<Value[][]>;
  attach(table: TableFiles): Promise<void>;
  /** Rows in memory stay there, so that the table can be attached again, until they are discarded. */
  detach(id: string): Promise<void>;
  discard(table: TableFiles): Promise<void>;
  rename(id: string, name: string): Promise<void>;
  /** Makes ready for files that are about to come. */
  prepare(count: number): Promise<void>;
  /** Looks at a file without reading all of it: what it is, and how it would be read. */
  inspect(file: File, options?: ImportOptions, run?: RunOptions): Promise<Inspection>;
  /** One table or more: a workbook's sheets, an archive's files. Their ids begin with the one that is given. */
  importFile(file: File, options: ImportFileOptions): Promise<ImportedTable[]>;
  /** Adds mended records to an attached table; the parts that it has then. */
  appendRows(id: string, mending: Mending, keep: boolean): Promise<TablePart[]>;
  /** Runs a query once and keeps its rows, so that reading them again gives the same ones. */
  keepResult(sql: string, options: KeepOptions): Promise<ResultTable>;
  /** Computes from a query's rows what no query can. */
  compute(options: ComputeOptions): Promise<ComputedTables>;
  /** Rows that are another table's, under a name of their own, without a copy; undefined where a column is not there. */
  shareResult(options: ShareOptions): Promise<ResultTable | undefined>;
  renameResult(id: string, name: string): Promise<void>;
  dropResult(id: string): Promise<void>;
  /** How the engine would run a query, or ran it: DuckDB's own plan as JSON. */
  explain(sql: string, options?: QueryOptions): Promise<string>;
  /** Answers reads of a table on a port, for another worker; ends when that has all it wants. */
  serveRows(id: string, port: MessagePort, options?: RunOptions): Promise<void>;
  /** Writes tables into a database file of their own, at a path of the private file system. */
  writeDatabase(path: string, tables: readonly DatabaseTable[], options?: QueryRunOptions): Promise<void>;
  memory(): Promise<EngineMemory>;
  /** Stops everything that runs. */
  cancelAll(): Promise<void>;
  close(): void;
}

export const rejectedColumns: Column[] = [
  { name: 'line', type: 'BIGINT' },
  { name: 'column', type: 'VARCHAR' },
  { name: 'reason', type: 'VARCHAR' },
  { name: 'text', type: 'VARCHAR' },
];

export const unreadColumns: Column[] = [
  { name: 'line', type: 'BIGINT' },
  { name: 'column', type: 'VARCHAR' },
  { name: 'value', type: 'VARCHAR' },
];
