import { Problem } from '../../lib/problem';
import type { Question } from '../inspection';
import type { ImportOptions, TableMark } from '../options';
import type { CellRange } from './address';
import { maybeRange } from './address';
import type { DefinedTable, SheetCells } from './cells';
import type { Layout, LayoutOptions } from './header';
import { findLayout, isCaption } from './header';
import { toHeaderNames } from './names';
import { countByRow, shrink, splitByColumns, splitByRows } from './regions';
import { maybeUsedRange } from './usedRange';

/** A table that was found on a sheet. */
export interface SheetTable {
  /** From the first title to the last note. */
  range: CellRange;
  titleRows: number;
  headerRows: number;
  unitsRows: number;
  footerRows: number;
  /** Places of its columns on the sheet; those with nothing in them and no name are left out. */
  columns: number[];
  /** As they stand in the header, for each of `columns`. */
  names: string[];
  /** The name that it has in Excel, where it was made a table there. */
  title?: string;
  /** Blank rows and columns belong to it too: the sheet is taken as it stands. */
  keepsBlanks: boolean;
  sure: boolean;
  questions: Question[];
}

export type TableOptions = Pick<
  ImportOptions,
  'range' | 'table' | 'skip' | 'header' | 'footer' | 'units' | 'types'
>;

/** A note beside a table, or a stamp above it: fewer rows and columns than this are no table where there is another. */
const LEAST_ROWS = 2;
const LEAST_COLUMNS = 2;
/** A sheet with a far cell has billions of blanks, which nobody wants. */
const MOST_WITH_BLANKS = 50_000_000;

/** What is on a sheet. */
export interface SheetTables {
  tables: SheetTable[];
  /** What tells each of `tables` from the others, where the sheet has several or had. */
  marks: (TableMark | undefined)[];
  /** Cells far from every table, which are in none. */
  strays: CellRange[];
}

/** The tables on a sheet, from the top; what a person says about them is taken as said. */
export function findTables(cells: SheetCells, options: TableOptions = {}): SheetTables {
  const regions = findRegions(cells, options);
  const hasLarge = regions.some(({ range, defined }) => defined || isLarge(range));
  const isTable = ({ range, defined }: Region) => !hasLarge || defined !== undefined || isLarge(range);
  const layout = isAsItStands(options) ? { skip: 0, units: 0, footer: 0, ...options } : options;
  const all = regions.filter(isTable);
  const read = ({ range, defined }: Region) => toTable(cells, range, layout, defined);
  const isOneOf = options.range === undefined && (all.length > 1 || options.table !== undefined);
  const chosen = options.table && isOneOf ? findMarked(cells, all, options.table) : undefined;
  const tables = chosen ? [read(chosen)] : all.map(read);
  return {
    tables,
    marks: tables.map(({ names }, place) =>
      isOneOf ? { columns: names, place: chosen ? all.indexOf(chosen) : place } : undefined,
    ),
    strays: regions.filter((region) => !isTable(region)).map(({ range }) => range),
  };
}

/** The table that has the most of the columns; of equals the one that lies where it lay. */
function findMarked(
  cells: SheetCells,
  all: readonly Region[],
  { columns, place }: TableMark,
): Region | undefined {
  const wanted = new Set(columns);
  const found = all.map((region, at) => {
    const { names } = toTable(cells, region.range, {}, region.defined);
    return { region, known: names.filter((name) => wanted.has(name)).length, off: Math.abs(at - place) };
  });
  return found.sort((one, other) => other.known - one.known || one.off - other.off)[0]?.region;
}

/** A sheet whose cells are all wanted as they are shown, header or not, is taken whole. */
function isAsItStands({ header, types, range, skip = 0 }: TableOptions): boolean {
  return header === false && types === 'text' && range === undefined && skip === 0;
}

interface Region {
  range: CellRange;
  defined?: DefinedTable;
}

function findRegions(cells: SheetCells, options: TableOptions): Region[] {
  if (options.range !== undefined) {
    const range = maybeRange(options.range);
    if (!range) throw new Problem('range-unclear', { params: { range: options.range } });
    const filled = shrink(cells, range);
    if (!filled) return [];
    // rows to skip are counted from where the range starts
    const top = options.skip === undefined ? filled.top : range.top;
    return [{ range: { ...filled, top, left: isOpen(range) ? filled.left : range.left } }];
  }
  const used = maybeUsedRange(cells);
  if (!used) return [];
  if (isAsItStands(options)) return [{ range: used }];
  return options.skip === undefined || options.table
    ? findParts(cells, used)
    : [{ range: { ...used, top: 0 } }];
}

function isOpen({ left, right }: CellRange): boolean {
  return left === 0 && right >= 16_383;
}

function findParts(cells: SheetCells, used: CellRange): Region[] {
  return joinBlocks(cells, splitByRows(cells, used))
    .flatMap((block) => splitByColumns(cells, block))
    .flatMap((range) => toRegions(cells, range))
    .sort((one, other) => one.range.top - other.range.top || one.range.left - other.range.left);
}

/** The tables that were made in Excel within a range, where they hold all of it but titles; rows added below count more. */
function toRegions(cells: SheetCells, range: CellRange): Region[] {
  const inside = cells.defined.filter((table) => overlap(table.range, range));
  const [first] = inside;
  if (!first) return [{ range }];
  const held = inside.reduce((sum, table) => sum + countCells(cells, table.range), 0);
  if (held === countCells(cells, range)) {
    return inside.map((table) => ({ range: clip(table.range, range), defined: table }));
  }
  const above = { ...range, bottom: first.range.top - 1 };
  const isTitled = inside.length === 1 && held + countCells(cells, above) === countCells(cells, range);
  return [isTitled ? { range: { ...clip(first.range, range), top: range.top }, defined: first } : { range }];
}

function clip(range: CellRange, { bottom }: CellRange): CellRange {
  return { ...range, bottom: Math.min(range.bottom, bottom) };
}

function countCells(cells: SheetCells, range: CellRange): number {
  return range.bottom < range.top ? 0 : countByRow(cells, range).reduce((sum, count) => sum + count, 0);
}

function overlap(one: CellRange, other: CellRange): boolean {
  return (
    one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right
  );
}

function isLarge({ top, bottom, left, right }: CellRange): boolean {
  return bottom - top + 1 >= LEAST_ROWS && right - left + 1 >= LEAST_COLUMNS;
}

/** Titles and notes stand no further than this from their table. */
const NEAR_ROWS = 10;

/**
 * Puts blocks together that blank rows keep apart: titles with what is below them, notes with what is above, and a table with
 * its own rows after a gap. A block with a header of its own is another table; what is far from all is left alone.
 */
function joinBlocks(cells: SheetCells, blocks: readonly CellRange[]): CellRange[] {
  const hasLarge = blocks.some((block) => isLarge(block) && !isCaption(cells, block));
  const joined: CellRange[] = [];
  let last: CellRange | undefined;
  // small blocks of which it is not known yet whether they are notes or titles
  let small: CellRange[] = [];
  const settle = () => {
    for (const block of small) {
      if (last && isNear(last, block)) unite(last, block);
      else joined.push(block);
    }
    small = [];
  };
  for (const block of blocks) {
    if (hasLarge && (!isLarge(block) || isCaption(cells, block))) {
      small.push(block);
      continue;
    }
    if (last && isContinued(cells, last, block)) {
      settle();
      unite(last, block);
      continue;
    }
    const table = { ...block };
    const titles = last
      ? small.filter((title) => block.top - title.bottom <= title.top - last!.bottom)
      : small;
    small = small.filter((title) => !titles.includes(title));
    settle();
    for (const title of titles.reverse()) {
      if (isNear(title, table)) unite(table, title);
      else joined.push(title);
    }
    joined.push(table);
    last = table;
  }
  settle();
  return joined;
}

/** Whether one block stands closely below another, and not beside it. */
function isNear(upper: CellRange, lower: CellRange): boolean {
  return (
    lower.top - upper.bottom <= NEAR_ROWS && lower.left <= upper.right + 1 && upper.left <= lower.right + 1
  );
}

function unite(into: CellRange, other: CellRange): void {
  into.top = Math.min(into.top, other.top);
  into.left = Math.min(into.left, other.left);
  into.bottom = Math.max(into.bottom, other.bottom);
  into.right = Math.max(into.right, other.right);
}

function isContinued(cells: SheetCells, table: CellRange, block: CellRange): boolean {
  const { headerRows, isHeaderUnclear } = findLayout(cells, block);
  const startsAnew = headerRows > 0 && !isHeaderUnclear;
  return !startsAnew && block.left >= table.left && block.right <= table.right;
}

function toTable(
  cells: SheetCells,
  range: CellRange,
  options: TableOptions,
  defined?: DefinedTable,
): SheetTable {
  const layout: Layout = defined
    ? {
        titleRows: defined.range.top - range.top,
        headerRows: defined.headerRows,
        unitsRows: 0,
        footerRows: defined.totalsRows,
        isHeaderUnclear: false,
      }
    : findLayout(cells, range, options);
  const { titleRows, headerRows, unitsRows, footerRows } = layout;
  const place = { top: range.top + titleRows, rows: headerRows, left: range.left, right: range.right };
  const all = toHeaderNames(cells, place);
  const body = { ...range, top: place.top + headerRows };
  const keepsBlanks =
    isAsItStands(options) && all.length * (range.bottom - range.top + 1) <= MOST_WITH_BLANKS;
  const isFilled = (at: number) =>
    shrink(cells, { ...body, left: range.left + at, right: range.left + at }) !== undefined;
  const columns = all.flatMap((name, at) =>
    name !== '' || keepsBlanks || isFilled(at) ? [range.left + at] : [],
  );
  const questions = toQuestions(cells, range, layout, defined !== undefined, options);
  return {
    range,
    titleRows,
    headerRows,
    unitsRows,
    footerRows,
    columns,
    names: columns.map((column) => all[column - range.left]!),
    ...(defined && { title: defined.name }),
    keepsBlanks,
    sure: questions.length === 0,
    questions,
  };
}

function toQuestions(
  cells: SheetCells,
  range: CellRange,
  { titleRows, footerRows, isHeaderUnclear }: Layout,
  isDefined: boolean,
  options: LayoutOptions,
): Question[] {
  if (isDefined) return [];
  const questions: Question[] = [];
  if (isHeaderUnclear) questions.push({ ask: 'header' });
  if (titleRows > 0 && options.skip === undefined) {
    const counts = countByRow(cells, { ...range, bottom: range.top + titleRows - 1 });
    // a title alone in its row is plain to see
    if (counts.some((count) => count > 1)) questions.push({ ask: 'skipped', lines: titleRows });
  }
  if (footerRows > 0 && options.footer === undefined) questions.push({ ask: 'footer', lines: footerRows });
  return questions;
}
