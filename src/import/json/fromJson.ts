import type { Schema } from 'apache-arrow';
import { makeData, RecordBatch, Struct } from 'apache-arrow';
import { Problem } from '../../lib/problem';
import type { BatchOptions, BatchTable } from '../batches';
import { toBatchSchema } from '../batches';
import type { ImportOptions } from '../options';
import { createStructBuilder } from './builders';
import { collectColumns, collectRows } from './collect';
import type { JsonColumn } from './columns';
import { pickColumn, toColumns } from './columns';
import type { FoundLayout, JsonPath } from './layout';
import { findLayout, findPaths, toPath } from './layout';
import { findNotes } from './notes';
import { readJson } from './read';
import { toRowEvents } from './rowEvents';
import type { Shape } from './shape';
import { createSurvey } from './shape';
import type { RowType } from './rowType';
import { isGeoJson, toRowType } from './rowType';
import type { BrokenLine } from './wholeLines';
import { maybeWholeLines } from './wholeLines';

export interface JsonTable extends BatchTable {
  rows: number;
  /** Where rows could be taken from, the likeliest first. */
  paths: JsonPath[];
  /** The place that they are taken from, as `ImportOptions.path` takes it. */
  path: string;
  layout: Pick<FoundLayout, 'rows' | 'form' | 'header'>;
  /** Lines that are no JSON, where each line is a record. */
  broken: BrokenLine[];
}

export interface JsonOptions extends Pick<ImportOptions, 'path' | 'flatten' | 'types' | 'header'> {
  /** For the words of a problem. */
  file: string;
  /** The blob is the beginning of a file: rows that it does not hold to their end are left out, without a word. */
  partial?: boolean;
  signal: AbortSignal;
  /** Of the first reading; the second tells its own. */
  onProgress(doneBytes: number): void;
  /** Bytes read at a time. */
  chunkSize?: number;
}

const MOST_ROWS = 32_768;
const MOST_BYTES = 8 * 2 ** 20;

/**
 * Reads a JSON text in UTF-8 to its end, and finds its rows and their types; the batches read it once more. Where each line is
 * a record, a broken one costs no other.
 */
export async function fromJson(blob: Blob, options: JsonOptions): Promise<JsonTable> {
  try {
    return { ...(await readTable(blob, options)), broken: [] };
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'json-syntax') throw error;
    const lines = await maybeWholeLines(blob, options);
    if (!lines) throw error;
    return { ...(await readTable(lines.body, options)), broken: lines.broken };
  }
}

async function readTable(blob: Blob, options: JsonOptions): Promise<Omit<JsonTable, 'broken'>> {
  const { file, path, flatten = false } = options;
  const { handler, top } = createSurvey();
  for await (const _ of readJson(blob, handler, options)) continue;
  let layout = findLayout(top, options);
  if (!layout) throw new Problem('json-path', { params: { file, path: path ?? '' } });
  if (layout.form === 'tuple') layout = { ...layout, shape: await surveyTuples(blob, layout, options) };
  const rowType = toRowType(top, layout, options);
  const columns = toColumns(rowType, layout, { flatten, isGeoJson: isGeoJson(top, layout) });
  const shape = toBatchSchema(columns);
  const source = { layout, rowType, columns, schema: shape.schema };
  return {
    ...shape,
    rows: layout.count,
    paths: findPaths(top),
    path: toPath(layout.path),
    layout: { rows: layout.rows, form: layout.form, header: layout.header },
    notes: findNotes(top, layout, columns),
    batches: (reading) => readBatches(blob, source, { ...options, ...reading }),
  };
}

/** What stands at each place of the tuples that are rows. */
async function surveyTuples(blob: Blob, layout: FoundLayout, options: JsonOptions): Promise<Shape> {
  const { handler, top } = createSurvey();
  const events = toRowEvents(layout, handler);
  for await (const _ of readJson(blob, events, { ...options, trusted: true })) continue;
  return { ...top.items!, longest: layout.shape.longest };
}

interface Source {
  layout: FoundLayout;
  rowType: RowType;
  columns: readonly JsonColumn[];
  schema: Schema;
}

async function* readBatches(
  blob: Blob,
  { layout, rowType, columns, schema }: Source,
  options: JsonOptions & BatchOptions,
): AsyncGenerator<RecordBatch> {
  let ready: RecordBatch[] = [];
  let bytes = 0;
  const rows = createStructBuilder(rowType, (count) => (bytes += count));
  const flush = (): void => {
    const data = rows.take();
    const children = columns.map((column) => pickColumn(data, column));
    const type = new Struct(schema.fields);
    ready.push(new RecordBatch(schema, makeData({ type, length: data.length, children })));
    bytes = 0;
  };
  const isColumns = layout.rows === 'columns';
  const collected = isColumns
    ? collectColumns(rows)
    : collectRows(rows, () => {
        if (rows.length >= MOST_ROWS || bytes >= MOST_BYTES) flush();
      });
  const events = toRowEvents(layout, collected);
  for await (const _ of readJson(blob, events, { ...options, trusted: true })) {
    yield* ready;
    ready = [];
  }
  if (isColumns) rows.length = layout.count;
  // what a partial text began and did not end
  rows.truncate(rows.length);
  if (rows.length > 0) flush();
  yield* ready;
}
