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
