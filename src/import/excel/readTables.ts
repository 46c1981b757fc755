import { Problem } from '../../lib/problem';
import type { BatchTable } from '../batches';
import type { ImportOptions, TableMark } from '../options';
import { toRangeText } from './address';
import { toBatchTable, toRecordRows } from './arrow';
import type { SheetCells } from './cells';
import type { ExcelColumn } from './columns';
import { findFaults, toBody, toColumns } from './columns';
import type { SheetTable, SheetTables } from './findTables';
import { findTables } from './findTables';
import type { ReadSheetOptions, Workbook } from './workbook';

/** A table of a workbook, ready to be loaded. */
export interface ExcelTable {
  /** The sheet's name, with the range where there are several tables on it. */
  key: string;
  /** A name for the table: that of the sheet, or the one that it has in Excel. */
  name: string;
  hidden: boolean;
  table: SheetTable;
  mark: TableMark | undefined;
  columns: ExcelColumn[];
  batches: BatchTable;
  rows: RowCounts;
  /** Cells that are missing in the table though something stands in them; the first of them, and how many there are. */
  faults: ReturnType<typeof findFaults>;
  /** Ranges of the sheet that are in none of its tables. */
  strays: string[];
  /** Merged cells among the records: the value stands in the first of them only. */
  merges: string[];
  /** Rows and columns that Excel does not show are in the table all the same. */
  hiddenRows: number;
  hiddenColumns: number;
}

/** What became of every row from the table's first to its last. They add up: `total` is the sum of the others. */
export interface RowCounts {
  total: number;
  titles: number;
  header: number;
  units: number;
  footer: number;
  blank: number;
  records: number;
}

/** Reads the sheets that are wanted one after the other, and gives their tables. */
export async function* readTables(
  workbook: Workbook,
  options: ImportOptions = {},
  reading: ReadSheetOptions = {},
): AsyncGenerator<ExcelTable> {
  for (const index of findSheets(workbook, options.sheets)) {
    const cells = await workbook.readSheet(index, reading);
    const found = findTables(cells, options);
    for (const table of found.tables) yield toExcelTable(workbook, index, cells, found, table, options);
  }
}

/** The places of the sheets that are wanted: those named, else all that are shown and have cells. */
export function findSheets({ sheets }: Workbook, wanted?: readonly (number | string)[]): number[] {
  if (!wanted) return sheets.flatMap(({ hidden, hasCells }, at) => (hidden || !hasCells ? [] : [at]));
  return wanted.map((sheet) => {
    const at = typeof sheet === 'number' ? sheet : sheets.findIndex(({ name }) => name === sheet);
    if (!sheets[at]) {
      const names = sheets.map(({ name }) => name).join(', ');
      throw new Problem('sheet-missing', { params: { sheet, sheets: names } });
    }
    return at;
  });
}

export function toKey(sheet: string, { marks }: SheetTables, table: SheetTable): string {
  return marks[0] ? `${sheet}!${toRangeText(table.range)}` : sheet;
}

function toExcelTable(
  workbook: Workbook,
  index: number,
  cells: SheetCells,
  found: SheetTables,
  table: SheetTable,
  options: ImportOptions,
): ExcelTable {
  const { name, hidden } = workbook.sheets[index]!;
  const columns = toColumns(cells, table, options);
  return {
    key: toKey(name, found, table),
    name: table.title ?? name,
    hidden,
    table,
    mark: found.marks[found.tables.indexOf(table)],
    columns,
    batches: toBatchTable(cells, table, columns, options),
    rows: countRows(cells, table),
    faults: findFaults(cells, table, columns, options),
    strays: found.strays.map((range) => toRangeText(range)),
    merges: findMerges(cells, table),
    hiddenRows: cells.hiddenRows,
    hiddenColumns: cells.hiddenColumns.filter((column) => table.columns.includes(column)).length,
  };
}

function findMerges({ merges }: SheetCells, table: SheetTable): string[] {
  const { first, last } = toBody(table);
  return merges
    .filter(({ top, bottom, left }) => top <= last && bottom >= first && table.columns.includes(left))
    .map((range) => toRangeText(range));
}

function countRows(cells: SheetCells, table: SheetTable): RowCounts {
  const { range, titleRows, headerRows, unitsRows, footerRows } = table;
  const total = range.bottom - range.top + 1;
  const records = toRecordRows(cells, table).length;
  const others = titleRows + headerRows + unitsRows + footerRows;
  return {
    total,
    titles: titleRows,
    header: headerRows,
    units: unitsRows,
    footer: footerRows,
    blank: total - others - records,
    records,
  };
}
