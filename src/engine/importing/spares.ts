import type { Duck } from '../duckdb';
import { startDuck } from '../duckdb';

/** An importer that read more than this has grown, and its memory never shrinks: it is not kept. */
const GROWN_BYTES = 32e6;
const MOST = 2;
const KEPT_MS = 60_000;

interface Spare {
  duck: Promise<Duck>;
  timer?: ReturnType<typeof setTimeout>;
}

/**
 * Importers that are started and wait for a file. Starting one takes a second, most of it for compiling: with one at hand a
 * small file is a table in a fifth of a second. One waits always, others for a minute.
 */
export function createSpares() {
  const idle: Spare[] = [];

  function put(duck: Promise<Duck>): void {
    const spare: Spare = { duck };
    if (idle.length > 0) spare.timer = setTimeout(() => drop(spare), KEPT_MS);
    idle.push(spare);
    duck.catch(() => remove(spare));
  }

  function remove(spare: Spare): void {
    const at = idle.indexOf(spare);
    if (at >= 0) idle.splice(at, 1);
    clearTimeout(spare.timer);
  }

  function drop(spare: Spare): void {
    remove(spare);
    void spare.duck.then((duck) => duck.end());
  }

  return {
    /** Has importers started, so that they are there when a file comes. */
    prepare(count: number): void {
      while (idle.length < Math.min(count, MOST)) put(startDuck());
    },
    /** An importer to work with: one that waits, unless it broke meanwhile. */
    async take(): Promise<Duck> {
      for (let spare = idle[0]; spare; spare = idle[0]) {
        remove(spare);
        const duck = await spare.duck;
        if (!duck.isEnded()) return duck;
      }
      return startDuck();
    },
    /** Takes back an importer that has done its work. One that is not kept is ended, which frees its file at once. */
    async give(duck: Duck, bytesRead: number): Promise<void> {
      if (idle.length >= MOST || bytesRead > GROWN_BYTES) return duck.end();
      await duck.close();
      put(Promise.resolve(duck));
    },
  };
}

export type Spares = ReturnType<typeof createSpares>;
