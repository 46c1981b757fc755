import { expect, test } from 'vitest';
import { openPage } from './harness';
import { importByConsole, queryRows } from './person';

/** Too long for a look, under a title, so that the engine's own reader can't take it. */
const numbers = Array.from({ length: 200_000 }, (_, row) => `${row + 1},${row % 7}`).join('\n');
const reading = { type: 'BIGINT', decimal: '.' } as const;

test.each([
  ['a column of numbers', {}, 'every-value'],
  ['a column for which numbers are wanted', { columns: { id: { reading } } }, 'chosen'],
])('%s is text where a code stands at the end of a large file', async (_, options, otherwise) => {
  const { page } = await openPage();
  const toFile = (end: string) => ({ name: 'ids.csv', content: `Report\n\nid,n\n${numbers}\n${end}\n` });
  const [plain] = await importByConsole(page, toFile('200001,1'), options);
  expect(plain.receipt.columns[0]).toMatchObject({ type: 'BIGINT', why: otherwise });
  const [coded] = await importByConsole(page, toFile('007,1'), options);
  expect(coded.receipt.columns[0]).toMatchObject({ type: 'VARCHAR', why: 'leading-zero', example: '007' });
  expect(await queryRows(page, `SELECT count(*) FROM "${coded.name}" WHERE id = '007'`)).toEqual([[1]]);
});
