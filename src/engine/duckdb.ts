import type { AsyncDuckDB } from '@duckdb/duckdb-wasm';
import * as duckdb from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { holdLife, watchLife } from '../lib/life';
import { once } from '../lib/once';
import { createAbort, Problem } from '../lib/problem';
import { createBlobWorker } from '../lib/worker';
import { quoteText } from '../sql/quote';
import { toPlainNames } from './plainNames';
import { createTurns } from './turns';

export type Run = (
  sql: string,
  signal?: AbortSignal,
  options?: StatementOptions,
) => Promise<Uint8Array<ArrayBuffer>>;

export interface StatementOptions {
  onProgress?: OnProgress;
  /** Goes on only while nothing else runs. */
  background?: boolean;
}

/** Told how much of a statement is done, from 0 to 1, if it takes longer and the engine can tell. */
export type OnProgress = (share: number) => void;

/** Adds the rows of an Arrow IPC stream to a table that is there, each value cast to its column's type. */
export type Insert = (table: string, bytes: Uint8Array) => Promise<void>;

export interface OpenOptions {
  /** The database file, `opfs://…`; in memory where there is none. */
  path?: string;
  /** Called with the bytes that were read of registered files so far. */
  onRead?: (bytes: number) => void;
  onDeath?: () => void;
}

/** One DuckDB in a worker of its own. The only door to duckdb-wasm. */
export interface Duck {
  /** The result as the bytes of an Arrow IPC stream. Runs side by side with others; aborting stops it. */
  run: Run;
  /** Several statements on one connection, which alone sees its temporary tables. */
  session<T>(work: (run: Run, insert: Insert) => Promise<T>): Promise<T>;
  registerFile(path: string, file: Blob): Promise<void>;
  dropFile(path: string): Promise<void>;
  /** Opens a database, in place of the one that is open. A started engine does it in a twentieth of a start. */
  open(options: OpenOptions): Promise<void>;
  /** Lets go of the database, so that its file is free. */
  close(): Promise<void>;
  /** Gives the engine up for broken: what runs fails, and the owner is told. */
  die(): void;
  /** Whether it broke or was ended. */
  isEnded(): boolean;
  /** Ends the worker at once. */
  end(): void;
}

const CONNECTIONS = 8;

/** How long a statement holds the engine before others have their turn: left to itself, a page of rows would wait a tenth of a second. */
const TURN_MS = 20;

/** Shorter statements tell no progress. */
const PROGRESS_AFTER_MS = 400;

const settings = [
  'SET errors_as_json = true',
  'SET autoload_known_extensions = false',
  'SET autoinstall_known_extensions = false',
  // With autoloading off alone, `AT TIME ZONE` still asks the vendor's server, and the engine dies of the refusal.
  `SET custom_extension_repository = ${quoteText(`${globalThis.location?.origin ?? ''}/extensions`)}`,
  'SET enable_progress_bar = true',
  `SET progress_bar_time = ${PROGRESS_AFTER_MS}`,
];

/**
 * The engine's code, compiled once for all engines. By itself each would compile its 34 MB again, from a stream of its own
 * making that the browser cannot keep compiled code for.
 */
const compileEngine = once(() => compileFrom(new URL(wasmUrl, import.meta.url)));

async function compileFrom(url: URL): Promise<WebAssembly.Module> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url.pathname}: ${answer.status}`);
  // a host that does not know the type of the file gets it read whole
  if (answer.headers.get('Content-Type') !== 'application/wasm')
    return WebAssembly.compile(await answer.arrayBuffer());
  return WebAssembly.compileStreaming(answer);
}

export async function startDuck(): Promise<Duck> {
  const life = `quire-duck-${crypto.randomUUID()}`;
  const worker = createBlobWorker(new URL(workerUrl, import.meta.url).href, { before: toPrelude(life) });
  const compiled = compileEngine();
  compiled.then(
    (module) => worker.postMessage(module),
    () => {},
  );
  const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  const takeShare = listenProgress(worker);
  const turns = createTurns();
  const reads = new BroadcastChannel(life);
  const death = Promise.withResolvers<never>();
  death.promise.catch(() => {});
  let connections = createPool(db);
  let options: OpenOptions = {};
  let ended = false;
  let stopWatch = () => {};

  function end(reason: Error): void {
    if (ended) return;
    ended = true;
    stopWatch();
    reads.close();
    worker.terminate();
    death.reject(reason);
  }

  function die(): void {
    if (ended) return;
    end(new Problem('engine-restarted'));
    options.onDeath?.();
  }

  reads.onmessage = ({ data }: MessageEvent<'alive' | number>) => {
    if (data === 'alive') stopWatch = watchLife(life, die);
    else options.onRead?.(data);
  };

  const session: Duck['session'] = (work) =>
    Promise.race([
      connections.use((id) =>
        work(
          (sql, signal, { onProgress = () => {}, background = false } = {}) =>
            turns.take(background, (whenMine) =>
              stream(db, id, sql, {
                signal,
                whenMine,
                onAnswer() {
                  const share = takeShare();
                  if (share !== undefined) onProgress(share);
                },
              }).finally(takeShare),
            ),
          (table, bytes) =>
            db.insertArrowFromIPCStream(id, bytes, { ...toTarget(table), create: false }).finally(takeShare),
        ),
      ),
      death.promise,
    ]);

  const duck: Duck = {
    session,
    run: (sql, signal, options) => session((run) => run(sql, signal, options)),
    registerFile: (name, file) =>
      db.registerFileHandle(name, file, duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true),
    dropFile: async (name) => void (await db.dropFile(name)),
    async open(next) {
      options = next;
      await db.open({
        ...(next.path && { path: next.path, accessMode: duckdb.DuckDBAccessMode.READ_WRITE }),
        query: { queryPollingInterval: TURN_MS },
      });
      await connections.open();
    },
    async close() {
      const { path } = options;
      options = {};
      await connections.close();
      connections = createPool(db);
      await db.reset();
      if (!path) return;
      const log = `${path}.wal`;
      // it is opened with the database, but only a file that was read or written is let go; 16 MB and more are written past it
      await db.copyFileToBuffer(log);
      for (const file of [path, log]) await db.dropFile(file);
    },
    die,
    isEnded: () => ended,
    end: () => end(createAbort()),
  };

  try {
    await Promise.race([compiled.then(() => db.instantiate(wasmUrl)), death.promise]);
    return duck;
  } catch (error) {
    duck.end();
    throw error;
  }
}

/** Keeps user SQL in: from here on no file but those registered under `/data/` can be named, and no setting changed. */
export const locks = [
  `SET allowed_directories = ['/data/']`,
  'SET enable_external_access = false',
  'SET lock_configuration = true',
];

/** Of a database file that is cut short, DuckDB would ask for what is missing for ever. */
const MOST_NOTHINGS = 1000;

/**
 * Runs in DuckDB's worker ahead of its script: holds the worker's life, gives it the code that is already compiled where it
 * would fetch it, tells how many bytes were read, and keeps the script from writing every failed statement to the console,
 * for it may quote private data. How far a statement has come, which is the one thing for which the engine calls JavaScript
 * by name, the script would tell through a function made of text, which the page's policy refuses.
 */
function toPrelude(life: string): string {
  return `
    console.log = console.debug = console.info = console.warn = console.error = () => {};
    const reads = new BroadcastChannel(${JSON.stringify(life)});
    (${holdLife.toString()})(${JSON.stringify(life)}).then(() => reads.postMessage('alive'));
    {
      const given = new Promise((done) => addEventListener('message', function take(event) {
        if (!(event.data instanceof WebAssembly.Module)) return;
        event.stopImmediatePropagation();
        removeEventListener('message', take);
        done(event.data);
      }));
      self.fetch = async () => new Response('');
      WebAssembly.instantiateStreaming = async (_, imports) => {
        const module = await given;
        imports.env._emval_get_method_caller = () => 0;
        imports.env._emval_call_method = (caller, runtime, method, destructors, place) => {
          const [, percentage] = new Float64Array(imports.env.memory.buffer, place, 2);
          postMessage({ type: 'PROGRESS_UPDATE', data: { percentage } });
          return 0;
        };
        const { exports } = await WebAssembly.instantiate(module, imports);
        return { module, instance: { exports: (${toPlainNames.toString()})(exports) } };
      };
    }
    {
      const read = FileReaderSync.prototype.readAsArrayBuffer;
      let bytes = 0, told = 0, nothings = 0;
      FileReaderSync.prototype.readAsArrayBuffer = function (blob) {
        nothings = blob.size === 0 ? nothings + 1 : 0;
        if (nothings > ${MOST_NOTHINGS}) throw new Error('the file ends too early');
        bytes += blob.size;
        if (performance.now() - told > 100) { told = performance.now(); reads.postMessage(bytes); bytes = 0; }
        return read.call(this, blob);
      };
    }`;
}

/**
 * A statement has a connection to itself while it runs. All are made at the start: each must be told for itself to give its
 * errors as JSON, and the lock forbids that later.
 */
function createPool(db: AsyncDuckDB) {
  const idle: number[] = [];
  const waiting: ((connection: number) => void)[] = [];
  return {
    async open(): Promise<void> {
      while (idle.length < CONNECTIONS) {
        const id = await db.connectInternal();
        await db.runQuery(id, settings.join('; '));
        idle.push(id);
      }
    },
    async use<T>(work: (connection: number) => Promise<T>): Promise<T> {
      const id = idle.pop() ?? (await new Promise<number>((done) => waiting.push(done)));
      try {
        return await work(id);
      } finally {
        const next = waiting.shift();
        if (next) next(id);
        else idle.push(id);
      }
    },
    async close(): Promise<void> {
      for (const id of idle.splice(0)) await db.disconnect(id);
    },
  };
}

/**
 * The engine posts how far a statement has come while it works on a call, and names no statement. But it works on one call at
 * a time, so what came last when a call is answered belongs to that call.
 */
function listenProgress(worker: Worker): () => number | undefined {
  let share: number | undefined;
  worker.addEventListener('message', ({ data }: MessageEvent<{ type: string; data: unknown }>) => {
    if (data.type !== 'PROGRESS_UPDATE') return;
    const { percentage } = data.data as { percentage: number };
    // 0 is also what it says where it cannot tell
    share = percentage > 0 ? Math.min(percentage / 100, 1) : undefined;
  });
  return () => {
    const taken = share;
    share = undefined;
    return taken;
  };
}

/** `kept_in_memory."a b"` in its parts: the library quotes them itself. */
function toTarget(table: string): { schema?: string; name: string } {
  const [, schema, quoted] = /^(\w+)\."(.*)"$/s.exec(table) ?? [];
  return schema === undefined ? { name: table } : { schema, name: quoted!.replaceAll('""', '"') };
}

interface StreamOptions {
  signal: AbortSignal | undefined;
  /** Resolves when it may ask the engine to go on. */
  whenMine: () => Promise<void>;
  /** Called when the engine has answered a call, before it can answer another. */
  onAnswer: () => void;
}

async function stream(
  db: AsyncDuckDB,
  connection: number,
  sql: string,
  { signal, whenMine, onAnswer }: StreamOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  await whenMine();
  signal?.throwIfAborted();
  const pieces: Uint8Array[] = [];
  let head = await db.startPendingQuery(connection, sql, true);
  onAnswer();
  while (head === null) {
    await whenMine();
    await checkSignal(db, connection, signal);
    head = await db.pollPendingQuery(connection);
    onAnswer();
  }
  pieces.push(head);
  for (;;) {
    await whenMine();
    await checkSignal(db, connection, signal);
    const piece = await db.fetchQueryResults(connection);
    onAnswer();
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
