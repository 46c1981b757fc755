import exportWorkerUrl from '../../../workers/export.ts?worker&url';
import type { Engine } from '../../engine/engine';
import { fromWire } from '../../engine/transfer';
import { watchLife } from '../../lib/life';
import { createAbort, Problem } from '../../lib/problem';
import { createBlobWorker } from '../../lib/worker';
import type { JobOptions } from '../quireWorker';
import type { ExportAnswer, ExportJob } from './serveExport';
import type { Place } from './sink';
import type { ExportSpec } from './writeTables';

export interface Written {
  /** What was written, where it did not go into a person's own file. */
  blob: Blob | undefined;
  bytes: number;
}

/** A worker that is told to stop lets go of its file; one that is busy is ended. */
const PATIENCE_MS = 2000;

/** Writes tables in a worker of its own, which gets the rows from the data worker; `ids` are those of its tables. */
export async function exportInWorker(
  engine: Pick<Engine, 'serveRows'>,
  spec: ExportSpec,
  ids: readonly string[],
  place: Place,
  { signal, onProgress }: JobOptions = {},
): Promise<Written> {
  signal?.throwIfAborted();
  const serving = new AbortController();
  const channels = ids.map(() => new MessageChannel());
  const served = channels.map(({ port1 }, k) => engine.serveRows(ids[k]!, port1, { signal: serving.signal }));
  const life = `quire-export-${crypto.randomUUID()}`;
  const worker = createBlobWorker(new URL(exportWorkerUrl, import.meta.url).href, { module: true });
  const result = Promise.withResolvers<Written>();
  const fail = (error: unknown) => result.reject(error);
  const die = (detail: string) => fail(new Problem('engine-failed', { params: { detail } }));
  // only its failure matters: nobody would answer any more
  for (const one of served) one.catch(fail);
  let stopWatch = () => {};
  const stop = () => {
    worker.postMessage('stop');
    setTimeout(() => fail(createAbort()), PATIENCE_MS);
  };
  signal?.addEventListener('abort', stop, { once: true });
  worker.addEventListener('error', ({ message }) => die(message));
  worker.addEventListener('message', ({ data }: MessageEvent<ExportAnswer>) => {
    if (data === 'alive') stopWatch = watchLife(life, () => die('the worker ended'));
    else if ('share' in data) onProgress?.(data.share);
    else if ('error' in data) fail(fromWire(data.error));
    else result.resolve({ blob: data.written, bytes: data.bytes });
  });
  const ports = channels.map(({ port2 }) => port2);
  worker.postMessage({ life, spec, ports, place } satisfies ExportJob, ports);
  try {
    return await result.promise;
  } finally {
    signal?.removeEventListener('abort', stop);
    stopWatch();
    worker.terminate();
    serving.abort(createAbort());
  }
}
