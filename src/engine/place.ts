import { findFile, listFolder, removePath } from '../lib/opfs';
import { quoteName } from '../sql/quote';
import type { TableFiles, TablePart } from './engine';

/** Where the rows of a table lie: in files of the private file system, or in the memory of the engine. */

export interface LoadTarget {
  /** Qualified and quoted names of the tables to make. */
  rows: string;
  rejected: string;
  unread: string;
}

export const sourcesFolder = 'sources';

export const keptTarget: LoadTarget = { rows: 'rows', rejected: 'rejected', unread: 'unread' };

export function memoryTarget(id: string): LoadTarget {
  return {
    rows: `kept_in_memory.${quoteName(id)}`,
    rejected: `kept_in_memory.${quoteName(`${id} rejected`)}`,
    unread: `kept_in_memory.${quoteName(`${id} unread`)}`,
  };
}

/** Whether the rows of a table outlive the engine. */
export function isKept({ parts }: TableFiles): boolean {
  return parts.every(({ path }) => path !== null);
}

export function toFolder(id: string): string {
  return `${sourcesFolder}/${id}`;
}

/** The folders in which the rows of a table lie. A table of several files has one for each. */
export function toFolders(parts: readonly TablePart[]): string[] {
  return [...new Set(parts.flatMap(({ path }) => (path === null ? [] : [path.replace(/\/[^/]*$/, '')])))];
}

/** The import that made a table: all its tables' ids begin with it. */
export function toImportId(id: string): string {
  return id.replace(/-.*/, '');
}

/** Removes everything that an import wrote. */
export async function removeImport(id: string): Promise<void> {
  for (const name of await listFolder(sourcesFolder)) {
    if (toImportId(name) === id) await removePath(`${sourcesFolder}/${name}`);
  }
}

/** Removes what an import left beside its tables, and gives the bytes that these take. */
export async function settleFiles(id: string, paths: readonly string[]): Promise<number> {
  const keep = new Set(paths);
  let bytes = 0;
  for (const name of await listFolder(toFolder(id))) {
    const path = `${toFolder(id)}/${name}`;
    if (keep.has(path)) bytes += (await findFile(path))?.size ?? 0;
    else await removePath(path);
  }
  return bytes;
}
