import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { crc32, deflateSync } from 'node:zlib';
import {
  Bool,
  DateDay,
  Decimal,
  Field,
  Float32,
  Float64,
  Int32,
  Int64,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  TimeMicrosecond,
  TimestampMicrosecond,
  Uint64,
  Utf8,
  vectorFromArray,
} from 'apache-arrow';
import type { Data, DataType } from 'apache-arrow';
import type { Book, SheetColumn, TableSheet } from '../../../src/export/xlsx/book';
import { toXlsxCast } from '../../../src/export/xlsx/kinds';
import type { WriteXlsxOptions } from '../../../src/export/xlsx/writeXlsx';
import { writeXlsx } from '../../../src/export/xlsx/writeXlsx';
import { xlsx as words } from '../../../src/i18n/xlsx.en';

const run = promisify(execFile);

export interface MadeColumn extends SheetColumn {
  values: readonly unknown[];
}

/** A sheet of columns with their values, as they cross from the engine. */
export function toSheet(
  name: string,
  columns: readonly MadeColumn[],
  more: Partial<TableSheet> = {},
): TableSheet {
  return { kind: 'table', name, columns, rows: more.rows ?? [toTable(columns)], ...more };
}

export function toTable(columns: readonly MadeColumn[]): Table {
  const children = columns.map((column) => toData(column));
  const fields = children.map(({ type }, at) => new Field(String(at), type, true));
  const length = columns[0]?.values.length ?? 0;
  const data = makeData({ type: new Struct(fields), length, nullCount: 0, children });
  return new Table(new RecordBatch(new Schema(fields), data));
}

const TYPES: Record<string, () => DataType> = {
  BOOLEAN: () => new Bool(),
  INTEGER: () => new Int32(),
  BIGINT: () => new Int64(),
  UBIGINT: () => new Uint64(),
  FLOAT: () => new Float32(),
  DOUBLE: () => new Float64(),
  DATE: () => new DateDay(),
  TIME: () => new TimeMicrosecond(),
  TIMESTAMP: () => new TimestampMicrosecond(),
};

function toData(column: MadeColumn): Data {
  const { type, values } = column;
  const decimal = /^DECIMAL\((\d+),(\d+)\)$/.exec(type);
  if (decimal && toXlsxCast(column) === undefined)
    return toDecimals(values, Number(decimal[1]), Number(decimal[2]));
  const made =
    toXlsxCast(column) === undefined && type !== 'VARCHAR' ? (TYPES[type]!() as DataType) : new Utf8();
  if (type === 'DATE' && !(made instanceof Utf8)) {
    const days = Int32Array.from(values, (value) => (value === null ? 0 : Number(value)));
    return makeData({ type: new DateDay(), length: values.length, data: days, ...toNulls(values) });
  }
  if ((type === 'TIMESTAMP' || type === 'TIME') && !(made instanceof Utf8)) {
    const micros = BigInt64Array.from(values, (value) => BigInt((value ?? 0) as number));
    return makeData({
      type: made as TimestampMicrosecond,
      length: values.length,
      data: micros,
      ...toNulls(values),
    });
  }
  return vectorFromArray(values as never[], made as never).data[0]! as Data;
}

function toDecimals(values: readonly unknown[], precision: number, scale: number) {
  const words = new Uint32Array(values.length * 4);
  for (const [row, value] of values.entries()) {
    let left = BigInt.asUintN(128, BigInt((value ?? 0) as bigint));
    for (let k = 0; k < 4; k++, left >>= 32n) words[row * 4 + k] = Number(left & 0xffffffffn);
  }
  return makeData({
    type: new Decimal(scale, precision, 128),
    length: values.length,
    data: words,
    ...toNulls(values),
  });
}

function toNulls(values: readonly unknown[]) {
  const nullBitmap = new Uint8Array(Math.ceil(values.length / 8));
  let nullCount = 0;
  for (const [row, value] of values.entries()) {
    if (value === null) nullCount++;
    else nullBitmap[row >> 3]! |= 1 << (row & 7);
  }
  return { nullBitmap, nullCount };
}

/** Writes a book, and gives the file beside what was told of it. */
export async function make(
  book: Omit<Book, 'title'> & { title?: string },
  options: Partial<WriteXlsxOptions> = {},
) {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const report = await writeXlsx({ title: 'Sales', ...book }, (bytes) => void pieces.push(bytes), {
    words,
    date: new Date(Date.UTC(2026, 10, 22, 8, 30)),
    ...options,
  });
  const blob = new Blob(pieces);
  return { blob, bytes: new Uint8Array(await blob.arrayBuffer()), report };
}

/** The texts of a file's parts. */
export async function unzip(bytes: Uint8Array): Promise<Record<string, string>> {
  const script = `import sys, json, zipfile
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
json.dump({n: z.read(n).decode('utf-8', 'replace') for n in z.namelist()}, sys.stdout)`;
  return JSON.parse(await runPython(script, bytes)) as Record<string, string>;
}

/** What a Python script prints of a file; Debian's own Python has the packages. */
export async function runPython(script: string, bytes: Uint8Array): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'xlsx-'));
  try {
    const file = path.join(folder, 'made.xlsx');
    await writeFile(file, bytes);
    const { stdout } = await run(python, ['-c', script, file], { maxBuffer: 2 ** 28 });
    return stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}

const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';

/** Whether Python is there, and has a package. */
export function hasPython(module: string): boolean {
  return spawnSync(python, ['-c', `import ${module}`]).status === 0;
}

/** A picture of one colour. */
export function makePng(width: number, height: number): Uint8Array<ArrayBuffer> {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    size.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([size, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0], 8);
  const rows = Buffer.alloc((width + 1) * height, 128);
  for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0;
  const parts = [
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Uint8Array.from(Buffer.concat(parts));
}
