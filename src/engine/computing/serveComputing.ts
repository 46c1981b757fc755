import { findAnalysis } from '../../analytics/catalog';
import { createRandom } from '../../analytics/core/random';
import type { GivenColumn } from '../../analytics/frame';
import { holdLife } from '../../lib/life';
import type { Note } from '../../lib/note';
import type { Column } from '../../table/column';
import { toWire } from '../transfer';
import { toFrame, toStream } from './wire';

/** What the worker that computes is asked for: the rows as an Arrow stream, and what to make of them. */
export interface ComputeRequest {
  /** The lock that tells of the worker's end. */
  life: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Other tables that it reads, each as a stream too. */
  beside: Readonly<Record<string, Uint8Array<ArrayBuffer>>>;
  analysis: string;
  settings: unknown;
  seed: number;
}

/** A table of its own, or columns beside the rows. */
export interface ComputedPart {
  columns: Column[];
  rows: number;
  bytes: Uint8Array<ArrayBuffer>;
}

export type ComputeAnswer =
  | 'alive'
  | { share: number }
  | { added?: ComputedPart; tables: Record<string, ComputedPart>; notes: readonly Note[] }
  | { error: ReturnType<typeof toWire> };

const TELL_EVERY_MS = 100;

/** Runs in a worker of its own, which is ended when its work is done or nobody wants it any more. */
export function serveComputing(): void {
  self.addEventListener('message', ({ data }: MessageEvent<ComputeRequest>) => {
    compute(data).catch((error: unknown) => answer({ error: toWire(error) }));
  });
}

async function compute({ life, bytes, beside, analysis, settings, seed }: ComputeRequest): Promise<void> {
  await holdLife(life);
  answer('alive');
  const run = await findAnalysis(analysis);
  let told = performance.now();
  const onProgress = (share: number) => {
    if (performance.now() - told < TELL_EVERY_MS) return;
    told = performance.now();
    answer({ share });
  };
  const others = Object.entries(beside).map(([name, stream]) => [name, toFrame(stream)] as const);
  const context = { seed, random: createRandom(seed), onProgress, beside: Object.fromEntries(others) };
  const outcome = run(toFrame(bytes), settings as never, context);
  const added = outcome.added && toPart(outcome.added);
  const tables = Object.fromEntries(
    Object.entries(outcome.tables ?? {}).map(([name, columns]) => [name, toPart(columns)]),
  );
  const parts = [...(added ? [added] : []), ...Object.values(tables)];
  answer(
    { ...(added && { added }), tables, notes: outcome.notes },
    parts.map((part) => part.bytes.buffer),
  );
}

function answer(data: ComputeAnswer, transfer: Transferable[] = []): void {
  self.postMessage(data, { transfer });
}

function toPart(columns: readonly GivenColumn[]): ComputedPart {
  const [first] = columns;
  const rows = first === undefined ? 0 : 'codes' in first ? first.codes.length : first.values.length;
  return {
    columns: columns.map(({ name, type }) => ({ name, type })),
    rows,
    bytes: toStream(columns),
  };
}
