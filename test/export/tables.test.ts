import { tableFromIPC } from 'apache-arrow';
import { beforeAll, expect, test } from 'vitest';
import type { RowsRequest } from '../../src/engine/exporting/serveRows';
import { toSelection } from '../../src/engine/exporting/serveRows';
import { toRanges } from '../../src/engine/exporting/ranges';
import { writeTables } from '../../src/export/tables/writeTables';
import { toSettings } from '../../src/steps/settings';
import { findFormat } from '../../src/export/formats/catalog';
import { openEntry, readDirectory } from '../../src/import/pack/zip';
import { createDuck } from '../run/duck';

let duck: Awaited<ReturnType<typeof createDuck>>;
beforeAll(async () => {
  duck = await createDuck();
}, 60_000);

const read =
  (table: string) =>
  async ({ columns, from, to }: RowsRequest) =>
    tableFromIPC(
      duck.stream(`SELECT ${toSelection(columns)} FROM ${table} WHERE rowid >= ${from} AND rowid < ${to}`),
    );

async function write(format: string, tables: readonly string[], files?: readonly string[]) {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const shares: number[] = [];
  const specs = tables.map((name) => {
    const columns = [...duck.query(`DESCRIBE ${name}`)].map((row) => ({
      name: String(row!['column_name']),
      type: String(row!['column_type']),
    }));
    return {
      name,
      columns,
      from: 0,
      to: Number(duck.query(`SELECT count(*) FROM ${name}`).getChildAt(0)!.get(0)),
    };
  });
  const settings = toSettings(findFormat(format).fields, {});
  await writeTables(
    { format, settings, tables: specs, words: { lang: 'en' }, ...(files && { files }) },
    {
      read: (table) => read(tables[table]!),
      push: (bytes) => void pieces.push(bytes),
      onProgress: (share) => void shares.push(share),
    },
  );
  return { blob: new Blob(pieces), shares };
}

test('rows go in batches, none lost and none twice, and it is told how far they are', async () => {
  duck.create('long', `SELECT i, 'v' || i AS v FROM range(250001) r(i)`);
  const { blob, shares } = await write('csv', ['long']);
  const lines = (await blob.text()).split('\n');
  expect(lines.length).toBe(250_003);
  expect(lines.slice(1, -1).every((line, k) => line === `${k},v${k}`)).toBe(true);
  expect(shares).toHaveLength(3);
  expect(shares.at(-1)).toBe(1);
});

test('several tables are an archive of files, or one file where the format holds several', async () => {
  duck.create('a', 'SELECT 1 AS x');
  duck.create('b', `SELECT '中' AS y`);
  const zip = await write('csv', ['a', 'b'], ['a.csv', '乙.csv']);
  const found: string[][] = [];
  for (const entry of await readDirectory(zip.blob))
    found.push([entry.path, await new Response(await openEntry(zip.blob, entry)).text()]);
  expect(found).toEqual([
    ['a.csv', 'x\n1\n'],
    ['乙.csv', 'y\n中\n'],
  ]);
  const script = await (await write('sql', ['a', 'b'])).blob.text();
  expect(script.match(/CREATE TABLE/g)).toHaveLength(2);
});

test('a table without rows is asked for once, so that its types are known', () => {
  expect(toRanges(0, 0, 3)).toEqual([{ from: 0, to: 0 }]);
  expect(toRanges(5, 150_005, 3)).toEqual([
    { from: 5, to: 100_005 },
    { from: 100_005, to: 150_005 },
  ]);
  // few rows of many columns at once
  expect(toRanges(0, 3000, 2000)).toHaveLength(3);
});
