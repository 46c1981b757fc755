import type { CellRange } from './address';
import type { SheetCells } from './cells';
import { cellAt, ERROR, NUMBER, TEXT } from './cells';
import { isMoment, toNumberFormat } from './format/numberFormat';
import { showAt } from './show';

/** The rows of a table that are no records, counted from its top. */
export interface Layout {
  titleRows: number;
  headerRows: number;
  unitsRows: number;
  footerRows: number;
  /** Whether the header could also be a record, or the other way round. */
  isHeaderUnclear: boolean;
}

export interface LayoutOptions {
  skip?: number | undefined;
  header?: boolean | number | undefined;
  units?: number | undefined;
  footer?: number | undefined;
}

/** Rows that are looked at to tell what a table is like. */
const LOOKED_AT = 60;
const MOST_HEADER_ROWS = 5;
const MOST_CAPTION_ROWS = 6;

export function findLayout(cells: SheetCells, range: CellRange, options: LayoutOptions = {}): Layout {
  const rows = toLook(cells, range);
  const height = range.bottom - range.top + 1;
  const found = options.skip ?? findHeaderRow(rows);
  const titleRows = Math.min(found, height - 1);
  const guess = guessHeader(cells, range, rows, titleRows);
  const headerRows =
    typeof options.header === 'number'
      ? options.header
      : options.header === undefined
        ? guess.rows
        : options.header
          ? Math.max(1, guess.rows)
          : 0;
  const bodyFrom = titleRows + headerRows;
  const unitsRows = options.units ?? (headerRows > 0 && isUnits(rows, bodyFrom) ? 1 : 0);
  const footerRows = options.footer ?? countFooter(cells, range, bodyFrom + unitsRows);
  return {
    titleRows: options.header === false && options.skip === undefined ? 0 : titleRows,
    headerRows,
    unitsRows,
    footerRows: Math.min(footerRows, Math.max(0, height - bodyFrom - unitsRows)),
    isHeaderUnclear: options.header === undefined && guess.isUnclear,
  };
}

type Look = { kind: 'text' | 'number' | 'moment' | 'year' | 'other'; text: string } | undefined;

/** The first rows of a range, as far as that tells what they are. */
function toLook(cells: SheetCells, { top, left, bottom, right }: CellRange): Look[][] {
  const rows: Look[][] = [];
  for (let row = top; row <= Math.min(bottom, top + LOOKED_AT); row++) {
    const looks: Look[] = [];
    for (let column = left; column <= right; column++) looks.push(lookAt(cells, row, column));
    rows.push(looks);
  }
  return rows;
}

function lookAt(cells: SheetCells, row: number, column: number): Look {
  const cell = cellAt(cells, row, column);
  if (!cell) return undefined;
  const text = showAt(cells, row, column);
  if (cell.kind === TEXT) return text.trim() === '' ? undefined : { kind: 'text', text };
  if (cell.kind !== NUMBER) return { kind: 'other', text: cell.kind === ERROR ? text : '' };
  if (isMoment(toNumberFormat(cell.format).kind)) return { kind: 'moment', text };
  const isYear = Number.isInteger(cell.value) && cell.value >= 1900 && cell.value <= 2100;
  return { kind: isYear ? 'year' : 'number', text };
}

const countFilled = (row: readonly Look[]) => row.filter(Boolean).length;

/** Whether a few rows are words without a header of their own: titles and notes, though they stand in several cells. */
export function isCaption(cells: SheetCells, range: CellRange): boolean {
  if (range.bottom - range.top + 1 > MOST_CAPTION_ROWS) return false;
  const rows = toLook(cells, range);
  const areWords = rows.every((row) =>
    row.every((look) => !look || look.kind === 'text' || look.kind === 'moment'),
  );
  return areWords && guessHeader(cells, range, rows, findHeaderRow(rows)).isUnclear;
}

/** The first row that is about as wide as the table; narrower ones above it are titles. */
function findHeaderRow(rows: readonly Look[][]): number {
  const widths = rows.map(countFilled);
  const widest = Math.max(...widths);
  if (widest <= 2) return findNarrowHeader(rows, widths, widest);
  const wide = widths.findIndex((width) => width >= Math.max(2, widest * 0.6));
  // groups of columns stand above a header in fewer cells; a title is alone in its row
  let first = wide;
  while (
    first > 0 &&
    widths[first - 1]! >= 2 &&
    isWords(rows[first - 1]!) &&
    widths[first - 1]! >= widest * 0.2
  )
    first--;
  return first;
}

/** With two columns a title and a first name look alike: it is a title where names and then other things are below it. */
function findNarrowHeader(rows: readonly Look[][], widths: readonly number[], widest: number): number {
  const full = widths.indexOf(2);
  if (widest < 2 || full === 0 || !isWords(rows[full]!)) return 0;
  return rows.slice(full + 1).some((row) => !isWords(row)) ? full : 0;
}

function isWords(row: readonly Look[]): boolean {
  return row.every((look) => !look || look.kind === 'text');
}

/** Words, and years and months that name columns. */
function isHeaderLike(row: readonly Look[]): boolean {
  const filled = row.filter((look) => look !== undefined);
  const words = filled.filter(({ kind }) => kind === 'text').length;
  return (
    filled.length > 0 &&
    words > 0 &&
    filled.every(({ kind }) => kind === 'text' || kind === 'year' || kind === 'moment') &&
    filled.every(({ text }) => text.length <= 200)
  );
}

function guessHeader(cells: SheetCells, range: CellRange, rows: readonly Look[][], at: number) {
  const first = rows[at];
  if (!first || !isHeaderLike(first)) return { rows: 0, isUnclear: true };
  const below = rows.slice(at + 1).filter((row) => countFilled(row) > 0);
  if (below.length === 0) return { rows: 1, isUnclear: true };
  const count = countHeaderRows(cells, range, rows, at);
  const header = rows[at + count - 1]!;
  const body = rows.slice(at + count).filter((row) => countFilled(row) > 0);
  const isTyped = header.some(
    (look, column) => look?.kind === 'text' && body.some((row) => row[column] && row[column].kind !== 'text'),
  );
  if (isTyped) return { rows: count, isUnclear: false };
  // a table of words only: names differ from one another, and from the values below them
  const names = header.flatMap((look) => (look ? [look.text] : []));
  const isRepeated = body.some((row) =>
    row.some((look, column) => look && look.text === header[column]?.text),
  );
  const areNames =
    new Set(names).size === names.length && !isRepeated && names.every((name) => name.length <= 60);
  return { rows: areNames ? count : 0, isUnclear: !areNames || names.length < header.length };
}

function countHeaderRows(cells: SheetCells, range: CellRange, rows: readonly Look[][], at: number): number {
  let last = at;
  // a merged cell of the header reaches down to its last row, and one across has the names of its group below it
  for (const { top, bottom, left, right } of cells.merges) {
    const isWithin = left >= range.left && right <= range.right;
    if (
      !isWithin ||
      top < range.top + at ||
      top > range.top + last ||
      bottom > range.top + at + MOST_HEADER_ROWS
    )
      continue;
    const below = rows[bottom - range.top + 1];
    if (bottom > top) last = Math.max(last, bottom - range.top);
    else if (right > left && below && isHeaderLike(below) && countFilled(below) >= 2) {
      last = Math.max(last, bottom - range.top + 1);
    }
  }
  // without merged cells: gaps in the first row that the next fills with words, above records that are not words
  const next = rows[last + 1];
  if (last === at && next && isWords(next) && fillsGaps(rows[at]!, next)) {
    const typed = rows
      .slice(last + 2)
      .some((row) => row.some((look, column) => next[column] && look && look.kind !== 'text'));
    if (typed) last++;
  }
  return last - at + 1;
}

function fillsGaps(upper: readonly Look[], lower: readonly Look[]): boolean {
  const gaps = upper.flatMap((look, column) => (look ? [] : [column]));
  return gaps.length > 0 && gaps.every((column) => lower[column]) && countFilled(lower) >= countFilled(upper);
}

const UNIT =
  /^(?:[(（[【](?:单位[:：]?)?[^)）\]】]{1,10}[)）\]】]|%|‰|[千万百]?[万亿]?(?:元|美元|人|人次|户|件|个|台|辆|吨|公斤|克|米|公里|平方米|立方米|小时|天|分钟|秒|次|度)|usd|eur|cny|rmb|gbp|jpy|[mk]?(?:usd|eur)|[kmcnµ]?[mgls]|km\/h|m\/s|m[²³23]|㎡|°[cf]|℃|[kmg]?w?h?|pcs|units?|kwh|hours?|days?|years?|hpa|k?pa|ppm)$/i;

/** A row of units: all that stands on it is one, and there is more than one of them. */
function isUnits(rows: readonly Look[][], at: number): boolean {
  const row = rows[at];
  const filled = row?.filter((look) => look !== undefined) ?? [];
  if (filled.length < 2 || at + 1 >= rows.length) return false;
  const units = filled.filter(
    ({ kind, text }) => kind === 'text' && (UNIT.test(text.trim()) || /^[-—–/]$/.test(text.trim())),
  );
  return units.length === filled.length;
}

const TOTAL =
  /^[\s*]*(?:(?:总|合|共|小|累)\s*计|总\s*[和额数]|汇\s*总|本页[合小]计|(?:grand |sub|sub-)?totals?|sums?|summen?|gesamt|totale?s?|totaux|合計|総計|小計|합계|총계)\s*[:：]?\s*$/i;
const NOTE =
  /^\s*(?:[*※†]|注\s*\d*\s*[:：)]|备\s*注\s*[:：]|说\s*明\s*[:：]|(?:资料|数据)?来源\s*[:：]|制表|审核|填报|打印|导出|notes?\b\s*[:.)\d]|sources?\s*:|remarks?\s*:|quelle\s*:|generated\b|exported\b|printed\b|as of\b)/i;
const MOST_FOOTER_ROWS = 12;

/** Totals and notes at the end. Rows that could be records are never among them. */
function countFooter(cells: SheetCells, { top, left, bottom, right }: CellRange, bodyFrom: number): number {
  let footer = 0;
  for (let row = bottom; row > top + bodyFrom && bottom - row < MOST_FOOTER_ROWS; row--) {
    const texts: string[] = [];
    for (let column = left; column <= right; column++) {
      const look = lookAt(cells, row, column);
      if (look) texts.push(look.text);
    }
    const [first] = texts;
    if (first === undefined) continue;
    const isTotal = TOTAL.test(first);
    const isNote = texts.length === 1 && right - left >= 1 && NOTE.test(first);
    if (!isTotal && !isNote) break;
    footer = bottom - row + 1;
  }
  return footer;
}
