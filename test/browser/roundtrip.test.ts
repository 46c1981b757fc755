import { expect, test } from 'vitest';
import { createRandom } from '../random';
import { openPage } from './harness';

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
