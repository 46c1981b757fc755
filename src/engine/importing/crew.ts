import { createAbort, Problem } from '../../lib/problem';
import type { Duck } from '../duckdb';
import type { TablePart } from '../engine';
import type { LoadTarget } from '../place';
import { keptTarget, memoryTarget, settleFiles, toFolder } from '../place';
import type { ImportJob } from './job';

/** An engine of its own that writes one file of a table; or the engine that people query, where nothing is kept. */
export interface Importer {
  path: string | null;
  target: LoadTarget;
  duck: Promise<Duck>;
  /** Makes the file whole and gives the engine back; `bytes` is what it has read. */
  finish(bytes: number): Promise<void>;
  /** Ends an engine that is not needed after all. */
  release(): void;
}

export type Crew = ReturnType<typeof createCrew>;

/** The importers that write one table. They start at once, for that takes time; work comes to them later. */
export function createCrew(job: ImportJob, id: string) {
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => {});
  const importers = new Set<Importer>();
  const stop = () => failed.reject(createAbort());
  job.signal.addEventListener('abort', stop, { once: true });

  function openFile(onRead: (bytes: number) => void): Importer {
    // a name that no earlier try has had: a file can be opened for writing once only
    const path = `${toFolder(id)}/${crypto.randomUUID().slice(0, 8)}.duckdb`;
    let isDone = false;
    let isReleased = false;
    let taken: Duck | undefined;
    const onDeath = () => failed.reject(new Problem('file-failed', { params: { file: job.file.name } }));
    const duck = job.spares.take().then(async (started) => {
      taken = started;
      if (isReleased) {
        started.end();
        throw createAbort();
      }
      await started.open({ path: `opfs://${path}`, onRead, onDeath });
      return started;
    });
    duck.catch((error: unknown) => {
      if (!isReleased) failed.reject(error);
    });
    return {
      path,
      target: keptTarget,
      duck,
      async finish(bytes) {
        const opened = await duck;
        await opened.run('CHECKPOINT');
        isDone = true;
        await job.spares.give(opened, bytes);
      },
      release() {
        isReleased = true;
        if (!isDone) taken?.end();
      },
    };
  }

  const ready: Importer[] = [];

  return {
    /** Whether rows go to the memory of the engine that people query; then there is one importer, and it writes anew. */
    inMemory: job.memory !== undefined,

    /** Opens importers before there is work for them: a busy worker takes long to do it. */
    prepare(count: number): void {
      if (job.memory) return;
      while (ready.length < count) ready.push(openFile(() => {}));
      for (const importer of ready) importers.add(importer);
    },

    open(onRead?: (bytes: number) => void): Importer {
      const prepared = onRead ? undefined : ready.shift();
      if (prepared) return prepared;
      const importer: Importer = job.memory
        ? {
            path: null,
            target: memoryTarget(id),
            duck: Promise.resolve(job.memory),
            finish: async () => {},
            release: () => {},
          }
        : openFile(onRead ?? (() => {}));
      importers.add(importer);
      return importer;
    },

    /** Waits for work of the importers, and no longer than they live. */
    wait: <T>(work: Promise<T>): Promise<T> => Promise.race([work, failed.promise]),

    /** Removes the files that are not of these parts; the bytes that they take on the device. */
    settle: async (parts: readonly TablePart[]): Promise<number> =>
      job.memory
        ? 0
        : settleFiles(
            id,
            parts.map(({ path }) => path!),
          ),

    /** Stops every importer. Their files are the caller's to keep or to remove. */
    end(): void {
      job.signal.removeEventListener('abort', stop);
      failed.reject(createAbort());
      for (const importer of importers) importer.release();
    },
  };
}
