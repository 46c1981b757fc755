import { describe, expect, test } from 'vitest';
import type { JsonOptions } from '../../../src/import/json/fromJson';
import { fromJson } from '../../../src/import/json/fromJson';
import { createRandom } from '../../random';
import { readBatches, readRows } from '../readBatches';

type Given = Partial<JsonOptions>;

function open(text: string, given: Given = {}) {
  const { signal } = new AbortController();
  return fromJson(new Blob([text]), { file: 'x.json', signal, onProgress: () => {}, ...given });
}

async function read(text: string, given: Given = {}) {
  const table = await open(text, given);
  const rows = await readRows(table);
  if (!given.partial) expect(rows.length).toBe(table.rows);
  return { table, rows, types: table.columns.map(({ type }) => type), notes: table.notes };
}

async function problemOf(text: string, given: Given = {}) {
  const error: unknown = await open(text, given).catch((reason: unknown) => reason);
  return error as { code: string; params: Record<string, string | number> };
}

describe('where the rows lie', () => {
  test.each([
    ['an array of objects', '[{"a":1,"b":"x"},{"a":2,"b":"y"}]'],
    ['lines', '{"a":1,"b":"x"}\n{"a":2,"b":"y"}\n'],
    ['lines with a mark, CRLF and blank ones', '\uFEFF{"a":1,"b":"x"}\r\n\r\n{"a":2,"b":"y"}'],
    ['objects without anything between', '{"a":1,"b":"x"}{"a":2,"b":"y"}'],
    ['an array within an object', '{"meta":{"page":1},"data":[{"a":1,"b":"x"},{"a":2,"b":"y"}]}'],
    ['arrays with a header', '[["a","b"],[1,"x"],[2,"y"]]'],
    ['lines of arrays with a header', '["a","b"]\n[1,"x"]\n[2,"y"]'],
    ['arrays of columns', '{"a":[1,2],"b":["x","y"]}'],
    [
      'a map file',
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":1,"b":"x"},"geometry":null},{"type":"Feature","properties":{"a":2,"b":"y"},"geometry":null}]}',
    ],
  ])('%s', async (_, text) => {
    const { rows } = await read(text);
    expect(rows).toMatchObject([
      { a: 1, b: 'x' },
      { a: 2, b: 'y' },
    ]);
  });

  test('the entries of an object get their key as a column', async () => {
    const { rows } = await read('{"k1":{"a":1,"key":9},"k2":{"a":2},"k3":null}');
    expect(rows).toEqual([
      { key: 'k1', a: 1, key_2: 9 },
      { key: 'k2', a: 2, key_2: null },
      { key: 'k3', a: null, key_2: null },
    ]);
  });

  test('an object with more keys than a table has columns is a list of entries', async () => {
    const members = Array.from({ length: 9000 }, (_, k) => `"id${k}":${k}`).join(',');
    const { rows, table } = await read(`{${members}}`);
    expect(table.layout.rows).toBe('entries');
    expect(rows.length).toBe(9000);
    expect(rows[8999]).toEqual({ key: 'id8999', value: 8999 });
  });

  test('the place with most rows is taken, the others are listed, and what lies beside is told', async () => {
    const text = '{"few":[{"a":1}],"deep":{"many":[{"b":1},{"b":2}]},"a.b":[{"c":1}]}';
    const { table, notes } = await read(text);
    expect(table.path).toBe('deep.many');
    expect(table.paths).toEqual([
      { path: 'deep.many', rows: 2 },
      { path: 'few', rows: 1 },
      { path: '"a.b"', rows: 1 },
    ]);
    expect(notes).toEqual([
      { kind: 'left-out', column: 'few' },
      { kind: 'left-out', column: '"a.b"' },
    ]);
    expect((await read(text, { path: '"a.b"' })).rows).toEqual([{ c: 1 }]);
    expect((await read(text, { path: 'deep' })).rows).toEqual([{ many: [{ b: 1 }, { b: 2 }] }]);
    expect(await problemOf(text, { path: 'nowhere' })).toMatchObject({
      code: 'json-path',
      params: { path: 'nowhere' },
    });
  });

  test('the same key as on the path, elsewhere in the file, is not taken for it', async () => {
    const text =
      '{"x":{"data":[{"a":9}]},"data":[{"a":1,"data":[{"a":7}]},{"a":2,"data":[]}],"y":[{"data":3}]}';
    expect((await read(text, { path: 'data' })).rows.map(({ a }) => a)).toEqual([1, 2]);
  });

  test.each([
    ['a number', '5', [{ value: 5 }]],
    ['a text', '"x"', [{ value: 'x' }]],
    ['null', 'null', [{ value: null }]],
    ['an array of scalars', '[1,null,3]', [{ value: 1 }, { value: null }, { value: 3 }]],
    ['an empty array', '[]', []],
    ['an empty object', '{}', [{ value: '{}' }]],
    ['empty objects', '[{},{}]', [{ value: '{}' }, { value: '{}' }]],
    ['one object', '{"a":{"b":1},"c":[1,2]}', [{ a: { b: 1 }, c: [1, 2] }]],
    ['scalars on lines', '1\n2', [{ value: 1 }, { value: 2 }]],
  ])('%s', async (_, text, expected) => {
    expect((await read(text)).rows).toEqual(expected);
  });

  test('a null among records is a row, and so is a short tuple', async () => {
    expect((await read('[{"a":1},null,{"a":3}]')).rows).toEqual([{ a: 1 }, { a: null }, { a: 3 }]);
    expect((await read('[[1,2,3],[4],null,[]]')).rows).toEqual([
      { column1: 1, column2: 2, column3: 3 },
      { column1: 4, column2: null, column3: null },
      { column1: null, column2: null, column3: null },
      { column1: null, column2: null, column3: null },
    ]);
  });

  test('records among other values are kept as JSON, one to a row', async () => {
    const { rows, notes } = await read('[{"a": 1, "b": [1, "x"]}, 2, "three", null]');
    expect(rows).toEqual([
      { value: '{"a":1,"b":[1,"x"]}' },
      { value: '2' },
      { value: '"three"' },
      { value: null },
    ]);
    expect(notes).toEqual([{ kind: 'mixed', column: 'value' }]);
  });
});

describe('types', () => {
  const typeOf = async (...values: string[]) =>
    (await read(`[${values.map((v) => `{"a":${v}}`).join()}]`)).types[0];

  test.each([
    ['BIGINT', ['1', 'null', '-9223372036854775808']],
    ['DOUBLE', ['1', '2.5']],
    ['DOUBLE', ['1.0']],
    ['DOUBLE', ['1e3', '0.30000000000000004', '0.10000000000000001']],
    ['BOOLEAN', ['true', 'false']],
    ['VARCHAR', ['"1"', '"2"']],
    ['VARCHAR', ['null', 'null']],
    ['VARCHAR', ['1', '"x"']],
    ['VARCHAR', ['true', '1']],
    ['DATE', ['"2024-02-29"', 'null']],
    ['VARCHAR', ['"2023-02-29"']],
    ['VARCHAR', ['"2024-02-29"', '""']],
    ['VARCHAR', ['"2024-02-29"', '"2024-02-29 10:00"']],
    ['TIMESTAMP', ['"2024-02-29T23:59:59.123456"', '"2024-02-29 10:00"']],
    ['VARCHAR', ['"2024-02-29T24:00:00"']],
    ['VARCHAR', ['"2024-02-29T10:00:00Z"']],
    ['HUGEINT', ['18446744073709551615']],
    ['VARCHAR', ['123456789012345678901234567890123456789']],
    ['DECIMAL(20,19)', ['0.1234567890123456789']],
    ['DECIMAL(18,1)', ['12345678901234567', '0.5']],
    ['VARCHAR', ['0.1234567890123456789', '1e5']],
    ['VARCHAR', ['1e400']],
    ['BIGINT[]', ['[1]', '[]', '[null,2]']],
    ['DOUBLE[][]', ['[[1],[2.5]]', '[]']],
    ['VARCHAR[]', ['[]']],
    ['STRUCT("x" BIGINT, "y" VARCHAR)', ['{"x":1}', '{"y":"a"}', 'null']],
    ['STRUCT("x" HUGEINT[])', ['{"x":[18446744073709551615]}']],
    ['VARCHAR', ['{"x":1}', '[1]']],
    ['VARCHAR', ['{}']],
  ])('%s of %j', async (type, values) => {
    expect(await typeOf(...values)).toBe(type);
  });

  test('a type that Arrow has not is made by a cast', async () => {
    const { table, rows } = await read('[{"a b":18446744073709551615,"c":{"d":[0.1234567890123456789]}}]');
    expect(table.casts).toEqual({
      'a b': 'CAST("a b" AS HUGEINT)',
      c: 'CAST("c" AS STRUCT("d" DECIMAL(20,19)[]))',
    });
    expect(rows).toEqual([{ 'a b': '18446744073709551615', c: { d: ['0.1234567890123456789'] } }]);
  });

  test('digits beyond every number type stay, as text, and it is told', async () => {
    const long = '1234567890123456789012345678901234567890';
    const { rows, notes } = await read(`[{"a":${long}},{"a":1}]`);
    expect(rows).toEqual([{ a: long }, { a: '1' }]);
    expect(notes).toEqual([{ kind: 'long-number', column: 'a', example: long }]);
  });

  test('numbers of every length come back', async () => {
    const random = createRandom(5);
    const wholes = Array.from({ length: 400 }, () => {
      const digits = Array.from({ length: 1 + random.below(18) }, () => random.below(10)).join('');
      return `${random.pick(['', '-'])}${BigInt(digits)}`;
    });
    const { table } = await read(`[${wholes.join()}]`);
    const column = (await readBatches(table))[0]!.getChildAt(0)!;
    expect([...column].map(String)).toEqual(wholes.map((text) => (text === '-0' ? '0' : text)));
    const doubles = Array.from({ length: 400 }, () => {
      const value = (random.next() - 0.5) * 10 ** random.below(30);
      return random.pick([String(value), value.toExponential(), value.toPrecision(17), '0.000', '-1.50']);
    });
    const read2 = await read(`[${doubles.join()},0.5]`);
    expect(read2.types).toEqual(['DOUBLE']);
    expect(read2.rows.map(({ value }) => value)).toEqual([...doubles.map(Number), 0.5]);
  });

  test('days and moments are those that were written', async () => {
    const { rows } = await read(
      '[["0001-01-01","1969-12-31T23:59:59.5"],["9999-12-31","2024-03-05 14:05"]]',
      { header: false },
    );
    expect(rows).toEqual([
      { column1: '0001-01-01', column2: '1969-12-31T23:59:59.500Z' },
      { column1: '9999-12-31', column2: '2024-03-05T14:05:00.000Z' },
    ]);
  });

  test('values of several types become text as they were written, and it is told', async () => {
    const { rows, notes } = await read('[{"a":1.50},{"a":"x"},{"a":true},{"a":null}]');
    expect(rows).toEqual([{ a: '1.50' }, { a: 'x' }, { a: 'true' }, { a: null }]);
    expect(notes).toEqual([{ kind: 'mixed', column: 'a' }]);
  });

  test('as text, every scalar stays as it stands', async () => {
    const { rows } = await read('[{"a":1.50,"b":"2024-01-01","c":[1e2]}]', { types: 'text' });
    expect(rows).toEqual([{ a: '1.50', b: '2024-01-01', c: ['1e2'] }]);
  });
});

describe('names', () => {
  test('of two keys that differ in case only, both are kept, and it is told', async () => {
    const { rows, notes } = await read('[{"a":1,"A":2,"":3,"s":{"x":1,"X":2}}]');
    expect(rows).toEqual([{ a: 1, A_2: 2, column3: 3, s: { x: 1, X_2: 2 } }]);
    expect(notes).toEqual([
      { kind: 'renamed', column: 'A_2', example: 'A' },
      { kind: 'renamed', column: 'column3', example: '' },
      { kind: 'renamed', column: 's.X_2', example: 'X' },
    ]);
  });

  test('of a key that stands twice in an object the last value counts, and it is told', async () => {
    const { rows, notes } = await read(
      '[{"a":[1,2],"b":{"c":"x","c":"y"},"a":[3]},{"a":[4],"b":{"c":"z"}},{"b":{"d":1},"b":{"c":"q"}}]',
    );
    expect(rows).toEqual([
      { a: [3], b: { c: 'y', d: null } },
      { a: [4], b: { c: 'z', d: null } },
      { a: null, b: { c: 'q', d: null } },
    ]);
    expect(notes).toEqual([
      { kind: 'duplicate-key', count: 2 },
      { kind: 'duplicate-key', column: 'b', count: 1 },
    ]);
  });

  test('keys with escapes are the keys that they stand for', async () => {
    const { rows } = await read('[{"a\\u0062":1},{"ab":2},{"__proto__":3,"constructor":4}]');
    expect(rows.map((row) => Object.entries(row).filter(([, value]) => value !== null))).toEqual([
      [['ab', 1]],
      [['ab', 2]],
      [
        ['__proto__', 3],
        ['constructor', 4],
      ],
    ]);
  });
});

describe('nested values', () => {
  const text = '[{"id":1,"a":{"b":{"c":1},"d":[{"e":1}]}},{"id":2,"a":null},{"id":3,"a":{"b":null}}]';

  test('become structs and lists; what is missing is null', async () => {
    expect((await read(text)).rows).toEqual([
      { id: 1, a: { b: { c: 1 }, d: [{ e: 1 }] } },
      { id: 2, a: null },
      { id: 3, a: { b: null, d: null } },
    ]);
  });

  test('fall into columns where that is asked for; lists stay', async () => {
    expect((await read(text, { flatten: true })).rows).toEqual([
      { id: 1, 'a.b.c': 1, 'a.d': [{ e: 1 }] },
      { id: 2, 'a.b.c': null, 'a.d': null },
      { id: 3, 'a.b.c': null, 'a.d': null },
    ]);
  });

  test('of a map file the properties are columns, and the geometry is JSON', async () => {
    const { rows, notes } = await read(
      '{"type":"FeatureCollection","features":[{"type":"Feature","id":7,"geometry":{"type":"Point","coordinates":[1.5,2]},"properties":{"id":"x","p":{"q":1}}}]}',
    );
    expect(rows).toEqual([
      { id: 7, geometry: '{"type":"Point","coordinates":[1.5,2]}', id_2: 'x', p: { q: 1 } },
    ]);
    expect(notes).toContainEqual({ kind: 'left-out', column: 'features.type' });
  });
});

describe('texts', () => {
  test('come back character for character', async () => {
    const texts = ['', ' ', '中文😀', 'a"b\\c/d', '\u0000\u0001\n', 'x'.repeat(100_000), '007'];
    expect((await read(JSON.stringify(texts))).rows.map(({ value }) => value)).toEqual(texts);
    const escaped = `["${texts.map((t) => [...t].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}${c.length > 1 ? `\\u${c.charCodeAt(1).toString(16)}` : ''}`).join('')).join('","')}"]`;
    expect((await read(escaped)).rows.map(({ value }) => value)).toEqual(texts);
  });

  test('a mark within a text is a character of it', async () => {
    const [batch] = await readBatches(await open('["\uFEFFa"]'));
    expect(Buffer.from(batch!.getChildAt(0)!.data[0]!.values as Uint8Array).toString('hex')).toBe('efbbbf61');
  });

  test('half a character is replaced, and it is told', async () => {
    const { rows, notes } = await read('["a\\ud800b","\\ud83d\\ude00"]');
    expect(rows).toEqual([{ value: 'a\uFFFDb' }, { value: '😀' }]);
    expect(notes).toEqual([{ kind: 'bad-text', column: 'value', count: 1 }]);
  });

  test('bytes that are no UTF-8 are refused', async () => {
    const blob = new Blob([new Uint8Array([0x5b, 0x22, 0xc3, 0x28, 0x22, 0x5d])]);
    const { signal } = new AbortController();
    const refused = fromJson(blob, { file: 'x.json', signal, onProgress: () => {} });
    await expect(refused).rejects.toMatchObject({ code: 'file-not-utf8', params: { file: 'x.json' } });
  });
});

describe('what is no JSON', () => {
  test.each([
    ['', 1, 1, 'EOF'],
    ['{"a":1,\n"b":tru}', 2, 8, '}'],
    ['[1,\n\n  ]', 3, 3, ']'],
    ['{"中文":1 "b":2}', 1, 9, '"'],
    ['[1]\n[2', 2, 3, 'EOF'],
    ['{"a":"x\ty"}', 1, 8, 'U+0009'],
    ['[01]', 1, 3, '1'],
    ['[1] [2]', 1, 5, '['],
    ['{"a":1}}', 1, 8, '}'],
    ["{'a':1}", 1, 2, "'"],
    ['["\\x"]', 1, 4, 'x'],
    ['[NaN]', 1, 2, 'N'],
    ['\uFEFF[1,]', 1, 4, ']'],
    ['{"a":1}\n{"a":2,}\n', 2, 8, '}'],
  ])('%j is refused at line %i, column %i', async (text, line, column, found) => {
    for (const chunkSize of [1, 3, 1024]) {
      expect(await problemOf(text, { chunkSize })).toMatchObject({
        code: 'json-syntax',
        params: { file: 'x.json', line, column, found },
      });
    }
  });

  test('a hundred thousand open brackets are refused, and as many closed ones are one value', async () => {
    const open = '['.repeat(100_000);
    expect(await problemOf(open)).toMatchObject({ code: 'json-syntax', params: { column: 100_001 } });
    expect(await problemOf('{"a":'.repeat(100_000))).toMatchObject({ code: 'json-syntax' });
    const { table } = await read(open + ']'.repeat(100_000));
    const [batch] = await readBatches(table);
    let value: unknown = batch!.getChildAt(0)!.get(0);
    while (typeof value === 'object' && value !== null) value = [...(value as Iterable<unknown>)][0];
    expect(String(value)).toMatch(/^\[+\]+$/);
  });
});

describe('large files', () => {
  const random = createRandom(11);
  const value = (depth: number): unknown =>
    random.pick<() => unknown>([
      () => random.below(1000),
      () => random.next(),
      () => `t${random.below(50)}"\\ü中`,
      () => random.pick([true, false, null]),
      () => (depth > 2 ? null : Array.from({ length: random.below(4) }, () => ({ x: value(depth + 1) }))),
      () => (depth > 2 ? null : { k: random.below(9), l: value(depth + 1) }),
    ])();
  const given = Array.from({ length: 300 }, (_, id) => ({ id, n: random.below(9), v: value(0) }));
  const json = (item: unknown) => JSON.stringify(item);

  test('the size of the pieces makes no difference', async () => {
    const text = json({ before: [1], rows: given });
    const whole = await read(text);
    expect(whole.rows.map(({ id }) => id)).toEqual(given.map(({ id }) => id));
    for (const chunkSize of [7, 64, 1000]) expect((await read(text, { chunkSize })).rows).toEqual(whole.rows);
  });

  test('rows of one shape come back as they were written', async () => {
    const items = given.map(({ id, n }) => ({ id, n, s: { t: `x${id}`, u: [n, null] } }));
    expect((await read(json(items))).rows).toEqual(items);
    expect((await read(items.map(json).join('\n'))).rows).toEqual(items);
  });

  test('come in batches of one schema, with progress to the last byte', async () => {
    const text = Array.from({ length: 70_000 }, (_, k) => `{"k":${k}}`).join('\n');
    const table = await open(text);
    let done = 0;
    const batches = await readBatches(table, (bytes) => (done = bytes));
    expect(batches.length).toBeGreaterThan(1);
    expect(batches.map(({ schema }) => schema)).toEqual(batches.map(() => table.schema));
    expect(batches.reduce((sum, { numRows }) => sum + numRows, 0)).toBe(70_000);
    expect(done).toBe(text.length);
  });

  test('can be read twice, and stopped', async () => {
    const table = await open('[{"a":1},{"a":2}]');
    expect(await readRows(table)).toEqual(await readRows(table));
    const stop = new AbortController();
    stop.abort();
    const reading = table.batches({ signal: stop.signal, onProgress: () => {} });
    await expect(reading[Symbol.asyncIterator]().next()).rejects.toThrow(/abort/i);
  });

  test('a beginning gives the rows that are whole in it', async () => {
    const text = '[{"a":1,"b":[1,2],"c":{"d":{"e":1}}},{"a":2,"b":[3],"c":{"d":null}},{"a":3,"b":[4,5,6]}]';
    const whole = { 1: '{"e":1}}}', 2: '"d":null}}', 3: '5,6]}' };
    for (let size = text.indexOf(whole[1]) + whole[1].length; size < text.length; size++) {
      const { rows } = await read(text.slice(0, size), { partial: true });
      expect(rows.map(({ a }) => a)).toEqual(
        ([1, 2, 3] as const).filter((a) => text.slice(0, size).includes(whole[a])),
      );
    }
  });
});
