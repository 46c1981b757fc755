import { createBlobWriter } from '../../import/pack/stream';
import type { Push } from '../formats/format';

/** Where the bytes go: a file that a person has chosen, one of the private file system, or what the browser keeps as it likes. */
export type Place =
  { to: 'file'; handle: FileSystemFileHandle } | { to: 'device'; path: string } | { to: 'blob' };

export interface Sink {
  push: Push;
  /** What was written, where nobody else has it. */
  close: () => Promise<Blob | undefined>;
  /** Nothing of it is kept. */
  abort: () => Promise<void>;
}

export function openSink(place: Place): Promise<Sink> {
  switch (place.to) {
    case 'file':
      return openFile(place.handle);
    case 'device':
      return openDevice(place.path);
    case 'blob':
      return Promise.resolve(openBlob());
  }
}

/** The file is as it was until all is written. */
async function openFile(handle: FileSystemFileHandle): Promise<Sink> {
  const stream = await handle.createWritable();
  return {
    push: (bytes) => stream.write(bytes),
    close: async () => void (await stream.close()),
    async abort() {
      await stream.abort();
      // the browser has made it when it was chosen
      if ((await handle.getFile()).size === 0) await (handle as { remove?: () => Promise<void> }).remove?.();
    },
  };
}

async function openDevice(path: string): Promise<Sink> {
  const parts = path.split('/');
  let folder = await navigator.storage.getDirectory();
  for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true });
  const name = parts.at(-1)!;
  const handle = await folder.getFileHandle(name, { create: true });
  const access = await handle.createSyncAccessHandle();
  let at = 0;
  return {
    push(bytes) {
      const written = access.write(bytes, { at });
      if (written < bytes.length) throw new DOMException('the disk is full', 'QuotaExceededError');
      at += written;
    },
    async close() {
      access.flush();
      access.close();
      return handle.getFile();
    },
    async abort() {
      access.close();
      await folder.removeEntry(name);
    },
  };
}

function openBlob(): Sink {
  const writer = createBlobWriter();
  return {
    push: (bytes) => writer.push(bytes),
    close: async () => writer.finish(),
    abort: async () => {},
  };
}
