import { createAbort } from '../../../lib/problem';
import type { Sliced } from './spelling';

export interface RunOptions {
  /** Told how much is done, from 0 to 1. */
  onProgress?: (done: number) => void;
  signal?: AbortSignal;
  /** How long a slice of work may be, so that a page stays alive. */
  sliceMs?: number;
}

/** Runs sliced work to its end, and lets others run in between. */
export async function runSliced<T>(
  work: Sliced<T>,
  { onProgress, signal, sliceMs = 12 }: RunOptions = {},
): Promise<T> {
  let until = performance.now() + sliceMs;
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() < until) continue;
    onProgress?.(value);
    await new Promise((resolve) => setTimeout(resolve));
    if (signal?.aborted) throw createAbort();
    until = performance.now() + sliceMs;
  }
}
