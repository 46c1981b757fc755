import type { Plan } from '../import/text/plan';
import type { ScanResult } from '../import/text/scan';
import { createAbort, Problem } from '../lib/problem';
import type { Duck } from './duckdb';
import type { TablePart } from './engine';
import type { ImportJob } from './job';
import type { LoadedPart } from './load';
import { loadPart } from './load';
import { keptTarget, memoryTarget, toFolder } from './place';

/** A part of the text, cut between two records, and what its reader must know of its lines. */
export interface Range {
  from: number;
  to: number;
  longest: number;
  mixed: boolean;
}

export interface Loaded {
  parts: TablePart[];
  misfits: ScanResult['doubts'];
}

export type Loader = ReturnType<typeof createLoader>;

/** An importer: an engine of its own that writes one file. */
interface Slot {
  path: string;
  duck: Promise<Duck>;
  plan?: Plan;
  loading?: Promise<LoadedPart>;
  /** The file is written and the importer given back. */
  done?: boolean;
}

/** The scan is about a fifth of the work of an import. */
const SCAN_SHARE = 0.2;
/** Each telling crosses to the page and is drawn there. */
const TELL_EVERY_MS = 150;

/** Loads the parts of a text side by side. The engines start at once, for they take a second; each gets its part later. */
export function createLoader(job: ImportJob, body: Blob, parts: number) {
  const reads: number[] = [];
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => {});
  let scanned = 0;
  let told = 0;
  let round = 0;
  let slots = Array.from({ length: parts }, (_, k) => openSlot(k));

  const stop = () => failed.reject(createAbort());
  job.signal.addEventListener('abort', stop, { once: true });

  function tell(): void {
    if (performance.now() - told < TELL_EVERY_MS) return;
    told = performance.now();
    const read = Math.min(
      body.size,
      reads.reduce((sum, bytes) => sum + bytes, 0),
    );
    const doneBytes = Math.round(scanned * SCAN_SHARE + read * (1 - SCAN_SHARE));
    job.onProgress({ doneBytes, totalBytes: body.size });
  }

  function openSlot(k: number): Slot {
    const path = `${toFolder(job.id)}/${round}-${k}.duckdb`;
    if (job.memory) return { path, duck: Promise.resolve(job.memory) };
    const onRead = (bytes: number) => {
      reads[k] = (reads[k] ?? 0) + bytes;
      tell();
    };
    const onDeath = () => failed.reject(new Problem('file-failed', { params: { file: job.file.name } }));
    const duck = job.spares.take().then(async (started) => {
      await started.open({ path: `opfs://${path}`, onRead, onDeath });
      return started;
    });
    duck.catch((error: unknown) => failed.reject(error));
    return { path, duck };
  }

  async function load(slot: Slot, { from, to, longest, mixed }: Range, plan: Plan): Promise<LoadedPart> {
    const duck = await slot.duck;
    const loaded = await loadPart({
      duck,
      target: job.memory ? memoryTarget(job.id) : keptTarget,
      plan,
      read: { header: plan.header && from === 0, longestRecord: longest, mixedLineEnds: mixed },
      part: body.slice(from, to),
      whole: body,
      partStart: from,
      signal: job.signal,
    });
    if (!job.memory) {
      await duck.run('CHECKPOINT');
      slot.done = true;
      await job.spares.give(duck, to - from);
    }
    return loaded;
  }

  return {
    parts,

    tellScanned(bytes: number): void {
      scanned = bytes;
      tell();
    },

    /** Begins to load a part; `load` goes on with it if the plan is still the same. */
    start(k: number, range: Range, plan: Plan): void {
      const slot = slots[k]!;
      slot.plan = plan;
      slot.loading = load(slot, range, plan);
      slot.loading.catch(() => {});
    },

    /** All parts by one plan. An importer that began with another is replaced. */
    async load(ranges: readonly Range[], plan: Plan): Promise<Loaded> {
      round++;
      slots = slots.map((slot, k) => {
        if (!slot.plan || isSame(slot.plan, plan)) return slot;
        release(slot);
        reads[k] = 0;
        return openSlot(k);
      });
      ranges.forEach((range, k) => {
        if (!slots[k]!.loading) this.start(k, range, plan);
      });
      const used = slots.slice(0, ranges.length);
      const loaded = await Promise.race([Promise.all(used.map((slot) => slot.loading!)), failed.promise]);
      return {
        parts: used.map(({ path }, k) => ({
          path: job.memory ? null : path,
          rows: loaded[k]!.rows,
          rejected: loaded[k]!.rejected,
        })),
        misfits: joinMisfits(loaded),
      };
    },

    /** Stops every importer. Their files are the caller's to keep or to remove. */
    end(): void {
      job.signal.removeEventListener('abort', stop);
      failed.reject(createAbort());
      slots.forEach(release);
    },
  };

  function release(slot: Slot): void {
    if (!job.memory && !slot.done) void slot.duck.then((duck) => duck.end()).catch(() => {});
  }
}

function isSame(a: Plan, b: Plan): boolean {
  return a.columns.every(({ type }, index) => type === b.columns[index]!.type);
}

function joinMisfits(loaded: readonly LoadedPart[]): ScanResult['doubts'] {
  const misfits: ScanResult['doubts'] = new Map();
  for (const part of loaded) {
    for (const [index, example] of part.misfits) {
      misfits.set(index, { doubt: 'other-form', example: example.slice(0, 60) });
    }
  }
  return misfits;
}
