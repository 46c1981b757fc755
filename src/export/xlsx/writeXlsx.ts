import { MAX_ROWS } from '../../import/excel/address';
import { Problem } from '../../lib/problem';
import type { Push } from '../formats/format';
import { createOut } from '../formats/out';
import type { PackPart } from '../zipStream';
import { createZipStream } from '../zipStream';
import type { Book, BookReport } from './book';
import { createDrawings } from './drawings';
import { createLosses } from './losses';
import { writePage } from './page';
import { createPen } from './pen';
import { writeFrame, writeHead } from './parts';
import { PIECE_BYTES } from './sheet';
import { createSheetNames } from './sheetNames';
import type { BookState, WrittenSheet } from './state';
import { createStrings } from './strings';
import { createStyles } from './styles';
import { writeTable } from './table';
import { toContents, toNotes } from './tellings';
import type { XlsxWords } from './words';

export interface WriteXlsxOptions {
  words: XlsxWords;
  signal?: AbortSignal;
  onRows?: (rows: number) => void;
  date?: Date;
  pack?: () => PackPart;
  /** Of one sheet, with its header: fewer than Excel's in tests only. */
  mostRows?: number;
}

/** Writes an Excel workbook as its rows come; its bytes go on in their order, and few of them are held. */
export async function writeXlsx(book: Book, push: Push, options: WriteXlsxOptions): Promise<BookReport> {
  const { words, signal, onRows = () => {}, date = new Date(), pack, mostRows = MAX_ROWS } = options;
  const zip = createZipStream(push, { date, ...(pack && { pack }) });
  const [styles, strings, out] = [createStyles(), createStrings(), createOut(PIECE_BYTES * 2)];
  let part = 0;
  const state: BookState = {
    zip,
    styles,
    strings,
    pen: createPen(out, styles, strings),
    out,
    names: createSheetNames(),
    losses: createLosses(),
    drawings: createDrawings(zip),
    words,
    mostRows,
    nextPart: () => ++part,
    onRows,
    check: () => signal?.throwIfAborted(),
  };
  try {
    return await writeBook(state, book, date);
  } catch (error) {
    if (error instanceof RangeError && zip.isFull()) throw new Problem('xlsx-too-large', { cause: error });
    throw error;
  }
}

async function writeBook(state: BookState, book: Book, date: Date): Promise<BookReport> {
  const { words, names } = state;
  await writeHead(state.zip, book, date);
  const [contentsName, notesName] = [names.take(words.contents), names.take(words.notes)];
  const tables: WrittenSheet[] = [];
  for (const [of, sheet] of book.sheets.entries())
    if (sheet.kind === 'table') tables.push(...(await writeTable(state, sheet, of)));
  const pages: WrittenSheet[] = [];
  for (const [of, sheet] of book.sheets.entries()) {
    if (sheet.kind !== 'page') continue;
    const name = names.take(sheet.name);
    pages.push(await writePage(state, sheet, { of, name, sheets: tables }));
  }
  const sheets = [...tables, ...pages].sort((a, b) => a.of - b.of || a.part - b.part);
  const losses = state.losses.list().map(({ part, ...loss }) => ({
    ...loss,
    sheet: sheets.find((sheet) => sheet.part === part)!.name,
  }));
  const notes = toNotes(book, losses, words);
  const all = [...sheets];
  const addPage = (name: string, rows: typeof notes) =>
    writePage(state, { kind: 'page', name, rows }, { of: -1, name, sheets: all });
  if (notes.length > 0) all.push(await addPage(notesName, notes));
  if (book.contents ?? sheets.length > 1)
    all.unshift(await addPage(contentsName, toContents(book, all, words)));
  await writeFrame(state, all);
  return {
    sheets: sheets.map(({ name, rows, of }) => ({ name, rows, of: book.sheets[of]!.name })),
    losses,
  };
}
