import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { isQuire, readQuire } from '../../src/export/readQuire';
import { toZip } from '../../src/export/zip';
import { openEntry, readDirectory } from '../../src/import/pack/zip';
import { fromParquet } from '../../src/import/parquet/fromParquet';
import { Problem } from '../../src/lib/problem';
import { createRandom } from '../random';
import { createDuck } from '../run/duck';
import { toReceipt, toTable, workbook, write } from './quireFile';

let duck: Awaited<ReturnType<typeof createDuck>>;
beforeAll(async () => {
  duck = await createDuck();
}, 60_000);

const orders = `SELECT ['Paris', 'Lyon', '北京'][1 + range % 3] AS city, range AS price FROM range(1000)`;

async function refuse(file: Blob, passphrase?: string): Promise<string> {
  try {
    await readQuire(file, passphrase === undefined ? {} : { passphrase });
    return 'opened';
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

async function readValues(file: Blob): Promise<unknown[][]> {
  const table = await fromParquet(file, { file: 'x' });
  const rows: unknown[][] = [];
  const options = { signal: new AbortController().signal, onProgress: () => {} };
  for await (const batch of table.batches(options))
    for (const row of batch) rows.push(Object.values(row!.toJSON() as object));
  return rows;
}

/** The parts of a file, changed, as a file again. */
async function rezip(file: Blob, change: (path: string, text: string) => string | undefined): Promise<Blob> {
  const parts = [];
  for (const entry of await readDirectory(file)) {
    const blob = await new Response(await openEntry(file, entry)).blob();
    const text = entry.path.endsWith('.parquet') ? '' : await blob.text();
    const changed = change(entry.path, text);
    if (changed !== undefined)
      parts.push({ path: entry.path, blob: changed === text ? blob : new Blob([changed]) });
  }
  return toZip(parts);
}

test('a workbook with all its data comes back: cells, rows, receipt, and what is known of the file', async () => {
  const file = await write(duck, { tables: [toTable(duck, 'orders', orders)] });
  expect(await isQuire(file)).toBe(true);
  const { manifest, workbook: book, needs, tables } = await readQuire(file);
  expect(manifest).toMatchObject({
    quire: 1,
    title: workbook.title,
    data: 'all',
    created: '2026-03-04T05:06:08.000Z',
  });
  expect(book.cells).toEqual(workbook.cells);
  expect([book.title, book.seed]).toEqual([workbook.title, 7]);
  expect(needs).toEqual(workbook.sources);
  expect(tables[0]!.source).toMatchObject({
    name: 'orders',
    rows: 1000,
    receipt: toReceipt(1000),
    masked: [],
  });
  const rows = await readValues(tables[0]!.rows);
  expect([rows.length, rows[0], rows[999]]).toEqual([1000, ['Paris', 0n], ['Paris', 999n]]);
});

test('a workbook without data is a few hundred bytes that need nothing else', async () => {
  const file = await write(duck, { data: 'none' });
  const { manifest, tables } = await readQuire(file);
  expect([manifest.data, tables.length]).toEqual(['none', 0]);
  expect(file.size).toBeLessThan(2000);
});

test('the lists of what is not among the rows come along with whole tables, and with no others', async () => {
  const list =
    'SELECT 2::BIGINT AS line, NULL::VARCHAR AS "column", \'too-many\' AS reason, \'a,"b"\' AS text';
  duck.create('orders rejected', list);
  const change = { rejected: 1, receipt: toReceipt(1000, { rejected: 1, records: 1002 }) };
  const whole = await readQuire(await write(duck, { tables: [toTable(duck, 'orders', orders, change)] }));
  expect(await whole.tables[0]!.rejected!.text()).toBe('2,,too-many,"a,""b"""\n');
  const masked = { ...change, masked: ['city'] };
  const partial = await readQuire(await write(duck, { tables: [toTable(duck, 'orders', orders, masked)] }));
  expect(partial.tables[0]!.rejected).toBeUndefined();
  expect(partial.tables[0]!.source.receipt.rejected).toBe(0);
});

test('a sample has so many rows, in their order, the same ones each time, and says that it is one', async () => {
  const tables = [toTable(duck, 'orders', orders, { sample: { rows: 10, seed: 3 } })];
  const [one, again] = [
    await write(duck, { tables, data: 'sample' }),
    await write(duck, { tables, data: 'sample' }),
  ];
  const { tables: read } = await readQuire(one);
  const prices = (await readValues(read[0]!.rows)).map((row) => Number(row[1]));
  expect(prices.length).toBe(10);
  expect(prices).toEqual(prices.toSorted((a, b) => a - b));
  expect(await readValues((await readQuire(again)).tables[0]!.rows)).toHaveLength(10);
  expect(read[0]!.source).toMatchObject({ rows: 10, sample: { of: 1000, seed: 3 } });
  expect(read[0]!.source.receipt).toMatchObject({ loaded: 10, warnings: [{ code: 'sampled', count: 1000 }] });
});

test('nothing of a masked column is in the file, equal values have equal marks, and two files have different ones', async () => {
  const tables = [toTable(duck, 'orders', orders, { masked: ['city'] })];
  const [one, other] = [await write(duck, { tables }), await write(duck, { tables })];
  for (const file of [one, other]) {
    const texts = await Promise.all(
      (await readDirectory(file)).map(async (entry) => new Response(await openEntry(file, entry)).text()),
    );
    for (const value of ['Paris', 'Lyon', '北京'])
      expect(texts.some((text) => text.includes(value))).toBe(false);
  }
  const [marks, others] = await Promise.all(
    [one, other].map(async (file) =>
      (await readValues((await readQuire(file)).tables[0]!.rows)).map(([mark]) => mark),
    ),
  );
  expect([new Set(marks).size, new Set([...marks!, ...others!]).size]).toEqual([3, 6]);
  expect(marks![0]).toBe(marks![3]);
  expect(marks![0]).toMatch(/^[0-9a-f]{16}$/);
});

test('a column that is left out is nowhere', async () => {
  const tables = [toTable(duck, 'orders', orders, { leftOut: ['city'] })];
  const { tables: read } = await readQuire(await write(duck, { tables }));
  expect(read[0]!.source.columns).toEqual([{ name: 'price', type: 'BIGINT' }]);
  expect(JSON.stringify(read[0]!.source.receipt)).not.toContain('Paris');
  expect((await readValues(read[0]!.rows))[5]).toEqual([5n]);
});

test('with a passphrase the file opens by that alone', async () => {
  const file = await write(duck, { tables: [toTable(duck, 'orders', orders)], passphrase: 'green tea' });
  expect(await isQuire(file)).toBe(true);
  expect(await refuse(file)).toBe('quire-locked');
  expect(await refuse(file, 'black tea')).toBe('quire-passphrase');
  expect(await refuse(file, 'green tea')).toBe('opened');
  expect((await file.text()).includes('by_city')).toBe(false);
});

test('a byte that is changed anywhere is refused, or changes nothing of what is opened', async () => {
  const small = toTable(duck, 'orders', `SELECT * FROM (${orders}) LIMIT 20`);
  const plain = await (await write(duck, { tables: [small] })).bytes();
  const whole = await readQuire(new Blob([plain]));
  const rows = await whole.tables[0]!.rows.bytes();
  let refused = 0;
  for (let at = 0; at < plain.length; at += 3) {
    const changed = plain.slice();
    changed[at]! ^= 0x21;
    try {
      const read = await readQuire(new Blob([changed]));
      expect({ at, book: read.workbook, manifest: read.manifest }).toEqual({
        at,
        book: whole.workbook,
        manifest: whole.manifest,
      });
      expect(await read.tables[0]!.rows.bytes()).toEqual(rows);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // a name in the list of parts has no sum that could tell
      expect(['quire-damaged', 'quire-unreadable']).toContain(error.code);
      refused++;
    }
  }
  // only the headers of a zip say things that nobody reads, such as the hour
  expect(refused / (plain.length / 3)).toBeGreaterThan(0.8);
});

test('a file that is cut short anywhere is refused', async () => {
  const file = await write(duck, { tables: [toTable(duck, 'orders', orders)] });
  for (const share of [0, 0.1, 0.5, 0.9, 0.999])
    expect(await refuse(file.slice(0, Math.floor(file.size * share)))).toMatch(
      /^quire-(damaged|unreadable)$/,
    );
});

test('bytes at random are refused in words', async () => {
  const random = createRandom(5);
  for (let round = 0; round < 50; round++) {
    const bytes = Uint8Array.from({ length: random.below(3000) }, () => random.below(256));
    expect(await refuse(new Blob([round % 2 ? 'PK\u0003\u0004' : '', bytes]))).toBe('quire-damaged');
  }
});

test('a file of a newer form, and a workbook of a newer form, say so', async () => {
  const file = await write(duck, {});
  const newer = await rezip(file, (path, text) =>
    path === 'manifest.json' ? text.replace('"quire": 1', '"quire": 2') : text,
  );
  expect(await refuse(newer)).toBe('quire-newer');
  expect(await refuse(await write(duck, { workbook: { ...workbook, quire: 99 } }))).toBe('quire-newer');
});

test('a part that was exchanged, left out, or named otherwise is refused', async () => {
  const file = await write(duck, { tables: [toTable(duck, 'orders', orders)] });
  const swapped = (path: string, text: string) =>
    path === 'workbook.json' ? text.replace('sum(price)', 'max(price)') : text;
  expect(await refuse(await rezip(file, swapped))).toBe('quire-changed');
  expect(
    await refuse(await rezip(file, (path, text) => (path.endsWith('.parquet') ? undefined : text))),
  ).toBe('quire-damaged');
  expect(
    await refuse(
      await rezip(file, (path, text) =>
        path === 'manifest.json' ? text.replace('"data/1.parquet"', '"../data/1.parquet"') : text,
      ),
    ),
  ).toBe('quire-damaged');
});

test('what is no workbook, or has parts of the wrong type, is refused', async () => {
  const file = await write(duck, { tables: [toTable(duck, 'orders', orders)] });
  const broken: [string, RegExp][] = [
    ['"contents": [', /"contents": \[/],
    ['"contents": 5, "x": [', /"contents": \[/],
    ['"quire": "1"', /"quire": 1/],
    ['"quire": 0.5', /"quire": 1/],
    ['"rows": -1', /"rows": 1000/],
    ['"rows": "many"', /"rows": 1000/],
    ['"kind": "virus"', /"kind": "rows"/],
  ];
  const said = [];
  for (const [by, what] of broken)
    said.push(
      await refuse(
        await rezip(file, (path, text) => (path === 'manifest.json' ? text.replace(what, by) : text)),
      ),
    );
  expect(said).toEqual(['opened', ...Array.from({ length: 6 }, () => 'quire-unreadable')]);
  expect(await refuse(await toZip([{ path: 'a.txt', blob: new Blob(['x']) }]))).toBe('quire-unreadable');
  expect(await isQuire(await toZip([{ path: 'a.csv', blob: new Blob(['x']) }]))).toBe(false);
});

test('a list of contents that is a bomb is refused before it is unpacked', async () => {
  const bomb = await toZip([
    { path: 'manifest.json', blob: new Blob([new Uint8Array(80 * 2 ** 20)]), deflate: true },
    { path: 'workbook.json', blob: new Blob(['{}']) },
  ]);
  expect(bomb.size).toBeLessThan(200_000);
  expect(await refuse(bomb)).toBe('archive-too-large');
});

test('names with quotes, ways out of folders and emoji are names like any other', async () => {
  for (const name of ['../../etc/passwd', 'o\'re"illy', '😀', 'data/1.json']) {
    const { tables } = await readQuire(await write(duck, { tables: [toTable(duck, name, orders)] }));
    expect(tables.map(({ source }) => source.name)).toEqual([name]);
  }
});

test('a type that is more than a type is refused: it would become part of a statement', async () => {
  const table = toTable(duck, 'orders', orders);
  const file = await write(duck, { tables: [table] });
  const { tables } = await readQuire(file);
  expect(tables[0]!.source.columns[1]!.type).toBe('BIGINT');
  const { toJsonPart } = await import('../../src/export/part');
  const parts = [];
  for (const entry of await readDirectory(file)) {
    const blob = await new Response(await openEntry(file, entry)).blob();
    const text = entry.path.endsWith('.json') ? await blob.text() : '';
    const evil = text.replaceAll('"BIGINT"', '"BIGINT); DROP TABLE rows; --"');
    parts.push({ path: entry.path, text, evil, blob });
  }
  const source = parts.find(({ path }) => path === 'data/1.json')!;
  const { content } = toJsonPart(source.path, JSON.parse(source.evil), { kind: 'source', table: 0 });
  const manifest = JSON.parse(parts[0]!.text) as { contents: { path: string }[] };
  manifest.contents = manifest.contents.map((other) => (other.path === source.path ? content : other));
  const forged = await toZip(
    parts.map(({ path, blob, evil }) => {
      if (path === 'manifest.json') return { path, blob: new Blob([JSON.stringify(manifest)]) };
      return {
        path,
        blob: path === source.path ? new Blob([`${JSON.stringify(JSON.parse(evil), null, 2)}\n`]) : blob,
      };
    }),
  );
  expect(await refuse(forged)).toBe('quire-unreadable');
});

test('ten thousand cells are a workbook', async () => {
  const cells = Array.from({ length: 10_000 }, (_, k) => ({
    id: `c${k}`,
    kind: 'sql',
    name: `q${k}`,
    sql: 'SELECT 1',
  }));
  const { workbook: book } = await readQuire(
    await write(duck, { workbook: { ...workbook, cells: cells as never } }),
  );
  expect([book.cells.length, book.cells[9999]!.name]).toEqual([10_000, 'q9999']);
});

test('the first form of the file opens, sealed in either way, and always will', async () => {
  const plain = new Blob([readFileSync('test/data/quire/format-1.quire')]);
  const sealed = ['format-1-sealed', 'format-1-sealed-2'].map((name) =>
    readQuire(new Blob([readFileSync(`test/data/quire/${name}.quire`)]), { passphrase: 'green tea' }),
  );
  for (const file of await Promise.all([readQuire(plain), ...sealed])) {
    expect([file.manifest.quire, file.manifest.app]).toEqual([1, '0.1.0']);
    expect(file.workbook.cells).toEqual(workbook.cells);
    const rows = await readValues(file.tables[0]!.rows);
    expect([rows.length, rows[7]]).toEqual([1000, ['Lyon', 7n]]);
  }
});

test('a file of the first form keeps its dashboard, its report and what left it', async () => {
  const file = await readQuire(new Blob([readFileSync('test/data/quire/format-1-faces.quire')]));
  const { workbook: book } = file;
  const [text, least, total, cities] = book.cells.map(({ id }) => id);
  expect(book.dashboard?.pages).toEqual([
    {
      id: 'p1',
      title: 'Sales',
      filters: [least],
      tiles: [
        { cell: cities, x: 0, y: 0, w: 8, h: 9 },
        { cell: total, x: 8, y: 0, w: 4, h: 9, title: 'In all' },
      ],
    },
    { id: 'p2', title: '', filters: [], tiles: [{ cell: text, x: 0, y: 0, w: 6, h: 5 }] },
  ]);
  expect(book.report).toEqual({
    title: 'October 2026',
    subtitle: 'Orders',
    author: 'Amy',
    logo: '',
    paper: 'letter',
    orientation: 'landscape',
    type: 'serif',
    accent: '#b0303a',
    header: 'For us',
    footer: 'Teahouse',
    cover: true,
    contents: false,
    parts: [
      { cell: text },
      { cell: cities, width: 'half', sql: true, caption: 'Cities' },
      { cell: total, left: true },
      { cell: least },
    ],
  });
  expect(book.outputs).toEqual({
    report: { format: 'html', template: '{workbook} {date}' },
    tables: { names: ['total'], format: 'csv', settings: { mark: true }, template: '{name}' },
  });
  expect(await readValues(file.tables[0]!.rows)).toHaveLength(3);
});
