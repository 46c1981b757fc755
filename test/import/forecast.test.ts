import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { inspectWorkbook } from '../../src/import/excel/inspect';
import { openWorkbook } from '../../src/import/excel/openWorkbook';
import { maybeForecast } from '../../src/import/forecast';
import type { ImportOptions } from '../../src/import/options';
import { maybeGzipBytes } from '../../src/import/pack/head';
import { lookAtText } from '../../src/import/text/look';
import { openSample } from '../../src/import/text/open';
import { toPreview } from '../../src/import/text/preview';
import { makeXlsx } from './excel/makeXlsx';

async function forecast(content: string | Uint8Array<ArrayBuffer>, options: ImportOptions = {}) {
  const { body, label, times } = await openSample(new Blob([content]), options);
  const look = await lookAtText(body, options);
  const parts = { key: '', look, encoding: label, encodings: [], isEncodingSure: true, times, options };
  return toPreview(parts).size;
}

const toRows = (count: number) =>
  `id,city\n${Array.from({ length: count }, (_, row) => `${100_000 + row},城市${row % 10}\n`).join('')}`;

test('the rows of a small text are counted, those of a large one judged by its head', async () => {
  expect(await forecast(toRows(100))).toEqual({ rows: 100, exact: true });
  expect(await forecast(toRows(200_000))).toEqual({ rows: 200_000, exact: false });
});

test('of a text that is not UTF-8 the bytes of the file count, not those of the sample', async () => {
  const text = toRows(400_000);
  const utf16 = new Uint8Array(Uint16Array.from(text, (char) => char.charCodeAt(0)).buffer);
  expect(await forecast(utf16)).toEqual({ rows: 400_000, exact: false });
});

test('a few rows say nothing of a large text', async () => {
  expect(await forecast(`id,note\n1,"${'x'.repeat(3e6)}"\n`)).toBeUndefined();
  expect(maybeForecast(19, 100)).toBeUndefined();
  expect(maybeForecast(1234, 10)).toEqual({ rows: 12_000, exact: false });
});

test('a gzip file says how large it is unpacked', async () => {
  expect(await maybeGzipBytes(new Blob([gzipSync('x'.repeat(5000))]))).toBe(5000);
});

test('a sheet that is read in part is believed where it ends, one that is in use to the very end is not', async () => {
  const cells = Array.from({ length: 3000 }, (_, row) => `<row r="${row + 1}"><c><v>${row}</v></c></row>`);
  const toSheet = (bottom: number) =>
    `<worksheet><dimension ref="A1:A${bottom}"/><sheetData>${cells.join('')}</sheetData></worksheet>`;
  const toBook = (bottom: number) => openWorkbook(makeXlsx({ sheets: [toSheet(bottom)] }));
  const inspect = async (bottom: number) => (await inspectWorkbook(await toBook(bottom)))[0]!.size;
  expect(await inspect(3000)).toEqual({ rows: 3000, exact: false });
  expect(await inspect(1_048_576)).toBeUndefined();
});
