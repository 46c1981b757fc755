import type { Table } from 'apache-arrow';
import { toRanges } from '../../engine/exporting/ranges';
import type { ColumnRead } from '../../engine/exporting/serveRows';
import type { Column } from '../../table/column';
import type { TablePicture } from '../xlsx/book';
import type { ReadRows } from './portReader';

/** Rows of a table that leave, by their numbers. */
export interface TableSpec {
  name: string;
  columns: Column[];
  from: number;
  to: number;
  /** What a chart shows of them, where the format has room for it. */
  picture?: TablePicture;
}

/** So many questions wait at the engine, so that it never waits for what is written. */
const AHEAD = 2;

export interface BatchOptions {
  plan: (column: Column) => string | undefined;
  read: ReadRows;
  onRows: (rows: number) => void;
}

/** The rows in batches; the next are read while one is written. */
export async function* readBatches(
  { name, columns, from, to }: TableSpec,
  { plan, read, onRows }: BatchOptions,
): AsyncGenerator<Table> {
  const reads = toReads(columns, plan);
  const ranges = toRanges(from, to, columns.length);
  const asked: Promise<Table | null>[] = [];
  for (const [k, range] of ranges.entries()) {
    while (asked.length < AHEAD + 1 && k + asked.length < ranges.length) {
      const next = read({ kind: 'rows', columns: reads, ...ranges[k + asked.length]! });
      next.catch(() => {});
      asked.push(next);
    }
    const rows = await asked.shift()!;
    if (rows?.numRows !== range.to - range.from) throw new Error(`rows are missing: ${name}`);
    yield rows;
    onRows(rows.numRows);
  }
}

/** How columns leave the engine. */
export function toReads(columns: readonly Column[], plan: BatchOptions['plan']): ColumnRead[] {
  return columns.map((column) => {
    const cast = plan(column);
    return { name: column.name, ...(cast !== undefined && { cast }) };
  });
}
