import { toWire } from '../engine/transfer';
import { holdLife } from '../lib/life';
import type { QuireFile } from './readQuire';
import { readQuire } from './readQuire';
import { toReader } from './tables/portReader';
import type { QuireSpec } from './writeQuire';
import { writeQuire } from './writeQuire';

/** What the worker that writes and reads workbook files is asked. It does one job and is ended. */
export type QuireJob =
  | { do: 'write'; life: string; spec: QuireSpec; ports: MessagePort[] }
  | { do: 'read'; life: string; file: Blob; passphrase?: string };

export type QuireAnswer =
  | 'alive'
  | { share: number }
  | { written: Blob }
  | { read: QuireFile }
  | { error: ReturnType<typeof toWire> };

const TELL_EVERY_MS = 100;

export function serveQuire(): void {
  const answer = (data: QuireAnswer) => self.postMessage(data);
  self.addEventListener('message', ({ data }: MessageEvent<QuireJob>) => {
    void holdLife(data.life).then(() => answer('alive'));
    work(data, toTeller(answer)).then(answer, (error: unknown) => answer({ error: toWire(error) }));
  });
}

async function work(job: QuireJob, onProgress: (share: number) => void): Promise<QuireAnswer> {
  if (job.do === 'read') {
    const { file, passphrase } = job;
    return { read: await readQuire(file, { ...(passphrase !== undefined && { passphrase }), onProgress }) };
  }
  const readers = job.ports.map(toReader);
  const written = await writeQuire(job.spec, {
    read: (table, request) => readers[table]!(request),
    onProgress,
  });
  for (const port of job.ports) port.postMessage('end');
  return { written };
}

function toTeller(answer: (data: QuireAnswer) => void): (share: number) => void {
  let told = 0;
  return (share) => {
    if (performance.now() - told < TELL_EVERY_MS) return;
    told = performance.now();
    answer({ share });
  };
}
