import { toWire } from '../../engine/transfer';
import { holdLife } from '../../lib/life';
import { toReader } from './portReader';
import type { Place } from './sink';
import { openSink } from './sink';
import type { ExportSpec } from './writeTables';
import { writeTables } from './writeTables';

/** What the worker that writes tables is asked. It does one job and is ended. */
export interface ExportJob {
  life: string;
  spec: ExportSpec;
  ports: MessagePort[];
  place: Place;
}

export type ExportAnswer =
  | 'alive'
  | { share: number }
  | { written: Blob | undefined; bytes: number }
  | { error: ReturnType<typeof toWire> };

const TELL_EVERY_MS = 100;

export function serveExport(): void {
  const answer = (data: ExportAnswer) => self.postMessage(data);
  self.addEventListener('message', ({ data }: MessageEvent<ExportJob | 'stop'>) => {
    if (data === 'stop') return;
    void holdLife(data.life).then(() => answer('alive'));
    work(data, answer).then(answer, (error: unknown) => answer({ error: toWire(error) }));
  });
}

async function work(
  { spec, ports, place }: ExportJob,
  answer: (data: ExportAnswer) => void,
): Promise<ExportAnswer> {
  const readers = ports.map(toReader);
  const sink = await openSink(place);
  let told = 0;
  let bytes = 0;
  let isStopped = false;
  const onStop = ({ data }: MessageEvent) => {
    if (data === 'stop') isStopped = true;
  };
  self.addEventListener('message', onStop);
  try {
    await writeTables(spec, {
      read: (table) => readers[table]!,
      async push(piece) {
        if (isStopped) throw new DOMException('stopped', 'AbortError');
        bytes += piece.length;
        await sink.push(piece);
      },
      onProgress(share) {
        if (performance.now() - told < TELL_EVERY_MS) return;
        told = performance.now();
        answer({ share });
      },
    });
    for (const port of ports) port.postMessage('end');
    return { written: await sink.close(), bytes };
  } catch (error) {
    await sink.abort().catch(() => {});
    throw error;
  }
}
