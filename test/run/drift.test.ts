import { beforeAll, expect, test } from 'vitest';
import type { Drift } from '../../src/run/drift';
import { isDrift, readDrift } from '../../src/run/drift';
import { createDuck } from './duck';

let duck: Awaited<ReturnType<typeof createDuck>>;
beforeAll(async () => {
  duck = await createDuck();
}, 60_000);

const signal = new AbortController().signal;
const compare = (before: string, after: string): Promise<Drift> =>
  readDrift(duck.engine, duck.create('before', before), duck.create('the "next" one', after), signal);

/** Rows of a month: 1000 orders in three regions. */
const month = (from = 0) =>
  `SELECT i AS id, 'O-' || i AS code, ['North', 'South', 'East'][1 + i % 3] AS region, i * 1.5 AS price
   FROM range(${from}, ${from + 1000}) AS r(i)`;

test('another month of the same export has not drifted', async () => {
  const drift = await compare(month(), `${month(5000)} LIMIT 900`);
  expect(drift).toEqual({
    rows: { before: 1000, after: 900 },
    gone: [],
    added: [],
    renamed: [],
    types: [],
    categories: [],
    blanks: [],
  });
  expect(isDrift(drift)).toBe(false);
});

test('columns that are gone and new are named, in their order', async () => {
  const drift = await compare(
    'SELECT 1 AS id, 2 AS b, 3 AS a FROM range(50)',
    'SELECT 1 AS id, DATE \'2024-01-01\' AS z, 1.5 AS "a, b" FROM range(50)',
  );
  expect([drift.gone, drift.added, drift.renamed]).toEqual([['b', 'a'], ['z', 'a, b'], []]);
  expect(isDrift(drift)).toBe(true);
});

test('a name that differs in case, blanks and marks only is the same column under a new name', async () => {
  const drift = await compare(
    'SELECT 1 AS order_id, 2 AS 金额, \'x\' AS "e-mail"',
    "SELECT 1 AS \"Order ID\", 2 AS '金额 ', 'y' AS EMail",
  );
  expect(drift.renamed).toEqual([
    { from: 'order_id', to: 'Order ID', by: 'name' },
    { from: '金额', to: '金额 ', by: 'name' },
    { from: 'e-mail', to: 'EMail', by: 'name' },
  ]);
  expect([drift.gone, drift.added]).toEqual([[], []]);
});

test('names that are nothing but marks are not all one name', async () => {
  const drift = await compare('SELECT \'a\' AS "%"', 'SELECT \'b\' AS "#"');
  expect([drift.renamed, drift.gone, drift.added]).toEqual([[], ['%'], ['#']]);
});

test('a column with the same values under a new name is found, and the likest is taken', async () => {
  const drift = await compare(
    `SELECT region, code FROM (${month()})`,
    `SELECT region AS area, CASE WHEN region = 'East' THEN 'South' ELSE region END AS near,
       CASE WHEN id < 100 THEN 'P-' || id ELSE code END AS number FROM (${month()})`,
  );
  expect(drift.renamed).toEqual([
    { from: 'region', to: 'area', by: 'values' },
    { from: 'code', to: 'number', by: 'values' },
  ]);
  expect(drift.added).toEqual(['near']);
});

test('columns of small numbers, of yes and no, or of one word are not taken for each other', async () => {
  const drift = await compare(
    "SELECT i % 5 AS quantity, i % 2 = 0 AS paid, 'EUR' AS currency FROM range(100) AS r(i)",
    "SELECT i % 5 AS stars, i % 2 = 0 AS gift, 'EUR' AS unit FROM range(100) AS r(i)",
  );
  expect([drift.renamed, drift.gone, drift.added]).toEqual([
    [],
    ['quantity', 'paid', 'currency'],
    ['stars', 'gift', 'unit'],
  ]);
});

test('what comes only once in each column, or is of another type, is no rename', async () => {
  const drift = await compare(
    'SELECT i AS id FROM range(100) AS r(i)',
    "SELECT i + 1000 AS number, i || '' AS text FROM range(100) AS r(i)",
  );
  expect([drift.renamed, drift.gone]).toEqual([[], ['id']]);
});

test('types that changed are told, of columns under a new name too', async () => {
  const drift = await compare(
    'SELECT 1 AS amount, 2 AS "Unit Price", [1] AS list',
    "SELECT 'n/a' AS amount, 2.5::DOUBLE AS unit_price, [1.5::DOUBLE] AS list",
  );
  expect(drift.types).toEqual([
    { column: 'amount', before: 'INTEGER', after: 'VARCHAR' },
    { column: 'Unit Price', before: 'INTEGER', after: 'DOUBLE' },
    { column: 'list', before: 'INTEGER[]', after: 'DOUBLE[]' },
  ]);
});

test('new and vanished categories are told, each one, and keys and names are not', async () => {
  const after = `SELECT id, code, CASE WHEN id < 40 THEN 'New ' || id ELSE 'North' END AS "Region", price FROM (${month(7000)})`;
  const many = `SELECT * REPLACE (CASE WHEN id < 7040 THEN 'New ' || id ELSE 'North' END AS region) FROM (${month(7000)})`;
  const [drift, renamed] = [await compare(month(), many), await compare(month(), after)];
  expect(drift.categories).toHaveLength(1);
  expect(drift.categories[0]).toMatchObject({ column: 'region', gone: ['East', 'South'] });
  expect(drift.categories[0]!.added).toHaveLength(40);
  expect(renamed.categories).toEqual([{ column: 'region', added: [], gone: ['East', 'South'] }]);
});

test('a column of many different words has no categories', async () => {
  const drift = await compare(
    "SELECT 'a' || i % 200 AS word FROM range(1000) AS r(i)",
    "SELECT 'b' || i % 200 AS word FROM range(1000) AS r(i)",
  );
  expect(drift.categories).toEqual([]);
});

test('shares of missing values that moved by more than a little are told', async () => {
  const blanks = (little: number, much: number) =>
    `SELECT CASE WHEN i >= ${little} THEN 1 END AS a, CASE WHEN i >= ${much} THEN 'x' END AS b, NULL::DATE AS c
     FROM range(100) AS r(i)`;
  const drift = await compare(blanks(2, 10), blanks(6, 40));
  expect(drift.blanks).toEqual([{ column: 'b', before: 0.1, after: 0.4 }]);
  const filled = await compare(blanks(2, 40), blanks(6, 0));
  expect(filled.blanks).toEqual([{ column: 'b', before: 0.4, after: 0 }]);
});

test('a table without rows is compared by its columns', async () => {
  const drift = await compare(month(), `SELECT id, region FROM (${month()}) WHERE false`);
  expect(drift).toMatchObject({ rows: { before: 1000, after: 0 }, gone: ['code', 'price'], blanks: [] });
  const back = await compare(`SELECT * FROM (${month()}) WHERE false`, month());
  expect(isDrift(back)).toBe(false);
});

test('nested values, quotes in names and reserved words do no harm', async () => {
  const odd = (words: string) =>
    `SELECT {'a': i, 'b': [i]} AS "sel""ect", MAP {'k': i} AS "from", '\\x00'::BLOB AS blob, ${words} AS "群組 '"
     FROM range(30) AS r(i)`;
  const drift = await compare(odd("['a', 'b'][1 + i % 2]"), odd("['a', '''; DROP TABLE x --'][1 + i % 2]"));
  expect(drift).toMatchObject({ types: [], gone: [], blanks: [] });
  expect(drift.categories).toEqual([{ column: "群組 '", added: ["'; DROP TABLE x --"], gone: ['b'] }]);
});

test('very many columns that came and went are named without comparing every pair', async () => {
  const wide = (mark: string) =>
    `SELECT ${Array.from({ length: 300 }, (_, k) => `'x' AS ${mark}${k}`).join(', ')}`;
  let queries = 0;
  const engine: typeof duck.engine = {
    query(sql, options) {
      queries++;
      return duck.engine.query(sql, options);
    },
  };
  const drift = await readDrift(engine, duck.create('w1', wide('a')), duck.create('w2', wide('b')), signal);
  expect([drift.gone.length, drift.added.length]).toEqual([300, 300]);
  expect(queries).toBeLessThan(10);
});

test('comparing can be stopped', async () => {
  const stop = new AbortController();
  stop.abort(new DOMException('stopped', 'AbortError'));
  const table = duck.create('t', 'SELECT 1 AS a');
  await expect(readDrift(duck.engine, table, table, stop.signal)).rejects.toThrow('stopped');
});
