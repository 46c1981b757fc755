import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { fromParquet } from '../../../src/import/parquet/fromParquet';
import { Problem } from '../../../src/lib/problem';
import { createRandom } from '../../random';
import { readBatches, readRows } from '../readBatches';

type Options = Parameters<typeof parquetWriteBuffer>[0];

const write = (columnData: Options['columnData'], options: Partial<Options> = {}) =>
  new Blob([parquetWriteBuffer({ columnData, ...options })]);
const open = (blob: Blob) => fromParquet(blob, { file: 'x.parquet' });

describe('values', () => {
  test('of plain types come back, with their nulls', async () => {
    const table = await open(
      write([
        { name: 'flag', data: [true, null, false], type: 'BOOLEAN' },
        { name: 'int', data: [1, -2_147_483_648, null], type: 'INT32' },
        { name: 'long', data: [9_223_372_036_854_775_807n, null, -1n], type: 'INT64' },
        { name: 'double', data: [0.1, null, -0], type: 'DOUBLE' },
        { name: 'text', data: ['007', '', null], type: 'STRING' },
        { name: 'long text', data: ['x'.repeat(100_000), '中文😀', '\u0000'], type: 'STRING' },
      ]),
    );
    expect(table.columns.map(({ type }) => type)).toEqual(
      'BOOLEAN INTEGER BIGINT DOUBLE VARCHAR VARCHAR'.split(' '),
    );
    expect(table.rows).toBe(3);
    expect(await readRows(table)).toEqual([
      {
        flag: true,
        int: 1,
        long: '9223372036854775807',
        double: 0.1,
        text: '007',
        'long text': 'x'.repeat(100_000),
      },
      { flag: null, int: -2_147_483_648, long: null, double: null, text: '', 'long text': '中文😀' },
      { flag: false, int: null, long: -1, double: -0, text: null, 'long text': '\u0000' },
    ]);
    expect(table.notes).toEqual([]);
  });

  test('of lists and structs keep what is null, what is empty, and what holds nulls', async () => {
    const nested = [
      { list: [1, null, 3], struct: { a: 'x', b: [{ c: 1 }, { c: null }] } },
      { list: [], struct: { a: null, b: [] } },
      { list: null, struct: { a: 'y', b: null } },
      { list: [null], struct: null },
    ];
    const table = await open(
      new Blob([
        parquetWriteBuffer({
          columnData: [
            { name: 'list', data: nested.map(({ list }) => list) },
            { name: 'struct', data: nested.map(({ struct }) => struct) },
          ],
          schema: [
            { name: 'root', num_children: 2 },
            { name: 'list', repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST' },
            { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
            { name: 'element', repetition_type: 'OPTIONAL', type: 'INT32' },
            { name: 'struct', repetition_type: 'OPTIONAL', num_children: 2 },
            { name: 'a', repetition_type: 'OPTIONAL', type: 'BYTE_ARRAY', converted_type: 'UTF8' },
            { name: 'b', repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST' },
            { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
            { name: 'element', repetition_type: 'OPTIONAL', num_children: 1 },
            { name: 'c', repetition_type: 'OPTIONAL', type: 'INT32' },
          ],
        }),
      ]),
    );
    expect(table.columns.map(({ type }) => type)).toEqual([
      'INTEGER[]',
      'STRUCT("a" VARCHAR, "b" STRUCT("c" INTEGER)[])',
    ]);
    expect(await readRows(table)).toEqual(nested);
  });

  test('of annotated types are those that were meant', async () => {
    const day = new Date('2024-02-29T00:00:00Z');
    const uuid = Uint8Array.from({ length: 16 }, (_, k) => k);
    const schema = (name: string, rest: object) => ({ name, repetition_type: 'OPTIONAL' as const, ...rest });
    const table = await open(
      new Blob([
        parquetWriteBuffer({
          columnData: [
            { name: 'day', data: [day, null] },
            { name: 'moment', data: [new Date('1969-12-31T23:59:59.999Z'), null] },
            { name: 'decimal', data: [-12.34, null] },
            { name: 'uuid', data: [uuid, null] },
            { name: 'unsigned', data: [18_446_744_073_709_551_615n, null] },
          ],
          schema: [
            { name: 'root', num_children: 5 },
            schema('day', { type: 'INT32', converted_type: 'DATE' }),
            schema('moment', { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' }),
            schema('decimal', { type: 'INT64', converted_type: 'DECIMAL', precision: 18, scale: 2 }),
            schema('uuid', { type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16, logical_type: { type: 'UUID' } }),
            schema('unsigned', { type: 'INT64', converted_type: 'UINT_64' }),
          ] as never,
        }),
      ]),
    );
    expect(table.columns.map(({ type }) => type)).toEqual([
      'DATE',
      'TIMESTAMP',
      'DECIMAL(18,2)',
      'UUID',
      'UBIGINT',
    ]);
    expect(table.casts).toEqual({ uuid: 'CAST("uuid" AS UUID)' });
    const [batch] = await readBatches(table);
    expect([...batch!.getChild('decimal')!.data[0]!.values.subarray(0, 4)]).toEqual(
      [...new Int32Array(new BigInt64Array([-1234n, -1n]).buffer)].map((word) => word >>> 0),
    );
    expect((await readRows(table))[0]).toMatchObject({
      day: '2024-02-29',
      moment: '1969-12-31T23:59:59.999Z',
      uuid: '00010203-0405-0607-0809-0a0b0c0d0e0f',
      unsigned: '18446744073709551615',
    });
  });

  test('of many pages, row groups and batches come back in order', async () => {
    const random = createRandom(3);
    const rows = Array.from({ length: 20_000 }, (_, id) => ({
      id,
      city: random.pick(['上海', 'Berlin', null]),
      note: random.below(5) === 0 ? null : `note ${random.below(20_000)}`,
      list: random.below(7) === 0 ? null : Array.from({ length: random.below(4) }, () => random.below(9)),
    }));
    const pick = (name: keyof (typeof rows)[number]) => rows.map((row) => row[name]);
    const blob = new Blob([
      parquetWriteBuffer({
        columnData: (['id', 'city', 'note', 'list'] as const).map((name) => ({ name, data: pick(name) })),
        schema: [
          { name: 'root', num_children: 4 },
          { name: 'id', repetition_type: 'REQUIRED', type: 'INT32' },
          { name: 'city', repetition_type: 'OPTIONAL', type: 'BYTE_ARRAY', converted_type: 'UTF8' },
          { name: 'note', repetition_type: 'OPTIONAL', type: 'BYTE_ARRAY', converted_type: 'UTF8' },
          { name: 'list', repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST' },
          { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
          { name: 'element', repetition_type: 'OPTIONAL', type: 'INT32' },
        ],
        rowGroupSize: 7_000,
        pageSize: 4_000,
      }),
    ]);
    const table = await open(blob);
    let done = 0;
    const batches = await readBatches(table, (bytes) => (done = bytes));
    expect(batches.length).toBe(3);
    expect(done).toBe(blob.size);
    expect(await readRows(table)).toEqual(rows);
  });

  test('names that SQL takes for one are made two', async () => {
    const table = await open(
      write([
        { name: 'a', data: [1] },
        { name: 'A', data: [2] },
      ]),
    );
    expect(table.notes).toEqual([{ kind: 'renamed', column: 'A_2', example: 'A' }]);
    expect(await readRows(table)).toEqual([{ a: 1, A_2: 2 }]);
  });

  test('that are said to be text and are none are replaced, and counted', async () => {
    const blob = new Blob([
      parquetWriteBuffer({
        columnData: [{ name: 's', data: [Uint8Array.of(0xff, 0x41), Uint8Array.of(0x42)] }],
        schema: [
          { name: 'root', num_children: 1 },
          { name: 's', repetition_type: 'REQUIRED', type: 'BYTE_ARRAY', converted_type: 'UTF8' },
        ],
      }),
    ]);
    const table = await open(blob);
    expect(await readRows(table)).toEqual([{ s: '\uFFFDA' }, { s: 'B' }]);
    expect(table.notes).toEqual([{ kind: 'bad-text', column: 's', count: 1 }]);
  });
});

describe('broken files', () => {
  const blob = write(
    [
      { name: 'a', data: Array.from({ length: 3000 }, (_, k) => k), type: 'INT32' },
      { name: 'b', data: Array.from({ length: 3000 }, (_, k) => `t${k % 50}`), type: 'STRING' },
      { name: 'c', data: Array.from({ length: 3000 }, (_, k) => (k % 3 ? k / 7 : null)), type: 'DOUBLE' },
    ],
    { pageSize: 2000 },
  );

  test.each([0, 3, 8, 100, 5000])('the first %i bytes are refused in words', async (size) => {
    await expect(open(blob.slice(0, size))).rejects.toMatchObject({
      code: 'parquet-damaged',
      params: { file: 'x.parquet' },
    });
  });

  test('whatever byte is wrong, the file is read or refused in words', async () => {
    const random = createRandom(17);
    const bytes = new Uint8Array(await blob.arrayBuffer());
    for (let round = 0; round < 300; round++) {
      const broken = bytes.slice();
      for (let k = 0; k < 3; k++) broken[random.below(broken.length)] = random.below(256);
      const outcome = await open(new Blob([broken]))
        .then(readBatches)
        .catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome).toBeInstanceOf(Problem);
      else expect(outcome).toBeInstanceOf(Array);
    }
  });

  test('reading stops when it is told to', async () => {
    const stop = new AbortController();
    const reading = (await open(blob)).batches({ signal: stop.signal, onProgress: () => {} });
    stop.abort();
    await expect(reading[Symbol.asyncIterator]().next()).rejects.toThrow(/abort/i);
  });
});
