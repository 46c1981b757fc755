import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { createAbort, Problem } from '../../lib/problem';
import type { CellRange } from './address';
import type { CellsBuilder, SheetCells } from './cells';
import { createCells, ERROR, FLAG, NUMBER, UNKNOWN } from './cells';
import { createCodePages } from './codePages';
import type { ReadSheetOptions, Workbook } from './workbook';

const FILE_PASS = 0x2f;
const BIFF_END = 0x0a;

/**
 * Opens XLS of any age, and XLSB. The library that reads them is loaded for it; it keeps number formats, results of shared
 * formulas and BIFF5, which hucre's reader of XLS loses.
 */
export async function openBinary(
  bytes: Uint8Array,
  kind: 'xls' | 'xlsb',
  { password }: { password?: string | undefined } = {},
): Promise<Workbook> {
  const { read, CFB, set_cptable } = await import('@e965/xlsx');
  set_cptable(createCodePages());
  const lock =
    kind === 'xls' && bytes[0] === 0xd0 ? findLock(() => CFB.read(bytes, { type: 'array' })) : 'none';
  if (lock === 'other') throw new Problem('workbook-encryption');
  if (lock === 'xor' && password === undefined) throw new Problem('workbook-locked');

  let book: WorkBook;
  try {
    book = read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: true,
      // blank cells with a style tell which part of the sheet is in use; what the file says of that is often wrong
      sheetStubs: true,
      ...(password !== undefined && { password }),
    });
  } catch (cause) {
    if (lock === 'xor') throw new Problem('workbook-password', { cause });
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new Problem('workbook-damaged', { params: { detail }, cause });
  }
  const date1904 = book.Workbook?.WBProps?.date1904 === true;

  async function readSheet(index: number, { signal, onProgress, maxRows }: ReadSheetOptions = {}) {
    if (signal?.aborted) throw createAbort();
    const sheet = book.Sheets[book.SheetNames[index] ?? ''];
    if (!sheet) throw new Problem('workbook-damaged', { params: { detail: String(index) } });
    const cells = toCells(sheet, date1904, maxRows);
    onProgress?.(bytes.length, bytes.length);
    return cells;
  }

  return {
    kind,
    date1904,
    sheets: book.SheetNames.map((name, index) => ({
      name,
      hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
      hasCells: !('!type' in book.Sheets[name]!) || book.Sheets[name]['!type'] === 'sheet',
    })),
    readSheet,
  };
}

function toCells(sheet: WorkSheet, date1904: boolean, maxRows = Number.POSITIVE_INFINITY): SheetCells {
  const cells = createCells();
  const formats = ['General'];
  const places = new Map<unknown, number>([
    ['General', 0],
    ['GENERAL', 0],
    [undefined, 0],
  ]);
  const rows: (CellObject | undefined)[][] = sheet['!data'] ?? [];
  // sparse on both sides: a far cell must not cost the way to it
  rows.forEach((row, rowIndex) => {
    if (rowIndex >= maxRows) return;
    row?.forEach((cell, column) => {
      if (!cell) return;
      let format = places.get(cell.z);
      if (format === undefined) {
        format = formats.push(String(cell.z)) - 1;
        places.set(cell.z, format);
      }
      putCell(cells, cell, { row: rowIndex, column, format });
    });
  });
  return cells.finish({
    date1904,
    formats,
    claimed: toClaimed(rows),
    merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
    hiddenRows: (sheet['!rows'] ?? []).filter((row) => row?.hidden).length,
    hiddenColumns: (sheet['!cols'] ?? []).flatMap((column, index) => (column?.hidden ? [index] : [])),
    isCut: rows.length > maxRows,
  });
}

function toClaimed(
  rows: readonly (readonly (CellObject | undefined)[] | undefined)[],
): CellRange | undefined {
  let claimed: CellRange | undefined;
  rows.forEach((row, at) => {
    row?.forEach((_, column) => {
      claimed ??= { top: at, left: column, bottom: at, right: column };
      claimed.bottom = at;
      claimed.left = Math.min(claimed.left, column);
      claimed.right = Math.max(claimed.right, column);
    });
  });
  return claimed;
}

/** Texts of the codes that cells of errors hold, [MS-XLS] 2.5.10. */
const ERRORS: Record<number, string> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
};

interface Place {
  row: number;
  column: number;
  format: number;
}

function putCell(cells: CellsBuilder, { t, v, f }: CellObject, { row, column, format }: Place): void {
  if (t === 'n' && typeof v === 'number') {
    if (Number.isFinite(v)) cells.put(row, column, NUMBER, v, format);
    else cells.putText(row, column, '#NUM!', format, ERROR);
  } else if (t === 's') cells.putText(row, column, String(v ?? ''), format);
  else if (t === 'b') cells.put(row, column, FLAG, v ? 1 : 0, format);
  else if (t === 'e') cells.putText(row, column, ERRORS[Number(v)] ?? '#ERR!', format, ERROR);
  else if (f !== undefined) cells.put(row, column, UNKNOWN, 0, format);
}

/** How the stream of an XLS is encrypted: by an XOR of old, or in a way that nothing here can undo. */
function findLock(readContainer: () => { FullPaths: string[]; FileIndex: { content?: unknown }[] }) {
  let container;
  try {
    container = readContainer();
  } catch {
    return 'none';
  }
  const index = container.FullPaths.findIndex((path) => /\/(workbook|book)$/i.test(path));
  const content = container.FileIndex[index]?.content as ArrayLike<number> | undefined;
  if (!content) return 'none';
  const word = (at: number) => (content[at] ?? 0) | ((content[at + 1] ?? 0) << 8);
  for (let at = 0; at + 4 <= content.length; at += 4 + word(at + 2)) {
    const record = word(at);
    // Excel 5 and 95 have nothing but the XOR, and no word that says so
    if (record === FILE_PASS) return word(at + 2) === 4 || word(at + 4) === 0 ? 'xor' : 'other';
    if (record === BIFF_END) break;
  }
  return 'none';
}
