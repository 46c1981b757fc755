import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import type { WorkBook } from '@e965/xlsx';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from './harness';
import { expectNotice, importByConsole, runCommand } from './person';

const orders = [
  'order;city;total;placed;note',
  '007;Paris;12.50;2024-02-29;=1+1',
  '008;北京;-3.25;1899-05-01;@SUM(A1)',
  '009;;;;',
  '',
].join('\n');

async function exportBook(page: Page, names: string | string[], options = {}): Promise<WorkBook> {
  const base64 = await page.evaluate(
    async ([names, options]) => {
      const blob = await window.quire.export(names, 'xlsx', options);
      const reader = new FileReader();
      reader.readAsDataURL(blob);
      await new Promise((done) => (reader.onload = done));
      return String(reader.result).replace(/^.*?,/, '');
    },
    [names, options] as const,
  );
  return read(Buffer.from(base64, 'base64'), { cellStyles: true, bookFiles: true });
}

const toRows = (book: WorkBook, name: string) =>
  utils.sheet_to_json<unknown[]>(book.Sheets[name]!, { header: 1, raw: true, blankrows: true });

async function makeWorkbook(page: Page): Promise<void> {
  await importByConsole(page, { name: 'orders.csv', content: orders });
  const reports = await page.evaluate(async () => {
    await window.quire.addCell({ kind: 'input', name: 'least', control: 'number', value: -10 });
    const sql =
      'SELECT city, sum(total) AS total\nFROM orders WHERE total > $least GROUP BY ALL ORDER BY ALL';
    await window.quire.addCell({ kind: 'sql', name: 'by_city', sql });
    const steps = [{ step: 'sort', order: [{ column: 'order', direction: 'down' }] }];
    await window.quire.addCell({ kind: 'steps', name: 'sorted', from: 'orders', steps });
    return window.quire.run();
  });
  expect(reports.map(({ status, error }) => error ?? status)).toEqual(['ok', 'ok', 'ok']);
}

test('quire.export gives a table as a workbook of Excel, with what it could not hold in its notes', async () => {
  const { page } = await openPage();
  await makeWorkbook(page);
  const book = await exportBook(page, 'orders', { totals: true });
  expect(book.SheetNames).toEqual(['orders', 'Notes']);
  const sheet = book.Sheets['orders']!;
  expect(toRows(book, 'orders')).toEqual([
    ['order', 'city', 'total', 'placed', 'note'],
    ['007', 'Paris', 12.5, new Date('2024-02-29'), '=1+1'],
    ['008', '北京', -3.25, '1899-05-01', '@SUM(A1)'],
    ['009'],
    ['Total', undefined, 9.25],
  ]);
  expect(sheet['E2']).toMatchObject({ t: 's', v: '=1+1' });
  expect((sheet['E2'] as { f?: string }).f).toBeUndefined();
  expect(sheet['C5']).toMatchObject({ f: 'SUBTOTAL(109,C2:C4)' });
  expect(sheet['!autofilter']).toEqual({ ref: 'A1:E4' });
  const notes = toRows(book, 'Notes').map((row) => row.join(' | '));
  expect(notes).toContain('Records | 4 in the file = 1 header + 0 skipped + 3 loaded + 0 rejected');
  expect(notes).toContain(
    'Date or time that Excel does not have, written as text | orders | placed | 1 | D3',
  );
});

test('several cells are sheets of one workbook, with contents and how they were made', async () => {
  const { page } = await openPage({ locale: 'zh-CN' });
  await makeWorkbook(page);
  const book = await exportBook(page, ['by_city', 'sorted']);
  expect(book.SheetNames).toEqual(['目录', 'by_city', 'sorted', '说明']);
  expect(toRows(book, 'by_city')).toEqual([
    ['city', 'total'],
    ['Paris', 12.5],
    ['北京', -3.25],
  ]);
  expect(toRows(book, 'sorted').map(([order]) => order)).toEqual(['order', '009', '008', '007']);
  expect((book.Sheets['目录']!['A4'] as { l?: { Target?: string; location?: string } }).l).toMatchObject({
    Target: "#'by_city'!A1",
  });
  const notes = toRows(book, '说明').flat();
  expect(notes).toContain('SELECT city, sum(total) AS total');
  expect(notes).toContain('输入项 least');
  expect(notes.some((text) => String(text).includes('orders.csv'))).toBe(true);
});

/** What the drawing of a sheet says; undefined where it has none. */
const findDrawing = (book: WorkBook, sheet: number) => {
  const { files = {} } = book as WorkBook & { files?: Record<string, { content: Uint8Array }> };
  const read = (path: string) => new TextDecoder().decode(files[path]!.content);
  const [, target] =
    /drawings\/(drawing\d+)/.exec(
      files[`xl/worksheets/_rels/sheet${sheet}.xml.rels`]
        ? read(`xl/worksheets/_rels/sheet${sheet}.xml.rels`)
        : '',
    ) ?? [];
  return target && read(`xl/drawings/${target}.xml`);
};

test('a chart is a sheet of its rows with its picture beside them, on light ground also from a dark page', async () => {
  const { page } = await openPage({ dark: true });
  await makeWorkbook(page);
  const [report] = await page.evaluate(async () => {
    const chart = { kind: 'chart', name: 'towns', from: 'orders', mark: 'bar', x: 'city', y: 'total' };
    return window.quire.run(await window.quire.addCell(chart));
  });
  expect(report!.error ?? report!.status).toBe('ok');
  const book = await exportBook(page, ['by_city', 'towns']);
  expect(book.SheetNames).toEqual(['Contents', 'by_city', 'towns', 'Notes']);
  expect(findDrawing(book, 1)).toBeUndefined();
  const [, width, height, says] = /<xdr:ext cx="(\d+)" cy="(\d+)".* descr="([^"]*)"/.exec(
    findDrawing(book, 2)!,
  )!;
  expect(says).toMatch(/^Bar chart/);
  expect(book.Sheets['Contents']!['D5']).toMatchObject({ v: says });
  const { files } = book as WorkBook & { files: Record<string, { content: Uint8Array }> };
  const base64 = Buffer.from(files['xl/media/image1.png']!.content).toString('base64');
  const seen = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), {
      width: image.width,
      height: image.height,
    });
    const pen = canvas.getContext('2d')!;
    pen.drawImage(image, 0, 0);
    return { width: image.width, height: image.height, corner: [...pen.getImageData(0, 0, 1, 1).data] };
  }, base64);
  // two points to a pixel of 9,525 units
  expect([seen.width, seen.height]).toEqual([(Number(width) / 9525) * 2, (Number(height) / 9525) * 2]);
  expect(Math.min(...seen.corner)).toBeGreaterThan(240);
  expect(findDrawing(await exportBook(page, 'towns', { pictures: false }), 1)).toBeUndefined();
  // some of its rows are not what it shows
  expect(findDrawing(await exportBook(page, 'towns', { limit: 1 }), 1)).toBeUndefined();
  await runCommand(page, 'Workbook to Excel');
  await page
    .getByRole('dialog')
    .getByText(/^chart: its picture and \d+ rows × 2 columns$/)
    .waitFor();
  await page.keyboard.press('Escape');
});

test('a person takes the whole workbook to Excel from the palette', async () => {
  // without a picker of files, as in most browsers
  const before = () => void Object.assign(window, { showSaveFilePicker: undefined });
  const { page } = await openPage({ before });
  await makeWorkbook(page);
  await runCommand(page, 'Workbook to Excel');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  expect(await dialog.getByLabel('Format').inputValue()).toBe('xlsx');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  const book = read(readFileSync(await download.path()));
  expect(book.SheetNames).toEqual(['Contents', 'by_city', 'sorted', 'Notes']);
  await expectNotice(page, /was saved/);
});
