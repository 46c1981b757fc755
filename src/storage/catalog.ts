import type { ImportedTable } from '../engine/engine';
import { createConnection } from './schema';

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

export interface Catalog {
  list(): Promise<SourceRecord[]>;
  /** All of them or none. */
  put(...sources: SourceRecord[]): Promise<void>;
  delete(id: string): Promise<void>;
}

/** The list of sources, in IndexedDB. */
export function createCatalog({ use } = createConnection()): Catalog {
  return {
    list: () => use(async (db) => (await db.getAll('sources')).toSorted((a, b) => a.created - b.created)),
    put: (...sources) =>
      use(async (db) => {
        const change = db.transaction('sources', 'readwrite');
        await Promise.all([...sources.map((source) => change.store.put(source)), change.done]);
      }),
    delete: (id) => use((db) => db.delete('sources', id)),
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
