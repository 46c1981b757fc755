import type { PageCell, PageRow, PageSheet, PageValue } from './book';
import { LONGEST_TEXT } from './pen';
import { openSheet } from './sheet';
import type { BookState, WrittenSheet } from './state';
import { toReference } from './sheetNames';
import type { Style } from './styles';
import { countLines, measure, WIDEST } from './widths';
import { toAddress } from '../../import/excel/address';

const encoder = new TextEncoder();
const NARROWEST = 10;
/** Between a column and the next. */
const GAP = 2;
/** A column of sentences. */
const WIDEST_PAGE = 1.5 * WIDEST;

/** Writes cells that are laid out by hand. */
export async function writePage(
  book: BookState,
  sheet: PageSheet,
  { of, name, sheets }: { of: number; name: string; sheets: readonly WrittenSheet[] },
): Promise<WrittenSheet> {
  const rows = sheet.rows.flatMap(splitLong);
  const widths = toWidths(rows, sheet.widths);
  const open = await openSheet(book, { widths, ...(sheet.pictures && { pictures: sheet.pictures }) });
  const { pen } = open;
  for (const [at, row] of rows.entries()) {
    pen.open(at + 1, countRowLines(row, widths));
    for (const [column, cell] of row.entries()) {
      const { value, look, format, to } = toPageCell(cell);
      if (value === null) continue;
      const location = to && toLink(to, sheets);
      if (location) open.link({ place: toAddress(at, column), to: location });
      const wraps = typeof value === 'string' && look !== 'title' && measure(value) > widths[column]!;
      const style: Style = {
        top: true,
        ...(wraps && { wrap: true }),
        ...(location ? { look: 'link' } : look && { look }),
        ...(format !== undefined && { format }),
        // notes and names may begin as formulas do
        ...(typeof value === 'string' && /^[=+\-@'\t\r]/.test(value) && { quoted: true }),
      };
      const number = pen.toStyle(style);
      if (typeof value === 'number' && Number.isFinite(value)) pen.number(column, number, value);
      else if (typeof value === 'boolean') pen.flag(column, number, value);
      else {
        const bytes = encoder.encode(String(value));
        pen.text(column, number, bytes, 0, bytes.length, true);
      }
    }
    pen.close();
    if (open.isDue()) await open.send();
  }
  await open.close({});
  const columns = widths.length;
  return { part: open.part, name, rows: rows.length, columns, of, about: sheet.about, hasHeader: false };
}

/** A title takes two lines, a text that wraps as many as it needs. */
function countRowLines(row: PageRow, widths: readonly number[]): number {
  const lines = row.map((cell, column) => {
    const { value, look } = toPageCell(cell);
    if (look === 'title') return TITLE_LINES;
    if (typeof value !== 'string') return 1;
    const bytes = encoder.encode(value);
    return countLines(bytes, 0, bytes.length, widths[column]!);
  });
  return Math.max(1, ...lines);
}

const TITLE_LINES = 1.6;

function toPageCell(cell: PageValue | PageCell): PageCell {
  return typeof cell === 'object' && cell !== null ? cell : { value: cell };
}

function toLink(to: NonNullable<PageCell['to']>, sheets: readonly WrittenSheet[]) {
  if ('url' in to) return { url: to.url };
  const sheet = sheets.find(({ of, name }) => of === to.sheet && (to.name ?? name) === name);
  return sheet && { location: `${toReference(sheet.name)}!A1` };
}

/** A text that is too long for a cell goes on in the rows below. */
function splitLong(row: PageRow): PageRow[] {
  const pieces = row.map((cell) => {
    const { value } = toPageCell(cell);
    return typeof value === 'string' ? Math.ceil(value.length / LONGEST_PIECE) : 1;
  });
  const count = Math.max(1, ...pieces);
  if (count === 1) return [row];
  return Array.from({ length: count }, (_, at) =>
    row.map((cell) => {
      const whole = toPageCell(cell);
      if (typeof whole.value !== 'string') return at === 0 ? cell : null;
      const value = whole.value.slice(at * LONGEST_PIECE, (at + 1) * LONGEST_PIECE);
      return value === '' && at > 0 ? null : { ...whole, value };
    }),
  );
}

/** Below Excel's own limit, and no higher than a row can be. */
const LONGEST_PIECE = LONGEST_TEXT - 767;

function toWidths(rows: readonly PageRow[], given: readonly number[] = []): number[] {
  const widths = [...given];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      const { value, look } = toPageCell(cell);
      if (given[column] !== undefined || look === 'title') continue;
      const wanted = value === null ? 0 : measure(String(value)) + GAP;
      widths[column] = Math.min(WIDEST_PAGE, Math.max(NARROWEST, widths[column] ?? 0, wanted));
    }
  }
  return Array.from(widths, (width) => width ?? NARROWEST);
}
