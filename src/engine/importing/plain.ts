import type { LineEnd } from '../../import/receipt';
import { countParts, toCuts } from '../../import/text/cuts';
import type { CsvForm } from '../../import/text/csv';
import type { EncodingFinding } from '../../import/text/encoding';
import { createEncodingProbe } from '../../import/text/encoding';
import type { TextPlan } from '../../import/text/plan';
import { toKeptColumns, toPlannedTypes } from '../../import/text/plan';
import type { ScanResult } from '../../import/text/scan';
import { createScan } from '../../import/text/scan';
import { readChunks } from '../../lib/chunks';
import type { TablePart } from '../engine';
import type { Crew, Importer } from './crew';
import type { ImportJob } from './job';
import type { LoadedCsv } from './load';
import { loadCsv } from './load';
import type { Meter } from './meter';
import { toSelect } from './shape';

/** A part of the text, cut between two records, and what its reader must know of its lines. */
export interface Range {
  from: number;
  to: number;
  longest: number;
  lineEnd: LineEnd;
}

export interface Scanned {
  result: ScanResult;
  ranges: Range[];
  /** What the bytes say of the encoding; a look at the start of the file can be wrong. */
  encoding: EncodingFinding;
}

export interface LoadedPlain {
  parts: TablePart[];
  misfits: Map<number, string>;
  refused: number;
}

export type TextPhase = 'open' | 'scan' | 'plan' | 'write' | 'load';

interface Slot {
  importer: Importer;
  types?: string;
  loading?: Promise<LoadedCsv>;
}

export function countImporters(bytes: number, inMemory: boolean): number {
  return inMemory ? 1 : countParts(bytes, { cores: navigator.hardwareConcurrency || 2 });
}

/**
 * Loads a text that the engine's own reader takes as it is. It is cut into parts, each for an importer of its own, as soon as
 * the scan has passed them; the scan goes on meanwhile, and says whether the plan holds to the end.
 */
export function createPlainLoader(job: ImportJob, crew: Crew, body: Blob, meter: Meter<TextPhase>) {
  const parts = countImporters(body.size, crew.inMemory);
  const reads: number[] = [];
  let slots = Array.from({ length: parts }, (_, k) => openSlot(k));

  function openSlot(k: number): Slot {
    const onRead = (bytes: number) => {
      reads[k] = (reads[k] ?? 0) + bytes;
      meter('load', reads.reduce((sum, read) => sum + read, 0) / body.size);
    };
    return { importer: crew.open(onRead) };
  }

  function start(slot: Slot, { from, to, longest, lineEnd }: Range, plan: TextPlan): void {
    const types = toPlannedTypes(plan);
    const form: CsvForm = {
      delimiter: plan.layout.delimiter,
      quote: plan.layout.quote,
      header: plan.layout.header > 0 && from === 0,
      columns: plan.columns.map(({ name }, index) => ({ name, type: types[index]! })),
      longestRecord: longest,
      lineEnd,
      emptyTexts: false,
    };
    slot.types = types.join();
    slot.loading = loadCsv(slot.importer, body.slice(from, to), form, {
      table: slot.importer.target.rows,
      select: toSelect(toKeptColumns(plan), job.shape),
      signal: job.signal,
    }).then(async (loaded) => {
      await slot.importer.finish(to - from);
      return loaded;
    });
    slot.loading.catch(() => {});
  }

  return {
    /** Goes through the whole text; parts are begun on as long as the plan holds. */
    async scan(plan: TextPlan): Promise<Scanned> {
      const scan = createScan({
        delimiter: plan.layout.delimiter,
        quote: plan.layout.quote,
        types: toPlannedTypes(plan),
        blank: new Set(plan.columns.flatMap(({ why }, index) => (why === 'blank' ? [index] : []))),
      });
      scan.header = plan.layout.header > 0;
      const probe = createEncodingProbe({ locale: navigator.language });
      const ranges: Range[] = [];
      const cuts = toCuts(parts);
      let from = 0;
      const cut = (to: number) => {
        ranges.push({ from, to, ...scan.soFar() });
        from = to;
        if (scan.holds()) start(slots[ranges.length - 1]!, ranges.at(-1)!, plan);
      };
      let scanned = 0;
      for await (const piece of readChunks(body)) {
        job.signal.throwIfAborted();
        scan.push(piece);
        probe.push(piece);
        scanned += piece.length;
        meter('scan', scanned / body.size);
        if (ranges.length < parts - 1 && scan.safeEnd() >= body.size * cuts[ranges.length]!)
          cut(scan.safeEnd());
      }
      const result = scan.finish();
      cut(body.size);
      return { result, ranges, encoding: probe.finish() };
    },

    /** All parts by one plan. An importer that began with another is replaced. */
    async load(ranges: readonly Range[], plan: TextPlan): Promise<LoadedPlain> {
      const types = toPlannedTypes(plan).join();
      slots = slots.map((slot, k) => {
        if (!slot.types || slot.types === types) return slot;
        slot.importer.release();
        reads[k] = 0;
        return openSlot(k);
      });
      ranges.forEach((range, k) => {
        if (!slots[k]!.loading) start(slots[k]!, range, plan);
      });
      const used = slots.slice(0, ranges.length);
      // a long record leaves fewer places to cut at than there are importers
      for (const { importer } of slots.slice(ranges.length)) importer.release();
      const loaded = await crew.wait(Promise.all(used.map(({ loading }) => loading!)));
      return {
        parts: used.map(({ importer: { path } }, k) => ({
          path,
          rows: loaded[k]!.rows,
          rejected: 0,
          unread: 0,
        })),
        misfits: new Map(loaded.flatMap(({ misfits }) => [...misfits])),
        refused: loaded.reduce((sum, { refused }) => sum + refused, 0),
      };
    },

    /** Lets the importers go: the text must be read another way. */
    release: () => slots.forEach(({ importer }) => importer.release()),
  };
}
