import { expect, test } from 'vitest';
import { isBalanced } from '../../src/import/receipt';
import { upgradeFirst } from '../../src/storage/upgrade';

test('an entry of the first version keeps its rows, its sum and its reasons', () => {
  const upgraded = upgradeFirst({
    id: 'ab12cd34',
    name: 'orders',
    columns: [
      { name: 'code', type: 'VARCHAR' },
      { name: 'qty', type: 'BIGINT' },
      { name: 'note', type: 'VARCHAR' },
    ],
    parts: [{ path: 'sources/ab12cd34/0-0.duckdb', rows: 3, rejected: 1 }],
    created: 1,
    kept: true,
    bytes: 9,
    receipt: {
      file: { name: 'orders.csv', bytes: 40, modified: 2 },
      encoding: 'UTF-8',
      dialect: { delimiter: ';', quote: '"', header: true },
      lineEnd: 'crlf',
      records: 6,
      header: 1,
      skipped: 1,
      loaded: 3,
      rejected: 1,
      kept: [
        { column: 'code', doubt: 'leading-zero', example: '007' },
        { column: 'note', doubt: 'other-form', example: 'x' },
      ],
      warnings: ['mixed-line-ends'],
    },
  });
  expect(isBalanced(upgraded.receipt)).toBe(true);
  expect(upgraded.parts).toEqual([{ path: 'sources/ab12cd34/0-0.duckdb', rows: 3, rejected: 1, unread: 0 }]);
  expect(upgraded.receipt.columns.map(({ name, why, example }) => [name, why, example])).toEqual([
    ['code', 'leading-zero', '007'],
    ['qty', 'every-value', undefined],
    ['note', 'mixed', 'x'],
  ]);
  expect(upgraded.receipt.warnings).toEqual([{ code: 'mixed-line-ends' }]);
  expect(upgraded.receipt.settings).toEqual({ encoding: 'utf-8', delimiter: ';', quote: '"', header: true });
});
