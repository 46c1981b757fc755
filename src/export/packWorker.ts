import packWorkerUrl from '../../workers/pack.ts?worker&url';
import { createBlobWorker } from '../lib/worker';
import type { PackRequest } from './servePacking';
import type { Packed, PackPart } from './zipStream';

/** Packs in a worker of its own, since whoever writes has enough to do. Bytes change hands and are never copied. */
export function createPacker(): () => PackPart {
  const worker = createBlobWorker(new URL(packWorkerUrl, import.meta.url).href, { module: true });
  const waiting: PromiseWithResolvers<Packed>[] = [];
  worker.addEventListener('message', ({ data }: MessageEvent<Packed>) => waiting.shift()?.resolve(data));
  worker.addEventListener('error', ({ message }) => {
    for (const one of waiting.splice(0)) one.reject(new Error(message));
  });
  return () => (bytes, isLast) => {
    const next = Promise.withResolvers<Packed>();
    waiting.push(next);
    worker.postMessage({ bytes, isLast } satisfies PackRequest, [bytes.buffer]);
    return next.promise;
  };
}
