import unpackWorkerUrl from '../../../workers/unpack.ts?worker&url';
import type { Unpack } from '../../import/excel/xlsx/part';
import { watchLife } from '../../lib/life';
import { Problem } from '../../lib/problem';
import { createQueue } from '../../lib/queue';
import { createBlobWorker } from '../../lib/worker';
import { fromWire } from '../transfer';
import type { UnpackRequest } from './unpacking';

type Answer = Uint8Array | 'end' | { error: Parameters<typeof fromWire>[0] };

/** Unpacks in a worker of its own: browsers unpack a stream on the thread that reads it, which has enough to do. */
export function createUnpacker(fileName: string): { unpack: Unpack; end(): void } {
  const life = `quire-unpack-${crypto.randomUUID()}`;
  const worker = createBlobWorker(new URL(unpackWorkerUrl, import.meta.url).href, { module: true });
  const death = Promise.withResolvers<never>();
  death.promise.catch(() => {});
  const fail = () => death.reject(new Problem('file-failed', { params: { file: fileName } }));
  let stopWatch = () => {};
  worker.addEventListener('error', fail);
  worker.addEventListener('message', () => (stopWatch = watchLife(life, fail)));
  worker.postMessage({ life });

  return {
    async *unpack(file, entry) {
      const { port1: port, port2 } = new MessageChannel();
      const queue = createQueue<Uint8Array>(({ length }) => length, Infinity);
      let failure: unknown;
      const stop = (error: unknown) => {
        failure ??= error;
        queue.close();
      };
      death.promise.catch(stop);
      port.onmessage = ({ data }: MessageEvent<Answer>) => {
        if (data instanceof Uint8Array) void queue.push(data);
        else if (data === 'end') queue.close();
        else stop(fromWire(data.error));
      };
      const request: UnpackRequest = { file, entry, port: port2 };
      worker.postMessage(request, [port2]);
      try {
        for await (const piece of queue) {
          port.postMessage('taken');
          yield piece;
        }
        if (failure !== undefined) throw failure;
      } finally {
        port.postMessage('stop');
        port.close();
      }
    },
    end() {
      stopWatch();
      worker.terminate();
    },
  };
}
