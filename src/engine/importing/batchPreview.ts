import { RecordBatchStreamWriter, Table } from 'apache-arrow';
import type { BatchTable } from '../../import/batches';
import { withChoices } from '../../import/batches';
import type { PathCandidate, Question, RawLine, TableInspection } from '../../import/inspection';
import { maybeForecast } from '../../import/forecast';
import type { ImportOptions } from '../../import/options';
import { openText } from '../../import/text/open';
import { toBlobText } from '../../import/blobText';
import type { Column, Value } from '../../table/column';
import { toRawText } from '../../table/format';
import { toValues } from '../arrow';
import type { Input } from './open';
import { loadColumnReader, loadJsonReader } from './readers';

const SHOWN_ROWS = 50;
const SHOWN_CHARS = 2000;
/** The start of a larger file says enough of it. */
const SAMPLE_BYTES = 8 * 2 ** 20;

/** A look at a file whose types are its own. */
export async function inspectBatches(
  input: Input,
  options: ImportOptions,
  signal: AbortSignal,
): Promise<TableInspection[]> {
  const { file, kind } = input;
  if (kind.kind === 'parquet' || kind.kind === 'arrow') {
    const open = await loadColumnReader(kind.kind);
    const table = await open(file, { file: file.name });
    const size = table.rows === undefined ? undefined : { rows: table.rows, exact: true };
    return [{ ...(await toInspection(table, options, signal)), ...(size && { size }) }];
  }
  const isPart = input.isPart || file.size > SAMPLE_BYTES;
  const { body, label } = await openText(isPart ? file.slice(0, SAMPLE_BYTES) : file, options, { signal });
  const fromJson = await loadJsonReader();
  const table = await fromJson(body, {
    ...options,
    file: file.name,
    partial: isPart,
    signal,
    onProgress: () => {},
  });
  const settings = { ...options, path: table.path, encoding: label };
  const { broken, paths, rows } = table;
  const times = (input.bytes ?? file.size) / Math.min(file.size, SAMPLE_BYTES);
  const size = isPart ? maybeForecast(rows, times) : { rows, exact: true };
  const inspection = { ...(await toInspection(table, settings, signal)), ...(size && { size }) };
  const isOpen = options.path === undefined && isAmongEquals(paths);
  if (broken.length === 0) {
    return [{ ...inspection, paths, ...(isOpen && { sure: false, questions: [{ ask: 'path' }] }) }];
  }
  const question: Question = { ask: 'rejected', count: broken.length, reason: 'not-json' };
  const lines = broken.slice(0, SHOWN_ROWS).map(({ line, text }): RawLine => {
    return { number: line, text: text.slice(0, SHOWN_CHARS), role: 'rejected' };
  });
  return [{ ...inspection, paths, sure: false, questions: [question], lines }];
}

/** Beside a table of thousands, a list of three is no other table that somebody may want. */
const LEAST_SHARE = 0.1;

function isAmongEquals([first, second]: readonly PathCandidate[]): boolean {
  return first !== undefined && second !== undefined && second.rows >= first.rows * LEAST_SHARE;
}

export async function toInspection(
  table: BatchTable,
  settings: ImportOptions,
  signal: AbortSignal,
): Promise<TableInspection> {
  const { columns } = withChoices(table, settings);
  return {
    key: '',
    settings,
    sure: true,
    questions: [],
    lines: [],
    columns: columns.map((column) => ({
      ...column,
      why: column.reading ? 'chosen' : 'in-the-file',
      alternatives: [],
      misfits: { count: 0, examples: [] },
    })),
    rows: await readFirst(table, signal),
  };
}

async function readFirst(table: BatchTable, signal: AbortSignal): Promise<(string | null)[][]> {
  for await (const batch of table.batches({ signal, onProgress: () => {} })) {
    if (batch.numRows === 0) continue;
    const first = new Table([batch]).slice(0, SHOWN_ROWS);
    const { values, rowCount } = toValues(RecordBatchStreamWriter.writeAll(first.batches).toUint8Array(true));
    return Array.from({ length: rowCount }, (_, row) =>
      values.map((column, index) => toShown(column[row]!, table.columns[index]!)),
    );
  }
  return [];
}

function toShown(value: Value, column: Column): string | null {
  if (value === null) return null;
  if (column.type === 'BLOB' && Array.isArray(value))
    return toBlobText((value as number[]).slice(0, SHOWN_CHARS));
  return toRawText(value, column);
}
