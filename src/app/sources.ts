import { batch } from 'solid-js';
import { createStore, produce, reconcile } from 'solid-js/store';
import { toSourceName } from '../import/name';
import type { ImportOptions } from '../import/options';
import { toFreeName } from '../lib/freeName';
import { Problem } from '../lib/problem';
import type {
  Engine,
  GivenTable,
  ImportedTable,
  ImportFileOptions,
  Mending,
  TableFiles,
} from '../engine/engine';
import { toFolders } from '../engine/place';
import { isSameName } from '../sql/name';
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
import { createAttachments } from './attachments';
import { toListed, toPlainData } from './plainData';
import type { StagedTable, StageOptions } from './staging';
import { createStaging } from './staging';
import type { ImportTask, TaskRun } from './tasks';
import { createTasks } from './tasks';

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
  /** A source took the place of another and its name: what shows the one, or reads by that name, follows. */
  onReplaced: (id: string, by: SourceRecord) => void;
  /** Everything on the device is being erased, by this tab or another. */
  onErased: () => void;
  /** Another tab changed what is stored. */
  channel?: BroadcastChannel;
}

export type Sources = ReturnType<typeof createSources>;

type Message = 'sources' | 'erased';

const KEEP_REMOVED_MS = 7 * 24 * 3600 * 1000;

/** The sources of this device: what is imported, attached to the engine, and kept. */
export function createSources({
  engine,
  catalog,
  keep,
  onProblem,
  onReplaced,
  onErased,
  channel,
}: SourcesOptions) {
  const [state, setState] = createStore<SourcesState>({
    sources: [],
    removed: [],
    tasks: [],
    usage: undefined,
  });
  const tasks = createTasks(setState);
  const { attach, detach, ...attachments } = createAttachments(engine);
  const staging = createStaging({ tasks, keep, importTables, attach, drop });

  /** Reads the list, and attaches what is on it, the source on screen first. */
  async function load(first?: string): Promise<void> {
    const all = await catalog.list();
    const { sources = [], removed = [] } = Object.groupBy(all, (one) =>
      one.removed ? 'removed' : 'sources',
    );
    setState('sources', reconcile(sources, { key: 'id' }));
    setState('removed', reconcile(removed, { key: 'id' }));
    for (const id of attachments.ids()) {
      if (!staging.has(id) && !state.sources.some((source) => source.id === id)) await detach(id);
    }
    for (const source of state.sources.toSorted((a, b) => Number(b.id === first) - Number(a.id === first))) {
      void attach(source).catch(onProblem);
    }
    await refreshUsage();
  }

  /** Frees the rows, on the device or in the engine's memory. */
  function discard(table: TableFiles): Promise<void> {
    return keep ? removeSourceFiles(table.parts) : engine.discard(toPlainData(table));
  }

  async function refreshUsage(): Promise<void> {
    setState('usage', await readUsage());
  }

  async function save(source: SourceRecord): Promise<void> {
    await catalog.put(toPlainData(source));
    announce('sources');
  }

  function announce(message: Message): void {
    channel?.postMessage(message);
  }

  function takenNames(): string[] {
    return state.sources.map(({ name }) => name);
  }

  function importFile(
    file: File,
    options: ImportOptions = {},
    together?: ImportFileOptions['together'],
  ): Promise<SourceRecord[]> {
    return tasks.run(file, (task) =>
      holdImport(task.id, async () => {
        const isFirst = state.sources.length === 0;
        const imported = await keepTables(await importTables(file, task, { options, together }), task.signal);
        if (keep && isFirst) void askToPersist();
        void refreshUsage();
        return imported;
      }),
    );
  }

  /** A table out of a workbook file. */
  async function importGiven(file: File, name: string, given: GivenTable): Promise<SourceRecord> {
    const [source] = await tasks.run(file, (task) =>
      holdImport(task.id, async () =>
        keepTables(await importTables(file, task, { options: { name }, given }), task.signal),
      ),
    );
    void refreshUsage();
    return source!;
  }

  function importTables(
    file: File,
    { id, signal, onProgress }: TaskRun,
    { options = {}, together, given }: StageOptions & { given?: GivenTable },
  ): Promise<ImportedTable[]> {
    return engine.importFile(file, {
      id,
      name: options.name?.trim() || toSourceName(file.name),
      options,
      ...(together && { together }),
      ...(given && { given }),
      keep,
      signal,
      onProgress,
    });
  }

  /** All tables of a file, or none: nothing is left behind where one fails, however far it came. */
  async function keepTables(tables: ImportedTable[], signal: AbortSignal): Promise<SourceRecord[]> {
    const imported: SourceRecord[] = [];
    try {
      for (const table of tables) {
        signal.throwIfAborted();
        const name = toFreeName(table.name, [...takenNames(), ...imported.map((source) => source.name)]);
        const source: SourceRecord = { ...table, name, created: Date.now(), kept: keep };
        imported.push(source);
        await attach(source);
      }
      await catalog.put(...imported.map(toPlainData));
    } catch (error) {
      for (const table of tables) await drop(table);
      throw error;
    }
    list(imported);
    return imported;
  }

  /** Leaves nothing behind of a table. */
  async function drop(table: TableFiles): Promise<void> {
    await detach(table.id);
    await catalog.delete(table.id);
    await discard(table);
  }

  /** Adds sources that are kept to the list. */
  function list(added: SourceRecord[]): void {
    announce('sources');
    // another tab's message may have listed them meanwhile
    const isOther = ({ id }: SourceRecord) => !added.some((source) => source.id === id);
    setState('sources', (sources) => [...sources.filter(isOther), ...added]);
  }

  /** A staged table becomes a source beside the others. */
  async function addStaged({ table, name }: StagedTable): Promise<SourceRecord> {
    const source = { ...table, name: toFreeName(name, takenNames()), created: Date.now() };
    await catalog.put(toPlainData(source));
    staging.take(source.id);
    list([source]);
    await attach(source);
    return source;
  }

  /** Puts a table, staged or a source itself, in the place of a source, which goes to the removed ones. */
  async function replace(id: string, table: SourceRecord): Promise<SourceRecord> {
    return exchange(find(id), table, { replacedBy: table.id });
  }

  /** Brings a removed source back: in the place of the one that took its own, where that is still there. */
  async function takeBack(id: string): Promise<SourceRecord> {
    const source = findRemoved(id);
    const other = state.sources.find((candidate) => candidate.id === source.replacedBy);
    return other ? exchange(other, source, { undone: true }) : restore(id);
  }

  /** Everything that reads a name reads other rows from here on. */
  async function exchange(
    out: SourceRecord,
    into: SourceRecord,
    mark: Pick<SourceRecord, 'replacedBy' | 'undone'>,
  ): Promise<SourceRecord> {
    const source = { ...toListed(into), name: out.name, created: out.created };
    const gone: SourceRecord = { ...toPlainData(out), ...mark, removed: Date.now() };
    await catalog.put(source, gone);
    announce('sources');
    staging.take(source.id);
    const done = attach(source, detach(gone.id));
    batch(() => {
      setState(
        produce((draft) => {
          draft.sources = draft.sources
            .filter(({ id }) => id !== source.id)
            .map((other) => (other.id === gone.id ? source : other));
          draft.removed = [...draft.removed.filter(({ id }) => id !== source.id), gone];
        }),
      );
      onReplaced(gone.id, source);
    });
    await done;
    return source;
  }

  /** Rejected records that a person has mended become rows. Gives back what undoes it. */
  async function addMended(id: string, mending: Mending): Promise<() => Promise<void>> {
    const before = toPlainData(find(id));
    await attach(before);
    const parts = await engine.appendRows(id, mending, keep);
    const { receipt } = before;
    const count = mending.rows.length;
    await swap({
      ...before,
      parts,
      receipt: { ...receipt, loaded: receipt.loaded + count, rejected: receipt.rejected - count },
    });
    return () => swap(before);
  }

  /** Puts a source in the place of what it was. Who asks for it meanwhile gets this one: the list says so before the engine is done. */
  async function swap(source: SourceRecord): Promise<void> {
    await save(source);
    const done = attach(source);
    setState('sources', (other) => other.id === source.id, reconcile(source));
    await done;
  }

  async function rename(id: string, wanted: string): Promise<void> {
    const name = wanted.trim();
    const source = find(id);
    if (name === source.name) return;
    if (!name) throw new Problem('name-empty');
    if (state.sources.some((other) => other.id !== id && isSameName(other.name, name))) {
      throw new Problem('name-taken', { params: { name } });
    }
    await attach({ ...source, name });
    setState('sources', (other) => other.id === id, { name });
    await save(find(id));
  }

  /** Takes a source off the list, then out of the engine: who asks about it meanwhile would have it attached again. Its rows stay. */
  async function remove(id: string): Promise<void> {
    const source = { ...toPlainData(find(id)), removed: Date.now() };
    await save(source);
    setState(
      produce((draft) => {
        draft.sources = draft.sources.filter((other) => other.id !== id);
        draft.removed.push(source);
      }),
    );
    await detach(id);
  }

  async function restore(id: string): Promise<SourceRecord> {
    const source = toListed(findRemoved(id));
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
    return source;
  }

  /** Deletes a removed source and its rows for good. */
  async function clear(id: string): Promise<void> {
    const source = findRemoved(id);
    await catalog.delete(id);
    await discard(source);
    setState('removed', (removed) => removed.filter((other) => other.id !== id));
    announce('sources');
    await refreshUsage();
  }

  async function clearOld(): Promise<void> {
    await removeLeftovers(async (folder) =>
      (await catalog.list()).some(({ parts }) => toFolders(parts).includes(folder)),
    );
    const old = state.removed.filter(({ removed = Infinity }) => Date.now() - removed > KEEP_REMOVED_MS);
    for (const { id } of old) await clear(id);
  }

  /** Stops every import and forgets every source, in this tab. */
  async function forgetAll(): Promise<void> {
    onErased();
    await tasks.stopAll();
    const all = [...state.sources, ...state.removed, ...staging.takeAll()];
    setState({ sources: [], removed: [], tasks: [] });
    for (const id of attachments.ids()) await detach(id);
    if (!keep) for (const source of all) await discard(source);
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
      attachments.forget(id);
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
    importGiven,
    look: tasks.look,
    stopImport: tasks.stop,
    stageFile: staging.stageFile,
    addStaged,
    replace,
    takeBack,
    addMended,
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
