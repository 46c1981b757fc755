import type { Data, RecordBatch } from 'apache-arrow';
import { Type } from 'apache-arrow';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import { toRawText } from '../../table/format';
import type { DelimitedSettings } from './delimited';
import { toDateForm } from './dateForm';
import type { WriteFormat } from './format';
import { canHoldFormula, isFormula } from './formula';
import { createGb18030 } from './gb18030';
import type { Out, Places } from './out';
import {
  createOut,
  createPlaces,
  ensure,
  take,
  toNumberText,
  writeDouble,
  writeText,
  writeWhole,
} from './out';

const delimiters = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const;
const quotes = { double: '"', single: "'" } as const;

/** A piece is handed on when it has grown to this. */
const PIECE_BYTES = 2 ** 20;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** Writes a table as CSV, TSV and the like, from the bytes that the engine gives to those of the file. */
export const writeDelimited: WriteFormat<DelimitedSettings> = async ([table], { settings, push }) => {
  const out = createOut(2 * PIECE_BYTES);
  const encode = settings.encoding === 'gb18030' ? createGb18030() : undefined;
  const flush = () => {
    const piece = take(out);
    return push(encode ? encode(piece) : piece);
  };
  const { columns } = table!;
  const style = toStyle(settings);
  if (settings.encoding === 'utf-8-mark') writeText(out, '\uFEFF');
  if (settings.header) writeHeader(out, columns, style);
  const places = columns.map(createPlaces);
  for await (const batch of table!.batches()) {
    for (const part of batch.batches) {
      writePart(out, part, columns, places, style);
      if (out.at >= PIECE_BYTES) await flush();
    }
  }
  await flush();
};

interface Style {
  delimiter: number;
  quote: number;
  point: number;
  lineEnd: Uint8Array;
  missing: Uint8Array;
  /** Which bytes make quotes necessary. */
  special: Uint8Array;
  quotes: DelimitedSettings['quotes'];
  dates: DelimitedSettings['dates'];
  marksFormulas: boolean;
}

function toStyle(settings: DelimitedSettings): Style {
  const delimiter = delimiters[settings.delimiter].charCodeAt(0);
  const quote = quotes[settings.quote].charCodeAt(0);
  const special = new Uint8Array(256);
  for (const code of [delimiter, quote, 10, 13]) special[code] = 1;
  return {
    delimiter,
    quote,
    point: settings.decimal === 'comma' ? 44 : 46,
    lineEnd: encoder.encode(settings.lineEnd === 'crlf' ? '\r\n' : '\n'),
    missing: encoder.encode(settings.missing),
    special,
    quotes: settings.quotes,
    dates: settings.dates,
    marksFormulas: settings.formulas === 'mark',
  };
}

function writeHeader(out: Out, columns: readonly Column[], style: Style): void {
  for (const [k, { name }] of columns.entries()) {
    if (k > 0) out.bytes[out.at++] = style.delimiter;
    const bytes = encoder.encode(style.marksFormulas && isFormula(name) ? `'${name}` : name);
    // a file that begins with ID is one of another kind to Excel
    const isOther = k === 0 && name.startsWith('ID');
    ensure(out, 2 * bytes.length + 16);
    writeField(out, bytes, 0, bytes.length, style, isOther || style.quotes !== 'needed');
  }
  writeLineEnd(out, style);
}

function writeLineEnd(out: Out, { lineEnd }: Style): void {
  for (let k = 0; k < lineEnd.length; k++) out.bytes[out.at++] = lineEnd[k]!;
}

type WriteCell = (row: number) => void;

function writePart(
  out: Out,
  part: RecordBatch,
  columns: readonly Column[],
  places: readonly Places[],
  style: Style,
): void {
  const cells = columns.map((column, k) => toCell(out, part.data.children[k]!, column, places[k]!, style));
  const { delimiter } = style;
  for (let row = 0; row < part.numRows; row++) {
    for (let k = 0; k < cells.length; k++) {
      if (k > 0) out.bytes[out.at++] = delimiter;
      cells[k]!(row);
    }
    ensure(out, 16);
    writeLineEnd(out, style);
  }
}

/** Writes a column's values. Each leaves room for a delimiter or a line end behind it. */
function toCell(out: Out, data: Data, column: Column, places: Places, style: Style): WriteCell {
  const write = toQuoted(out, toValue(out, data, column, places, style), data, style);
  if (data.nullCount === 0) return write;
  const { nullBitmap, offset } = data;
  const { missing } = style;
  return (row) => {
    const at = offset + row;
    if ((nullBitmap[at >> 3]! >> (at & 7)) & 1) return write(row);
    ensure(out, missing.length + 16);
    for (let k = 0; k < missing.length; k++) out.bytes[out.at++] = missing[k]!;
  };
}

/** Texts see to their quotes themselves; numbers and flags have some only where all values shall, or a comma is in them. */
function toQuoted(out: Out, write: WriteCell, { typeId }: Data, style: Style): WriteCell {
  if (typeId === Type.Utf8) return write;
  const isPlain = style.quotes !== 'all' && !(typeId === Type.Float && style.special[style.point] === 1);
  if (isPlain) return write;
  return (row) => {
    ensure(out, 64);
    const start = out.at;
    write(row);
    const hasPoint = out.bytes.subarray(start, out.at).includes(style.point);
    if (style.quotes !== 'all' && !hasPoint) return;
    out.bytes.copyWithin(start + 1, start, out.at);
    out.bytes[start] = style.quote;
    out.at++;
    out.bytes[out.at++] = style.quote;
  };
}

function toValue(out: Out, data: Data, column: Column, places: Places, style: Style): WriteCell {
  const { typeId, values, offset } = data;
  switch (typeId) {
    case Type.Utf8:
      return toText(out, data, column, style);
    case Type.Bool:
      return (row) => {
        const at = offset + row;
        writeText(out, (values[at >> 3] >> (at & 7)) & 1 ? 'true' : 'false');
      };
    case Type.Float:
      return values instanceof Float32Array
        ? (row) => writeFloat(out, values[row]!, column, style)
        : (row) => {
            writeDouble(out, values[row], places, style.point);
            ensure(out, 16);
          };
    case Type.Int:
      if (values instanceof BigInt64Array || values instanceof BigUint64Array) return toLong(out, values);
      return (row) => {
        ensure(out, 40);
        writeWhole(out, values[row]);
      };
    default:
      throw new Error(`no text for Arrow's: ${data.type}`);
  }
}

function writeFloat(out: Out, value: number, column: Column, { point }: Style): void {
  const text = Number.isFinite(value) && value !== 0 ? toRawText(value, column) : toNumberText(value);
  writeText(out, point === 46 ? text : text.replace('.', ','));
  ensure(out, 16);
}

/** A 64-bit number is two halves; it is a BigInt only where a double has not its digits. */
function toLong(out: Out, values: BigInt64Array | BigUint64Array): WriteCell {
  const halves = new Int32Array(values.buffer, values.byteOffset, values.length * 2);
  const isSigned = values instanceof BigInt64Array;
  return (row) => {
    ensure(out, 40);
    const low = halves[2 * row]!;
    const high = halves[2 * row + 1]!;
    if (high === 0 && low >= 0) return writeWhole(out, low);
    const value = (isSigned ? high : high >>> 0) * 2 ** 32 + (low >>> 0);
    if (Number.isSafeInteger(value)) return writeWhole(out, value);
    const text = String(values[row]);
    for (let k = 0; k < text.length; k++) out.bytes[out.at++] = text.charCodeAt(k);
  };
}

function toText(out: Out, { values, valueOffsets }: Data, column: Column, style: Style): WriteCell {
  const bytes = values as Uint8Array;
  const family = toFamily(column.type);
  const quoted = style.quotes === 'all' || (style.quotes === 'texts' && family === 'text');
  const put = (text: string) => {
    const encoded = encoder.encode(text);
    ensure(out, 2 * encoded.length + 16);
    writeField(out, encoded, 0, encoded.length, style, quoted);
  };
  const read = (row: number) => decoder.decode(bytes.subarray(valueOffsets[row], valueOffsets[row + 1]));
  if (family === 'date' && style.dates !== 'iso') {
    const toForm = toDateForm(style.dates);
    return (row) => put(toForm(read(row)));
  }
  if (family === 'number' && style.point !== 46) return (row) => put(read(row).replace('.', ','));
  const guards = style.marksFormulas && canHoldFormula(column);
  return (row) => {
    const from = valueOffsets[row]!;
    const to = valueOffsets[row + 1]!;
    ensure(out, 2 * (to - from) + 16);
    if (guards && from < to && begins[bytes[from]!] === 1) {
      const text = read(row);
      if (isFormula(text)) return put(`'${text}`);
    }
    writeField(out, bytes, from, to, style, quoted);
  };
}

/** The first bytes that a formula can have. */
const begins = new Uint8Array(256);
for (const sign of '=+-@\t\r') begins[sign.charCodeAt(0)] = 1;

/** Copies a text, and begins anew with quotes where one of its signs needs them. */
function writeField(
  out: Out,
  text: Uint8Array,
  from: number,
  to: number,
  { special, quote, missing }: Style,
  quoted: boolean,
): void {
  const { bytes } = out;
  const start = out.at;
  if (!quoted && !isMissing(text, from, to, missing)) {
    let found = 0;
    let at = start;
    for (let k = from; k < to; k++) {
      const byte = text[k]!;
      found |= special[byte]!;
      bytes[at++] = byte;
    }
    if (found === 0) {
      out.at = at;
      return;
    }
  }
  let at = start;
  bytes[at++] = quote;
  for (let k = from; k < to; k++) {
    const byte = text[k]!;
    if (byte === quote) bytes[at++] = quote;
    bytes[at++] = byte;
  }
  bytes[at++] = quote;
  out.at = at;
}

/** A text that is what stands for a missing value has quotes, so that the two are told apart; so the empty text has by itself. */
function isMissing(text: Uint8Array, from: number, to: number, missing: Uint8Array): boolean {
  if (to - from !== missing.length) return false;
  for (let k = 0; k < missing.length; k++) if (text[from + k] !== missing[k]) return false;
  return true;
}
