import { deleteDB } from 'idb';
import type { TablePart } from '../engine/engine';
import { sourcesFolder, toFolder, toFolders, toImportId } from '../engine/place';
import { canWrite, findRoot, listFolder, removePath } from '../lib/opfs';
import { databaseName } from './schema';

export interface Usage {
  usedBytes: number;
  freeBytes: number;
  /** Whether the browser has promised not to clear this away by itself when space runs short. */
  persisted: boolean;
}

export async function readUsage(): Promise<Usage> {
  const { usage = 0, quota = 0 } = (await navigator.storage?.estimate?.()) ?? {};
  const persisted = (await navigator.storage?.persisted?.()) ?? false;
  return { usedBytes: usage, freeBytes: Math.max(0, quota - usage), persisted };
}

/** Asks the browser to keep what is stored here; it may decide by itself, and it may say no. */
export async function askToPersist(): Promise<boolean> {
  return (await navigator.storage?.persist?.()) ?? false;
}

export { canWrite };

export async function removeSourceFiles(parts: readonly TablePart[]): Promise<void> {
  for (const folder of toFolders(parts)) await removePath(folder);
}

const importLock = (id: string) => `quire-import-${toImportId(id)}`;

/** Runs an import under a lock, so that another tab does not take its files for left-overs. */
export function holdImport<T>(id: string, work: () => Promise<T>): Promise<T> {
  if (!navigator.locks) return work();
  return navigator.locks.request(importLock(id), work) as Promise<T>;
}

/** Takes the same lock until it is let go of, for tables whose place is not decided yet. */
export function takeImport(id: string): Promise<() => void> {
  if (!navigator.locks) return Promise.resolve(() => {});
  return new Promise((taken, fail) => {
    navigator.locks.request(importLock(id), () => new Promise<void>((free) => taken(free))).catch(fail);
  });
}

/** Files of imports that a crash or a closed tab cut off. */
export async function removeLeftovers(isKnown: (folder: string) => Promise<boolean>): Promise<void> {
  if (!navigator.locks) return;
  for (const id of await listFolder(sourcesFolder)) {
    await navigator.locks.request(importLock(id), { ifAvailable: true }, async (lock) => {
      if (lock && !(await isKnown(toFolder(id)))) await removePath(toFolder(id), { tries: 1 });
    });
  }
}

/** Everything that Quire has put on this device: files, lists and settings. */
export async function eraseDevice(): Promise<void> {
  await deleteDB(databaseName);
  const root = await findRoot();
  if (root) for await (const name of root.keys()) await removePath(name);
  localStorage.clear();
  sessionStorage.clear();
}
