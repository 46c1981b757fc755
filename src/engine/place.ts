import { findFile, listFolder, removePath } from '../lib/opfs';
import { quoteName } from '../sql/quote';
import type { TableFiles } from './engine';

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

/** The import that made a table: all its tables' ids begin with it. */
export function toImportId(id: string): string {
  return id.replace(/-.*/, '');
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
