import { expect, test } from 'vitest';
import { readPrinted } from '../../../src/app/workbook/printing';

const columns = [{ name: 'n', type: 'BIGINT' }];
const toTable = (id: string) => ({ id, name: 'clean', columns, rowCount: 1 });
const toGone = () => Promise.reject(new Error('the table is gone'));

test('rows that are replaced while they are read for paper are those that the cell has then', async () => {
  let result = toTable('old');
  const read = (id: string) => {
    if (id === 'new') return Promise.resolve([[7]]);
    result = toTable('new');
    return toGone();
  };
  expect(await readPrinted(() => result, { read })).toEqual({ columns, values: [[7]] });
});

test('a cell whose rows are gone altogether is printed without them, and one that cannot be read is told', async () => {
  const results = [toTable('old'), undefined, undefined];
  expect(await readPrinted(() => results.shift(), { read: toGone })).toBeUndefined();
  await expect(readPrinted(() => toTable('old'), { read: toGone })).rejects.toThrow('the table is gone');
});
