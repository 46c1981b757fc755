import { DataType, RecordBatchStreamWriter, tableFromIPC, Vector } from 'apache-arrow';
import type { BatchTable } from '../../../src/import/batches';
import type { SheetCells } from '../../../src/import/excel/cells';
import { openWorkbook } from '../../../src/import/excel/openWorkbook';
import { showAt } from '../../../src/import/excel/show';
import type { ReadSheetOptions } from '../../../src/import/excel/workbook';
import type { XlsxParts } from './makeXlsx';
import { makeXlsx } from './makeXlsx';

/** The first sheet of a workbook that is made for it. */
export async function readMade(parts: XlsxParts, options?: ReadSheetOptions): Promise<SheetCells> {
  return (await openWorkbook(makeXlsx(parts))).readSheet(0, options);
}

/** What a sheet shows, from its first cell on. */
export function toShown(cells: SheetCells): string[][] {
  return Array.from({ length: cells.rowCount }, (_, row) =>
    Array.from({ length: cells.columnCount }, (_, column) => showAt(cells, row, column)),
  );
}

/** The rows of a table as DuckDB will get them; whole numbers as numbers, days and microseconds as text. */
export async function readRows(table: BatchTable): Promise<(string | number | boolean | null)[][]> {
  const rows: (string | number | boolean | null)[][] = [];
  for await (const batch of table.batches({ signal: new AbortController().signal, onProgress() {} })) {
    const [sent] = tableFromIPC(RecordBatchStreamWriter.writeAll([batch]).toUint8Array(true)).batches;
    const columns = sent!.data.children.map((data) => new Vector([data]));
    for (let row = 0; row < sent!.numRows; row++) rows.push(columns.map((column) => toValue(column, row)));
  }
  return rows;
}

function toValue(column: Vector, row: number): string | number | boolean | null {
  const value: unknown = column.get(row);
  if (value === null) return null;
  if (DataType.isDate(column.type)) return new Date(Number(value)).toISOString().slice(0, 10);
  if (DataType.isTimestamp(column.type)) return new Date(Number(value)).toISOString();
  if (DataType.isTime(column.type)) return new Date(Number(value) / 1000).toISOString().slice(11, 23);
  return typeof value === 'bigint' ? Number(value) : (value as string | number | boolean);
}
