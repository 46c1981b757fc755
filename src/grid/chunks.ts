import type { Value } from '../table/column';
import type { RowSource } from './rows';
import type { Rect } from './selection';

/** A source answers with whole rows; this many values at a time keep it, and what is made of them, under a frame or two. */
const VALUES_READ = 150_000;
const VALUES_USED = 20_000;

export function toChunkRows(allColumns: number, usedColumns: number): number {
  const read = Math.floor(VALUES_READ / Math.max(1, allColumns));
  const used = Math.floor(VALUES_USED / Math.max(1, usedColumns));
  return Math.max(1, Math.min(read, used));
}

/** The values of a rectangle, some rows at a time, one array a column. */
export async function* readChunks(
  source: RowSource,
  rect: Rect,
  signal?: AbortSignal,
): AsyncGenerator<Value[][]> {
  const rows = toChunkRows(source.columns.length, rect.toColumn - rect.fromColumn);
  for (let from = rect.fromRow; from < rect.toRow; from += rows) {
    signal?.throwIfAborted();
    const columns = await source.read(from, Math.min(from + rows, rect.toRow), signal);
    signal?.throwIfAborted();
    yield columns.slice(rect.fromColumn, rect.toColumn);
  }
}
