import type { DBSchema, IDBPDatabase } from 'idb';
import { openDB } from 'idb';
import type { SourceRecord } from './catalog';
import type { FirstSource } from './upgrade';
import { upgradeFirst } from './upgrade';
import type { Content, StoredEntry, VersionEntry } from './workbooks';

/** What is kept in IndexedDB. Lists are apart from contents, so that a list of a thousand is read at once. */
export interface Schema extends DBSchema {
  sources: { key: string; value: SourceRecord };
  workbookEntries: { key: string; value: StoredEntry };
  workbooks: { key: string; value: Content };
  versionEntries: { key: string; value: VersionEntry; indexes: { workbook: string } };
  versions: { key: string; value: Content };
}

export const databaseName = 'quire';

const schemaNumber = 3;

export interface Connection {
  /** Works on the database; opens it again where another tab had it closed meanwhile. */
  use<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T>;
}

/** Closes when another tab wants to upgrade or erase the database, and opens at the next use. */
export function createConnection(): Connection {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;

  function open(): Promise<IDBPDatabase<Schema>> {
    opened ??= openDB<Schema>(databaseName, schemaNumber, {
      async upgrade(db, from, _, change) {
        if (from < 1) db.createObjectStore('sources', { keyPath: 'id' });
        if (from < 3) {
          db.createObjectStore('workbookEntries', { keyPath: 'id' });
          db.createObjectStore('workbooks', { keyPath: 'id' });
          db.createObjectStore('versionEntries', { keyPath: 'id' }).createIndex('workbook', 'workbook');
          db.createObjectStore('versions', { keyPath: 'id' });
        }
        if (from !== 1) return;
        const store = change.objectStore('sources');
        for (const source of await store.getAll())
          await store.put(upgradeFirst(source as unknown as FirstSource));
      },
      blocking: () => close(),
      terminated: () => (opened = undefined),
    }).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  }

  function close(): void {
    void opened?.then((db) => db.close());
    opened = undefined;
  }

  return {
    async use(work) {
      const db = await open();
      try {
        return await work(db);
      } catch (error) {
        if (!isClosed(error)) throw error;
        close();
        return work(await open());
      }
    },
  };
}

/** What IndexedDB throws where a transaction is asked of a connection that is closed. */
function isClosed(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'InvalidStateError';
}
