import { Int32, Table, tableToIPC, Utf8, vectorFromArray } from 'apache-arrow';
import { beforeEach, expect, test } from 'vitest';
import type { Duck } from '../../src/engine/duckdb';
import type { TableFiles } from '../../src/engine/engine';
import { createResults } from '../../src/engine/results';

const source: TableFiles = {
  id: 's1',
  name: 'orders',
  columns: [{ name: 'x', type: 'INTEGER' }],
  parts: [{ path: null, rows: 2, rejected: 0, unread: 0 }],
};

const described = tableToIPC(
  new Table({
    column_name: vectorFromArray(['x'], new Utf8()),
    column_type: vectorFromArray(['INTEGER'], new Utf8()),
  }),
  'stream',
);
const counted = tableToIPC(new Table({ Count: vectorFromArray([2], new Int32()) }), 'stream');

let asked: string[];
let results: ReturnType<typeof createResults>;
const run = async (sql: string) => {
  asked.push(sql);
  return (sql.startsWith('DESCRIBE') ? described : counted) as Uint8Array<ArrayBuffer>;
};
const duck = { run } as unknown as Duck;

const keep = (id: string, name: string) =>
  results.keep(run, id, name, 'SELECT 1', new AbortController().signal);
const dropped = () => asked.filter((sql) => sql.startsWith('DROP TABLE'));

beforeEach(() => {
  asked = [];
  results = createResults((id) => {
    if (id === source.id) return source;
    throw new Error(`no table: ${id}`);
  });
});

test('rows stay as long as another result shows them', async () => {
  await keep('r1', 'a');
  const shared = results.share('r2', 'b', 'r1')!;
  const again = results.share('r3', 'c', 'r2')!;
  await results.drop(duck, 'r1');
  await results.drop(duck, shared.id);
  expect(dropped()).toEqual([]);
  await results.drop(duck, again.id);
  expect(dropped()).toEqual(['DROP TABLE IF EXISTS kept_in_memory."r1"']);
});

test('the rows of a source are not dropped with the result that shows them', async () => {
  const shared = results.share('r1', 'a', 's1', ['X'])!;
  expect(shared.columns).toEqual(source.columns);
  await results.drop(duck, 'r1');
  expect(dropped()).toEqual([]);
});

test('a view that a newer result has taken over stays', async () => {
  for (const id of ['r1', 'r2']) await results.show(duck, await keep(id, 'Änderung'));
  await results.drop(duck, 'r1');
  expect(asked.filter((sql) => sql.startsWith('DROP VIEW'))).toEqual([]);
  await results.drop(duck, 'r2');
  expect(asked.filter((sql) => sql.startsWith('DROP VIEW'))).toEqual(['DROP VIEW IF EXISTS "Änderung"']);
});

test('what a result was made from and the tables beside it come and go with it', async () => {
  const add = (id: string) =>
    results.add(run, async (table) => void asked.push(`INSERT ${table}`), id, {
      columns: [{ name: 'x', type: 'DOUBLE' }],
      rows: 1,
      bytes: new Uint8Array(),
    });
  await add('held');
  await add('inner');
  const table = await keep('r1', 'segments');
  results.own('r1', { held: ['held'], beside: { centers: 'inner' } });
  await results.show(duck, table);
  expect(asked.slice(-2)).toEqual([
    'CREATE SCHEMA IF NOT EXISTS "segments"',
    'CREATE OR REPLACE VIEW "segments"."centers" AS SELECT "x" FROM kept_in_memory."inner"',
  ]);

  await results.rename(duck, 'r1', 'groups');
  expect(asked).toContain('DROP VIEW IF EXISTS "segments"."centers"');
  expect(asked.at(-1)).toContain('"groups"."centers"');

  await results.drop(duck, 'r1');
  expect(asked).toContain('DROP VIEW IF EXISTS "groups"."centers"');
  expect(dropped()).toEqual(
    ['r1', 'held', 'inner'].map((id) => `DROP TABLE IF EXISTS kept_in_memory."${id}"`),
  );
});

test('a run that is stopped when its table is there already leaves none', async () => {
  const stop = new AbortController();
  const stopped = async (sql: string) => {
    asked.push(sql);
    if (!sql.startsWith('CREATE')) return counted as Uint8Array<ArrayBuffer>;
    stop.abort();
    throw stop.signal.reason;
  };
  await expect(results.keep(stopped, 'r1', 'a', 'SELECT 1', stop.signal)).rejects.toThrow('abort');
  expect(dropped()).toEqual(['DROP TABLE IF EXISTS kept_in_memory."r1"']);
});

test('a result that is dropped while it is renamed does not come back', async () => {
  await results.show(duck, await keep('r1', 'a'));
  await Promise.all([results.rename(duck, 'r1', 'b'), results.drop(duck, 'r1')]);
  expect(dropped()).toEqual(['DROP TABLE IF EXISTS kept_in_memory."r1"']);
  expect(asked.filter((sql) => sql.includes('VIEW "b"'))).toEqual([]);
});
