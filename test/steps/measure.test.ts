import { beforeAll, describe, expect, it } from 'vitest';
import { toChangesSql, toCountSql, toPreviewSql } from '../../src/steps/measure';
import { createKitchen } from './kitchen';

describe('what is counted of a chain', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.table('t(id, city, age)', `(1, '北京', 30), (2, NULL, 40), (3, '上海', NULL), (4, NULL, 50)`);
  }, 60_000);

  const steps = [
    { step: 'filter', conditions: [{ column: 'id', test: 'more', value: '1' }] },
    { step: 'fill', columns: ['age', 'city'], with: 'value', value: '7' },
  ];

  it('is the rows after each step', async () => {
    const compiled = await kitchen.compile('t', steps);
    expect([0, 1, 2].map((upTo) => kitchen.rows(toCountSql(compiled, upTo))[0]![0])).toEqual([4, 3, 3]);
  });

  it('is the values that a step has changed, by column', async () => {
    const compiled = await kitchen.compile('t', steps);
    expect(toChangesSql(compiled, 0)).toBeUndefined();
    expect(kitchen.rows(toChangesSql(compiled, 1)!)).toEqual([[1, 2]]);
  });

  it('is no change where a value is the same as a number of another type', async () => {
    const compiled = await kitchen.compile('t', [{ step: 'fill', columns: ['age'], with: 'mean' }]);
    expect(kitchen.rows(toChangesSql(compiled, 0)!)).toEqual([[1]]);
  });

  it('marks them among the first rows', async () => {
    const compiled = await kitchen.compile('t', steps);
    expect(kitchen.rows(toPreviewSql(compiled, 2, 2))).toEqual([
      [2, '7', 40, false, true],
      [3, '上海', 7, true, false],
    ]);
    expect(kitchen.rows(toPreviewSql(compiled, 1, 1))).toEqual([[2, null, 40]]);
  });
});
