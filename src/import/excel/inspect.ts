import { maybeMissingWord } from '../columns/missing';
import type { InspectedColumn, LineRole, Question, RawLine, TableInspection } from '../inspection';
import { maybeForecast } from '../forecast';
import type { ImportOptions } from '../options';
import { toRecordRows } from './arrow';
import type { SheetCells } from './cells';
import { findPlace } from './cells';
import { createClassifier, createTypedReader, toMissingText, toPlainText } from './cellValue';
import type { ExcelColumn } from './columns';
import { toBody, toColumns } from './columns';
import type { SheetTable, SheetTables } from './findTables';
import { findTables } from './findTables';
import { DAY_MS } from './format/serial';
import { findSheets, toKey } from './readTables';
import { showAt } from './show';
import type { Workbook } from './workbook';

export interface InspectOptions {
  signal?: AbortSignal;
  /** Rows of each sheet that are read, and of each table that are shown. */
  sampleRows?: number;
  shownRows?: number;
}

const SAMPLE_ROWS = 2000;
const SHOWN_ROWS = 100;
const SHOWN_COLUMNS = 200;
/** A sheet that says it is in use to the very end often only has a format there. */
const MOST_BELOW = 2 ** 20 - SAMPLE_ROWS - 1000;
/** Of a workbook with more sheets only these are looked at until they are asked for. */
const MOST_SHEETS = 50;

/** What the import dialog shows of a workbook, from the first rows of its sheets. */
export async function inspectWorkbook(
  workbook: Workbook,
  options: ImportOptions = {},
  { signal, sampleRows = SAMPLE_ROWS, shownRows = SHOWN_ROWS }: InspectOptions = {},
): Promise<TableInspection[]> {
  const all = workbook.sheets.flatMap(({ hasCells }, at) => (hasCells ? [at] : []));
  const wanted = options.sheets ? findSheets(workbook, options.sheets) : all.slice(0, MOST_SHEETS);
  const inspections: TableInspection[] = [];
  for (const index of wanted) {
    const cells = await workbook.readSheet(index, { signal, maxRows: sampleRows });
    const found = findTables(cells, options);
    for (const table of found.tables) {
      const { name, hidden } = workbook.sheets[index]!;
      const columns = toColumns(cells, table, options);
      inspections.push({
        key: toKey(name, found, table),
        ...(hidden && { hidden }),
        settings: toSettings(index, cells, found, table, options),
        sure: table.sure && columns.every(({ why }) => why !== 'mixed'),
        questions: [...table.questions, ...columns.flatMap((column) => toQuestion(column))],
        lines: toLines(cells, table, shownRows),
        ...toSize(cells, table),
        columns: columns.map(toInspected),
        rows: toRows(cells, table, columns, { shownRows, options }),
      });
    }
  }
  return inspections;
}

/** Where reading stopped before the end of the sheet, what the file says of its end is believed, but not as if counted. */
function toSize(cells: SheetCells, table: SheetTable): Pick<TableInspection, 'size'> {
  const { length } = toRecordRows(cells, table);
  const { rowCount, isCut, claimed } = cells;
  if (!isCut || table.range.bottom < rowCount - 1) return { size: { rows: length, exact: true } };
  const below = (claimed?.bottom ?? 0) - table.range.bottom;
  const size = below > 0 && below < MOST_BELOW ? maybeForecast(length, (length + below) / length) : undefined;
  return size ? { size } : {};
}

function toQuestion({ name, why, misfits, alternatives }: ExcelColumn): Question[] {
  const [example] = misfits.examples;
  const reading = alternatives[0]?.reading;
  if (why !== 'mixed' || example === undefined || !reading) return [];
  const suggestMissing = misfits.examples.filter((text) => maybeMissingWord(text) !== undefined);
  return [
    {
      ask: 'misfits',
      column: name,
      count: misfits.count,
      example,
      reading,
      ...(suggestMissing.length > 0 && { suggestMissing }),
    },
  ];
}

function toInspected(column: ExcelColumn): InspectedColumn {
  const { source, name, type, reading, why, alternatives, misfits, zeros = 0, leftOut } = column;
  return {
    source,
    name,
    type,
    ...(reading && { reading }),
    why,
    alternatives,
    misfits,
    ...(zeros > 0 && { zeros }),
    leftOut,
  };
}

/** Settings that give this table again, next month as well. */
function toSettings(
  index: number,
  cells: SheetCells,
  { tables, marks }: SheetTables,
  table: SheetTable,
  options: ImportOptions,
): ImportOptions {
  const { range, titleRows, headerRows, unitsRows, footerRows } = table;
  const { types, columns, missing, name, password } = options;
  const mark = marks[tables.indexOf(table)];
  const place = {
    ...(options.range !== undefined && { range: options.range }),
    ...(mark && { table: mark }),
  };
  const isAlone = Object.keys(place).length === 0;
  const isWhole = table.keepsBlanks;
  return {
    ...(name !== undefined && { name }),
    ...(types && { types }),
    ...(columns && { columns }),
    ...(missing && { missing }),
    ...(password !== undefined && { password }),
    sheets: [index],
    ...place,
    ...(!isWhole && { skip: (isAlone ? range.top : 0) + titleRows }),
    header: headerRows === 0 ? false : headerRows,
    units: unitsRows,
    // where the sample ends before the sheet, what stands at the end is not known
    ...(!cells.isCut && { footer: footerRows }),
  };
}

function toLines(cells: SheetCells, table: SheetTable, shownRows: number): RawLine[] {
  const { range, titleRows, headerRows } = table;
  const { first, last } = toBody(table);
  const records = new Set(toRecordRows(cells, table).subarray(0, shownRows));
  const right = Math.min(range.right, range.left + SHOWN_COLUMNS - 1);
  const lines: RawLine[] = [];
  for (let row = range.top; row <= Math.min(range.bottom, first + shownRows); row++) {
    const texts: string[] = [];
    for (let column = range.left; column <= right; column++) texts.push(showAt(cells, row, column));
    const at = row - range.top;
    let role: LineRole = 'record';
    if (at < titleRows) role = 'skipped';
    else if (at < titleRows + headerRows) role = 'header';
    else if (row < first) role = 'units';
    else if (row > last) role = 'footer';
    else if (!records.has(row)) role = row < first + shownRows ? 'blank' : 'record';
    lines.push({ number: row + 1, text: texts.join('\t').trimEnd(), role });
  }
  return lines;
}

/** The first records as they will be. */
function toRows(
  cells: SheetCells,
  table: SheetTable,
  columns: readonly ExcelColumn[],
  { shownRows, options }: { shownRows: number; options: ImportOptions },
): (string | null)[][] {
  const classify = createClassifier(cells, options.missing);
  const isNoText = toMissingText(options.missing);
  const readers = columns.map(({ type, reading }) => createTypedReader(cells, type, reading));
  const toText = (row: number, at: number): string | null => {
    const { column, type, asShown } = columns[at]!;
    const found = cells.columns[column];
    const place = found ? findPlace(found, row) : 0;
    if (!found || found.rows[place] !== row || place >= found.length) return null;
    const as = classify(found, place);
    if (asShown) return showAt(cells, row, column) || null;
    if (as === 'error' || as === 'unknown') return null;
    if (type === 'VARCHAR') {
      const text = toPlainText(cells, found, place, as);
      return isNoText(text) ? null : text;
    }
    if (as === 'missing') return null;
    const value = readers[at]!(found, place, as);
    return value === undefined ? null : toCanonical(value, type);
  };
  return Array.from(toRecordRows(cells, table).subarray(0, shownRows), (row) =>
    columns.flatMap(({ leftOut }, at) => (leftOut ? [] : [toText(row, at)])),
  );
}

function toCanonical(value: number, type: ExcelColumn['type']): string {
  switch (type) {
    case 'BOOLEAN':
      return value ? 'true' : 'false';
    case 'DATE':
      return new Date(value * DAY_MS).toISOString().slice(0, 10);
    case 'TIMESTAMP':
      return new Date(value)
        .toISOString()
        .slice(0, 23)
        .replace('T', ' ')
        .replace(/\.000$/, '');
    case 'TIME':
      return new Date(value)
        .toISOString()
        .slice(11, 23)
        .replace(/\.000$/, '');
    default:
      return String(value);
  }
}
