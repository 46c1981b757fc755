import { expect, test } from 'vitest';
import type { Ask } from '../../src/workbook/plan';
import { toRemembered } from '../../src/workbook/remembered';

test('a question is put again where it has other values, or failed', async () => {
  const put: string[] = [];
  let fails = true;
  const ask: Ask = async (sql) => {
    put.push(sql);
    if (sql === 'bad' && fails) throw new Error('refused');
    return { columns: [{ name: sql, type: 'INTEGER' }], values: [[1]] };
  };
  const value = (type: 'DOUBLE' | 'VARCHAR') => ({ x: { type, value: '1' } }) as const;
  expect((await toRemembered(ask)('a', value('DOUBLE'))).columns[0]?.name).toBe('a');
  expect((await toRemembered(ask)('a', value('DOUBLE'))).columns[0]?.name).toBe('a');
  await toRemembered(ask)('a', value('VARCHAR'));
  await expect(toRemembered(ask)('bad', {})).rejects.toThrow('refused');
  fails = false;
  await toRemembered(ask)('bad', {});
  expect(put).toEqual(['a', 'a', 'bad', 'bad']);
});
