import packWorkerUrl from '../../workers/pack.ts?worker&url';
import { createBlobWorker } from '../lib/worker';
import type { PackRequest } from './servePacking';
import type { Pack } from './zipStream';

/** So many pieces wait to be packed. */
const AHEAD = 4;

/** Packs in a worker of its own: browsers pack a stream on the thread that writes it, which has enough to do. */
export function createPacker(): Pack {
  const worker = createBlobWorker(new URL(packWorkerUrl, import.meta.url).href, { module: true });
  return () => {
    const plain = new TransformStream<BufferSource, BufferSource>(undefined, { highWaterMark: AHEAD });
    const packed = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
    const given: PackRequest = { readable: plain.readable, writable: packed.writable };
    try {
      worker.postMessage(given, [plain.readable, packed.writable]);
    } catch (error) {
      // Safari does not hand streams over
      if (error instanceof DOMException && error.name === 'DataCloneError')
        return new CompressionStream('gzip');
      throw error;
    }
    return { writable: plain.writable, readable: packed.readable };
  };
}
