import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Value } from '../../src/table/column';
import { openPage } from './harness';
import { importFile, queryProblem, queryRows } from './person';

interface Expected {
  min: Value;
  max: Value;
  null: null;
}

/**
 * What `test_all_types()` holds, written by hand from DuckDB's documentation of its types' limits. JSON has no words for
 * NaN and the infinities: there they are `{"number": "NaN"}`.
 */
const allTypes = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../data/allTypes.json'), 'utf8'),
  (_, value: unknown) =>
    typeof value === 'object' && value && 'number' in value ? Number(value.number) : value,
) as Record<string, Expected>;

test('every type of the engine comes out exactly, at its least, at its greatest and missing', async () => {
  const { page } = await openPage();
  const { columns, rows } = await page.evaluate(() => window.quire.query('select * from test_all_types()'));
  const found = columns.map(({ name }, column) => {
    const [min, max, missing] = rows.map((row) => row[column]);
    return [name, { min, max, null: missing }];
  });
  expect(Object.fromEntries(found)).toEqual(allTypes);
});

/** What a query for an expression gives. */
const values: [sql: string, value: Value][] = [
  ['1.10::decimal(5,2)', 1.1],
  ['123456789012345::decimal(15,0)', 123_456_789_012_345],
  ['1234567890123456::decimal(16,0)', '1234567890123456'],
  ['0.1234567890123456::decimal(18,16)', '0.1234567890123456'],
  ['0.000000000000001::decimal(18,15)', 1e-15],
  ['-0.5::decimal(4,1)', -0.5],
  ['100000000000000000000::decimal(38,0)', '100000000000000000000'],
  ['9007199254740991', 9_007_199_254_740_991],
  ['9007199254740993', '9007199254740993'],
  ['-9007199254740993', '-9007199254740993'],
  ['1::hugeint', 1],
  ['0.1::double', 0.1],
  [`'-0'::double`, -0],
  [`'nan'::double`, NaN],
  [`'-inf'::float`, -Infinity],
  [`'Infinity'::float`, Infinity],
  [`''`, ''],
  [`'NULL'`, 'NULL'],
  ['null', null],
  [`timestamp '2024-02-29 12:34:56.789'`, '2024-02-29T12:34:56.789'],
  [`timestamptz '2024-02-29 12:34:56+02'`, '2024-02-29T10:34:56+00'],
  [`interval '1 year 2 months 3 days 04:05:06'`, '1 year 2 months 3 days 04:05:06'],
  [`[1.5::decimal(4,1), null]`, [1.5, null]],
  [`[[timestamp '2024-01-02 03:04:05']]`, [['2024-01-02T03:04:05']]],
  [
    `{'a b': 1.5::decimal(4,1), 'c"d': [date '2024-01-02'], '1': timestamp '2024-01-02 03:04:05'}`,
    {
      'a b': 1.5,
      'c"d': ['2024-01-02'],
      '1': '2024-01-02T03:04:05',
    },
  ],
  [`map {1: 2.5::decimal(4,1), 3: null}`, { '1': 2.5, '3': null }],
  [`map {'a,b': [9007199254740993]}`, { 'a,b': ['9007199254740993'] }],
  [`row(1, 'x')`, `(1, x)`],
  [`[{'e': 'b'::enum('a', 'b', 'c]')}]`, [{ e: 'b' }]],
  [`'\\x41'::blob`, 'A'],
  [`repeat('x', 3000000)`, 'x'.repeat(3_000_000)],
];

test('numbers, texts, times and nested values come out as what they are', async () => {
  const { page } = await openPage();
  const found: unknown[] = [];
  for (const [sql] of values) found.push([sql, (await queryRows(page, `select ${sql} as value`))[0]![0]]);
  expect(found).toEqual(values);
});

test('a result of which only some rows are asked for tells how many there are', async () => {
  const { page } = await openPage();
  const result = await page.evaluate(() => window.quire.query('from range(5000)', { maxRows: 3 }));
  expect(result).toEqual({
    columns: [{ name: 'range', type: 'BIGINT' }],
    rows: [[0], [1], [2]],
    rowCount: 5000,
  });
});

test('columns of the same name all come out', async () => {
  const { page } = await openPage();
  const { columns, rows } = await page.evaluate(() => window.quire.query('select 1 as a, 2 as a, 3 as "A"'));
  expect(rows).toEqual([[1, 2, 3]]);
  expect(new Set(columns.map(({ name }) => name.toLowerCase())).size).toBe(3);
});

describe('what cannot be run', () => {
  test('a mistake has its code, its statement and the place, also after characters of several bytes', async () => {
    const { page } = await openPage();
    const mistakes: [sql: string, code: string, place: string][] = [
      ['selct 1', 'sql-syntax', '1'],
      [`select '中文🫖é', fro m x y z`, 'sql-syntax', 'x y z'],
      [`select '中文🫖é' as a, nothing`, 'sql-name', 'nothing'],
      ['select 1\nfrom nowhere', 'sql-name', 'nowhere'],
      [`select "é🫖".x from (select 1) t`, 'sql-name', '"é🫖"'],
      [`select '中文🫖é', no_such_function(1)`, 'sql-name', 'no_such_function'],
      [`select sum('a')`, 'sql-name', 'sum'],
      [`select '中文🫖é' from 'x.parquet'`, 'sql-name', `'x.parquet'`],
      [`select '🫖' || 'abc'::integer`, 'sql-value', '::integer'],
      ['select 1) ; drop view x; --', 'sql-syntax', ') ;'],
      ['select (1', 'sql-syntax', ''],
      ['select 1; select 2', 'sql-several', 'select 2'],
    ];
    const found: unknown[] = [];
    for (const [sql] of mistakes) {
      const { name, code, sql: told, position = -1 } = await queryProblem(page, sql);
      found.push({ sql, name, code, told, at: sql.slice(position) });
    }
    expect(found).toEqual(
      mistakes.map(([sql, code, place]) => ({
        sql,
        name: 'Problem',
        code,
        told: sql,
        at: place === '' ? '' : sql.slice(sql.indexOf(place)),
      })),
    );
  });

  test('a mistake is told apart from a broken engine while other queries run', async () => {
    const { page } = await openPage();
    const codes = await page.evaluate(() => {
      const slow = Array.from({ length: 12 }, (_, k) =>
        window.quire.query(`select count(*) from range(3000000) t(a) where a % 7 = ${k}`),
      );
      const bad = Array.from({ length: 12 }, () =>
        window.quire.query('select nothing').catch(({ code }: { code: string }) => code),
      );
      return Promise.all([...slow.map((query) => query.then(() => 'answered')), ...bad]);
    });
    expect(codes.slice(0, 12)).toEqual(Array.from({ length: 12 }, () => 'answered'));
    expect(codes.slice(12)).toEqual(Array.from({ length: 12 }, () => 'sql-name'));
  });

  test('what needs an extension says which, and nothing is asked for elsewhere', async () => {
    const { page } = await openPage();
    const needs: [sql: string, extension: string][] = [
      [`select json_extract('{"a": 1}', '$.a')`, 'json'],
      [`select now() at time zone 'UTC'`, 'icu'],
      [`select timestamp '2024-01-01' at time zone 'Europe/Berlin'`, 'icu'],
      [`select * from read_parquet('/data/x.parquet')`, 'parquet'],
    ];
    const found: unknown[] = [];
    for (const [sql] of needs) {
      const { code, params } = await queryProblem(page, sql);
      found.push([sql, code, params?.extension]);
    }
    expect(found).toEqual(needs.map(([sql, extension]) => [sql, 'sql-needs-extension', extension]));
    expect(await queryRows(page, 'select 1')).toEqual([[1]]);
  });

  test('statements that change anything, or read other files, are refused', async () => {
    const { page } = await openPage();
    await importFile(page, { name: 'tea.csv', content: 'x\n1\n' });
    const statements = [
      'create table t as select 1',
      'insert into tea values (2)',
      'update tea set x = 2',
      'delete from tea',
      'drop view tea',
      'alter table tea add column y int',
      `attach 'other.duckdb'`,
      'detach memory',
      `copy tea to '/data/out.csv'`,
      `export database '/data/all'`,
      'install json',
      'load json',
      'set memory_limit = 1',
      `pragma table_info('tea')`,
      'call pragma_version()',
      'vacuum',
      'begin',
      '/* harmless */ (((create table t as select 1)))',
      'with x as (select 1) insert into tea select * from x',
      `select * from read_text('/etc/passwd')`,
      `select * from 'https://leak.example/x.csv'`,
      `select * from glob('*')`,
      `select * from read_csv('opfs://sources/x.csv')`,
    ];
    const answered: string[] = [];
    const unkind: unknown[] = [];
    for (const sql of statements) {
      const { name, code } = await queryProblem(page, sql);
      if (name === 'none') answered.push(sql);
      if (code !== 'sql-refused' && code !== 'sql-syntax') unkind.push([sql, code]);
    }
    expect(answered).toEqual([]);
    expect(unkind).toEqual([]);
    expect(await queryRows(page, 'select * from tea')).toEqual([[1]]);
  });

  test('nothing at all is told as such', async () => {
    const { page } = await openPage();
    for (const sql of ['', '  \n', '-- only words', ';', '/* */ ;']) {
      expect([sql, (await queryProblem(page, sql)).code]).toEqual([sql, 'sql-not-a-query']);
    }
  });
});

test('what reads without a SELECT is a query too, with comments and semicolons in any place', async () => {
  const { page } = await openPage();
  for (const sql of [
    'from range(1)',
    'values (0)',
    'with x as (select 0) from x',
    '(select 0)',
    'select 0; -- done',
    '/* ; */ select 0 ;;',
    `select case when ';' = ')' then 1 else 0 end`,
    'select length($$)$$) - 1',
  ]) {
    expect([sql, await queryRows(page, sql)]).toEqual([sql, [[0]]]);
  }
});

test('current_date and today() give the date of the person’s clock', async () => {
  const { page } = await openPage();
  // the browser of these tests is in UTC
  const before = new Date().toISOString().slice(0, 10);
  const [row] = await queryRows(page, 'select current_date, today(), current_date - 1 < today()');
  const after = new Date().toISOString().slice(0, 10);
  expect([before, after]).toContain(row![0]);
  expect([before, after]).toContain(row![1]);
  expect(row![2]).toBe(true);
});
