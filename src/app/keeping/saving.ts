import { createAbort } from '../../lib/problem';
import type { Problem } from '../../lib/problem';
import { toKeepProblem } from './problem';

export type SaveStatus = 'saved' | 'saving' | 'failed' | 'none';

interface Waiting<T> {
  item: T;
  waiters: { done: () => void; fail: (error: unknown) => void }[];
}

export type Saving<T> = ReturnType<typeof createSaving<T>>;

/** Writes one after another, and of those that wait the newest only. */
export function createSaving<T>(
  write: (item: T) => Promise<void>,
  onStatus: (status: SaveStatus, problem?: Problem) => void,
) {
  let next: Waiting<T> | undefined;
  let running: Promise<void> | undefined;
  let unsaved: T | undefined;

  async function run(): Promise<void> {
    for (let current = next; current; current = next) {
      next = undefined;
      unsaved = current.item;
      try {
        await write(current.item);
        unsaved = next ? (next as Waiting<T>).item : undefined;
        for (const { done } of current.waiters) done();
      } catch (error) {
        const newer = next as Waiting<T> | undefined;
        // the newer one holds all of it, and is tried at once
        if (newer) newer.waiters.unshift(...current.waiters);
        else {
          const problem = toKeepProblem(error);
          running = undefined;
          onStatus('failed', problem);
          for (const { fail } of current.waiters) fail(problem);
          return;
        }
      }
    }
    running = undefined;
    onStatus('saved');
  }

  function save(item: T): Promise<void> {
    return new Promise((done, fail) => {
      next = { item, waiters: [...(next?.waiters ?? []), { done, fail }] };
      onStatus('saving');
      running ??= run();
    });
  }

  return {
    /** Resolves when this, or a newer one, is written; rejects when it could not be. */
    save,
    /** Resolves when nothing is being written. */
    settle: async () => {
      for (let run = running; run; run = running) await run;
    },
    /** What is not written yet. */
    findUnsaved: () => next?.item ?? unsaved,
    async retry(): Promise<void> {
      if (unsaved !== undefined && !running) await save(unsaved);
    },
    /** Nothing of what waits is written any more. */
    forget(): void {
      for (const { fail } of next?.waiters ?? []) fail(createAbort());
      unsaved = undefined;
      next = undefined;
    },
  };
}
