/** Files of the origin's private file system, by path: `sources/ab12/0.duckdb`. */

/** The root of the file system, or undefined where the browser gives none (some private windows). */
export async function findRoot(): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    return await navigator.storage.getDirectory();
  } catch {
    return undefined;
  }
}

/** Whether files can be written here: Safari's private windows give a root that refuses every file. */
export async function canWrite(): Promise<boolean> {
  const root = await findRoot();
  if (!root) return false;
  const name = `probe-${crypto.randomUUID()}`;
  try {
    await root.getFileHandle(name, { create: true });
    await root.removeEntry(name);
    return true;
  } catch {
    return false;
  }
}

export async function findFile(path: string): Promise<File | undefined> {
  const folder = await findFolder(path.split('/').slice(0, -1));
  const name = path.slice(path.lastIndexOf('/') + 1);
  try {
    const handle = await folder?.getFileHandle(name);
    return await handle?.getFile();
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** The names of the entries of a folder; none where there is no such folder. */
export async function listFolder(path: string): Promise<string[]> {
  const folder = await findFolder(path.split('/'));
  const names: string[] = [];
  if (folder) for await (const name of folder.keys()) names.push(name);
  return names;
}

/**
 * Removes a file or a folder with all that is in it. A worker that was just stopped lets go of its files a moment later,
 * so a locked entry is tried again for a while.
 */
export async function removePath(path: string, { tries = 40, waitMs = 50 } = {}): Promise<void> {
  const parts = path.split('/');
  for (let attempt = 1; ; attempt++) {
    try {
      const folder = await findFolder(parts.slice(0, -1));
      await folder?.removeEntry(parts.at(-1)!, { recursive: true });
      return;
    } catch (error) {
      if (isMissing(error)) return;
      if (attempt >= tries) throw error;
      await new Promise((done) => setTimeout(done, waitMs));
    }
  }
}

async function findFolder(parts: string[]): Promise<FileSystemDirectoryHandle | undefined> {
  let folder = await findRoot();
  for (const part of parts) {
    try {
      folder = await folder?.getDirectoryHandle(part);
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }
  return folder;
}

function isMissing(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotFoundError';
}
