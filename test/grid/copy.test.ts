import { expect, test } from 'vitest';
import { readCopy } from '../../src/grid/clipboard';
import { checkCopySize, createCopy } from '../../src/grid/copy';
import type { RowSource } from '../../src/grid/rows';
import { Problem } from '../../src/lib/problem';
import type { Column, Value } from '../../src/table/column';

const columns: Column[] = [
  { name: 'name', type: 'VARCHAR' },
  { name: 'big "id"', type: 'BIGINT' },
];

function copy(values: Value[][], withHeaders = false) {
  const builder = createCopy(columns, { withHeaders });
  builder.add(values);
  return builder.finish();
}

test('cells are separated by tabs and rows by line breaks, without a break at the end', () => {
  expect(
    copy([
      ['a', 'b'],
      [1, 2],
    ]).text,
  ).toBe('a\t1\r\nb\t2');
});

test('missing is empty and digits are neither grouped nor lost', () => {
  expect(copy([[null], ['9007199254740993123']]).text).toBe('\t9007199254740993123');
});

test('a cell with a tab, a line break or a quote is quoted as a spreadsheet expects', () => {
  expect(
    copy([
      ['a\tb', 'c\nd', 'say "hi"', ' plain, '],
      [1, 2, 3, 4],
    ]).text,
  ).toBe('"a\tb"\t1\r\n"c\nd"\t2\r\n"say ""hi"""\t3\r\n plain, \t4');
});

test('headers come first when asked for', () => {
  const { text, html } = copy([['a'], [1]], true);
  expect(text).toBe('name\t"big ""id"""\r\na\t1');
  expect(html).toContain('<tr><th>name</th><th>big &quot;id&quot;</th></tr>');
});

test('the table escapes markup and keeps line breaks within a cell', () => {
  const { html } = copy([['<img src=x onerror=alert(1)> & co\nnext'], [1]]);
  expect(html).toContain(
    '&lt;img src=x onerror=alert(1)&gt; &amp; co<br style="mso-data-placement:same-cell">next',
  );
  expect(html).not.toContain('<img');
});

test('digits that a spreadsheet would round or shorten are marked as text', () => {
  const { html } = copy([['00123'], ['9007199254740993123']]);
  expect(html).toContain(`<td style='mso-number-format:"\\@"'>00123</td>`);
  expect(html).toContain(`<td style='mso-number-format:"\\@"'>9007199254740993123</td>`);
  expect(copy([['a'], [42]]).html).toContain('<td>42</td>');
});

test('a large copy is text alone', async () => {
  const source: RowSource = {
    key: 'a',
    columns,
    rowCount: 100_000,
    read: async (from, to) => [
      Array.from({ length: to - from }, () => 'x'),
      Array.from({ length: to - from }, () => 1),
    ],
  };
  const rect = { fromRow: 0, toRow: 25_000, fromColumn: 0, toColumn: 2 };
  expect((await readCopy(source, rect)).html).toMatch(/^<meta charset="utf-8"><table>/);
  expect(await readCopy(source, { ...rect, toRow: 25_001 })).not.toHaveProperty('html');
});

test('a million cells may be copied, one more may not', () => {
  const million = { fromRow: 0, toRow: 500_000, fromColumn: 0, toColumn: 2 };
  expect(() => checkCopySize(million)).not.toThrow();
  try {
    checkCopySize({ ...million, toRow: 500_001 });
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
    expect(error).toMatchObject({ code: 'copy-too-large', params: { cells: 1_000_002, limit: 1_000_000 } });
  }
});

test('a range that is not on screen is read in chunks, and only its own columns are taken', async () => {
  const reads: [number, number][] = [];
  const source: RowSource = {
    key: 'a',
    columns: Array.from({ length: 100 }, (_, i) => ({ name: `c${i}`, type: 'INTEGER' })),
    rowCount: 1_000_000,
    async read(from, to) {
      reads.push([from, to]);
      return Array.from({ length: 100 }, (_, c) =>
        Array.from({ length: to - from }, (_r, i) => (from + i) * 100 + c),
      );
    },
  };
  const { text } = await readCopy(source, { fromRow: 10, toRow: 3010, fromColumn: 98, toColumn: 100 });
  const lines = text.split('\r\n');
  expect(reads).toEqual([
    [10, 1510],
    [1510, 3010],
  ]);
  expect(lines).toHaveLength(3000);
  expect(lines[0]).toBe('1098\t1099');
  expect(lines.at(-1)).toBe('300998\t300999');
});

test('a copy that is stopped reads no further', async () => {
  const stop = new AbortController();
  let reads = 0;
  const source: RowSource = {
    key: 'a',
    columns,
    rowCount: 1_000_000,
    async read(from, to) {
      reads++;
      stop.abort();
      return [Array.from({ length: to - from }, () => 'x'), Array.from({ length: to - from }, () => 1)];
    },
  };
  const rect = { fromRow: 0, toRow: 100_000, fromColumn: 0, toColumn: 2 };
  await expect(readCopy(source, rect, { signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' });
  expect(reads).toBe(1);
});
