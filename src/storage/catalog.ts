import type { DBSchema, IDBPDatabase } from 'idb';
import { openDB } from 'idb';
import type { ImportedTable } from '../engine/engine';
import type { FirstSource } from './upgrade';
import { upgradeFirst } from './upgrade';

/** A source as the device remembers it. Its rows are in files beside; this is what the page needs to know of them. */
export interface SourceRecord extends ImportedTable {
  created: number;
  /** When it was removed; it can be brought back until it is cleared away. */
  removed?: number;
  /** The source that took its place when it was removed. */
  replacedBy?: string;
  /** It took the place of another, and that was undone. */
  undone?: boolean;
  /** False for rows that live in memory only. */
  kept: boolean;
}

interface Schema extends DBSchema {
  sources: { key: string; value: SourceRecord };
}

export interface Catalog {
  list(): Promise<SourceRecord[]>;
  /** All of them or none. */
  put(...sources: SourceRecord[]): Promise<void>;
  delete(id: string): Promise<void>;
}

export const databaseName = 'quire';

/** The list of sources, in IndexedDB. Opened anew for each call's transaction, so that another tab can erase it. */
export function createCatalog(): Catalog {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;

  function open(): Promise<IDBPDatabase<Schema>> {
    opened ??= openDB<Schema>(databaseName, 2, {
      async upgrade(db, from, _, change) {
        if (from < 1) db.createObjectStore('sources', { keyPath: 'id' });
        if (from !== 1) return;
        const store = change.objectStore('sources');
        for (const source of await store.getAll())
          await store.put(upgradeFirst(source as unknown as FirstSource));
      },
      blocking: () => close(),
      terminated: () => (opened = undefined),
    });
    return opened;
  }

  function close(): void {
    void opened?.then((db) => db.close());
    opened = undefined;
  }

  return {
    list: async () => (await (await open()).getAll('sources')).toSorted((a, b) => a.created - b.created),
    async put(...sources) {
      const change = (await open()).transaction('sources', 'readwrite');
      await Promise.all([...sources.map((source) => change.store.put(source)), change.done]);
    },
    delete: async (id) => (await open()).delete('sources', id),
  };
}

/** A catalog that ends with the page, for where the browser keeps nothing. */
export function createMemoryCatalog(): Catalog {
  const sources = new Map<string, SourceRecord>();
  return {
    list: async () => [...sources.values()],
    async put(...changed) {
      for (const source of changed) sources.set(source.id, source);
    },
    delete: async (id) => void sources.delete(id),
  };
}
