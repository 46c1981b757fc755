import quireWorkerUrl from '../../workers/quire.ts?worker&url';
import type { Engine } from '../engine/engine';
import { fromWire } from '../engine/transfer';
import { watchLife } from '../lib/life';
import { createAbort, Problem } from '../lib/problem';
import { createBlobWorker } from '../lib/worker';
import type { QuireFile, ReadOptions } from './readQuire';
import type { QuireAnswer, QuireJob } from './serveQuire';
import type { QuireSpec } from './writeQuire';

export interface JobOptions {
  signal?: AbortSignal;
  onProgress?: (share: number) => void;
}

/** Writes a workbook file in a worker of its own, which gets the rows from the data worker; `ids` are those of its tables. */
export async function writeInWorker(
  engine: Pick<Engine, 'serveRows'>,
  spec: QuireSpec,
  ids: readonly string[],
  options: JobOptions = {},
): Promise<Blob> {
  const serving = new AbortController();
  const channels = ids.map(() => new MessageChannel());
  const served = channels.map(({ port1 }, k) => engine.serveRows(ids[k]!, port1, { signal: serving.signal }));
  // only its failure matters: nobody would answer any more
  const failed = Promise.all(served).then(() => new Promise<never>(() => {}));
  failed.catch(() => {});
  try {
    const ports = channels.map(({ port2 }) => port2);
    const answer = await runJob((life) => ({ do: 'write', life, spec, ports }), ports, {
      ...options,
      failed,
    });
    if (!('written' in answer)) throw new Error('a file was asked for');
    return answer.written;
  } finally {
    serving.abort(createAbort());
  }
}

/** Reads a workbook file in a worker of its own: all that is in it has been checked. */
export async function readInWorker(
  file: Blob,
  { passphrase, ...options }: ReadOptions = {},
): Promise<QuireFile> {
  const toJob = (life: string): QuireJob => ({
    do: 'read',
    life,
    file,
    ...(passphrase !== undefined && { passphrase }),
  });
  const answer = await runJob(toJob, [], options);
  if (!('read' in answer)) throw new Error('contents were asked for');
  return answer.read;
}

type Result = Extract<QuireAnswer, { written: Blob } | { read: QuireFile }>;

async function runJob(
  toJob: (life: string) => QuireJob,
  ports: MessagePort[],
  { signal, onProgress, failed }: JobOptions & { failed?: Promise<never> },
): Promise<Result> {
  // WebCrypto is there in secure contexts only
  if (!globalThis.crypto?.subtle) throw new Problem('quire-insecure');
  signal?.throwIfAborted();
  const life = `quire-file-${crypto.randomUUID()}`;
  const worker = createBlobWorker(new URL(quireWorkerUrl, import.meta.url).href, { module: true });
  const result = Promise.withResolvers<Result>();
  const stop = () => result.reject(createAbort());
  const die = (detail: string) => result.reject(new Problem('engine-failed', { params: { detail } }));
  let stopWatch = () => {};
  signal?.addEventListener('abort', stop, { once: true });
  worker.addEventListener('error', ({ message }) => die(message));
  worker.addEventListener('message', ({ data }: MessageEvent<QuireAnswer>) => {
    if (data === 'alive') stopWatch = watchLife(life, () => die('the worker ended'));
    else if ('share' in data) onProgress?.(data.share);
    else if ('error' in data) result.reject(fromWire(data.error));
    else result.resolve(data);
  });
  worker.postMessage(toJob(life), ports);
  try {
    return await (failed ? Promise.race([result.promise, failed]) : result.promise);
  } finally {
    signal?.removeEventListener('abort', stop);
    stopWatch();
    worker.terminate();
  }
}
