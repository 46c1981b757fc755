import type { Field } from './fields';
import type { Kind } from './kind';
import { isWord, toKind } from './kind';

export interface HeaderFinding {
  header: number;
  units: number;
  /** Nothing but the look of the words speaks for it. */
  doubtful: boolean;
}

const MOST_ROWS = 5;
/** From this many records on, the first ones have no say in what a column holds. */
const MANY = 12;

/** How many of the first records are the header, and whether units follow. */
export function findHeader(
  rows: readonly Field[][],
  given: { header?: boolean | number; units?: number },
): HeaderFinding {
  const found = given.header === undefined ? countHeader(rows) : undefined;
  const header = found?.header ?? Number(given.header);
  const units = given.units ?? (header > 0 && isUnits(rows, header) ? 1 : 0);
  return { header, units, doubtful: found?.doubtful ?? false };
}

function countHeader(rows: readonly Field[][]): { header: number; doubtful: boolean } {
  const [top, next] = rows;
  if (!top) return { header: 0, doubtful: false };
  if (!next) return { header: isNames(top) ? 1 : 0, doubtful: top.length === 1 };
  const isGroups = hasGaps(top) && top.every((cell) => !cell || isWord(cell) || isYear(cell));
  const header = (isGroups && countGrouped(rows)) || Number(contrast(rows, 0) > 0);
  if (header > 0) {
    const all = addMore(rows, header);
    return { header: all, doubtful: all > 1 };
  }
  if (findKinds(rows, 1).some((kind) => kind !== undefined)) return { header: 0, doubtful: isNames(top) };
  const body = rows.slice(1);
  if (!isNames(top) || isLikeRows(top, body)) return { header: 0, doubtful: true };
  return { header: 1, doubtful: !isApart(top, body) };
}

/** Rows of a header that begins with the titles of groups, down to the first that stands apart from the rows; 0 for none. */
function countGrouped(rows: readonly Field[][]): number {
  for (let last = 1; last < Math.min(MOST_ROWS, rows.length); last++) {
    if (!isNames(rows[last]!) || isUnits(rows, last)) return 0;
    if (contrast(rows, last) > 0) return last + 1;
  }
  return 0;
}

function addMore(rows: readonly Field[][], first: number): number {
  let header = first;
  while (header < MOST_ROWS && rows.length > header + 1 && isMoreHeader(rows, header)) header++;
  return header;
}

/** A second row of names, as unlike the rows as the first. */
function isMoreHeader(rows: readonly Field[][], index: number): boolean {
  if (isUnits(rows, index) || contrast(rows, index) === 0) return false;
  return rows[index]!.every((cell) => !cell || isWord(cell));
}

/** Columns in which a record is a word above numbers or dates, less those in which it is like its column. */
function contrast(rows: readonly Field[][], index: number): number {
  const row = rows[index]!;
  const kinds = findKinds(rows, index + 1);
  let unlike = 0;
  let like = 0;
  row.forEach((cell, column) => {
    const kind = kinds[column];
    if (!cell || !kind) return;
    if (toKind(cell) === kind && !(kind === 'number' && isYear(cell) && isYears(row))) like++;
    else if (isWord(cell, Infinity) || isYear(cell)) unlike++;
  });
  return unlike > like ? unlike - like : 0;
}

/** The kind of each column, from a row on, in which nearly all cells have one and the same that is not text. */
function findKinds(rows: readonly Field[][], from: number): (Kind | undefined)[] {
  const width = rows[0]!.length;
  const below = rows.slice(rows.length > MANY ? Math.max(from, MOST_ROWS) : from);
  const body = below.filter((fields) => fields.length === width);
  return Array.from({ length: width }, (_, column) => {
    const counts = new Map<Kind, number>();
    let filled = 0;
    for (const fields of body) {
      const cell = fields[column];
      if (!cell || cell.trim() === '') continue;
      filled++;
      const kind = toKind(cell);
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    for (const [kind, count] of counts) if (kind !== 'text' && count >= filled * 0.8) return kind;
    return undefined;
  });
}

const isYear = (cell: string) => /^\s*(?:19|20)\d\d\s*年?\s*$/.test(cell);

/** Years as the names of columns: each the one after the one before. */
function isYears(row: readonly Field[]): boolean {
  const years = row.filter((cell) => cell !== null && isYear(cell)).map((cell) => parseInt(cell!, 10));
  return (
    years.length > 1 && years.every((year, index) => index === 0 || Math.abs(year - years[index - 1]!) === 1)
  );
}

/** The columns of a survey are named by its questions. */
const LONGEST_QUESTION = 300;

/** Words, or years among words. */
function isNames(row: readonly Field[]): boolean {
  const cells = row.filter((cell) => cell !== null && cell.trim() !== '');
  if (cells.length === 0 || cells.length < row.length / 2) return false;
  const isName = (cell: Field) => isWord(cell!, LONGEST_QUESTION);
  return cells.every((cell) => isName(cell) || isYear(cell!)) && cells.some(isName);
}

function hasGaps(row: readonly Field[]): boolean {
  const last = row.findLastIndex((cell) => cell !== null && cell !== '');
  return last < row.length - 1 || row.some((cell, index) => index < last && !cell);
}

/** Whether words stand in their columns again, though not all of them in one row, or hold what cuts fields elsewhere. */
function isLikeRows(row: readonly Field[], body: readonly Field[][]): boolean {
  if (row.some((cell) => cell && /[,;|\t]\S/.test(cell))) return true;
  if (body.some((fields) => fields.every((field, column) => field === row[column]))) return false;
  return row.some((cell, column) => cell && body.some((fields) => fields[column] === cell));
}

/** Whether a row of words stands apart from words below it: those repeat themselves, and never repeat it. */
function isApart(row: readonly Field[], body: readonly Field[][]): boolean {
  return row.some((cell, column) => {
    const below = new Set(body.map((fields) => fields[column]));
    return body.length > 3 && below.size <= body.length / 2 && !below.has(cell);
  });
}

const UNIT =
  /^(?:[（([【].{1,12}[)）\]】]|[%％‰°℃℉$€£¥￥]|[千万亿百]?(?:元|美元|人民币|人|件|个|只|台|套|次|户|吨|公斤|千克|克|米|公里|千米|平方米|立方米|升|小时|分钟|秒|天|日|月|年)(?:\/\S{1,4})?|(?:[kmcdnµμ]?(?:g|m|l|L|W|V|A|Hz|s|Pa|J)|kWh|MWh|GWh|km\/h|m\/s|m[²2³3]|km[²2]|t|ha|h|min|hours?|days?|years?|pcs|units?|USD|EUR|GBP|CNY|RMB|JPY|k?bytes|[KMGT]B|bps|ppm|mg\/L))$/;

/** `(12.50)` is an amount below zero. */
const isUnit = (cell: string) => UNIT.test(cell) && toKind(cell) !== 'number';

/** Units of columns, blanks between them. */
function isUnits(rows: readonly Field[][], index: number): boolean {
  const cells =
    rows[index]?.filter((cell) => cell !== null && cell.trim() !== '' && cell.trim() !== '-') ?? [];
  if (cells.length === 0 || !cells.every((cell) => isUnit(cell!.trim()))) return false;
  return findKinds(rows, index + 1).includes('number');
}

/** The names of columns: those of several rows joined, the title of a group carried over its columns. */
export function toHeaderNames(rows: readonly (readonly Field[])[], width: number): string[] {
  const last = rows.at(-1);
  const carried = rows.map((row, level) => {
    if (row === last && level === rows.length - 1) return row;
    let group = '';
    let owner = 0;
    return Array.from({ length: width }, (_, column) => {
      const cell = row[column]?.trim();
      if (cell) {
        group = cell;
        owner = column;
        return cell;
      }
      return last?.[column]?.trim() && last[owner]?.trim() ? group : '';
    });
  });
  return Array.from({ length: width }, (_, column) =>
    carried
      .map((row) => row[column]?.trim() ?? '')
      .filter((part) => part !== '')
      .join(' '),
  );
}
