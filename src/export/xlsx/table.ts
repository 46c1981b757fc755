import type { RecordBatch } from 'apache-arrow';
import { MAX_COLUMNS, toAddress } from '../../import/excel/address';
import { Problem } from '../../lib/problem';
import type { TableSheet } from './book';
import { totals } from './book';
import { createColumn, MOST_WRAPPED } from './columns';
import type { ColumnOptions, WriteCell } from './columns';
import { toCellKind } from './kinds';
import { findTextEnd } from './pen';
import { toText } from './read';
import type { Shape } from './shape';
import { toShapes } from './shape';
import { toReference } from './sheetNames';
import type { OpenSheet } from './sheet';
import { openSheet, toRange } from './sheet';
import type { BookState, WrittenSheet } from './state';
import type { Tally } from './tally';
import { createTally } from './tally';
import { countLines } from './widths';
import { fill } from './words';

const encoder = new TextEncoder();
/** Rows are counted from 1, and the first is the header. */
const FIRST_ROW = 2;

interface Part {
  open: OpenSheet;
  rows: number;
}

/** Writes a table into one sheet, or into as many as it takes. */
export async function writeTable(book: BookState, sheet: TableSheet, of: number): Promise<WrittenSheet[]> {
  const { columns } = sheet;
  if (columns.length > MAX_COLUMNS)
    throw new Problem('xlsx-too-wide', {
      params: { name: sheet.name, columns: columns.length, most: MAX_COLUMNS },
    });
  const tallies = columns.map(({ total }) => (total ? createTally(total) : undefined));
  const hasTotals = tallies.some((tally) => tally !== undefined);
  const most = book.mostRows - 1 - (hasTotals ? 1 : 0);
  let shapes: Shape[] | undefined;
  let done: WrittenSheet[] = [];
  let rowsBefore = 0;
  let part: Part | undefined;

  const open = async (batch: RecordBatch | undefined): Promise<Part> => {
    shapes ??= toShapes(columns, batch);
    const pictures = done.length === 0 ? sheet.pictures : undefined;
    const opened = await openSheet(book, {
      widths: shapes.map(({ width }) => width),
      frozen: 1,
      ...(pictures && { pictures }),
    });
    writeHeader(opened, sheet);
    return { open: opened, rows: 0 };
  };
  const finish = async ({ open, rows }: Part, isLast: boolean) => {
    const share = { from: rowsBefore + 1, to: rowsBefore + rows };
    rowsBefore += rows;
    done.push({
      part: open.part,
      name: '',
      rows,
      columns: columns.length,
      of,
      about: sheet.about,
      share,
      hasHeader: true,
    });
    if (isLast) done = nameParts(book, sheet, done);
    if (isLast && hasTotals && rowsBefore > 0)
      writeTotals(open, { sheet, shapes: shapes!, tallies, parts: done, book });
    await open.close({
      filter: toRange(0, 1, rows + 1, columns.length - 1),
      ...(rows > 0 && { texts: toTextRanges(sheet, rows) }),
      ...((done.length > 1 || !isLast) && { prompt: toPrompt(book, share, done.length, isLast) }),
    });
  };
  const bind = (open: OpenSheet, batch: RecordBatch) =>
    columns.map((column, index) => {
      const options: ColumnOptions = {
        index,
        shape: shapes![index]!,
        pen: open.pen,
        out: open.out,
        part: open.part,
        losses: book.losses,
        tally: tallies[index],
        onLink: (url, place) => {
          const hasRoom = open.link({ place, to: { url } });
          if (!hasRoom) book.losses.add('too-many-links', open.part, column.name, place);
          return hasRoom;
        },
      };
      return createColumn(column, options)(batch);
    });

  for await (const table of sheet.rows) {
    for (const batch of table.batches) {
      if (batch.numRows === 0) continue;
      part ??= await open(batch);
      let cells = bind(part.open, batch);
      const toLines = toLineCounter(shapes!, batch);
      for (let row = 0; row < batch.numRows;) {
        if (part.rows >= most || part.open.isFull()) {
          await finish(part, false);
          part = await open(batch);
          cells = bind(part.open, batch);
        }
        const to = Math.min(batch.numRows, row + most - part.rows);
        const next = writeRows(part.open, { cells, from: row, to, number: part.rows + FIRST_ROW, toLines });
        part.rows += next - row;
        row = next;
        if (part.open.isDue()) await part.open.send();
      }
      book.onRows(batch.numRows);
    }
  }
  await finish(part ?? (await open(undefined)), true);
  return done;
}

interface Rows {
  cells: readonly WriteCell[];
  /** Rows of the batch. */
  from: number;
  to: number;
  /** Of the first in the sheet. */
  number: number;
  toLines: ((row: number) => number) | undefined;
}

/** Writes rows until there is enough to go on, and says which is the next. Browsers make a function that never waits much faster. */
function writeRows({ pen, isDue }: OpenSheet, { cells, from, to, number, toLines }: Rows): number {
  for (let row = from; row < to; row++) {
    pen.open(number + row - from, toLines ? toLines(row) : 1);
    for (let column = 0; column < cells.length; column++) cells[column]!(row);
    pen.close();
    if (isDue()) return row + 1;
  }
  return to;
}

function writeHeader({ pen }: OpenSheet, { columns }: TableSheet): void {
  const style = pen.toStyle({ look: 'header', wrap: true });
  pen.open(1);
  for (const [index, { name }] of columns.entries()) {
    const bytes = encoder.encode(name);
    pen.text(index, style, bytes, 0, findTextEnd(bytes, 0, bytes.length), true);
  }
  pen.close();
}

function nameParts(book: BookState, { name }: TableSheet, parts: readonly WrittenSheet[]): WrittenSheet[] {
  if (parts.length === 1) return [{ ...parts[0]!, name: book.names.take(name), share: undefined }];
  const ends = parts.map((_, at) => ` ${fill(book.words.part, { part: at + 1, parts: parts.length })}`);
  const names = book.names.takeParts(name, ends);
  return parts.map((part, at) => ({ ...part, name: names[at]! }));
}

interface Totals {
  book: BookState;
  sheet: TableSheet;
  shapes: readonly Shape[];
  tallies: readonly (Tally | undefined)[];
  parts: readonly WrittenSheet[];
}

/** The last row of the last sheet: formulas over all the rows that the filter shows. */
function writeTotals({ pen, part }: OpenSheet, { book, sheet, shapes, tallies, parts }: Totals): void {
  const last = parts.at(-1)!;
  pen.open(last.rows + FIRST_ROW);
  const label = sheet.columns.findIndex((_, index) => tallies[index] === undefined);
  for (const [index, column] of sheet.columns.entries()) {
    const tally = tallies[index];
    const format = column.total === 'count' ? '0' : shapes[index]!.format;
    if (index === label) {
      const bytes = encoder.encode(book.words.total);
      pen.text(index, pen.toStyle({ look: 'total' }), bytes, 0, bytes.length, true);
    } else if (tally && tally.missed() > 0 && column.total !== 'count') {
      // it would be the total of some of them
      book.losses.add('no-total', part, column.name, toAddress(pen.row() - 1, index));
    } else if (tally) {
      const ranges = parts
        .filter(({ rows }) => rows > 0)
        .map(({ name, rows }) => {
          const range = toRange(index, FIRST_ROW, rows + 1);
          return parts.length > 1 ? `${toReference(name)}!${range}` : range;
        });
      const value = tally.result();
      const formula = `SUBTOTAL(${totals[column.total!]},${ranges.join(',')})`;
      pen.formula(
        index,
        pen.toStyle({ look: 'total', format }),
        formula,
        value !== undefined && Number.isFinite(value) ? value : undefined,
      );
    }
  }
  pen.close();
}

/** How many lines a row has, where a column wraps. */
function toLineCounter(shapes: readonly Shape[], batch: RecordBatch): ((row: number) => number) | undefined {
  const wrapped = shapes.flatMap(({ wraps, width }, index) =>
    wraps ? [{ width, ...toText(batch.data.children[index]!) }] : [],
  );
  if (wrapped.length === 0) return undefined;
  return (row) => {
    let most = 1;
    for (const { bytes, offsets, width } of wrapped) {
      const [from, to] = [offsets[row]!, offsets[row + 1]!];
      if (to - from <= MOST_WRAPPED) most = Math.max(most, countLines(bytes, from, to, width));
    }
    return most;
  };
}

/** Columns in which text that looks like a number is meant to be text. */
function toTextRanges({ columns }: TableSheet, rows: number): string[] {
  return columns.flatMap((column, index) => {
    const kind = toCellKind(column);
    return kind === 'text' || kind === 'digits' || kind === 'whole64' || kind === 'decimal'
      ? [toRange(index, FIRST_ROW, rows + 1)]
      : [];
  });
}

function toPrompt({ words }: BookState, share: { from: number; to: number }, part: number, isLast: boolean) {
  const text = isLast ? words.lastPart : part === 1 ? words.firstPart : words.middlePart;
  return { place: 'A1', title: words.partTitle, text: fill(text, share) };
}
