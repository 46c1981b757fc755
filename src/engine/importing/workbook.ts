import workbookWorkerUrl from '../../../workers/workbook.ts?worker&url';
import type { OpenOptions } from '../../import/excel/openWorkbook';
import { openWorkbook } from '../../import/excel/openWorkbook';
import { unpackCells } from '../../import/excel/packed';
import type { Workbook } from '../../import/excel/workbook';
import { watchLife } from '../../lib/life';
import { createAbort, Problem } from '../../lib/problem';
import { createBlobWorker } from '../../lib/worker';
import { fromWire } from '../transfer';
import type { Input } from './open';
import type { WorkbookAnswer, WorkbookRequest } from './serveWorkbook';

/** Opens a workbook for some work, and closes it after that. */
export async function withWorkbook<T>(
  input: Input,
  options: OpenOptions,
  work: (workbook: Workbook) => Promise<T>,
): Promise<T> {
  if (isScanned(input)) return work(await openWorkbook(input.file, options));
  const { workbook, end } = await openApart(input.file, options);
  return work(workbook).finally(end);
}

/** Whether a workbook is read by our own scanner, a piece at a time; others are read in one go, which can't be stopped. */
export function isScanned({ kind }: Input): boolean {
  return kind.kind === 'excel' && kind.format === 'xlsx' && !kind.encrypted;
}

type Settled = Exclude<WorkbookAnswer, { alive: true } | { bytes: number }>;

/** Opens a workbook in a worker of its own, which is ended where it is no longer wanted, whatever it is at. */
async function openApart(file: File, { password, signal }: OpenOptions) {
  const life = `quire-workbook-${crypto.randomUUID()}`;
  const worker = createBlobWorker(new URL(workbookWorkerUrl, import.meta.url).href, { module: true });
  const death = Promise.withResolvers<never>();
  death.promise.catch(() => {});
  const fail = () => death.reject(new Problem('file-failed', { params: { file: file.name } }));
  const stop = () => death.reject(createAbort());
  let stopWatch = () => {};
  worker.addEventListener('error', fail);
  signal?.addEventListener('abort', stop, { once: true });

  /** One question at a time. */
  function ask(request: WorkbookRequest, onProgress?: (bytes: number, total: number) => void) {
    const answer = new Promise<Settled>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<WorkbookAnswer>) => {
        if ('alive' in data) stopWatch = watchLife(life, fail);
        else if ('bytes' in data) onProgress?.(data.bytes, data.total);
        else if ('error' in data) reject(fromWire(data.error));
        else resolve(data);
      };
    });
    worker.postMessage(request);
    return Promise.race([answer, death.promise]);
  }

  function end(): void {
    signal?.removeEventListener('abort', stop);
    stopWatch();
    worker.terminate();
  }

  try {
    signal?.throwIfAborted();
    const opened = await ask({ life, file, password });
    const workbook: Workbook = {
      ...(opened as Extract<Settled, { sheets: unknown }>),
      async readSheet(sheet, { onProgress, maxRows } = {}) {
        const read = await ask({ sheet, maxRows }, onProgress);
        return unpackCells((read as Extract<Settled, { cells: unknown }>).cells);
      },
    };
    return { workbook, end };
  } catch (error) {
    end();
    throw error;
  }
}
