import computeWorkerUrl from '../../../workers/compute.ts?worker&url';
import { watchLife } from '../../lib/life';
import { createAbort, Problem } from '../../lib/problem';
import { createBlobWorker } from '../../lib/worker';
import { fromWire } from '../transfer';
import type { ComputeAnswer, ComputeRequest } from './serveComputing';

export type Computed = Extract<ComputeAnswer, { tables: unknown }>;

/** Computes in a worker of its own, so that neither the page nor the engine waits, and stopping it ends it at once. */
export function compute(
  request: Omit<ComputeRequest, 'life'>,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (share: number) => void },
): Promise<Computed> {
  const life = `quire-compute-${crypto.randomUUID()}`;
  const worker = createBlobWorker(new URL(computeWorkerUrl, import.meta.url).href, { module: true });
  let stopWatch = () => {};

  const done = new Promise<Computed>((resolve, reject) => {
    const fail = () => reject(new Problem('analysis-ended'));
    signal.addEventListener('abort', () => reject(createAbort()), { once: true });
    worker.addEventListener('error', fail);
    worker.addEventListener('message', ({ data }: MessageEvent<ComputeAnswer>) => {
      if (data === 'alive') stopWatch = watchLife(life, fail);
      else if ('share' in data) onProgress(data.share);
      else if ('error' in data) reject(fromWire(data.error));
      else resolve(data);
    });
  });
  const buffers = [request.bytes, ...Object.values(request.beside)].map(({ buffer }) => buffer);
  worker.postMessage({ ...request, life } satisfies ComputeRequest, buffers);
  return done.finally(() => {
    stopWatch();
    worker.terminate();
  });
}
