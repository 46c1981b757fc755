import { createStore, produce, reconcile } from 'solid-js/store';
import { toFreeName, toSourceName } from '../import/name';
import type { ImportOptions } from '../import/text/plan';
import { createAbort, Problem } from '../lib/problem';
import type { Engine } from '../engine/engine';
import type { Catalog, SourceRecord } from '../storage/catalog';
import {
  askToPersist,
  eraseDevice,
  holdImport,
  readUsage,
  removeLeftovers,
  removeSourceFiles,
} from '../storage/device';
import type { Usage } from '../storage/device';

export interface ImportTask {
  id: string;
  fileName: string;
  status: 'waiting' | 'running' | 'stopping';
  doneBytes: number;
  totalBytes: number;
}

export interface SourcesState {
  /** In order of import. Those that were removed and can still be brought back are in `removed`. */
  sources: SourceRecord[];
  removed: SourceRecord[];
  tasks: ImportTask[];
  usage: Usage | undefined;
}

export interface SourcesOptions {
  engine: Engine;
  catalog: Catalog;
  /** Whether rows can be kept on this device. */
  keep: boolean;
  onProblem: (error: unknown) => void;
  /** Another tab changed what is stored. */
  channel?: BroadcastChannel;
}

export type Sources = ReturnType<typeof createSources>;

type Message = 'sources' | 'erased';

/** How long a removed source can be brought back. */
const KEEP_REMOVED_MS = 7 * 24 * 3600 * 1000;

/** The sources of this device: what is imported, attached to the engine, and kept. */
export function createSources({ engine, catalog, keep, onProblem, channel }: SourcesOptions) {
  const [state, setState] = createStore<SourcesState>({
    sources: [],
    removed: [],
    tasks: [],
    usage: undefined,
  });
  const stops = new Map<string, AbortController>();
  const attached = new Map<string, { name: string; done: Promise<void> }>();
  let queue: Promise<unknown> = Promise.resolve();

  /** Reads the list, and attaches what is on it, the source on screen first. */
  async function load(first?: string): Promise<void> {
    const all = await catalog.list();
    setState(
      'sources',
      reconcile(
        all.filter(({ removed }) => !removed),
        { key: 'id' },
      ),
    );
    setState(
      'removed',
      reconcile(
        all.filter(({ removed }) => removed),
        { key: 'id' },
      ),
    );
    for (const id of attached.keys()) {
      if (!state.sources.some((source) => source.id === id)) await detach(id);
    }
    for (const source of state.sources.toSorted((a, b) => Number(b.id === first) - Number(a.id === first))) {
      void attach(source).catch(onProblem);
    }
    await refreshUsage();
  }

  /** Once for each source, however often it is asked for; a name that another tab changed is changed here too. */
  function attach({ id, name, columns, parts }: SourceRecord): Promise<void> {
    const known = attached.get(id);
    if (known?.name === name) return known.done;
    const done = known
      ? known.done.then(() => engine.rename(id, name))
      : engine.attach(unwrapped({ id, name, columns, parts }));
    attached.set(id, { name, done });
    done.catch(() => attached.delete(id));
    return done;
  }

  async function detach(id: string): Promise<void> {
    attached.delete(id);
    await engine.detach(id);
  }

  /** Frees the rows, on the device or in the engine's memory. */
  function discard(id: string): Promise<void> {
    return keep ? removeSourceFiles(id) : engine.discard(id);
  }

  async function refreshUsage(): Promise<void> {
    setState('usage', await readUsage());
  }

  async function save(source: SourceRecord): Promise<void> {
    await catalog.put(unwrapped(source));
    announce('sources');
  }

  function announce(message: Message): void {
    channel?.postMessage(message);
  }

  function takenNames(): string[] {
    return state.sources.map(({ name }) => name);
  }

  /** Imports a file after those before it. Each uses every core it can get, so one at a time is quickest. */
  function importFile(file: File, options: ImportOptions = {}): Promise<SourceRecord> {
    const id = crypto.randomUUID().slice(0, 8);
    const stop = new AbortController();
    stops.set(id, stop);
    setState('tasks', (tasks) => [
      ...tasks,
      { id, fileName: file.name, status: 'waiting', doneBytes: 0, totalBytes: file.size },
    ]);
    const work = queue.then(() => runImport(id, file, options, stop.signal));
    queue = work.catch(() => {});
    return work.finally(() => {
      stops.delete(id);
      setState('tasks', (tasks) => tasks.filter((task) => task.id !== id));
    });
  }

  function runImport(
    id: string,
    file: File,
    options: ImportOptions,
    signal: AbortSignal,
  ): Promise<SourceRecord> {
    return holdImport(id, async () => {
      signal.throwIfAborted();
      patchTask(id, { status: 'running' });
      const name = toFreeName(options.name?.trim() || toSourceName(file.name), takenNames());
      const source = await keepSource(id, async () => {
        const table = await engine.importFile(file, {
          id,
          options: { ...options, name },
          keep,
          signal,
          onProgress: ({ doneBytes, totalBytes }) => patchTask(id, { doneBytes, totalBytes }),
        });
        signal.throwIfAborted();
        const imported: SourceRecord = { ...table, name, created: Date.now(), kept: keep };
        await attach(imported);
        await save(imported);
        return imported;
      });
      // another tab's message may have listed it meanwhile
      setState('sources', (sources) => [...sources.filter((other) => other.id !== id), source]);
      if (keep && state.sources.length === 1) void askToPersist();
      void refreshUsage();
      return source;
    });
  }

  /** Leaves nothing behind where an import fails, however far it came. */
  async function keepSource(id: string, work: () => Promise<SourceRecord>): Promise<SourceRecord> {
    try {
      return await work();
    } catch (error) {
      if (attached.has(id)) await detach(id);
      await discard(id);
      throw error;
    }
  }

  function patchTask(id: string, patch: Partial<ImportTask>): void {
    setState('tasks', (task) => task.id === id, patch);
  }

  function stopImport(id: string): void {
    patchTask(id, { status: 'stopping' });
    stops.get(id)?.abort(createAbort());
  }

  async function rename(id: string, wanted: string): Promise<void> {
    const name = wanted.trim();
    const source = find(id);
    if (name === source.name) return;
    if (!name) throw new Problem('name-empty');
    const others = state.sources.filter((other) => other.id !== id);
    if (others.some((other) => other.name.toLowerCase() === name.toLowerCase())) {
      throw new Problem('name-taken', { params: { name } });
    }
    await attach({ ...source, name });
    setState('sources', (other) => other.id === id, { name });
    await save(find(id));
  }

  /** Takes a source off the list and out of the engine. Its rows stay on the device until it is cleared away. */
  async function remove(id: string): Promise<void> {
    const source = { ...unwrapped(find(id)), removed: Date.now() };
    await detach(id);
    await save(source);
    setState(
      produce((draft) => {
        draft.sources = draft.sources.filter((other) => other.id !== id);
        draft.removed.push(source);
      }),
    );
  }

  async function restore(id: string): Promise<void> {
    const { removed: _, ...source } = unwrapped(findRemoved(id));
    source.name = toFreeName(source.name, takenNames());
    await attach(source);
    setState(
      produce((draft) => {
        draft.removed = draft.removed.filter((other) => other.id !== id);
        draft.sources.push(source);
        draft.sources.sort((a, b) => a.created - b.created);
      }),
    );
    await save(source);
  }

  /** Deletes a removed source and its rows for good. */
  async function clear(id: string): Promise<void> {
    findRemoved(id);
    await catalog.delete(id);
    await discard(id);
    setState('removed', (removed) => removed.filter((other) => other.id !== id));
    announce('sources');
    await refreshUsage();
  }

  async function clearOld(): Promise<void> {
    await removeLeftovers((id) => catalog.has(id));
    const old = state.removed.filter(({ removed = Infinity }) => Date.now() - removed > KEEP_REMOVED_MS);
    for (const { id } of old) await clear(id);
  }

  /** Stops every import and forgets every source, in this tab. */
  async function forgetAll(): Promise<void> {
    for (const id of stops.keys()) stopImport(id);
    await queue;
    for (const id of attached.keys()) await detach(id);
    if (!keep) for (const { id } of [...state.sources, ...state.removed]) await discard(id);
    setState({ sources: [], removed: [], tasks: [] });
  }

  /** Erases everything that Quire has put on this device, for every tab. */
  async function erase(): Promise<void> {
    announce('erased');
    await forgetAll();
    await eraseDevice();
    await refreshUsage();
  }

  function find(id: string): SourceRecord {
    const source = state.sources.find((other) => other.id === id);
    if (!source) throw new Problem('source-missing', { params: { name: id } });
    return source;
  }

  function findRemoved(id: string): SourceRecord {
    const source = state.removed.find((other) => other.id === id);
    if (!source) throw new Problem('source-missing', { params: { name: id } });
    return source;
  }

  /** The engine was replaced and lost what was in memory only. */
  function forgetLost(ids: string[]): string[] {
    const names = state.sources.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
    setState('sources', (sources) => sources.filter(({ id }) => !ids.includes(id)));
    setState('removed', (removed) => removed.filter(({ kept }) => kept));
    for (const id of ids) {
      attached.delete(id);
      void catalog.delete(id);
    }
    return names;
  }

  channel?.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    (data === 'erased' ? forgetAll() : load()).catch(onProblem);
  });

  return {
    state,
    load,
    clearOld,
    importFile,
    stopImport,
    rename,
    remove,
    restore,
    clear,
    erase,
    forgetLost,
    refreshUsage,
    /** Resolves when the rows of a source can be read. */
    whenAttached: (id: string) => attach(find(id)),
  };
}

function unwrapped<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
