import { RecordBatchStreamWriter, tableFromIPC, Table } from 'apache-arrow';
import { beforeAll, expect, test } from 'vitest';
import { planColumn } from '../../src/export/columns';
import { createParquet } from '../../src/export/toParquet';
import { fromParquet } from '../../src/import/parquet/fromParquet';
import { quoteName } from '../../src/sql/quote';
import type { Column } from '../../src/table/column';
import { createDuck } from '../run/duck';

let duck: Awaited<ReturnType<typeof createDuck>>;
beforeAll(async () => {
  duck = await createDuck();
}, 60_000);

function toFile(name: string, columns: readonly Column[], picked?: readonly number[]): Blob {
  const plans = columns.map(planColumn);
  const select = plans.map(({ name: column, cast }) =>
    cast === undefined ? quoteName(column) : `CAST(${quoteName(column)} AS ${cast}) AS ${quoteName(column)}`,
  );
  const rows = tableFromIPC(duck.stream(`SELECT ${select.join(', ')} FROM ${name}`));
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const parquet = createParquet(plans, (bytes) => void pieces.push(bytes), { createdBy: 'test' });
  parquet.write(rows, picked);
  parquet.finish();
  return new Blob(pieces);
}

async function load(name: string, columns: readonly Column[], file: Blob): Promise<void> {
  const types = columns.map((column) => `${quoteName(column.name)} ${column.type}`);
  duck.query(`CREATE OR REPLACE TABLE ${name} (${types.join(', ')})`);
  const table = await fromParquet(file, { file: 'x.parquet' });
  expect(table.columns.map((column) => column.name)).toEqual(columns.map((column) => column.name));
  const options = { signal: new AbortController().signal, onProgress: () => {} };
  for await (const batch of table.batches(options))
    duck.insert(name, RecordBatchStreamWriter.writeAll(new Table([batch])).toUint8Array(true));
}

/** Columns in which the tables differ, row by row. */
function findDifferences(a: string, b: string, columns: readonly Column[]): string[] {
  return columns
    .filter(({ name }) => {
      const column = quoteName(name);
      const [both] = duck
        .query(
          `SELECT count(*) FROM ${a} POSITIONAL JOIN ${b} WHERE ${a}.${column} IS DISTINCT FROM ${b}.${column}`,
        )
        .getChildAt(0)!
        .toArray() as BigInt64Array;
      return both !== 0n;
    })
    .map(({ name, type }) => `${name} ${type}`);
}

test('every type that DuckDB can read of a text comes back exactly', async () => {
  const all = duck.query('DESCRIBE SELECT * FROM test_all_types()');
  const names = [...all.getChildAt(0)!].map(String);
  const types = [...all.getChildAt(1)!].map(String);
  // cases that no text gives back: a union without its member, a variant
  const skipped = names.filter((_, k) => /UNION|VARIANT|GEOMETRY/.test(types[k]!));
  const kept = names.filter((name) => !skipped.includes(name));
  const { columns } = duck.create(
    'everything',
    `SELECT ${kept.map(quoteName).join(', ')} FROM test_all_types()`,
  );
  await load('everything_back', columns, toFile('everything', columns));
  expect(findDifferences('everything', 'everything_back', columns)).toEqual([]);
  expect(skipped).toEqual(['union']);
});

test('numbers at the ends of their types, odd texts and nested values come back exactly', async () => {
  const { columns } = duck.create(
    'hard',
    `SELECT * FROM (VALUES
      (9223372036854775807::BIGINT, 18446744073709551615::UBIGINT, 4294967295::UINTEGER, -0.0::DOUBLE, 'NaN'::DOUBLE,
       chr(65279) || 'mark', 99999999999999999999999999999999999999::DECIMAL(38,0), -0.01::DECIMAL(9,2),
       {'a "b"': [1, NULL], 'c': MAP {'k': DATE '1970-01-01'}}, [[], NULL, [chr(65279)]], TIME '24:00:00', 'infinity'::TIMESTAMP),
      (-9223372036854775808, 0, 0, 1e-320, 'infinity', '', -99999999999999999999999999999999999999, 9999999.99,
       {'a "b"': NULL, 'c': MAP {}}, NULL, TIME '00:00:00.000001', TIMESTAMP '0001-01-01 00:00:00'),
      (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, [], NULL, NULL)
    ) t("big one", "b""q", c, d, e, f, g, h, i, "j 😀", k, l)`,
  );
  await load('hard_back', columns, toFile('hard', columns));
  expect(findDifferences('hard', 'hard_back', columns)).toEqual([]);
});

test('only the rows that were picked are written', async () => {
  const { columns } = duck.create('numbers', 'SELECT range AS n, chr(65 + range::INT) AS t FROM range(20)');
  await load('numbers_back', columns, toFile('numbers', columns, [3, 7, 19]));
  expect([...duck.query('SELECT n FROM numbers_back').getChildAt(0)!].map(Number)).toEqual([3, 7, 19]);
});

test('a table without rows has its columns', async () => {
  const { columns } = duck.create('nothing', "SELECT 1 AS a, 'x' AS b WHERE false");
  await load('nothing_back', columns, toFile('nothing', columns));
  expect(duck.query('SELECT * FROM nothing_back').numRows).toBe(0);
});
