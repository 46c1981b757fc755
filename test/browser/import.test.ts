import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Receipt } from '../../src/import/receipt';
import { isBalanced } from '../../src/import/receipt';
import type { Value } from '../../src/table/column';
import { readCatalog, readSourceFiles } from './device';
import { openPage } from './harness';
import {
  drop,
  dropFiles,
  expectGrid,
  expectNotice,
  expectSeen,
  findHeading,
  findSidebar,
  findSources,
  importByConsole,
  importByDrop,
  importFile,
  queryRows,
  readGrid,
  wait,
} from './person';

test('a dropped CSV is a grid of rows, a source in the sidebar and a receipt that balances', async () => {
  const { page } = await openPage();
  await drop(page, { name: 'tea shop.csv', content: 'id,name,price\n1,Ann,2.5\n2,Bob,3\n' });
  await expectGrid(page, 'Rows of tea shop', [
    ['1', 'Ann', '2.5'],
    ['2', 'Bob', '3.0'],
  ]);
  const item = findSidebar(page).getByRole('listitem').filter({ hasText: 'tea shop' });
  const button = item.getByRole('button', { name: 'tea shop', exact: true });
  await expect.poll(() => button.getAttribute('aria-current'), wait).toBe('page');
  await expect.poll(() => item.locator('.count').textContent(), wait).toBe('2');
  await expectSeen(page.getByRole('button', { name: 'Receipt balances: 3 records = 1 header + 2 loaded' }));
  await expectNotice(page, '“tea shop” imported, 2 rows');
  const [source] = await findSources(page);
  expect(source!.columns).toEqual([
    { name: 'id', type: 'BIGINT' },
    { name: 'name', type: 'VARCHAR' },
    { name: 'price', type: 'DOUBLE' },
  ]);
});

test('several files dropped at once become as many sources, the first of them open', async () => {
  const { page } = await openPage();
  await drop(
    page,
    { name: 'a.csv', content: 'x\n1\n' },
    { name: 'b.tsv', content: 'x\ty\n1\t2\n3\t4\n' },
    { name: 'c.txt', content: 'x;z\n1;2\n3;4\n5;6\n' },
  );
  await expectNotice(page, '3 sources imported, 6 rows');
  expect((await findSources(page)).map(({ name, rows }) => [name, rows])).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', 3],
  ]);
  await expect.poll(() => findHeading(page), wait).toBe('a');
  expect(await queryRows(page, 'select sum(y) from b union all select sum(z) from c order by 1')).toEqual([
    [6],
    [12],
  ]);
});

test('one broken file among several does not keep the others out', async () => {
  const { page } = await openPage();
  await drop(
    page,
    { name: 'good.csv', content: 'x\n1\n' },
    { name: 'empty.csv', content: '' },
    { name: 'fine.csv', content: 'x\n2\n' },
  );
  await expectNotice(page, '“empty.csv” is empty');
  await expectNotice(page, '2 sources imported');
  expect((await findSources(page)).map(({ name }) => name)).toEqual(['good', 'fine']);
});

test('files are chosen from the middle of the start page, the header and the sidebar', async () => {
  const { page } = await openPage();
  const ways = [page.getByRole('button', { name: /Drop files here/ }), 'Import files', 'Add'] as const;
  for (const [k, way] of ways.entries()) {
    const chooser = page.waitForEvent('filechooser');
    await (typeof way === 'string' ? page.getByRole('button', { name: way, exact: true }) : way).click();
    const picked = await chooser;
    expect(picked.isMultiple()).toBe(true);
    await picked.setFiles([
      { name: `picked ${k}.csv`, mimeType: 'text/csv', buffer: Buffer.from(`x,y\n${k},2\n`) },
    ]);
    await expectGrid(page, `Rows of picked ${k}`, [[`${k}`, '2']]);
  }
});

test('cells pasted from a spreadsheet become a source with every digit and quote', async () => {
  const { page } = await openPage();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const cells = 'code\tname\tnote\r\n00123\tTeapot\t"big ""red"""\r\n00456\t杯子\t"two\r\nlines"\r\n';
  await page.evaluate((cells) => navigator.clipboard.writeText(cells), cells);
  await page.locator('body').click({ position: { x: 640, y: 60 } });
  await page.keyboard.press('Control+v');
  await expect.poll(() => findHeading(page), wait).toBe('pasted');
  expect(await queryRows(page, 'select * from pasted')).toEqual([
    ['00123', 'Teapot', 'big "red"'],
    ['00456', '杯子', 'two\r\nlines'],
  ]);
});

test('text pasted into a field stays in the field', async () => {
  const { page } = await openPage();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await importFile(page, { name: 'orders.csv', content: 'x\n1\n' });
  await page.evaluate(() => navigator.clipboard.writeText('a\tb\n1\t2\n'));
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'New name of orders' }).press('Control+v');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('textbox').count(), wait).toBe(0);
  expect((await findSources(page)).map(({ name }) => name)).toEqual(['orders']);
});

test('codes with leading zeros and long numbers stay text, digit for digit', async () => {
  const { page } = await openPage();
  const rows = [
    ['00123', '123456789012345678', '6222021234567890123', '0.10', '12'],
    ['00007', '999999999999999999', '6222021234567890124', '1.20', '7'],
  ];
  const content = ['zip,code,card,price,n', ...rows.map((row) => row.join(','))].join('\n');
  const { columns } = await importByDrop(page, { name: 'codes.csv', content });
  expect(columns.map(({ type }) => type)).toEqual(['VARCHAR', 'VARCHAR', 'VARCHAR', 'DOUBLE', 'BIGINT']);
  await expect
    .poll(async () => (await readGrid(page, 'Rows of codes')).map((row) => row.slice(0, 3)), wait)
    .toEqual(rows.map((row) => row.slice(0, 3)));
  expect(await queryRows(page, 'select zip, code, card from codes')).toEqual(
    rows.map((row) => row.slice(0, 3)),
  );
});

/** What the early rows of a column look like, what the last one holds, and what the receipt says of it. */
const late: [column: string, early: string, last: string, doubt: string, why: string][] = [
  ['zeros', '#', '007', 'leading-zero', '007 starts with a zero'],
  ['words', '#', 'n/a', 'mixed', 'not every value is a whole number: n/a'],
  ['digits', '#', '1234567890123456789', 'long-number', 'has more digits than a number can hold'],
  ['underscores', '#', '1_000', 'mixed', 'not every value is a whole number: 1_000'],
  ['hexadecimals', '#', '0x1F', 'mixed', 'not every value is a whole number: 0x1F'],
  ['grouped', '#.5', '1_000.5', 'mixed', 'not every value is a number: 1_000.5'],
  ['fine', '#.5', '0.12345678901234567', 'long-number', '0.12345678901234567 has more digits'],
  ['months', '2024-01-31', '2024-13-45', 'mixed', 'not every value is a date: 2024-13-45'],
  ['leap', '2024-01-31', '2023-02-29', 'mixed', 'not every value is a date: '],
  ['zones', '2024-01-02 10:00:00', '2024-01-02 10:00:00+02', 'mixed', 'not every value is a date and time'],
  ['flags', 'true', 'truth', 'mixed', 'not every value is a yes or no: truth'],
];

test('one late value that a type cannot hold keeps its column as text, and the receipt says why', async () => {
  const { page } = await openPage();
  const rows = 60_000;
  const file = await page.evaluateHandle(
    ({ late, rows }) => {
      const lines = Array.from({ length: rows }, (_, row) =>
        late.map(([, early, last]) => (row === rows - 1 ? last : early.replace('#', `${row}`))).join(','),
      );
      const names = late.map(([column]) => column).join(',');
      return new File([`id,${names}\n`, lines.map((line, row) => `${row},${line}\n`).join('')], 'late.csv');
    },
    { late, rows },
  );
  await dropFiles(page, [file]);
  await expect.poll(() => findHeading(page), wait).toBe('late');
  const source = (await findSources(page))[0]!;
  expect(await queryRows(page, `select * from late where id = ${rows - 1}`)).toEqual([
    [rows - 1, ...late.map(([, , last]) => last)],
  ]);
  expect(source.columns).toEqual([
    { name: 'id', type: 'BIGINT' },
    ...late.map(([name]) => ({ name, type: 'VARCHAR' })),
  ]);
  expect(source.receipt).toMatchObject({ records: rows + 1, header: 1, loaded: rows, rejected: 0 });
  const kept = source.receipt.columns.filter(({ name }) => name !== 'id').map(({ name, why }) => [name, why]);
  expect(Object.fromEntries(kept)).toEqual(
    Object.fromEntries(late.map(([column, , , doubt]) => [column, doubt])),
  );
  const details = page.getByRole('complementary', { name: 'Details' });
  for (const [column, , , , why] of late) {
    const line = details.getByRole('listitem').filter({ has: page.getByText(column, { exact: true }) });
    await expect.poll(() => line.textContent(), wait).toContain(why);
  }
});

test('one late value in another form of the same type is read as such, and counted', async () => {
  const { page } = await openPage();
  const rows = 60_000;
  const found = await page.evaluate(async (rows) => {
    const lines = Array.from({ length: rows }, (_, row) =>
      row === rows - 1 ? '12 ,2024/01/02,1e3\n' : `${row},2024-01-31,0.5\n`,
    );
    const [source] = await window.quire.import(new File(['n,day,x\n', ...lines], 'forms.csv'));
    const { rows: last } = await window.quire.result('forms', { offset: rows - 1 });
    return { columns: source!.receipt.columns.map(({ type, changed }) => [type, changed]), last };
  }, rows);
  expect(found).toEqual({
    columns: [
      ['BIGINT', 1],
      ['DATE', 1],
      ['DOUBLE', 0],
    ],
    last: [[12, '2024-01-02', 1000]],
  });
});

test('a late fraction makes numbers of whole numbers, and of nothing else', async () => {
  const { page } = await openPage();
  const rows = 60_000;
  const found = await page.evaluate(async (rows) => {
    const lines = Array.from({ length: rows }, (_, row) => `${row},${row === rows - 1 ? '2.5' : row}\n`);
    const [source] = await window.quire.import(new File(['id,price\n', ...lines], 'prices.csv'));
    const { rows: last } = await window.quire.query('select price from prices order by id desc limit 2');
    return { columns: source!.columns, why: source!.receipt.columns.map(({ why }) => why), last };
  }, rows);
  expect(found).toEqual({
    columns: [
      { name: 'id', type: 'BIGINT' },
      { name: 'price', type: 'DOUBLE' },
    ],
    why: ['every-value', 'every-value'],
    last: [[2.5], [rows - 2]],
  });
});

const ragged = [
  'id,name,qty',
  '1,"two',
  'lines",3',
  '2,short',
  '3,fine,4',
  '4,too,many,x5',
  '"5',
  '',
  '",x,6',
  '6,"also',
  'short"',
  '7,"ok, too",8',
  '8,blank,9,,',
  '',
];

test.each([
  ['LF', '\n'],
  ['CRLF', '\r\n'],
])('short records are filled up, long ones are listed, in a file with %s', async (_, end) => {
  const { page } = await openPage();
  const [{ receipt }] = await importByConsole(page, { name: 'ragged.csv', content: ragged.join(end) });
  expect(receipt).toMatchObject({ records: 9, header: 1, skipped: 0, loaded: 7, rejected: 1 });
  expect(isBalanced(receipt)).toBe(true);
  expect(receipt.warnings).toEqual([
    { code: 'padded', count: 2, examples: ['4', '10'] },
    { code: 'trimmed', count: 1, examples: ['13'] },
  ]);
  expect(await queryRows(page, 'select * from ragged')).toEqual([
    [1, `two${end}lines`, 3],
    [2, 'short', null],
    [3, 'fine', 4],
    [5, 'x', 6],
    [6, `also${end}short`, null],
    [7, 'ok, too', 8],
    [8, 'blank', 9],
  ]);
  // the line ends within the quotes around the 5 are no part of a number
  expect(receipt.columns.map(({ type, changed }) => [type, changed])).toEqual([
    ['BIGINT', 1],
    ['VARCHAR', 0],
    ['BIGINT', 0],
  ]);
  const sum = 'Receipt balances: 9 records = 1 header + 7 loaded + 1 rejected';
  await expectSeen(page.getByRole('button', { name: sum }));
  await page.getByRole('button', { name: 'Rejected 1', exact: true }).click();
  const readRejected = async () =>
    (await readGrid(page, 'Rejected records of ragged')).map(([line, , reason]) => [line, reason]);
  await expect.poll(readRejected, wait).toEqual([['6', 'Too many fields']]);
  expect(await queryRows(page, 'select line, text from rejected.ragged order by line')).toEqual([
    [6, '4,too,many,x5'],
  ]);
  await page.getByRole('button', { name: 'Rows', exact: true }).click();
  await expect.poll(async () => (await readGrid(page, 'Rows of ragged')).length, wait).toBe(7);
});

test('a record that is rejected has no say in the types of the columns', async () => {
  const { page } = await openPage();
  const content = 'id,name,qty\n1,tea,3\n2,green,loose,x,4\n3,cup,5\n';
  const [{ columns, receipt }] = await importByConsole(page, { name: 'votes.csv', content });
  expect(receipt).toMatchObject({ records: 4, loaded: 2, rejected: 1 });
  expect(columns.map(({ type }) => type)).toEqual(['BIGINT', 'VARCHAR', 'BIGINT']);
  expect(await queryRows(page, 'select sum(qty) from votes')).toEqual([[8]]);
});

/** A file that is plain ASCII for as long as anyone looks at its start. */
function createLate(first: string, last: Uint8Array): Buffer {
  const lines = Array.from({ length: 90_000 }, (_, row) => `${row},plain text\n`).join('');
  return Buffer.concat([
    Buffer.from(`id,name\n${first}${lines}`),
    Buffer.from('9,'),
    last,
    Buffer.from('\n10,end\n'),
  ]);
}

test('broken characters late in a file are counted, and the record is kept', async () => {
  const { page } = await openPage();
  const content = createLate('1,中文\n2,文件\n', Uint8Array.of(0x41, 0xe4, 0xb8, 0x42));
  const { receipt } = await importByDrop(page, { name: 'broken.csv', content });
  expect(receipt).toMatchObject({ encoding: 'utf-8', records: 90_005, loaded: 90_004, rejected: 0 });
  expect(receipt.warnings).toEqual([{ code: 'damaged-bytes', count: 1 }]);
  expect(await queryRows(page, "select name from broken where name like '%\uFFFD%'")).toEqual([['A\uFFFDB']]);
});

test('one word in another encoding, late in the file, tells the encoding of all of it', async () => {
  const { page } = await openPage();
  const content = createLate('', Uint8Array.of(0xd6, 0xd0, 0xce, 0xc4));
  const { receipt } = await importByDrop(page, { name: 'late.csv', content });
  expect(receipt).toMatchObject({ encoding: 'gb18030', records: 90_003, loaded: 90_002, warnings: [] });
  expect(await queryRows(page, "select id, name from late where name not in ('plain text', 'end')")).toEqual([
    [9, '中文'],
  ]);
});

test('an importer that was given much of a file lets go of its files, and takes the next one', async () => {
  const { page } = await openPage({ ahead: true });
  const rows = await page.evaluate(async () => {
    const many = Array.from({ length: 700_000 }, (_, k) => `${k},note ${(k * 7919) % 100_003} and ${k}\n`);
    const [source] = await window.quire.import(new File(['id,note\n', ...many], 'many.csv'));
    return source!.rows;
  });
  expect(rows).toBe(700_000);
  await importFile(page, { name: 'next.csv', content: 'x\n1\n' });
  await expect
    .poll(async () => (await readSourceFiles(page)).map((path) => path.replace(/.*\./, '')), wait)
    .toEqual(['duckdb', 'duckdb']);
});

const unreadable: [string, string, Uint8Array, RegExp][] = [
  ['an empty file', 'empty.csv', Buffer.alloc(0), /“empty\.csv” is empty\. Choose another file/],
  [
    'a part of an XLSX',
    'book.xlsx',
    Buffer.from('PK\u0003\u0004\u0014\u0000'),
    /“book\.xlsx” is damaged or not complete/,
  ],
  [
    'a binary',
    'data.csv',
    Buffer.from('ab\0\0\0\u0001\u0002\0\0xy\n'.repeat(50)),
    /“data\.csv” is neither a text nor a workbook/,
  ],
  ['blank lines alone', 'blank.csv', Buffer.from('\n\r\n\n'), /“blank\.csv” holds no table/],
];

test('what is no table is refused in words, leaves nothing behind, and the next file comes in', async () => {
  const { page } = await openPage();
  const alert = page.getByRole('alert');
  for (const [kind, name, content, words] of unreadable) {
    await drop(page, { name, content });
    await expect
      .poll(async () => [kind, await alert.allTextContents()], wait)
      .toEqual([kind, [expect.stringMatching(words)]]);
    await expect.poll(() => readSourceFiles(page), wait).toEqual([]);
    await expect.poll(() => readCatalog(page), wait).toEqual([]);
    await expect.poll(() => page.getByRole('progressbar').count(), wait).toBe(0);
    await alert.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => alert.count(), wait).toBe(0);
  }
  await importByDrop(page, { name: 'next.csv', content: 'x\n1\n' });
  await expectGrid(page, 'Rows of next', [['1']]);
});

test('names with quotes, emoji, 中文, semicolons and SQL in them are names and nothing more', async () => {
  const { page } = await openPage();
  const names = [
    `Ann's "best"`,
    '🫖 tea',
    '订单 2024年',
    '"; drop table orders; --',
    'select',
    '100%',
    'a.b',
    'é'.repeat(180),
    '<img src=x onerror=alert(1)>',
  ];
  for (const [k, name] of names.entries()) {
    await importByDrop(page, { name: `${name}.csv`, content: `k\n${k}\n` });
    await expectGrid(page, `Rows of ${name}`, [[`${k}`]]);
    expect(await queryRows(page, `select k from "${name.replaceAll('"', '""')}"`)).toEqual([[k]]);
  }
  expect((await findSources(page)).map(({ name }) => name)).toEqual(names);
  expect(await page.locator('img[src=x]').count()).toBe(0);
});

test('a name that is taken, in whatever case, gets a number', async () => {
  const { page } = await openPage();
  for (const name of ['orders.csv', 'orders.csv', 'ORDERS.tsv', 'orders_2.csv']) {
    await importFile(page, { name, content: 'x\n1\n' });
  }
  const found = ['orders', 'orders_2', 'ORDERS_3', 'orders_2_2'];
  expect((await findSources(page)).map(({ name }) => name)).toEqual(found);
  for (const name of found) expect(await queryRows(page, `select x from "${name}"`)).toEqual([[1]]);
});

test('duplicate, blank and awkward column names each find their own values', async () => {
  const { page } = await openPage();
  const header = ['id', 'id', '', 'ID', ' name ', '"a ""b"" \'c\'"', '🫖', 'rowid', '"x\ny"', ''];
  const row = header.map((_, column) => `v${column}`);
  const content = `${header.join(',')}\n${row.join(',')}\n${row.join(',')}\n`;
  const { columns } = await importByDrop(page, { name: 'odd.csv', content });
  expect(columns.map(({ name }) => name)).toEqual([
    'id',
    'id_2',
    'column3',
    'ID_3',
    'name',
    `a "b" 'c'`,
    '🫖',
    'rowid',
    'x\ny',
    'column10',
  ]);
  // the last columns are beyond the edge of the screen
  await expect
    .poll(async () => (await readGrid(page, 'Rows of odd')).map((cells) => cells.slice(0, 8)), wait)
    .toEqual([row.slice(0, 8), row.slice(0, 8)]);
  expect(await queryRows(page, 'select * from odd limit 1')).toEqual([row]);
  const second = await page.evaluate(() => window.quire.result('odd', { offset: 1, limit: 1 }));
  expect(second.rows).toEqual([row]);
});

test('a file whose lines end in three ways is read whole, with a warning', async () => {
  const { page } = await openPage();
  const content = 'a,b\n1,2\r\n3,4\r5,6\n7,"x\r\ny"\n';
  const { receipt } = await importByDrop(page, { name: 'mixed.csv', content });
  expect(await queryRows(page, 'select a, b from mixed')).toEqual([
    [1, '2'],
    [3, '4'],
    [5, '6'],
    [7, 'x\r\ny'],
  ]);
  expect(receipt).toMatchObject({
    lineEnd: 'mixed',
    records: 5,
    loaded: 4,
    warnings: [{ code: 'mixed-line-ends' }],
  });
  const details = page.getByRole('complementary', { name: 'Details' });
  await expect.poll(() => details.textContent(), wait).toContain('Lines end in different ways');
});

test('a quote that is never closed is data, is warned of, and swallows no record', async () => {
  const { page } = await openPage();
  const content = 'a,b\n1,"x, y"\n2,"z"\n3,"x\n4,5\n';
  const [{ receipt }] = await importByConsole(page, { name: 'open.csv', content });
  expect(receipt.warnings).toEqual([{ code: 'repaired', count: 1, examples: ['4'] }]);
  expect(receipt).toMatchObject({ records: 5, header: 1, loaded: 4, rejected: 0 });
  expect(await queryRows(page, 'select * from "open"')).toEqual([
    [1, 'x, y'],
    [2, 'z'],
    [3, '"x'],
    [4, '5'],
  ]);
  const details = page.getByRole('complementary', { name: 'Details' });
  await expect.poll(() => details.textContent(), wait).toContain('One record had stray quotes or delimiters');
});

interface Small {
  content: string;
  names: string[];
  rows: Value[][];
  receipt: Partial<Receipt>;
}

const ab = ['a', 'b'];
const twoRows = [
  [1, 2],
  [3, 4],
];

const small: Record<string, Small> = {
  'a header and nothing else': {
    content: 'a,b\n',
    names: ab,
    rows: [],
    receipt: { records: 1, header: 1, loaded: 0 },
  },
  'a header without a line end': {
    content: 'a,b',
    names: ab,
    rows: [],
    receipt: { records: 1, header: 1, loaded: 0 },
  },
  'one column': {
    content: 'name\nAnn\nBob',
    names: ['name'],
    rows: [['Ann'], ['Bob']],
    receipt: { records: 3, header: 1, loaded: 2 },
  },
  'one column with a blank line': {
    content: 'n\n1\n\n2\n',
    names: ['n'],
    rows: [[1], [null], [2]],
    receipt: { records: 4, header: 1, skipped: 0, loaded: 3 },
  },
  'blank lines among two columns': {
    content: 'a,b\n\n1,2\n\n\n3,4\n\n',
    names: ab,
    rows: twoRows,
    receipt: { records: 7, header: 1, skipped: 4, loaded: 2 },
  },
  'no header': {
    content: '1,2\n3,4\n',
    names: ['column1', 'column2'],
    rows: twoRows,
    receipt: { records: 2, header: 0, loaded: 2 },
  },
  'a byte order mark': {
    content: '\uFEFFa,b\n1,2\n',
    names: ab,
    rows: [[1, 2]],
    receipt: { records: 2, header: 1, loaded: 1 },
  },
  'quoted blanks, which are missing like plain ones': {
    content: 'a,b\n"",x\n,""\ny,z\n',
    names: ab,
    rows: [
      [null, 'x'],
      [null, null],
      ['y', 'z'],
    ],
    receipt: { records: 4, header: 1, loaded: 3 },
  },
  'everything in quotes': {
    content: '"a","b"\n"1","2"\n',
    names: ab,
    rows: [[1, 2]],
    receipt: { records: 2, header: 1, loaded: 1 },
  },
};

test('small and odd files are read as they stand, each with a receipt that balances', async () => {
  const { page } = await openPage();
  for (const [kind, { content, names, rows, receipt }] of Object.entries(small)) {
    const [source] = await importByConsole(page, { name: `${kind}.csv`, content });
    expect([kind, source.columns.map(({ name }) => name)]).toEqual([kind, names]);
    expect([kind, await queryRows(page, `select * from "${kind}"`)]).toEqual([kind, rows]);
    expect([kind, source.receipt]).toMatchObject([kind, { rejected: 0, ...receipt }]);
    expect([kind, isBalanced(source.receipt)]).toEqual([kind, true]);
    await expect.poll(async () => (await readGrid(page, `Rows of ${kind}`)).length, wait).toBe(rows.length);
    await expect.poll(() => page.getByText('No rows').isVisible(), wait).toBe(rows.length === 0);
  }
});

/** Half a million records of two lines each, 100 MB. */
async function createLarge(page: Page, last: string) {
  return page.evaluateHandle((last) => {
    const filler = 'lorem ipsum dolor sit amet '.repeat(6);
    const pieces: string[] = ['id,note,code\n'];
    for (let id = 1; id <= 500_000; id++) {
      pieces.push(`${id},"${filler}\n""${id}"" and more",${id === 500_000 ? last : id % 1000}\n`);
    }
    return new File(pieces, 'large.csv');
  }, last);
}

test.each([
  ['as numbers', '999', 'BIGINT'],
  ['as text, for the sake of the last of them', '0999', 'VARCHAR'],
])('a large file that two importers share keeps its order, with codes %s', async (_, last, type) => {
  const { page } = await openPage();
  const file = await createLarge(page, last);
  expect(await file.evaluate(({ size }) => size)).toBeGreaterThan(96e6);
  const source = await page.evaluate(async (file) => (await window.quire.import(file))[0]!, file);
  await expect.poll(async () => (await readSourceFiles(page)).length, wait).toBe(2);
  expect(source.columns[2]).toEqual({ name: 'code', type });
  expect(source.receipt).toMatchObject({ records: 500_001, header: 1, loaded: 500_000, rejected: 0 });
  expect(
    await queryRows(page, 'select count(*), sum(id), min(id), max(id), count(distinct id) from large'),
  ).toEqual([[500_000, 125_000_250_000, 1, 500_000, 500_000]]);
  const disorder = await page.evaluate(async () => {
    const wrong: number[] = [];
    for (let offset = 0; offset < 500_000; offset += 7_300) {
      const { rows } = await window.quire.result('large', { offset, limit: 300 });
      rows.forEach(([id, note], row) => {
        if (id !== offset + row + 1 || !String(note).endsWith(`\n"${id}" and more`)) wrong.push(offset + row);
      });
    }
    return wrong;
  });
  expect(disorder).toEqual([]);
  // the cut lies in the middle; every row around it is looked at
  const middle = await page.evaluate(async () => {
    const { rows } = await window.quire.result('large', { offset: 235_000, limit: 30_000 });
    return rows.every(([id], row) => id === 235_001 + row) && rows.length;
  });
  expect(middle).toBe(30_000);
  const codes = await page.evaluate(() => window.quire.result('large', { offset: 499_998, limit: 5 }));
  expect(codes.rows.map(([id, , code]) => [id, String(code)])).toEqual([
    [499_999, '999'],
    [500_000, last],
  ]);
});
