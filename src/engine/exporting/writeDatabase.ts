import { createAbort, Problem } from '../../lib/problem';
import { quoteName } from '../../sql/quote';
import type { Column } from '../../table/column';
import type { Spares } from '../importing/spares';
import { toRanges } from './ranges';
import type { ColumnRead, RowsRequest } from './serveRows';

/** A table that goes into a database file. */
export interface DatabaseTable {
  /** The id by which its rows are read. */
  id: string;
  name: string;
  columns: Column[];
  /** How they leave the one engine; the other casts them to their types. */
  reads: ColumnRead[];
  from: number;
  to: number;
}

export interface WriteDatabaseOptions {
  /** Where in the private file system. */
  path: string;
  tables: readonly DatabaseTable[];
  read: (id: string, request: RowsRequest) => Promise<Uint8Array<ArrayBuffer>>;
  spares: Spares;
  signal: AbortSignal;
  onProgress: (share: number) => void;
}

/** Writes tables into a database file of their own, by an engine of its own. */
export async function writeDatabase({
  path,
  tables,
  read,
  spares,
  signal,
  onProgress,
}: WriteDatabaseOptions): Promise<void> {
  const all = tables.reduce((sum, { from, to }) => sum + to - from, 0);
  let done = 0;
  const death = Promise.withResolvers<never>();
  death.promise.catch(() => {});
  const duck = await spares.take();
  const work = async () => {
    await duck.open({ path: `opfs://${path}`, onDeath: () => death.reject(new Problem('engine-restarted')) });
    for (const { id, name, columns, reads, from, to } of tables) {
      const target = `main.${quoteName(name)}`;
      const defined = columns.map((column) => `${quoteName(column.name)} ${column.type}`);
      await duck.session(async (run, insert) => {
        await run(`CREATE TABLE ${target} (${defined.join(', ')})`);
        // in one transaction the file is written once
        await run('BEGIN');
        for (const range of to > from ? toRanges(from, to, columns.length) : []) {
          if (signal.aborted) throw createAbort();
          await insert(target, toEnded(await read(id, { kind: 'rows', columns: reads, ...range })));
          onProgress((done += range.to - range.from) / all);
        }
        await run('COMMIT');
      });
    }
    await duck.run('CHECKPOINT');
    await duck.close();
  };
  try {
    await Promise.race([work(), death.promise]);
  } finally {
    duck.end();
  }
}

/** The engine's own stream has no end, and the other would take the next one for more of it. */
function toEnded(stream: Uint8Array): Uint8Array {
  const ended = new Uint8Array(stream.length + END.length);
  ended.set(stream);
  ended.set(END, stream.length);
  return ended;
}

const END = Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0);
