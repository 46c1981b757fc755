import { Problem } from '../../lib/problem';
import type { CellRange } from './address';
import { MAX_COLUMNS, MAX_ROWS } from './address';
import type { CellsBuilder, SheetCells } from './cells';
import { createCells, NUMBER } from './cells';
import { toPlainValue } from './plainValue';
import { decodeHtml } from './htmlText';
import type { ReadSheetOptions, Workbook } from './workbook';

/** A table that spans more cells than this by its own word is not believed. */
const MOST_SPANNED = 1_000_000;

/** The tables of an HTML text, as web sites save them under `.xls` and as a web page gives them to the clipboard. */
export function openHtml(html: string): Workbook {
  const tables = findTables(html);
  async function readSheet(index: number, _options?: ReadSheetOptions): Promise<SheetCells> {
    const table = tables[index];
    if (!table) throw new Problem('workbook-damaged', { params: { detail: String(index) } });
    return toCells(table);
  }
  return {
    kind: 'html',
    date1904: false,
    sheets: tables.map(({ caption, rows }, index) => ({
      name: caption || `Table${index + 1}`,
      hidden: false,
      hasCells: true,
      rows: rows.length,
    })),
    readSheet,
  };
}

interface HtmlCell {
  text: string;
  rowSpan: number;
  columnSpan: number;
  /** Marked to be kept as it stands. */
  isText: boolean;
  /** The number behind what is shown, where Excel wrote it. */
  number?: number;
}

interface HtmlTable {
  caption: string;
  rows: HtmlCell[][];
}

const TAG = /<(?:!--[\s\S]*?(?:-->|$)|!\[?[^>]*>|(\/?)([a-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>?)/gi;
const RAW = /^(script|style|template|noscript|iframe|textarea|title)$/;
const BREAKS = /^(p|div|li|h\d|ul|ol)$/;

interface OpenTable {
  table: HtmlTable;
  cell?: HtmlCell | undefined;
  row?: HtmlCell[] | undefined;
  isCaption?: boolean;
}

function findTables(html: string): HtmlTable[] {
  const textClasses = findTextClasses(html);
  const tables: HtmlTable[] = [];
  const open: OpenTable[] = [];
  let textFrom = 0;
  TAG.lastIndex = 0;
  for (let found = TAG.exec(html); found; found = TAG.exec(html)) {
    const top = open.at(-1);
    if (top) addText(top, html.slice(textFrom, found.index));
    textFrom = TAG.lastIndex;
    const [, slash, rawName = '', attributes = ''] = found;
    const name = rawName.toLowerCase();
    const isEnd = slash === '/';
    if (!isEnd && RAW.test(name)) {
      const end = html.toLowerCase().indexOf(`</${name}`, textFrom);
      textFrom = TAG.lastIndex = end < 0 ? html.length : end;
    } else if (name === 'table') {
      if (isEnd) open.pop();
      else {
        const table = { caption: '', rows: [] };
        tables.push(table);
        open.push({ table });
      }
    } else if (top) step(top, { name, isEnd, attributes, textClasses });
  }
  const last = open.at(-1);
  if (last) addText(last, html.slice(textFrom));
  return tables.filter(({ rows }) => rows.some((row) => row.length > 0));
}

interface HtmlTag {
  name: string;
  isEnd: boolean;
  attributes: string;
  textClasses: ReadonlySet<string>;
}

function step(top: OpenTable, { name, isEnd, attributes, textClasses }: HtmlTag): void {
  if (name === 'tr') {
    // what was not closed ends with the next of its kind
    top.cell = undefined;
    top.row = isEnd ? undefined : [];
    if (top.row) top.table.rows.push(top.row);
  } else if (name === 'td' || name === 'th') {
    top.cell = undefined;
    if (isEnd) return;
    if (!top.row) {
      top.row = [];
      top.table.rows.push(top.row);
    }
    top.cell = toCell(attributes, textClasses);
    top.row.push(top.cell);
  } else if (name === 'caption') top.isCaption = !isEnd;
  else if (top.cell && name === 'br') top.cell.text += '\n';
  else if (top.cell && BREAKS.test(name) && /\S$/.test(top.cell.text)) top.cell.text += '\n';
}

function addText(top: OpenTable, raw: string): void {
  const text = decodeHtml(raw.replace(/[ \t\r\n\f]+/g, ' '));
  if (top.isCaption) top.table.caption += text.trim();
  else if (top.cell) {
    const { text: before } = top.cell;
    // blanks in HTML are one blank, and none at the start of a line
    const isLineStart = before === '' || before.endsWith('\n') || before.endsWith(' ');
    top.cell.text += isLineStart ? text.replace(/^ /, '') : text;
  }
}

function toCell(attributes: string, textClasses: ReadonlySet<string>): HtmlCell {
  const style = readAttribute(attributes, 'style') ?? '';
  const classes = (readAttribute(attributes, 'class') ?? '').split(/\s+/);
  const given = readAttribute(attributes, 'x:num') ?? readAttribute(attributes, 'sdval');
  const number = given === undefined || given === '' ? Number.NaN : Number(given);
  return {
    text: '',
    rowSpan: toSpan(readAttribute(attributes, 'rowspan'), MAX_ROWS),
    columnSpan: toSpan(readAttribute(attributes, 'colspan'), MAX_COLUMNS),
    isText:
      isTextStyle(style) ||
      /(^|\s)x:str\b/i.test(attributes) ||
      classes.some((name) => textClasses.has(name.toLowerCase())),
    ...(Number.isFinite(number) && { number }),
  };
}

function readAttribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    attributes,
  );
  return found ? decodeHtml(found[1] ?? found[2] ?? found[3] ?? '') : undefined;
}

function isTextStyle(style: string): boolean {
  return /mso-number-format\s*:\s*["']?\\?@/i.test(style.replaceAll('\\\\', '\\'));
}

/** Classes whose cells are text, from the styles that Excel writes. */
function findTextClasses(html: string): Set<string> {
  const classes = new Set<string>();
  for (const [, sheet] of html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style/gi)) {
    for (const [, name, body] of sheet!.matchAll(/\.([\w-]+)\s*\{([^}]*)\}/g)) {
      if (isTextStyle(body!)) classes.add(name!.toLowerCase());
    }
  }
  return classes;
}

function toSpan(text: string | undefined, most: number): number {
  const span = Number.parseInt(text ?? '1', 10);
  return span >= 1 ? Math.min(span, most) : 1;
}

function toCells({ rows }: HtmlTable): SheetCells {
  const cells = createCells();
  const formats = ['General'];
  const merges: CellRange[] = [];
  // by column, the first row that no cell from above reaches into
  const freeFrom: number[] = [];
  let spanned = 0;
  rows.forEach((row, at) => {
    let column = 0;
    for (const cell of row) {
      while ((freeFrom[column] ?? 0) > at) column++;
      const { rowSpan, columnSpan } = cell;
      spanned += columnSpan - 1;
      if (spanned > MOST_SPANNED || column + columnSpan > MAX_COLUMNS || at >= MAX_ROWS) {
        throw new Problem('workbook-damaged', { params: { detail: `${at + 1}:${column + 1}` } });
      }
      for (let step = 0; step < columnSpan; step++) freeFrom[column + step] = at + rowSpan;
      if (rowSpan > 1 || columnSpan > 1) {
        merges.push({ top: at, left: column, bottom: at + rowSpan - 1, right: column + columnSpan - 1 });
      }
      put(cells, cell, { row: at, column, formats });
      column += columnSpan;
    }
  });
  return cells.finish({ date1904: false, formats, merges });
}

function put(
  cells: CellsBuilder,
  { text, isText, number }: HtmlCell,
  { row, column, formats }: { row: number; column: number; formats: string[] },
): void {
  const shown = text.replace(/[ \n]+$/, '');
  if (shown === '' && number === undefined) return;
  const value = isText
    ? undefined
    : (toPlainValue(shown) ?? (number === undefined ? undefined : { number, format: 'General' }));
  if (!value) {
    cells.putText(row, column, shown, 0);
    return;
  }
  let format = formats.indexOf(value.format);
  if (format < 0) format = formats.push(value.format) - 1;
  cells.put(row, column, NUMBER, number ?? value.number, format);
}
