import { createBlobWriter, readPieces } from '../../import/pack/stream';
import { toCrc32 } from '../../import/pack/crc32';
import type { Loose } from '../../steps/field';
import { findFormat } from '../formats/catalog';
import type { Push, TableOut } from '../formats/format';
import { writers } from '../formats/writers';
import { toPieces } from '../zip';
import type { ZipPart } from '../zip';
import type { PageRow } from '../xlsx/book';
import type { TableSpec } from './batches';
import { readBatches } from './batches';
import type { ReadRows } from './portReader';

export interface ExportSpec {
  format: string;
  settings: Loose;
  tables: TableSpec[];
  /** The names of the files in an archive, one a table. Without them, all that there is goes into one file. */
  files?: readonly string[];
  words: Readonly<Record<string, string>>;
  /** What the tables are together, and what is noted of them. */
  title?: string;
  notes?: readonly PageRow[];
}

export interface WriteTablesOptions {
  /** Reads rows of the table of a number. */
  read: (table: number) => ReadRows;
  push: Push;
  /** Told which share of the rows is written. */
  onProgress: (share: number) => void;
}

/** Writes tables in a format: as one file, or each as a file of one archive. */
export async function writeTables(
  { format, settings, tables, files, words, title, notes }: ExportSpec,
  { read, push, onProgress }: WriteTablesOptions,
): Promise<void> {
  const { plan, isPacked = false } = findFormat(format);
  const write = writers[format]!;
  const all = tables.reduce((sum, { from, to }) => sum + to - from, 0);
  let done = 0;
  const onRows = (rows: number) => onProgress((done += rows) / all);
  const outs = tables.map((table, k): TableOut => {
    const batches = () => readBatches(table, { plan, read: read(k), onRows });
    const { name, columns, from, to, picture } = table;
    return { name, columns, rows: to - from, batches, ...(picture && { picture }) };
  });
  const context = {
    settings: settings as never,
    words,
    ...(title !== undefined && { title }),
    ...(notes && { notes }),
  };
  if (!files) return write(outs, { ...context, push });
  const parts: ZipPart[] = [];
  for (const [k, out] of outs.entries()) {
    const writer = createBlobWriter();
    let crc = 0;
    await write([out], {
      ...context,
      push(bytes) {
        crc = toCrc32(bytes, crc);
        writer.push(bytes);
      },
    });
    parts.push({ path: files[k]!, blob: writer.finish(), crc, deflate: !isPacked });
  }
  for (const piece of await toPieces(parts)) {
    if (!(piece instanceof Blob)) await push(piece);
    else for await (const bytes of readPieces(piece)) await push(bytes);
  }
}
