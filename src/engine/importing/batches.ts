import type { RecordBatch } from 'apache-arrow';
import { RecordBatchStreamWriter } from 'apache-arrow';
import type { BatchTable } from '../../import/batches';
import { toCanonical } from '../../import/text/write';
import { quoteName, quoteText } from '../../sql/quote';
import type { Column } from '../../table/column';
import { toFirstRow } from '../arrow';
import type { TablePart } from '../engine';
import type { Crew } from './crew';
import type { ImportJob } from './job';
import { createSpool } from './spool';
import { loadList } from './mended';
import type { Shape } from './shape';

export interface LoadedBatches {
  part: TablePart;
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
}

/** Writes record batches into a table, in one transaction, so that the engine writes its file once. */
export async function loadBatches(
  job: ImportJob,
  crew: Crew,
  table: BatchTable,
  { onProgress, unread = [] }: LoadBatchesOptions,
): Promise<LoadedBatches> {
  const importer = crew.open();
  const duck = await importer.duck;
  const { rows: target } = importer.target;
  let given = 0;
  const load = duck.session(async (run, insert) => {
    const columns = table.columns.map(
      ({ name, type }) => `${quoteName(name)} ${findType(job.shape, name) ?? type}`,
    );
    await run(`CREATE OR REPLACE TABLE ${target} (${columns.join(', ')})`);
    await run('BEGIN');
    try {
      // the next batch is made while the engine takes one
      let taken = Promise.resolve();
      for await (const batch of table.batches({ signal: job.signal, onProgress })) {
        job.signal.throwIfAborted();
        given += batch.numRows;
        const stream = toStream(batch);
        await taken;
        taken = insert(target, stream);
        taken.catch(() => {});
      }
      await taken;
      await run('COMMIT');
    } catch (error) {
      await run('ROLLBACK').catch(() => {});
      throw error;
    }
    for (const addition of toAdditions(table.columns, job.shape))
      await run(`ALTER TABLE ${target} ADD COLUMN ${addition}`);
    return Number(toFirstRow(await run(`SELECT count(*) FROM ${target}`))[0]);
  });
  const rows = await crew.wait(load);
  const list = createSpool();
  for (const { line, column, value } of unread) list.write(toCanonical([String(line), column, value]));
  const unreadRows = await crew.wait(loadList(job, importer, 'unread', list.end()));
  await crew.wait(importer.finish(job.file.size));
  return {
    part: { path: importer.path, rows, rejected: 0, unread: unreadRows },
    columns: job.shape ? toShapedColumns(table.columns, job.shape) : table.columns,
    given,
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
