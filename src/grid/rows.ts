import type { GlanceTable } from '../run/glances';
import type { Column, Value } from '../table/column';

/** What the grid shows: a table that is read a range of rows at a time. */
export interface RowSource {
  /** Changes when the data behind it does, so that cached pages are dropped. */
  readonly key: string;
  readonly columns: readonly Column[];
  readonly rowCount: number;
  /** Where to ask what is in its columns, if that is to be shown. */
  readonly glances?: GlanceTable;
  /** Whether a value is one that a step has just changed; asked of rows that have been read. */
  isChanged?(row: number, column: number): boolean;
  /** Rows `from` to `to` (excluded), one array of values a column, in the order of `columns`. */
  read(from: number, to: number, signal?: AbortSignal): Promise<Value[][]>;
}
