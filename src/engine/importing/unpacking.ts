import { readStream } from '../../import/pack/stream';
import type { ZipEntry } from '../../import/pack/zip';
import { openEntry } from '../../import/pack/zip';
import { holdLife } from '../../lib/life';
import { toWire } from '../transfer';

/** What the worker that unpacks is asked for; the bytes come through the port. */
export interface UnpackRequest {
  file: Blob;
  entry: ZipEntry;
  port: MessagePort;
}

/** Larger steps cost memory, smaller ones a message each. */
const STEP_BYTES = 2 ** 20;
/** So many steps may be on their way. */
const MOST_STEPS = 8;

/** Runs in a worker of its own. */
export function serveUnpacking(): void {
  self.addEventListener('message', ({ data }: MessageEvent<UnpackRequest | { life: string }>) => {
    if ('life' in data) void holdLife(data.life).then(() => self.postMessage('alive'));
    else sendBytes(data).catch((error: unknown) => data.port.postMessage({ error: toWire(error) }));
  });
}

async function sendBytes({ file, entry, port }: UnpackRequest): Promise<void> {
  let onTheWay = 0;
  let isStopped = false;
  let wake = () => {};
  port.onmessage = ({ data }: MessageEvent<'taken' | 'stop'>) => {
    if (data === 'stop') isStopped = true;
    else onTheWay--;
    wake();
  };
  const isFull = () => onTheWay >= MOST_STEPS && !isStopped;
  const send = async (step: Uint8Array<ArrayBuffer>) => {
    port.postMessage(step, [step.buffer]);
    onTheWay++;
    while (isFull()) await new Promise<void>((done) => (wake = done));
  };
  let step = new Uint8Array(STEP_BYTES);
  let held = 0;
  for await (const piece of readStream(await openEntry(file, entry))) {
    for (let at = 0; at < piece.length;) {
      const taken = Math.min(piece.length - at, STEP_BYTES - held);
      step.set(piece.subarray(at, at + taken), held);
      at += taken;
      held += taken;
      if (held < STEP_BYTES) continue;
      await send(step);
      step = new Uint8Array(STEP_BYTES);
      held = 0;
    }
    if (isStopped) return;
  }
  if (held > 0) await send(step.subarray(0, held));
  port.postMessage('end');
}
