import type { RecordBatch } from 'apache-arrow';
import { RecordBatchStreamWriter } from 'apache-arrow';
import type { BatchOptions, BatchTable } from '../../import/batches';
import { countParts } from '../../import/text/cuts';
import { toCanonical } from '../../import/text/write';
import { createAbort } from '../../lib/problem';
import { createQueue } from '../../lib/queue';
import { quoteName, quoteText } from '../../sql/quote';
import type { Column } from '../../table/column';
import { toFirstRow } from '../arrow';
import type { TableKind, TablePart } from '../engine';
import type { Crew, Importer } from './crew';
import type { ImportJob } from './job';
import { createSpool } from './spool';
import { loadList } from './mended';
import type { Shape } from './shape';

export interface LoadedBatches {
  parts: TablePart[];
  columns: Column[];
  /** Rows that were handed to the engine, counted apart from those that it has. */
  given: number;
}

/** A value of the file that is missing in the table. */
export interface UnreadValue {
  line: number;
  column: string;
  value: string;
}

export interface LoadBatchesOptions {
  onProgress: (done: number) => void;
  unread?: readonly UnreadValue[];
  /** Writes lists that are there already beside the last rows; how long they are. */
  onLists?: (importer: Importer) => Promise<Pick<TablePart, 'rejected' | 'unread'>>;
}

/** So much may wait for its importer: a part goes on being read while those before it are written. */
const MOST_WAITING = 160e6;

/** Writes record batches into tables, the first rows into the first, by importers that work side by side. */
export async function loadBatches(
  job: ImportJob,
  crew: Crew,
  table: BatchTable,
  { onProgress, unread = [], onLists }: LoadBatchesOptions,
): Promise<LoadedBatches> {
  const count = countBatchParts(table, crew.inMemory);
  const sinks = Array.from({ length: count }, () => openSink(job, crew, table.columns));
  let given = 0;
  let isWhole = false;
  try {
    for await (const { batch, part } of dealBatches(table, count, { signal: job.signal, onProgress })) {
      job.signal.throwIfAborted();
      if (!batch) sinks[part]!.end(true);
      else {
        given += batch.numRows;
        await sinks[part]!.write(toStream(batch));
      }
    }
    isWhole = true;
  } finally {
    sinks.forEach((sink) => sink.end(isWhole));
  }
  const rows = await crew.wait(Promise.all(sinks.map((sink) => sink.rows)));
  const list = createSpool();
  for (const { line, column, value } of unread) list.write(toCanonical([String(line), column, value]));
  const last = sinks.at(-1)!.importer;
  const unreadRows = await crew.wait(loadList(job, last, 'unread', list.end()));
  const lists = onLists ? await crew.wait(onLists(last)) : { rejected: 0, unread: unreadRows };
  const parts = sinks.map(({ importer: { path } }, k) => ({
    path,
    rows: rows[k]!,
    rejected: k + 1 === count ? lists.rejected : 0,
    unread: k + 1 === count ? lists.unread : 0,
  }));
  for (const { importer } of sinks) await crew.wait(importer.finish(job.file.size));
  return {
    parts,
    columns: job.shape ? toShapedColumns(table.columns, job.shape) : table.columns,
    given,
  };
}

interface DealtBatch {
  part: number;
  /** Nothing when the part has all of its rows. */
  batch?: RecordBatch | undefined;
}

/** Batches, each with its part of the table. All importers have work from the start where rows can come in any order. */
async function* dealBatches(
  table: BatchTable,
  count: number,
  { signal, onProgress }: BatchOptions,
): AsyncGenerator<DealtBatch> {
  let given = 0;
  if (!table.range || count === 1) {
    let before = 0;
    for await (const batch of table.batches({ signal, onProgress })) {
      const part = Math.floor((given / Math.max(table.rows ?? 1, given + 1)) * count);
      while (before < part) yield { part: before++ };
      given += batch.numRows;
      yield { part, batch };
    }
    return;
  }
  const cuts = Array.from({ length: count + 1 }, (_, k) => Math.round((k / count) * table.rows!));
  let turns = cuts
    .slice(1)
    .map((to, part) => ({ part, batches: table.range!(cuts[part]!, to), isDone: false }));
  while (turns.length > 0) {
    for (const turn of turns) {
      signal.throwIfAborted();
      const { value: batch } = turn.batches.next();
      turn.isDone = batch === undefined;
      yield { part: turn.part, batch };
      onProgress((given += batch?.numRows ?? 0));
      await new Promise((resolve) => setTimeout(resolve));
    }
    turns = turns.filter(({ isDone }) => !isDone);
  }
}

/** A value takes some twelve bytes; a part must be worth its importer. */
function countBatchParts({ rows = 0, columns }: BatchTable, inMemory: boolean): number {
  const cores = navigator.hardwareConcurrency || 2;
  return inMemory ? 1 : countParts(rows * columns.length * 12, { cores, minBytes: 24e6 });
}

/** Takes batches into one file, in one transaction, so that the engine writes it once. */
function openSink(job: ImportJob, crew: Crew, own: readonly Column[]) {
  const importer = crew.open();
  const { rows: target } = importer.target;
  const queue = createQueue<Uint8Array>(({ length }) => length, MOST_WAITING);
  let isWhole = false;
  const load = async () => {
    const duck = await importer.duck;
    return duck.session(async (run, insert) => {
      const columns = own.map(({ name, type }) => `${quoteName(name)} ${findType(job.shape, name) ?? type}`);
      await run('BEGIN');
      try {
        await run(`CREATE OR REPLACE TABLE ${target} (${columns.join(', ')})`);
        for await (const stream of queue) await insert(target, stream);
        if (!isWhole) throw createAbort();
        await run('COMMIT');
      } catch (error) {
        queue.close();
        await run('ROLLBACK').catch(() => {});
        throw error;
      }
      for (const addition of toAdditions(own, job.shape))
        await run(`ALTER TABLE ${target} ADD COLUMN ${addition}`);
      return Number(toFirstRow(await run(`SELECT count(*) FROM ${target}`))[0]);
    });
  };
  const rows = load();
  rows.catch(() => queue.close());
  return {
    importer,
    rows,
    async write(stream: Uint8Array): Promise<void> {
      await crew.wait(queue.push(stream));
      // it ended before its time: the error is the load's
      if (queue.isClosed()) await rows;
    },
    /** Nothing more comes; a part that is not whole is not kept. */
    end(whole: boolean): void {
      isWhole ||= whole;
      queue.close();
    },
  };
}

/** The type that a column has in the tables of other files. */
function findType(shape: Shape | undefined, name: string): string | undefined {
  return shape?.columns?.find((column) => column.name === name)?.type;
}

function toStream(batch: RecordBatch): Uint8Array {
  return RecordBatchStreamWriter.writeAll([batch]).toUint8Array(true);
}

/** What the tables of other files have and this one lacks. */
function toAdditions(own: readonly Column[], shape: Shape | undefined): string[] {
  if (!shape) return [];
  const lacking = (shape.columns ?? []).filter(({ name }) => !own.some((column) => column.name === name));
  const { column, value } = shape.file;
  return [
    ...lacking.map(({ name, type }) => `${quoteName(name)} ${type}`),
    `${quoteName(column)} VARCHAR DEFAULT ${quoteText(value)}`,
  ];
}

function toShapedColumns(own: readonly Column[], { columns = own, file }: Shape): Column[] {
  return [...columns, { name: file.column, type: 'VARCHAR' }];
}

export function sumParts(parts: readonly TablePart[], kind: TableKind): number {
  return parts.reduce((total, part) => total + part[kind], 0);
}
