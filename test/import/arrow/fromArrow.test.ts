import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DataType } from 'apache-arrow';
import {
  Binary,
  Decimal,
  Dictionary,
  Field,
  Float16,
  Int32,
  IntervalDayTime,
  List,
  makeData,
  RecordBatch,
  RecordBatchFileWriter,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  TimestampNanosecond,
  Utf8,
  Vector,
  vectorFromArray,
} from 'apache-arrow';
import { describe, expect, test } from 'vitest';
import { fromArrow } from '../../../src/import/arrow/fromArrow';
import { Problem } from '../../../src/lib/problem';
import { createRandom } from '../../random';
import { readBatches, readRows } from '../readBatches';

function toBatches(columns: [name: string, vector: Vector][]): RecordBatch[] {
  const schema = new Schema(columns.map(([name, { type }]) => new Field(name, type as DataType, true)));
  const children = columns.map(([, vector]) => vector.data[0]!);
  const { length } = columns[0]![1];
  return [new RecordBatch(schema, makeData({ type: new Struct(schema.fields), length, children }))];
}

function toVector(type: DataType, values: ArrayBufferView, { length, nullBitmap }: Slots): Vector {
  const nullCount = nullBitmap ? 1 : 0;
  return new Vector([makeData({ type, length, nullBitmap, nullCount, data: values } as never)]);
}

interface Slots {
  length: number;
  nullBitmap?: Uint8Array;
}

const toStream = (columns: [string, Vector][]) =>
  new Blob([
    RecordBatchStreamWriter.writeAll(toBatches(columns)).toUint8Array(true) as Uint8Array<ArrayBuffer>,
  ]);
const toFile = (columns: [string, Vector][]) =>
  new Blob([
    RecordBatchFileWriter.writeAll(toBatches(columns)).toUint8Array(true) as Uint8Array<ArrayBuffer>,
  ]);
const open = (blob: Blob) => fromArrow(blob, { file: 'x.arrow' });

const feather = path.join(import.meta.dirname, '../../data/feather');
const plain: [string, Vector][] = [
  ['a', vectorFromArray([1, null, 3], new Int32())],
  ['b', vectorFromArray(['x', '中', null], new Utf8())],
  ['c', vectorFromArray(['k', 'k', 'l'], new Dictionary(new Utf8(), new Int32()))],
];
const plainRows = [
  { a: 1, b: 'x', c: 'k' },
  { a: null, b: '中', c: 'k' },
  { a: 3, b: null, c: 'l' },
];

describe('a stream, a file and Feather version 2', () => {
  test.each([
    ['a stream', toStream(plain)],
    ['a file', toFile(plain)],
  ])('%s is read, more than once', async (_, blob) => {
    const table = await open(blob);
    expect(table.columns).toEqual([
      { name: 'a', type: 'INTEGER' },
      { name: 'b', type: 'VARCHAR' },
      { name: 'c', type: 'VARCHAR' },
    ]);
    let done = 0;
    await readBatches(table, (bytes) => (done = bytes));
    expect(done).toBeGreaterThan(0);
    expect(await readRows(table)).toEqual(plainRows);
    expect(table.notes).toEqual([]);
  });

  test.each(['lz4', 'zstd'])('buffers packed with %s', async (codec) => {
    const file = path.join(feather, `${codec}.feather`);
    const rows = await readRows(await open(new Blob([readFileSync(file)])));
    expect(rows).toEqual(Array.from({ length: 200 }, (_, k) => ({ a: k, s: `row ${k % 10}` })));
  });

  test('names that SQL takes for one are made two', async () => {
    const table = await open(toStream([plain[0]!, ['A', plain[1]![1]]]));
    expect(table.columns.map(({ name }) => name)).toEqual(['a', 'A_2']);
    expect(table.notes).toEqual([{ kind: 'renamed', column: 'A_2', example: 'A' }]);
  });
});

describe('types that the engine misreads or has not', () => {
  test('numbers of 16 bits become wider ones', async () => {
    const table = await open(
      toStream([['h', vectorFromArray([1.5, null, -65504, 2 ** -24], new Float16())]]),
    );
    expect(table.columns).toEqual([{ name: 'h', type: 'FLOAT' }]);
    expect((await readRows(table)).map(({ h }) => h)).toEqual([1.5, null, -65504, 2 ** -24]);
  });

  test('decimals of 256 bits become narrower ones, or text where they are too long', async () => {
    const words = new Uint32Array(16).fill(0xffffffff);
    words.set([150, 0, 0, 0, 0, 0, 0, 0]);
    const narrow = await open(toStream([['d', toVector(new Decimal(2, 20, 256), words, { length: 2 })]]));
    expect(narrow.columns).toEqual([{ name: 'd', type: 'DECIMAL(20,2)' }]);
    const [batch] = await readBatches(narrow);
    expect([...(batch!.getChildAt(0)!.data[0]!.values as Uint32Array)]).toEqual([
      150,
      0,
      0,
      0,
      ...words.slice(8, 12),
    ]);
    const wide = await open(toStream([['d', toVector(new Decimal(2, 60, 256), words, { length: 2 })]]));
    expect(await readRows(wide)).toEqual([{ d: '1.50' }, { d: '-0.01' }]);
  });

  test('days and milliseconds are told to the engine in words', async () => {
    const values = Int32Array.of(1, 2500, -3, 0);
    const table = await open(toStream([['i', toVector(new IntervalDayTime(), values, { length: 2 })]]));
    expect(table.casts).toEqual({ i: 'CAST("i" AS INTERVAL)' });
    expect(await readRows(table)).toEqual([
      { i: '1 days 2500 milliseconds' },
      { i: '-3 days 0 milliseconds' },
    ]);
  });

  test('nanoseconds of a moment with a zone are counted, for the engine cuts them', async () => {
    const values = BigInt64Array.of(1_000n, 1_001n, 999n);
    const slots = { length: 3, nullBitmap: Uint8Array.of(0b011) };
    const zoned = await open(toStream([['t', toVector(new TimestampNanosecond('UTC'), values, slots)]]));
    await readBatches(zoned);
    await readBatches(zoned);
    expect(zoned.notes).toEqual([{ kind: 'nanoseconds', column: 't', count: 1 }]);
    const plain = await open(toStream([['t', toVector(new TimestampNanosecond(), values, slots)]]));
    await readBatches(plain);
    expect(plain.notes).toEqual([]);
  });

  test('one that lies within another is refused in words', async () => {
    const type = new List(new Field('item', new Float16(), true));
    const refused = open(toStream([['l', vectorFromArray([[1]], type)]]));
    await expect(refused).rejects.toMatchObject({ code: 'arrow-unsupported', params: { file: 'x.arrow' } });
  });

  test('bytes stay bytes', async () => {
    const table = await open(toStream([['b', vectorFromArray([Uint8Array.of(0, 255), null], new Binary())]]));
    expect(table.columns).toEqual([{ name: 'b', type: 'BLOB' }]);
    expect(await readRows(table)).toEqual([{ b: '00ff' }, { b: null }]);
  });
});

describe('broken files', () => {
  test.each([
    ['a stream', toStream(plain)],
    ['a file', toFile(plain)],
  ])('of %s no length that is a lie is counted to', async (_, blob) => {
    const unknown: unknown[] = [];
    for (let at = 8; at + 4 <= blob.size; at += 4) {
      const lie = Int32Array.of(0x7fff_ffff);
      const broken = new Blob([blob.slice(0, at), lie, blob.slice(at + 4)]);
      const outcome = await open(broken)
        .then(readRows)
        .catch((error: unknown) => error);
      // one that is counted to takes longer than a test may
      const isTold = outcome instanceof Problem && outcome.code.startsWith('arrow-');
      if (outcome instanceof Error && !isTold) unknown.push([at, outcome]);
    }
    expect(unknown).toEqual([]);
  });

  test('text that is none is replaced, and counted', async () => {
    const data = makeData({
      type: new Utf8(),
      length: 3,
      nullCount: 0,
      valueOffsets: Int32Array.of(0, 2, 3, 5),
      data: Uint8Array.of(0xff, 0x41, 0xe4, 0xb8, 0xad),
    });
    const broken = new Vector([data]);
    const table = await open(toStream([['s', broken]]));
    expect(await readRows(table)).toEqual([{ s: '\uFFFDA' }, { s: '\uFFFD' }, { s: '\uFFFD\uFFFD' }]);
    expect(table.notes).toEqual([{ kind: 'bad-text', column: 's', count: 3 }]);
  });

  test('a value outside the dictionary is refused: the engine would make it blank', async () => {
    const type = new Dictionary(new Utf8(), new Int32());
    const dictionary = vectorFromArray(['x'], new Utf8());
    const data = makeData({ type, length: 2, nullCount: 0, data: Int32Array.of(0, 5), dictionary });
    const broken = new Vector([data]);
    const table = await open(toStream([['s', broken]]));
    await expect(readRows(table)).rejects.toMatchObject({ code: 'arrow-damaged' });
  });

  test('a file that is cut short is refused', async () => {
    const blob = toFile(plain);
    for (const size of [8, 20, 200, blob.size - 1]) {
      await expect(open(blob.slice(0, size)).then(readRows)).rejects.toMatchObject({ code: 'arrow-damaged' });
    }
  });

  test.each([
    ['a stream', toStream(plain.slice(0, 2)), 0],
    ['packed buffers', new Blob([readFileSync(path.join(feather, 'lz4.feather'))]), 8],
  ])('whatever byte of the values is wrong, %s is read or refused in words', async (_, blob, start) => {
    const random = createRandom(5);
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const view = new DataView(bytes.buffer);
    // after the messages with the schema and with what the batch is, and before the footer, where there is one
    const batch = start + 8 + view.getInt32(start + 4, true);
    const from = batch + 8 + view.getInt32(batch + 4, true);
    const to = start === 0 ? bytes.length : bytes.length - 10 - view.getInt32(bytes.length - 10, true);
    for (let round = 0; round < 200; round++) {
      const broken = bytes.slice();
      for (let k = 0; k < 2; k++) broken[from + random.below(to - from)] = random.below(256);
      const outcome = await open(new Blob([broken]))
        .then((table) => readBatches(table))
        .catch((error: unknown) => error);
      // one that is counted to takes longer than a test may
      if (outcome instanceof Error) expect(outcome).toBeInstanceOf(Problem);
      else expect(outcome).toBeInstanceOf(Array);
    }
  });

  test.each([
    ['nothing', ''],
    ['text', 'a,b\n1,2\n3,4\n5,6\n'],
    ['a mark alone', 'ARROW1'],
  ])('%s is refused', async (_, text) => {
    await expect(open(new Blob([text])).then(readRows)).rejects.toMatchObject({ code: 'arrow-damaged' });
  });

  test('Feather version 1 is told by name', async () => {
    await expect(open(new Blob(['FEA1xxxxxxxxFEA1']))).rejects.toMatchObject({
      code: 'arrow-unsupported',
      params: { detail: 'Feather version 1', file: 'x.arrow' },
    });
  });
});
