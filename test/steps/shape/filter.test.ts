import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('filter', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.table(
      `t(id, city, age, "odd ""name'")`,
      `(1, '北京', 30, 'a'), (2, NULL, 40, NULL), (3, '上海', NULL, 'x''y'), (4, '北京', 50, '$n')`,
    );
  }, 60_000);

  const ids = async (conditions: object[], more: object = {}) =>
    (await kitchen.run('t', [{ step: 'filter', conditions, ...more }])).rows.map(([id]) => id);

  it('keeps the rows that fit, in the order in which they were', async () => {
    expect(await ids([{ column: 'city', test: 'is', value: '北京' }])).toEqual([1, 4]);
    expect(await ids([{ column: 'AGE', test: 'at-least', value: '40' }])).toEqual([2, 4]);
    expect(await ids([{ column: 'age', test: 'between', value: '30', to: '40' }])).toEqual([1, 2]);
    expect(await ids([{ column: 'odd "name\'', test: 'contains', value: "'" }])).toEqual([3]);
    expect(await ids([{ column: 'odd "name\'', test: 'is', value: '$n' }])).toEqual([4]);
  });

  it('counts a missing value among what something is not', async () => {
    expect(await ids([{ column: 'city', test: 'is-not', value: '北京' }])).toEqual([2, 3]);
    expect(await ids([{ column: 'city', test: 'none-of', values: ['北京'] }])).toEqual([2, 3]);
  });

  it('leaves every row in one of its two halves', async () => {
    const conditions = [
      { column: 'age', test: 'more', value: '35' },
      { column: 'city', test: 'present' },
    ];
    for (const match of ['all', 'any']) {
      const kept = await ids(conditions, { match });
      const others = await ids(conditions, { match, keep: 'others' });
      expect([...kept, ...others].sort()).toEqual([1, 2, 3, 4]);
    }
  });

  it('says what does not fit the table', async () => {
    const problem = async (condition: object) =>
      (await kitchen.compile('t', [{ step: 'filter', conditions: [condition] }])).problem;
    expect(await problem({ column: 'gone', test: 'missing' })).toMatchObject({ code: 'step-column' });
    expect(await problem({ column: 'age', test: 'is', value: 'x' })).toMatchObject({ code: 'step-value' });
    expect(await problem({ column: 'age', test: 'contains', value: '3' })).toMatchObject({
      code: 'step-family',
    });
  });
});
