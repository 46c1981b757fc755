import { Problem } from '../../../lib/problem';
import type { CellRange } from '../address';
import { MAX_COLUMNS, MAX_ROWS, maybeRange } from '../address';
import type { CellKind, CellsBuilder } from '../cells';
import { ERROR, FLAG, NUMBER, TEXT, UNKNOWN } from '../cells';
import { DAY_MS, maybeIsoMs, toSerial } from '../format/serial';
import { readTags } from '../xml';
import { BANG, COLON, EQUALS, GT, LT, QUESTION, skipDeclaration, skipTag, SLASH, SPACE } from './bytes';
import { readNumber } from './number';
import { createPlainCell } from './plainCell';
import { createTextReader } from './textReader';

/** The kinds of values that `t` of a cell tells apart. */
const PLAIN = 0;
const SHARED = 1;
const STRING = 2;
const INLINE = 3;
const BOOLEAN = 4;
const FAULT = 5;
const ISO = 6;

const decoder = new TextDecoder();

export interface SheetScanOptions {
  cells: CellsBuilder;
  /** The place of each cell style's number format. */
  styleFormats: readonly number[];
  /** Places of the formats for dates that are written as text and have no format of their own. */
  isoFormats: { date: number; timestamp: number; isDate: (format: number) => boolean };
  date1904: boolean;
  /** Rows from here on are not read. */
  maxRows: number;
}

export interface SheetScan {
  /** Takes bytes of the sheet's XML, and gives how many it is done with; -1 where the rows asked for are read. */
  push(bytes: Uint8Array): number;
  readonly claimed: CellRange | undefined;
  readonly merges: CellRange[];
  readonly tableIds: string[];
  readonly hiddenColumns: number[];
  readonly hiddenRows: number;
  /** The highest place in the shared texts that a cell names; -1 where none does. */
  readonly lastShared: number;
  readonly isCut: boolean;
}

/**
 * Reads the XML of a sheet byte by byte, without a tree and without a string for what is no text: sheets have hundreds of
 * megabytes of it. Whatever is not complete is left for the next call, from the start of its cell.
 */
export function createSheetScan(options: SheetScanOptions): SheetScan {
  const { cells, styleFormats, isoFormats, date1904, maxRows } = options;
  const text = createTextReader();
  const plain = createPlainCell();
  const merges: CellRange[] = [];
  const tableIds: string[] = [];
  const hiddenColumns: number[] = [];
  let claimed: CellRange | undefined;
  let hiddenRows = 0;
  let lastShared = -1;
  let isCut = false;
  let row = -1;
  let column = -1;

  // the attributes of the cell or row at hand, and where its tag ends
  let type = PLAIN;
  let style = 0;
  let refRow = -1;
  let refColumn = -1;
  let isEmpty = false;
  let isHidden = false;

  function push(bytes: Uint8Array): number {
    const { length } = bytes;
    for (let at = 0; ;) {
      if (bytes[at] !== LT) {
        at = bytes.indexOf(LT, at);
        if (at < 0) return length;
      }
      const first = bytes[at + 1];
      let next = first === 99 ? plain.read(bytes, at) : 0;
      if (next > 0) putPlain();
      else if (first === SLASH) next = skipTag(bytes, at + 2);
      else if (first === BANG || first === QUESTION) next = skipDeclaration(bytes, at);
      else next = readTag(bytes, at);
      if (next === STOP) return -1;
      if (next < 0) return at;
      at = next;
    }
  }

  function readTag(bytes: Uint8Array, open: number): number {
    let local = open + 1;
    let end = local;
    for (; end < bytes.length; end++) {
      const byte = bytes[end]!;
      if (byte === COLON) local = end + 1;
      else if (byte <= SPACE || byte === GT || byte === SLASH) break;
    }
    if (end >= bytes.length) return -1;
    if (end - local === 1 && bytes[local] === 99) return readCell(bytes, end);
    if (end - local === 3 && bytes[local] === 114 && bytes[local + 1] === 111) {
      const next = readAttributes(bytes, end);
      if (next >= 0) startRow();
      if (row >= maxRows) {
        isCut = true;
        return STOP;
      }
      return next;
    }
    const next = skipTag(bytes, end);
    if (next >= 0) readOther(bytes, open, local, end, next);
    return next;
  }

  function putPlain(): void {
    row = plain.row;
    column = plain.column;
    value = plain.value;
    format = styleFormats[plain.style] ?? 0;
    type = SHARED;
    if (plain.kind !== 0) put(plain.kind);
  }

  function startRow(): void {
    row = refRow >= 0 ? refRow : row + 1;
    column = -1;
    if (isHidden) hiddenRows++;
  }

  /** Tags of which there are few. */
  function readOther(bytes: Uint8Array, open: number, local: number, nameEnd: number, end: number): void {
    const first = bytes[local];
    // col, dimension, mergeCell, tablePart
    if (first !== 99 && first !== 100 && first !== 109 && first !== 116) return;
    const name = decoder.decode(bytes.subarray(local, nameEnd));
    if (!/^(col|dimension|mergeCell|tablePart)$/.test(name)) return;
    const tag = readTags(decoder.decode(bytes.subarray(open, end))).next().value;
    if (!tag) return;
    const { ref, id, hidden, min, max } = tag.attributes;
    const range = ref ? maybeRange(ref) : undefined;
    if (name === 'dimension') claimed = range;
    if (name === 'mergeCell' && range) merges.push(range);
    if (name === 'tablePart' && id) tableIds.push(id);
    if (name === 'col' && (hidden === '1' || hidden === 'true')) {
      const last = Math.min(Number(max), MAX_COLUMNS);
      for (let at = Number(min); at <= last; at++) hiddenColumns.push(at - 1);
    }
  }

  /** Reads the attributes of a cell or row from behind its name, and gives the offset behind the tag. */
  function readAttributes(bytes: Uint8Array, nameEnd: number): number {
    const { length } = bytes;
    type = PLAIN;
    style = 0;
    refRow = refColumn = -1;
    isEmpty = isHidden = false;
    for (let at = nameEnd; at < length;) {
      const byte = bytes[at]!;
      if (byte === GT) return at + 1;
      if (byte <= SPACE || byte === SLASH) {
        isEmpty = byte === SLASH;
        at++;
        continue;
      }
      const name = at;
      while (at < length && bytes[at] !== EQUALS && bytes[at] !== GT) at++;
      const nameLength = at - name;
      at++;
      while (at < length && bytes[at]! <= SPACE) at++;
      const quote = bytes[at];
      const from = ++at;
      while (at < length && bytes[at] !== quote) at++;
      if (at >= length) return -1;
      if (nameLength === 1) {
        if (byte === 114) readRef(bytes, from, at);
        else if (byte === 115) style = readWhole(bytes, from, at);
        else if (byte === 116) type = toType(bytes, from, at);
      } else if (nameLength === 6 && byte === 104 && bytes[name + 1] === 105) {
        isHidden = bytes[from] === 49 || bytes[from] === 116;
      }
      at++;
    }
    return -1;
  }

  /** `AB12`, or `12` of a row. */
  function readRef(bytes: Uint8Array, from: number, to: number): void {
    let at = from;
    let letters = 0;
    for (; at < to; at++) {
      const letter = bytes[at]! & 0xdf;
      if (letter < 65 || letter > 90) break;
      letters = letters * 26 + letter - 64;
    }
    refColumn = letters - 1;
    refRow = readWhole(bytes, at, to) - 1;
    if (refRow >= MAX_ROWS || refColumn >= MAX_COLUMNS) throw toOutside(bytes, from, to);
  }

  // what the cell at hand holds: it is put down when all of it is read, as part of a cell comes again
  let kind: CellKind | 0 = 0;
  let value = 0;
  let format = 0;

  function readCell(bytes: Uint8Array, nameEnd: number): number {
    let at = readAttributes(bytes, nameEnd);
    if (at < 0) return -1;
    kind = 0;
    format = styleFormats[style] ?? 0;
    if (!isEmpty) at = readContent(bytes, at);
    if (at < 0) return -1;
    if (refRow >= 0 && refColumn >= 0) row = refRow;
    else if (row < 0) row = 0;
    column = refColumn >= 0 ? refColumn : column + 1;
    if (kind !== 0) put(kind);
    return at;
  }

  /** Reads the tags within a cell, and gives the offset behind its end. */
  function readContent(bytes: Uint8Array, from: number): number {
    let hasFormula = false;
    for (let at = from; ;) {
      if (bytes[at] !== LT) at = bytes.indexOf(LT, at);
      if (at < 0 || at + 1 >= bytes.length) return -1;
      const first = bytes[at + 1]!;
      if (first === BANG || first === QUESTION) {
        at = skipDeclaration(bytes, at);
        if (at < 0) return -1;
        continue;
      }
      const isEnd = first === SLASH;
      let local = isEnd ? at + 2 : at + 1;
      let end = local;
      for (; end < bytes.length; end++) {
        const byte = bytes[end]!;
        if (byte === COLON) local = end + 1;
        else if (byte <= SPACE || byte === GT || byte === SLASH) break;
      }
      at = bytes[end] === GT ? end + 1 : skipTag(bytes, end);
      if (at < 0) return -1;
      const hasContent = bytes[at - 2] !== SLASH;
      const name = end - local === 1 ? bytes[local] : 0;
      if (isEnd) {
        if (name === 99) return at;
      } else if (name === 118 && hasContent) at = readValue(bytes, at);
      else if (name === 102) hasFormula = true;
      else if (end - local === 2 && bytes[local] === 105 && hasContent) {
        at = text.readItem(bytes, at);
        if (at >= 0) holdText(TEXT);
      }
      if (at < 0) return -1;
      if (hasFormula && kind === 0) kind = UNKNOWN;
    }
  }

  /** Reads what stands in `<v>`, and gives the offset of the tag behind it. */
  function readValue(bytes: Uint8Array, from: number): number {
    let end = from;
    while (end < bytes.length && bytes[end] !== LT) end++;
    if (end + 1 >= bytes.length) return -1;
    if (type === STRING || type === INLINE || type === FAULT || bytes[end + 1] === BANG) {
      end = text.readData(bytes, from);
      if (end >= 0) holdText(type === FAULT ? ERROR : TEXT);
      return end;
    }
    // an empty value is none: of a formula it says that nobody worked it out
    if (from === end) return end;
    if (type === SHARED) {
      kind = TEXT;
      value = readWhole(bytes, from, end);
    } else if (type === BOOLEAN) {
      kind = FLAG;
      value = bytes[from] === 49 || bytes[from] === 116 ? 1 : 0;
    } else if (type === ISO) holdIso(decoder.decode(bytes.subarray(from, end)).trim());
    else {
      kind = NUMBER;
      value = readNumber(bytes, from, end);
      if (!Number.isFinite(value)) {
        text.readData(bytes, from);
        holdText(TEXT);
      }
    }
    return end;
  }

  function holdIso(iso: string): void {
    const ms = maybeIsoMs(iso);
    if (ms === undefined) {
      kind = TEXT;
      value = cells.internText(iso);
      return;
    }
    kind = NUMBER;
    value = iso.includes('-') ? toSerial(ms, date1904) : ms / DAY_MS;
    if (!isoFormats.isDate(format)) format = /T|:/.test(iso) ? isoFormats.timestamp : isoFormats.date;
  }

  function holdText(as: typeof TEXT | typeof ERROR): void {
    kind = as;
    value = cells.internBytes(text.bytes, text.from, text.to);
  }

  function put(as: CellKind): void {
    if (column >= MAX_COLUMNS || row >= MAX_ROWS) {
      throw new Problem('workbook-damaged', { params: { detail: `${row + 1}:${column + 1}` } });
    }
    if (row >= maxRows) return;
    if (as === TEXT && type === SHARED && value > lastShared) lastShared = value;
    cells.put(row, column, as, value, format);
  }

  return {
    push,
    get claimed() {
      return claimed;
    },
    merges,
    tableIds,
    hiddenColumns,
    get hiddenRows() {
      return hiddenRows;
    },
    get lastShared() {
      return lastShared;
    },
    get isCut() {
      return isCut;
    },
  };
}

/** Enough rows are read; other negative numbers mean that more bytes are needed. */
const STOP = -2;

function readWhole(bytes: Uint8Array, from: number, to: number): number {
  let whole = 0;
  for (let at = from; at < to; at++) whole = whole * 10 + bytes[at]! - 48;
  return whole;
}

function toType(bytes: Uint8Array, from: number, to: number): number {
  switch (bytes[from]) {
    case 115: // s, str
      return to - from === 1 ? SHARED : STRING;
    case 98: // b
      return BOOLEAN;
    case 101: // e
      return FAULT;
    case 105: // inlineStr
      return INLINE;
    case 100: // d
      return ISO;
    default:
      return PLAIN;
  }
}

function toOutside(bytes: Uint8Array, from: number, to: number): Problem {
  return new Problem('workbook-damaged', { params: { detail: decoder.decode(bytes.subarray(from, to)) } });
}
