import type { Engine } from '../../engine/engine';
import { toCanonical } from '../../import/text/write';
import type { RowSource } from '../../grid/rows';
import type { SourceRecord } from '../../storage/catalog';
import { toListSource } from '../tableRows';

const PAGE = 5000;
/** By which Excel knows that a CSV is in UTF-8. */
const MARK = '\uFEFF';

/** A list beside a source's rows as a CSV, with the heads and reasons that the page shows. */
export async function toListFile(
  source: SourceRecord,
  kind: 'rejected' | 'unread',
  engine: Engine,
  whenAttached: (id: string) => Promise<void>,
): Promise<Blob> {
  const list = toListSource(source, kind, engine, whenAttached);
  const pages = [`${MARK}${toCanonical(list.columns.map(({ name }) => name))}\r\n`];
  for (let from = 0; from < list.rowCount; from += PAGE) pages.push(await readPage(list, from));
  return new Blob(pages, { type: 'text/csv' });
}

async function readPage(list: RowSource, from: number): Promise<string> {
  const values = await list.read(from, Math.min(from + PAGE, list.rowCount));
  const count = values[0]?.length ?? 0;
  return Array.from({ length: count }, (_, row) => {
    const fields = values.map((column) => {
      const value = column[row] ?? null;
      return value === null ? null : String(value);
    });
    return `${toCanonical(fields)}\r\n`;
  }).join('');
}
