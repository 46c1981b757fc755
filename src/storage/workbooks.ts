import type { WorkbookJson } from '../workbook/serialize';
import type { Connection } from './schema';
import { createConnection } from './schema';

/** What the list of workbooks shows of each. */
export interface WorkbookEntry {
  id: string;
  title: string;
  created: number;
  updated: number;
  cells: number;
  sources: number;
  /** When it was removed; it can be brought back until it is cleared away. */
  removed?: number;
  /** The number of the change that the last file of it was made of. */
  exported?: number;
  /** Counts its changes. */
  change: number;
}

export interface StoredEntry extends WorkbookEntry {
  /** Counts its writers. Only the last of them may write: one that lost its lock without knowing finds another number here. */
  claim: number;
}

export interface Content {
  id: string;
  json: WorkbookJson;
}

export interface SavedWorkbook {
  entry: StoredEntry;
  json: WorkbookJson;
}

/** Why a version was kept. `unsaved` is what a tab could not save because another had taken over. */
export type VersionReason =
  'time' | 'named' | 'before-open' | 'before-restore' | 'before-take-over' | 'before-replace' | 'unsaved';

export interface VersionEntry {
  id: string;
  workbook: string;
  at: number;
  why: VersionReason;
  name?: string;
  cells: number;
}

export interface Version {
  entry: VersionEntry;
  json: WorkbookJson;
}

export interface Write {
  json: WorkbookJson;
  claim: number;
  change: number;
  now: number;
  /** Kept in the same transaction. */
  version?: Version | undefined;
}

export type EntryPatch = { title?: string; removed?: number | null; exported?: number };

export interface WorkbookStore {
  /** Whether it is still there after the page is closed. */
  kept: boolean;
  list(): Promise<WorkbookEntry[]>;
  read(id: string): Promise<SavedWorkbook | undefined>;
  /** Makes the caller its only writer, and reads what is there. */
  claim(id: string): Promise<SavedWorkbook | undefined>;
  /** Says false, and writes nothing, where another has claimed it since. */
  write(write: Write): Promise<boolean>;
  patch(id: string, patch: EntryPatch): Promise<void>;
  /** With all its versions. */
  delete(id: string): Promise<void>;
  /** The newest first. */
  versions(workbook: string): Promise<VersionEntry[]>;
  readVersion(id: string): Promise<Version | undefined>;
  putVersion(version: Version): Promise<void>;
  deleteVersions(ids: readonly string[]): Promise<void>;
}

// the browser's default says "done" before the disk has it, and a power cut may take it back
const strict = { durability: 'strict' } as const;

/** Workbooks in IndexedDB. */
export function createWorkbookStore({ use }: Connection = createConnection()): WorkbookStore {
  return {
    kept: true,

    list: () => use(async (db) => (await db.getAll('workbookEntries')).toSorted(byUpdated)),

    read: (id) =>
      use(async (db) => {
        const reading = db.transaction(['workbookEntries', 'workbooks']);
        const [entry, content] = await Promise.all([
          reading.objectStore('workbookEntries').get(id),
          reading.objectStore('workbooks').get(id),
        ]);
        return entry && content && { entry, json: content.json };
      }),

    claim: (id) =>
      use(async (db) => {
        const change = db.transaction(['workbookEntries', 'workbooks'], 'readwrite', strict);
        const entries = change.objectStore('workbookEntries');
        const [found, content] = await Promise.all([
          entries.get(id),
          change.objectStore('workbooks').get(id),
        ]);
        const entry = found && { ...found, claim: found.claim + 1 };
        await Promise.all([entry && entries.put(entry), change.done]);
        return entry && content && { entry, json: content.json };
      }),

    write: ({ json, claim, change, now, version }) =>
      use(async (db) => {
        const names = ['workbookEntries', 'workbooks', 'versionEntries', 'versions'] as const;
        const writing = db.transaction(version ? names : names.slice(0, 2), 'readwrite', strict);
        const entries = writing.objectStore('workbookEntries');
        const before = await entries.get(json.id);
        const isMine = !before || before.claim === claim;
        const puts = isMine
          ? [
              entries.put(toEntry(json, { before, claim, change, now })),
              writing.objectStore('workbooks').put({ id: json.id, json }),
              version && writing.objectStore('versionEntries').put(version.entry),
              version && writing.objectStore('versions').put({ id: version.entry.id, json: version.json }),
            ]
          : [];
        await Promise.all([...puts, writing.done]);
        return isMine;
      }),

    patch: (id, patch) =>
      use(async (db) => {
        const change = db.transaction(['workbookEntries', 'workbooks'], 'readwrite', strict);
        const [entry, content] = await Promise.all([
          change.objectStore('workbookEntries').get(id),
          change.objectStore('workbooks').get(id),
        ]);
        const { title } = patch;
        const isRenamed = title !== undefined && title !== entry?.title;
        await Promise.all([
          entry && change.objectStore('workbookEntries').put(toPatched(entry, patch)),
          content &&
            isRenamed &&
            change.objectStore('workbooks').put({ id, json: { ...content.json, title } }),
          change.done,
        ]);
      }),

    delete: (id) =>
      use(async (db) => {
        const names = ['workbookEntries', 'workbooks', 'versionEntries', 'versions'] as const;
        const change = db.transaction(names, 'readwrite');
        const versions = await change.objectStore('versionEntries').index('workbook').getAllKeys(id);
        await Promise.all([
          change.objectStore('workbookEntries').delete(id),
          change.objectStore('workbooks').delete(id),
          ...versions.flatMap((version) => [
            change.objectStore('versionEntries').delete(version),
            change.objectStore('versions').delete(version),
          ]),
          change.done,
        ]);
      }),

    versions: (workbook) =>
      use(async (db) => (await db.getAllFromIndex('versionEntries', 'workbook', workbook)).toSorted(byAt)),

    readVersion: (id) =>
      use(async (db) => {
        const reading = db.transaction(['versionEntries', 'versions']);
        const [entry, content] = await Promise.all([
          reading.objectStore('versionEntries').get(id),
          reading.objectStore('versions').get(id),
        ]);
        return entry && content && { entry, json: content.json };
      }),

    putVersion: ({ entry, json }) =>
      use(async (db) => {
        const change = db.transaction(['versionEntries', 'versions'], 'readwrite', strict);
        await Promise.all([
          change.objectStore('versionEntries').put(entry),
          change.objectStore('versions').put({ id: entry.id, json }),
          change.done,
        ]);
      }),

    deleteVersions: (ids) =>
      use(async (db) => {
        const change = db.transaction(['versionEntries', 'versions'], 'readwrite');
        await Promise.all([
          ...ids.flatMap((id) => [
            change.objectStore('versionEntries').delete(id),
            change.objectStore('versions').delete(id),
          ]),
          change.done,
        ]);
      }),
  };
}

export function byUpdated(a: WorkbookEntry, b: WorkbookEntry): number {
  return b.updated - a.updated;
}

export function byAt(a: VersionEntry, b: VersionEntry): number {
  return b.at - a.at;
}

/** The entry of what is written. Whoever works on a removed workbook takes it back. */
export function toEntry(
  json: WorkbookJson,
  { before, claim, change, now }: Omit<Write, 'json'> & { before: StoredEntry | undefined },
): StoredEntry {
  return {
    id: json.id,
    title: json.title,
    created: before?.created ?? now,
    updated: now,
    cells: json.cells.length,
    sources: json.sources.length,
    ...(before?.exported !== undefined && { exported: before.exported }),
    change,
    claim,
  };
}

export function toPatched(entry: StoredEntry, { title, removed, exported }: EntryPatch): StoredEntry {
  const { removed: was, ...rest } = entry;
  const at = removed === undefined ? was : removed;
  return {
    ...rest,
    ...(title !== undefined && { title }),
    ...(exported !== undefined && { exported }),
    ...(at != null && { removed: at }),
  };
}
