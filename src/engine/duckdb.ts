import type { AsyncDuckDB } from '@duckdb/duckdb-wasm';
import * as duckdb from '@duckdb/duckdb-wasm';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { holdLife, watchLife } from '../lib/life';
import { createAbort, Problem } from '../lib/problem';
import { createBlobWorker } from '../lib/worker';
import { quoteText } from '../sql/quote';

export interface DuckOptions {
  /** The database file, `opfs://…`; in memory where there is none. */
  path?: string;
  /** Called with the bytes that were read of registered files so far. */
  onRead?: (bytes: number) => void;
  onDeath?: () => void;
}

export type Run = (sql: string, signal?: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>;

/** One DuckDB in a worker of its own. The only door to duckdb-wasm. */
export interface Duck {
  /** The result as the bytes of an Arrow IPC stream. Runs side by side with others; aborting stops it. */
  run: Run;
  /** Several statements on one connection, which alone sees its temporary tables. */
  session<T>(work: (run: Run) => Promise<T>): Promise<T>;
  registerFile(path: string, file: Blob): Promise<void>;
  dropFile(path: string): Promise<void>;
  /** Gives the engine up for broken: what runs fails, and the owner is told. */
  die(): void;
  /** Ends the worker at once. */
  end(): void;
}

export async function openDuck({ path, onRead, onDeath }: DuckOptions = {}): Promise<Duck> {
  const life = `quire-duck-${crypto.randomUUID()}`;
  const worker = createBlobWorker(new URL(workerUrl, import.meta.url).href, { before: toPrelude(life) });
  const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  const reads = onRead ? watchReads(life, onRead) : undefined;
  const death = Promise.withResolvers<never>();
  death.promise.catch(() => {});
  let ended = false;
  let stopWatch = () => {};
  const end = (reason: Error = createAbort()) => {
    if (ended) return;
    ended = true;
    stopWatch();
    reads?.close();
    worker.terminate();
    death.reject(reason);
  };
  const die = () => {
    if (ended) return;
    end(new Problem('engine-restarted'));
    onDeath?.();
  };
  try {
    await Promise.race([db.instantiate(new URL(wasmUrl, import.meta.url).href), death.promise]);
    await db.open(path ? { path, accessMode: duckdb.DuckDBAccessMode.READ_WRITE } : {});
    stopWatch = watchLife(life, die);
    const connections = createPool(db);
    const session: Duck['session'] = (work) =>
      Promise.race([
        connections.use((id) => work((sql, signal) => stream(db, id, sql, signal))),
        death.promise,
      ]);
    const run: Run = (sql, signal) => session((runHere) => runHere(sql, signal));
    for (const setting of settings) await run(setting);
    return {
      run,
      session,
      registerFile: (name, file) =>
        db.registerFileHandle(name, file, duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true),
      dropFile: async (name) => void (await db.dropFile(name)),
      die,
      end: () => end(),
    };
  } catch (error) {
    end();
    throw error;
  }
}

const settings = [
  'SET errors_as_json = true',
  'SET autoload_known_extensions = false',
  'SET autoinstall_known_extensions = false',
  // With autoloading off alone, `AT TIME ZONE` still asks the vendor's server, and the engine dies of the refusal.
  `SET custom_extension_repository = ${quoteText(`${globalThis.location?.origin ?? ''}/extensions`)}`,
];

/** Keeps user SQL in: from here on no file but those registered under `/data/` can be named, and no setting changed. */
export const locks = [
  `SET allowed_directories = ['/data/']`,
  'SET enable_external_access = false',
  'SET lock_configuration = true',
];

/**
 * Runs in DuckDB's worker ahead of its script: holds the worker's life, tells how many bytes were read, and keeps the
 * script from writing every failed statement to the console, for it may quote private data.
 */
function toPrelude(life: string): string {
  return `
    console.log = console.debug = console.info = console.warn = console.error = () => {};
    (${holdLife.toString()})(${JSON.stringify(life)});
    {
      const reads = new BroadcastChannel(${JSON.stringify(life)});
      const read = FileReaderSync.prototype.readAsArrayBuffer;
      let bytes = 0, told = 0;
      FileReaderSync.prototype.readAsArrayBuffer = function (blob) {
        bytes += blob.size;
        if (performance.now() - told > 100) { told = performance.now(); reads.postMessage(bytes); }
        return read.call(this, blob);
      };
    }`;
}

function watchReads(name: string, onRead: (bytes: number) => void): BroadcastChannel {
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }) => onRead(data as number);
  return channel;
}

/** Connections are kept for the next statement; a statement has one to itself while it runs. */
function createPool(db: AsyncDuckDB) {
  const idle: number[] = [];
  return {
    async use<T>(work: (connection: number) => Promise<T>): Promise<T> {
      const id = idle.pop() ?? (await db.connectInternal());
      try {
        return await work(id);
      } finally {
        idle.push(id);
      }
    },
  };
}

async function stream(
  db: AsyncDuckDB,
  connection: number,
  sql: string,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  signal?.throwIfAborted();
  const pieces: Uint8Array[] = [];
  let head = await db.startPendingQuery(connection, sql, true);
  while (head === null) {
    await checkSignal(db, connection, signal);
    head = await db.pollPendingQuery(connection);
  }
  pieces.push(head);
  for (;;) {
    await checkSignal(db, connection, signal);
    const piece = await db.fetchQueryResults(connection);
    // null asks to call again, an empty piece is the end
    if (piece === null) continue;
    if (piece.length === 0) break;
    pieces.push(piece);
  }
  return joinPieces(pieces);
}

async function checkSignal(db: AsyncDuckDB, connection: number, signal?: AbortSignal): Promise<void> {
  if (!signal?.aborted) return;
  await db.cancelPendingQuery(connection);
  throw createAbort();
}

function joinPieces(pieces: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
