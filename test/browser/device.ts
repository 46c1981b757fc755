import type { Page } from 'playwright-core';

/** What lies on the device for an address. Seen from any of its pages. */
export interface Device {
  /** The paths of the files in the private file system. */
  files: string[];
  databases: string[];
  settings: string[];
}

export function readDevice(page: Page): Promise<Device> {
  return page.evaluate(async () => {
    const files: string[] = [];
    const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === 'directory') await walk(handle as FileSystemDirectoryHandle, `${path}${name}/`);
        else files.push(path + name);
      }
    };
    await walk(await navigator.storage.getDirectory(), '');
    const databases = (await indexedDB.databases()).map(({ name = '' }) => name);
    return { files: files.sort(), databases, settings: Object.keys(localStorage).sort() };
  });
}

/** The names in the list of sources, those that were removed too. */
export function readCatalog(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(new Error('the list cannot be read', { cause: request.error }));
      });
    const db = await settled(indexedDB.open('quire'));
    const all = await settled<{ name: string }[]>(db.transaction('sources').objectStore('sources').getAll());
    db.close();
    return all.map(({ name }) => name).sort();
  });
}

/** The files of sources: `ab12/0-0.duckdb`. A folder with nothing in it is listed too. */
export function readSourceFiles(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const found: string[] = [];
    const root = await navigator.storage.getDirectory();
    const sources = await root.getDirectoryHandle('sources', { create: true });
    for await (const [id, folder] of sources.entries()) {
      const before = found.length;
      for await (const name of (folder as FileSystemDirectoryHandle).keys()) found.push(`${id}/${name}`);
      if (found.length === before) found.push(`${id}/`);
    }
    return found.sort();
  });
}
