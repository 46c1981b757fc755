import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('dropColumns', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.table('t(a, b, c)', '(1, 2, 3)');
  }, 60_000);

  it('leaves columns out', async () => {
    const { rows, columns } = await kitchen.run('t', [{ step: 'dropColumns', columns: ['B'] }]);
    expect(columns.map(({ name }) => name)).toEqual(['a', 'c']);
    expect(rows).toEqual([[1, 3]]);
  });

  it('leaves one at least', async () => {
    const { problem } = await kitchen.compile('t', [{ step: 'dropColumns', columns: ['a', 'b', 'c'] }]);
    expect(problem).toMatchObject({ code: 'step-misfit', params: { why: 'drop-all' } });
  });
});
