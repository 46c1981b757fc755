import { createAbort, Problem } from '../../lib/problem';
import type { ZipEntry } from '../pack/zip';
import { MAX_COLUMNS, MAX_ROWS } from './address';
import { maybeIsoMs, toSerial } from './format/serial';
import type { CellRange } from './address';
import type { CellsBuilder, SheetCells } from './cells';
import { createCells, ERROR, FLAG, NUMBER } from './cells';
import type { ReadSheetOptions, Workbook } from './workbook';
import type { XmlTag } from './xml';
import { readTags } from './xml';
import { readPartText } from './xlsx/part';

/** The XML of all sheets is one text, and browsers hold half a gigabyte of one. */
const MOST_CONTENT_BYTES = 480 * 2 ** 20;
/** The same cell many times over is a fill, not data; what is more is taken for a mistake. */
const MOST_CELLS = 50_000_000;
const PAUSE_TAGS = 200_000;

const FORMATS = ['General', 'yyyy-mm-dd', 'yyyy-mm-dd hh:mm:ss', '[h]:mm:ss', '0.00%'];
const DATE = 1;
const TIMESTAMP = 2;
const DURATION = 3;
const PERCENT = 4;

/** Opens a workbook of OpenDocument, whose values say themselves what they are. */
export async function openOds(file: Blob, entries: readonly ZipEntry[]): Promise<Workbook> {
  const content = entries.find(({ path }) => path === 'content.xml')!;
  const manifest = entries.find(({ path }) => path === 'META-INF/manifest.xml');
  if (manifest && /<[\w:]*encryption-data\b/.test(await readPartText(file, manifest, MOST_CONTENT_BYTES))) {
    throw new Problem('workbook-encryption');
  }
  const xml = await readPartText(file, content, MOST_CONTENT_BYTES);
  const { sheets } = findSheets(xml);

  async function readSheet(index: number, { signal, onProgress, maxRows }: ReadSheetOptions = {}) {
    const sheet = sheets[index];
    if (!sheet) throw new Problem('workbook-damaged', { params: { detail: String(index) } });
    const cells = await readTable(xml.slice(sheet.from, sheet.to), maxRows ?? MAX_ROWS, signal);
    onProgress?.(file.size, file.size);
    return cells;
  }

  return {
    kind: 'ods',
    date1904: false,
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden, hasCells: true })),
    readSheet,
  };
}

function findSheets(xml: string) {
  const hiddenStyles = new Set<string>();
  for (const [, name, body] of xml.matchAll(
    /<style:style\b[^>]*style:name="([^"]*)"[^>]*style:family="table"[^>]*>(.*?)<\/style:style>/gs,
  )) {
    if (body!.includes('table:display="false"')) hiddenStyles.add(name!);
  }
  const sheets: { name: string; hidden: boolean; from: number; to: number }[] = [];
  for (let at = xml.indexOf('<office:spreadsheet'); at >= 0;) {
    const from = findTag(xml, '<table:table', at);
    if (from < 0) break;
    const end = xml.indexOf('</table:table>', from);
    const to = end < 0 ? xml.length : end;
    const attributes = readTags(xml.slice(from, from + 4096)).next().value?.attributes ?? {};
    sheets.push({
      name: attributes['name'] ?? `Sheet${sheets.length + 1}`,
      hidden: hiddenStyles.has(attributes['style-name'] ?? ''),
      from,
      to,
    });
    at = to;
  }
  return { sheets };
}

/** A tag by its whole name: `<table:table>`, not `<table:table-row>`. */
function findTag(xml: string, tag: string, from: number): number {
  for (let at = xml.indexOf(tag, from); at >= 0; at = xml.indexOf(tag, at + 1)) {
    if (/[\s/>]/.test(xml[at + tag.length] ?? '')) return at;
  }
  return -1;
}

interface OdsCell {
  attributes: Readonly<Record<string, string>>;
  paragraphs: string[];
  isCovered: boolean;
}

async function readTable(xml: string, maxRows: number, signal: AbortSignal | undefined): Promise<SheetCells> {
  const cells = createCells();
  const merges: CellRange[] = [];
  const hiddenColumns: number[] = [];
  let hiddenRows = 0;
  let columnsSeen = 0;
  let row = 0;
  let rowTag: XmlTag['attributes'] = {};
  let inRow: OdsCell[] = [];
  let cell: OdsCell | undefined;
  // notes and shapes within a cell have paragraphs of their own
  let skipping = 0;
  let seen = 0;

  for (const { name, isEnd, isClosed, attributes, text } of readTags(xml)) {
    if (++seen % PAUSE_TAGS === 0) {
      if (signal?.aborted) throw createAbort();
      await new Promise((resolve) => setTimeout(resolve));
    }
    if (name === 'annotation' || name === 'shapes') skipping += isEnd ? -1 : isClosed ? 0 : 1;
    else if (skipping > 0) continue;
    else if (name === 'table-column' && !isEnd) {
      const count = toCount(attributes['number-columns-repeated'], MAX_COLUMNS - columnsSeen);
      if (/collapse|filter/.test(attributes['visibility'] ?? '')) {
        for (let at = 0; at < count; at++) hiddenColumns.push(columnsSeen + at);
      }
      columnsSeen += count;
    } else if (name === 'table-row') {
      if (!isEnd) {
        rowTag = attributes;
        inRow = [];
      }
      if (isClosed) {
        const count = toCount(rowTag['number-rows-repeated'], MAX_ROWS - row);
        if (/collapse|filter/.test(rowTag['visibility'] ?? '')) hiddenRows += count;
        if (inRow.length > 0) putRows(cells, inRow, { row, count: Math.min(count, maxRows - row), merges });
        row += count;
        if (row >= maxRows) break;
      }
    } else if (name === 'table-cell' || name === 'covered-table-cell') {
      if (!isEnd) {
        cell = { attributes, paragraphs: [], isCovered: name !== 'table-cell' };
        inRow.push(cell);
      }
      if (isClosed) cell = undefined;
    } else if (cell) addText(cell, { name, isEnd, isClosed, attributes, text });
  }
  return cells.finish({
    date1904: false,
    formats: FORMATS,
    merges,
    hiddenRows,
    hiddenColumns,
    isCut: row >= maxRows && maxRows < MAX_ROWS,
  });
}

function addText({ paragraphs }: OdsCell, { name, isEnd, attributes, text }: XmlTag): void {
  if (name === 'p' && !isEnd) paragraphs.push('');
  else if (paragraphs.length === 0) return;
  const last = paragraphs.length - 1;
  if (!isEnd) {
    if (name === 's') paragraphs[last] += ' '.repeat(toCount(attributes['c'], 10_000));
    if (name === 'tab') paragraphs[last] += '\t';
    if (name === 'line-break') paragraphs[last] += '\n';
  }
  // what stands between two paragraphs is white space of the file
  if (!(name === 'p' && isEnd)) paragraphs[last] += text;
}

interface Rows {
  row: number;
  count: number;
  merges: CellRange[];
}

function putRows(cells: CellsBuilder, inRow: readonly OdsCell[], { row, count, merges }: Rows): void {
  let column = 0;
  for (const cell of inRow) {
    const { attributes, isCovered } = cell;
    const repeat = toCount(attributes['number-columns-repeated'], MAX_COLUMNS - column);
    const columns = toCount(attributes['number-columns-spanned'], MAX_COLUMNS);
    const rows = toCount(attributes['number-rows-spanned'], MAX_ROWS);
    if (!isCovered && (columns > 1 || rows > 1)) {
      merges.push({ top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 });
    }
    if (!isEmpty(cell)) {
      if (cells.cellCount + repeat * count > MOST_CELLS) throw new Problem('out-of-memory');
      for (let at = 0; at < count; at++) {
        for (let step = 0; step < repeat; step++) putCell(cells, cell, row + at, column + step);
      }
    }
    column += repeat;
  }
}

function isEmpty({ attributes, paragraphs }: OdsCell): boolean {
  return attributes['value-type'] === undefined && paragraphs.length === 0;
}

function putCell(
  cells: CellsBuilder,
  { attributes, paragraphs }: OdsCell,
  row: number,
  column: number,
): void {
  const text = paragraphs.join('\n');
  const { value, 'date-value': date, 'time-value': time, 'boolean-value': flag } = attributes;
  // LibreOffice says the type twice, and only the second time that it is an error
  if (/^(#[A-Z/0!?]+[!?A]|Err:\d+)$/.test(text) && attributes['formula'] !== undefined) {
    cells.putText(row, column, text, 0, ERROR);
    return;
  }
  const ms = date === undefined ? undefined : maybeIsoMs(date);
  const duration = time === undefined ? undefined : maybeDuration(time);
  switch (attributes['value-type']) {
    case 'float':
    case 'currency':
    case 'percentage':
      if (value === undefined || !Number.isFinite(Number(value))) break;
      cells.put(row, column, NUMBER, Number(value), attributes['value-type'] === 'percentage' ? PERCENT : 0);
      return;
    case 'date':
      if (ms === undefined) break;
      cells.put(row, column, NUMBER, toSerial(ms, false), /T/.test(date!) ? TIMESTAMP : DATE);
      return;
    case 'time':
      if (duration === undefined) break;
      cells.put(row, column, NUMBER, duration, DURATION);
      return;
    case 'boolean':
      cells.put(row, column, FLAG, flag === 'true' ? 1 : 0, 0);
      return;
  }
  cells.putText(row, column, text || (attributes['string-value'] ?? value ?? date ?? time ?? ''), 0);
}

/** `PT12H30M00S` in days. */
function maybeDuration(text: string): number | undefined {
  const found = /^(-)?P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/.exec(text);
  if (!found) return undefined;
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0'] = found;
  const whole = Number(days) + (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  return sign ? -whole : whole;
}

function toCount(text: string | undefined, most: number): number {
  const count = Number(text ?? 1);
  return Math.max(0, Math.min(Number.isInteger(count) ? count : 1, most));
}
