import type { Remote } from 'comlink';
import { proxy, transfer, wrap } from 'comlink';
import dataWorkerUrl from '../../workers/data.ts?worker&url';
import { watchLife } from '../lib/life';
import { createAbort, Problem } from '../lib/problem';
import { createBlobWorker } from '../lib/worker';
import type { Value } from '../table/column';
import { toValues } from './arrow';
import type { DataWorker } from './data';
import type { Engine, QueryRunOptions, RunOptions, TableFiles } from './engine';
import { isKept } from './place';
import { installThrowHandler } from './transfer';

export interface ClientOptions {
  /** The engine died and a new one took its place; `lost` are the ids of the tables that were in memory only. */
  onRestart: (lost: string[]) => void;
}

interface Link {
  remote: Remote<DataWorker>;
  ready: Promise<void>;
  /** Rejects when the worker dies, so that no call waits for ever. */
  death: Promise<never>;
  end: () => void;
}

/** The engine in the data worker. If that worker dies, another takes its place and gets the tables again. */
export function createEngine({ onRestart }: ClientOptions): Engine {
  installThrowHandler();
  const tables = new Map<string, TableFiles>();
  const watched = new Map<string, (share: number) => void>();
  let link = connect();

  function connect(): Link {
    const life = `quire-data-${crypto.randomUUID()}`;
    const worker = createBlobWorker(new URL(dataWorkerUrl, import.meta.url).href, { module: true });
    const remote = wrap<DataWorker>(worker);
    const death = Promise.withResolvers<never>();
    death.promise.catch(() => {});
    worker.addEventListener('error', (event) =>
      death.reject(new Problem('engine-failed', { params: { detail: event.message } })),
    );
    const forget = (lost: string[]) => {
      for (const id of lost) tables.delete(id);
      onRestart(lost);
    };
    let stopWatch = () => {};
    const start = async () => {
      await remote.hold(life);
      stopWatch = watchLife(life, () => {
        death.reject(new Problem('engine-restarted'));
        reconnect();
      });
      const tellShare = (run: string, share: number) => watched.get(run)?.(share);
      await remote.open(proxy(forget), proxy(tellShare));
    };
    const ready = Promise.race([start(), death.promise]);
    ready.catch(() => {});
    const end = () => {
      stopWatch();
      worker.terminate();
      death.reject(createAbort());
    };
    return { remote, ready, death: death.promise, end };
  }

  function reconnect(): void {
    const kept = [...tables.values()].filter(isKept);
    const lost = [...tables.keys()].filter((id) => !kept.some((table) => table.id === id));
    for (const id of lost) tables.delete(id);
    const next = connect();
    link = {
      ...next,
      ready: next.ready.then(
        async () => void (await Promise.allSettled(kept.map((table) => next.remote.attach(table)))),
      ),
    };
    link.ready.catch(() => {});
    onRestart(lost);
  }

  /** Calls the worker as soon as it is ready; fails when it dies, and stops the run when the signal says so. */
  async function call<T>(
    work: (remote: Remote<DataWorker>, run: string) => Promise<T>,
    signal?: AbortSignal,
    { onProgress }: Pick<QueryRunOptions, 'onProgress'> = {},
  ): Promise<T> {
    const { remote, ready, death } = link;
    await Promise.race([ready, death]);
    signal?.throwIfAborted();
    const run = crypto.randomUUID();
    const stop = () => void remote.cancel(run);
    signal?.addEventListener('abort', stop, { once: true });
    if (onProgress) watched.set(run, onProgress);
    try {
      return await Promise.race([work(remote, run), death]);
    } finally {
      signal?.removeEventListener('abort', stop);
      watched.delete(run);
    }
  }

  return {
    async query(sql, { signal, onProgress, ...settings } = {}) {
      const { columns, bytes } = await call(
        (remote, run) => remote.query(run, sql, settings),
        signal,
        onProgress && { onProgress },
      );
      const { values, rowCount } = toValues(bytes);
      const { maxRows, values: variables } = settings;
      const whole = maxRows === undefined || rowCount < maxRows;
      return {
        columns,
        values,
        rowCount: whole ? rowCount : await call((remote, run) => remote.count(run, sql, variables), signal),
      };
    },

    async read(id, kind, from, to, { signal }: RunOptions = {}): Promise<Value[][]> {
      const bytes = await call((remote, run) => remote.read(run, id, kind, from, to), signal);
      return bytes ? toValues(bytes).values : [];
    },

    async attach(table) {
      await call((remote) => remote.attach(table));
      tables.set(table.id, table);
    },

    async detach(id) {
      tables.delete(id);
      await call((remote) => remote.detach(id));
    },

    discard: (table) => call((remote) => remote.discard(table)),

    async rename(id, name) {
      const table = tables.get(id);
      if (table) tables.set(id, { ...table, name });
      await call((remote) => remote.rename(id, name));
    },

    prepare: (count) => call((remote) => remote.prepare(count)),

    inspect: (file, options = {}, { signal } = {}) =>
      call((remote, run) => remote.inspect(run, file, options), signal),

    importFile: (file, { signal, onProgress = () => {}, ...settings }) =>
      call((remote, run) => remote.importFile(run, file, settings, proxy(onProgress)), signal),

    appendRows: (id, mending, keep) => call((remote, run) => remote.appendRows(run, id, mending, keep)),

    keepResult: (sql, { signal, onProgress, ...settings }) =>
      call((remote, run) => remote.keepResult(run, sql, settings), signal, onProgress && { onProgress }),

    compute: ({ signal, onProgress, ...task }) =>
      call((remote, run) => remote.compute(run, task), signal, onProgress && { onProgress }),

    shareResult: (options) => call((remote) => remote.shareResult(options)),

    renameResult: (id, name) => call((remote) => remote.renameResult(id, name)),

    dropResult: (id) => call((remote) => remote.dropResult(id)),

    explain: (sql, { values: variables, signal } = {}) =>
      call((remote, run) => remote.explain(run, sql, variables), signal),

    serveRows: (id, port, { signal } = {}) =>
      call((remote, run) => remote.serveRows(run, id, transfer(port, [port])), signal),

    writeDatabase: (path, tables, { signal, onProgress } = {}) =>
      call((remote, run) => remote.writeDatabase(run, path, tables), signal, onProgress && { onProgress }),

    memory: () => call((remote) => remote.memory()),

    cancelAll: () => call((remote) => remote.cancelAll()),

    close: () => link.end(),
  };
}
