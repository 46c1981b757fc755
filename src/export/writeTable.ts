import type { Table } from 'apache-arrow';
import type { RowsRequest } from '../engine/exporting/serveRows';
import { rejectedColumns, unreadColumns } from '../engine/engine';
import type { Receipt } from '../import/receipt';
import { toCanonical } from '../import/text/write';
import { createAbort } from '../lib/problem';
import type { Column } from '../table/column';
import type { ColumnPlan } from './columns';
import { planColumn, planMasked } from './columns';
import { appVersion } from './manifest';
import type { WrittenPart } from './part';
import { createPart, toJsonPart } from './part';
import { pickRows } from './sample';
import { createParquet } from './toParquet';
import type { ColumnChoices } from './travelSource';
import { toTravelSource } from './travelSource';
import { toParquetValues } from './values';

/** A source that shall travel, and how much of it. */
export interface TableToWrite extends ColumnChoices {
  name: string;
  columns: Column[];
  receipt: Receipt;
  rows: number;
  rejected: number;
  unread: number;
  /** So many of its rows only. */
  sample?: { rows: number; seed: number };
  digest?: string;
}

export interface WriteTableOptions {
  /** Its number in the file. */
  table: number;
  read: (request: RowsRequest) => Promise<Table | null>;
  /** What values are masked with. */
  secret: string;
  signal?: AbortSignal | undefined;
  onRows: (rows: number) => void;
}

/** A row group of as many values as are quick to write and small to hold. */
const MOST_ROWS = 100_000;
const MOST_VALUES = 1_500_000;

export async function writeTable(source: TableToWrite, options: WriteTableOptions): Promise<WrittenPart[]> {
  const { table } = options;
  const { rows, part } = await writeRows(source, options);
  const { sample, masked, leftOut, digest } = source;
  const travel = toTravelSource(source, {
    masked,
    leftOut,
    rows,
    ...(sample && sample.rows < source.rows && { sample: { of: source.rows, seed: sample.seed } }),
    ...(digest !== undefined && { digest }),
  });
  const parts = [
    toJsonPart(`data/${table + 1}.json`, travel, { kind: 'source', table }),
    part.finish({ kind: 'rows', table, rows, columns: travel.columns }),
  ];
  // lists hold values of every column
  if (travel.receipt === source.receipt) {
    for (const kind of ['rejected', 'unread'] as const)
      if (source[kind] > 0) parts.push(await writeList(source, kind, options));
  }
  return parts;
}

async function writeRows(source: TableToWrite, { table, read, secret, signal, onRows }: WriteTableOptions) {
  const { masked, sample } = source;
  const kept = source.columns.filter(({ name }) => !source.leftOut.includes(name));
  const isMasked = ({ name }: Column) => masked.includes(name);
  const plans = kept.map((column): ColumnPlan =>
    isMasked(column) ? planMasked(column.name) : planColumn(column),
  );
  const columns = plans.map(({ name, cast }) => ({
    name,
    ...(cast !== undefined && { cast }),
    ...(masked.includes(name) && { mask: secret }),
  }));
  const part = createPart(`data/${table + 1}.parquet`);
  const parquet = createParquet(plans, part.push, { createdBy: `Quire ${appVersion}` });
  const ranges = toRanges(source.rows, plans.length, sample);
  const ask = (range: Range | undefined) =>
    range && read({ kind: 'rows', columns, from: range.from, to: range.to });
  let next = ask(ranges[0]);
  for (const [k, range] of ranges.entries()) {
    if (signal?.aborted) throw createAbort();
    const rows = await next;
    // the engine reads on while this is written
    next = ask(ranges[k + 1]);
    next?.catch(() => {});
    if (!rows || rows.numRows !== range.to - range.from) throw new Error(`rows are missing: ${source.name}`);
    parquet.write(rows, range.picked);
    onRows(range.to - range.from);
  }
  return { rows: parquet.finish(), part };
}

interface Range {
  from: number;
  to: number;
  /** The places of the rows that are wanted, counted from the first of the range. */
  picked?: number[];
}

function toRanges(count: number, width: number, sample: TableToWrite['sample']): Range[] {
  const size = Math.max(1000, Math.min(MOST_ROWS, Math.floor(MOST_VALUES / Math.max(1, width))));
  const ranges: Range[] = [];
  for (let from = 0; from < count; from += size) ranges.push({ from, to: Math.min(count, from + size) });
  if (!sample || sample.rows >= count) return ranges;
  const wanted: number[][] = ranges.map(() => []);
  for (const row of pickRows(count, sample.rows, sample.seed))
    wanted[Math.floor(row / size)]!.push(row % size);
  return ranges.flatMap((range, k) => (wanted[k]!.length > 0 ? [{ ...range, picked: wanted[k]! }] : []));
}

async function writeList(
  source: TableToWrite,
  kind: 'rejected' | 'unread',
  { table, read, signal }: WriteTableOptions,
): Promise<WrittenPart> {
  const part = createPart(`data/${table + 1}.${kind}.csv`);
  const encoder = new TextEncoder();
  const columns = (kind === 'rejected' ? rejectedColumns : unreadColumns).map(({ name }) => ({
    name,
    cast: 'VARCHAR',
  }));
  for (let from = 0; from < source[kind]; from += MOST_ROWS) {
    if (signal?.aborted) throw createAbort();
    const rows = await read({ kind, columns, from, to: Math.min(source[kind], from + MOST_ROWS) });
    const values = columns.map((_, index) => toParquetValues(rows!.getChildAt(index)!) as (string | null)[]);
    const lines = values[0]!.map((_, row) => `${toCanonical(values.map((column) => column[row] ?? null))}\n`);
    part.push(encoder.encode(lines.join('')));
  }
  return part.finish({ kind, table, rows: source[kind] }, { deflate: true });
}
