import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { ImportOptions } from '../../src/import/options';
import type { Receipt } from '../../src/import/receipt';
import { isBalanced } from '../../src/import/receipt';
import type { Value } from '../../src/table/column';
import { makeZip } from '../import/pack/makeZip';
import { createEncoder } from '../import/text/legacyEncoder';
import { createRandom } from '../random';
import { readSourceFiles } from './device';
import { openPage } from './harness';
import { wait } from './person';

const VALUES = [
  '',
  '',
  'x',
  '007',
  '北京',
  '👩🏽‍💻',
  'a,b',
  'a;b',
  'a\tb',
  'a|b',
  'say "hi"',
  '"',
  '""',
  '"x',
  'x\ny',
  'x\r\ny',
  ' ',
];
VALUES.push('\\', "it's", '\\N', 'NULL', '#x', "'", '\u0000', '=1+1', 'é', '\u202e', 'x'.repeat(5000));

/** Writes a table as delimited text: quotes where they must be, and in some places where they need not. */
function writeTable(
  rows: string[][],
  delimiter: string,
  end: string,
  random: ReturnType<typeof createRandom>,
) {
  const write = (value: string) => {
    const must = /["\r\n]/.test(value) || value.includes(delimiter);
    return must || (value !== '' && random.below(4) === 0) ? `"${value.replaceAll('"', '""')}"` : value;
  };
  return rows.map((row) => row.map(write).join(delimiter)).join(end) + (random.below(2) ? end : '');
}

test('any table written as text comes back equal, value for value, with a receipt that balances', async () => {
  const random = createRandom(42);
  const { page } = await openPage();
  for (let round = 0; round < 60; round++) {
    const width = 1 + random.below(5);
    const header = Array.from({ length: width }, (_, index) => `c${index}`);
    const rows = Array.from({ length: random.below(12) }, () => header.map(() => random.pick(VALUES)));
    // without an end, a last record of one blank field would be nothing at all
    if (width === 1) rows.push(['x']);
    const delimiter = random.pick([',', ';', '\t', '|']);
    const text = writeTable([header, ...rows], delimiter, random.pick(['\n', '\r\n', '\r']), random);
    const found = await page.evaluate(
      async ([content, given]) => {
        const options = { name: 'case', types: 'text', delimiter: given, header: true } as const;
        const [source] = await window.quire.import(new File([content], 'x.csv'), options);
        const result = await window.quire.query('select * from "case"');
        await window.quire.removeSource('case');
        return { rows: result.rows, receipt: source!.receipt };
      },
      [text, delimiter] as const,
    );
    const { records, header: headers, skipped, loaded, rejected } = found.receipt;
    expect({ round, text, rows: found.rows }).toEqual({
      round,
      text,
      rows: rows.map((row) => row.map((value) => (value === '' ? null : value))),
    });
    expect([records, rejected]).toEqual([headers + skipped + loaded + rejected, 0]);
  }
});

interface Style {
  delimiter: string;
  quote: string;
  escape: string;
  end: string;
}

/** Everything that could be taken for something else stands in quotes, and some of the rest. */
function writeStyled(table: string[][], style: Style, random: ReturnType<typeof createRandom>): string {
  const { delimiter, quote, escape, end } = style;
  const write = (value: string) => {
    const must = [...delimiter, quote, escape, '\n', '\r'].some((mark) => value.includes(mark));
    if (!must && value.trim() === value && (value === '' || random.below(3) > 0)) return value;
    const escaped = escape === quote ? value : value.replaceAll(escape, escape + escape);
    return quote + escaped.replaceAll(quote, escape + quote) + quote;
  };
  return table.map((row) => row.map(write).join(delimiter)).join(end) + (random.below(4) > 0 ? end : '');
}

const encodings: [label: string, letters: string[]][] = [
  ['utf-8', ['北京', 'é', '👩🏽‍💻', '\u202e', 'ﷺ']],
  ['utf-16le', ['北京', 'é', '👩🏽‍💻', '\ufffd']],
  ['utf-16be', ['東京', 'ü', '😀']],
  ['gb18030', ['北京', '𠮷', '㐂', '€', 'é', '\u2028']],
  ['big5', ['臺北', '許功蓋', '—']],
  ['shift_jis', ['東京', 'ソ表能', 'ｱ', '～']],
  ['euc-jp', ['東京', '表示']],
  ['euc-kr', ['서울', '한글']],
  ['windows-1252', ['é', 'ß', '“', '€', 'ÿ']],
  ['windows-1251', ['Москва', 'я', 'Ё']],
  ['iso-8859-2', ['Łódź', 'ű']],
];

/** What a table is packed in: nothing, a gzip file of one part or of two, or an archive. */
const packings: [ending: string, pack: (bytes: Uint8Array) => Uint8Array][] = [
  ['.csv', (bytes) => bytes],
  ['.csv.gz', (bytes) => gzipSync(bytes)],
  [
    '.csv.gz',
    (bytes) =>
      Buffer.concat([
        gzipSync(bytes.subarray(0, bytes.length / 2)),
        gzipSync(bytes.subarray(bytes.length / 2)),
      ]),
  ],
  ['.zip', (bytes) => makeZip([{ name: 'folder/table.csv', data: bytes }])],
];

function importBytes(page: Page, name: string, content: Uint8Array, options: ImportOptions) {
  return page.evaluate(
    async ([fileName, base64, given]): Promise<{ rows: Value[][]; receipt: Receipt }> => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      const [source] = await window.quire.import(new File([bytes], fileName), given);
      const { rows } = await window.quire.query('select * from "case"');
      await window.quire.removeSource('case');
      return { rows, receipt: source!.receipt };
    },
    [name, Buffer.from(content).toString('base64'), options] as const,
  );
}

test(
  'any table in any dialect, encoding and packing comes back equal, value for value',
  { timeout: 240_000 },
  async () => {
    const random = createRandom(7);
    const { page } = await openPage();
    for (let round = 0; round < 80; round++) {
      const [encoding, letters] = random.pick(encodings);
      const isUnicode = encoding.startsWith('utf') || encoding === 'gb18030';
      const values = VALUES.filter((value) => isUnicode || /^\p{ASCII}*$/u.test(value));
      const pieces = [...values, ...letters, ...letters];
      const quote = random.pick(['"', "'"]);
      const style: Style = {
        quote,
        escape: random.pick([quote, quote, '\\']),
        delimiter: random.pick([',', ';', '\t', '|', '||', ', ', '::', '\u0001']),
        end: random.pick(['\n', '\r\n', '\r']),
      };
      const width = 2 + random.below(4);
      const header = Array.from({ length: width }, (_, index) => `c${index}`);
      const rows = Array.from({ length: 1 + random.below(15) }, (_, row) => [
        `k${row}`,
        ...header
          .slice(1)
          .map(() => random.pick(pieces) + (random.below(3) === 0 ? random.pick(pieces) : '')),
      ]);
      const text = writeStyled([header, ...rows], style, random);
      const [ending, pack] = random.pick(packings);
      const { delimiter, escape } = style;
      const lines = { header: true, skip: 0, units: 0, footer: 0, comment: '' } as const;
      const found = await importBytes(page, `table${ending}`, pack(createEncoder(encoding)(text)), {
        name: 'case',
        types: 'text',
        encoding,
        delimiter,
        quote,
        escape,
        ...lines,
      });
      expect({ round, style, encoding, ending, text, rows: found.rows }).toEqual({
        round,
        style,
        encoding,
        ending,
        text,
        rows: rows.map((row) => row.map((value) => (value === '' ? null : value))),
      });
      expect([round, isBalanced(found.receipt), found.receipt.warnings]).toEqual([round, true, []]);
      expect(found.receipt).toMatchObject({ encoding, rejected: 0, unread: 0, loaded: rows.length });
    }
  },
);

test.each([
  ['by the engine itself', ','],
  ['by our own reader', '||'],
])(
  'a table of several parts, read %s, comes back equal, row for row',
  { timeout: 240_000 },
  async (_, delimiter) => {
    const random = createRandom(11);
    const { page } = await openPage();
    const header = ['n', 'a', 'b', 'c'];
    const cells = VALUES.filter((value) => value !== '\u0000');
    const rows = Array.from({ length: 400 }, () => header.slice(1).map(() => random.pick(cells)));
    const style: Style = { delimiter, quote: '"', escape: '"', end: '\n' };
    const block = writeStyled(
      rows.map((row) => ['#', ...row]),
      style,
      { ...random, below: () => 1 },
    );
    const found = await page.evaluate(
      async ([first, one, given, expected]) => {
        const times = Math.ceil(100e6 / one.length);
        let n = 0;
        const pieces = Array.from({ length: times }, () => one.replace(/^#(?=\|\||,)/gm, () => `${n++}`));
        const [source] = await window.quire.import(new File([`${first}\n`, ...pieces], 'parts.csv'), {
          types: 'text',
          delimiter: given,
          header: true,
          comment: '',
        });
        const wrong: number[] = [];
        for (let offset = 0; offset < n; offset += 4000) {
          const { rows: read } = await window.quire.result('parts', { offset, limit: 4000 });
          read.forEach((row, k) => {
            const wanted = [`${offset + k}`, ...expected[(offset + k) % expected.length]!];
            if (row.some((value, column) => (value ?? '') !== wanted[column])) wrong.push(offset + k);
          });
        }
        return { rows: n, loaded: source!.rows, wrong: wrong.slice(0, 5) };
      },
      [header.join(delimiter), block, delimiter, rows] as const,
    );
    expect(found).toEqual({ rows: found.loaded, loaded: found.rows, wrong: [] });
    await expect.poll(async () => (await readSourceFiles(page)).length, wait).toBe(2);
  },
);
