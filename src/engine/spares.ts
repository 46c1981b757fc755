import type { Duck } from './duckdb';
import { startDuck } from './duckdb';

const MOST = 1;
const KEPT_MS = 20_000;

/**
 * Importers that have done their work and wait for the next file: starting one takes a second, most of it for compiling,
 * and people drop several small files at once.
 */
export function createSpares() {
  const idle: { duck: Duck; timer: ReturnType<typeof setTimeout> }[] = [];
  return {
    take(): Promise<Duck> {
      const spare = idle.pop();
      if (!spare) return startDuck();
      clearTimeout(spare.timer);
      return Promise.resolve(spare.duck);
    },
    /** Takes a closed importer back. One that read a large file has grown, and memory never shrinks: it is ended. */
    give(duck: Duck, bytes: number): void {
      if (idle.length >= MOST || bytes > 32e6) return duck.end();
      const spare = { duck, timer: setTimeout(() => drop(spare), KEPT_MS) };
      idle.push(spare);
    },
  };

  function drop(spare: { duck: Duck }): void {
    const at = idle.findIndex((other) => other === spare);
    if (at >= 0) idle.splice(at, 1);
    spare.duck.end();
  }
}

export type Spares = ReturnType<typeof createSpares>;
