import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('union', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.table('may(id, city, paid)', `(1, 'b', 1.50), (2, NULL, 2.25)`);
    kitchen.table('june(paid, "ID", code)', `(7, 3, '007')`);
    kitchen.table('july(id, paid)', `('x', 9.5)`);
    kitchen.table('alien(z)', `(1)`);
  }, 60_000);

  const run = (...steps: object[]) =>
    kitchen.run(
      'may',
      steps.map((step) => ({ step: 'union', ...step })),
    );

  it('puts rows after one another by the names of their columns; what one has not is missing', async () => {
    const { columns, rows, links } = await run({ table: 'june' });
    expect(columns).toEqual([
      { name: 'id', type: 'INTEGER' },
      { name: 'city', type: 'VARCHAR' },
      { name: 'paid', type: 'DECIMAL(12,2)' },
      { name: 'code', type: 'VARCHAR' },
    ]);
    expect(rows).toEqual([
      [1, 'b', '1.50', null],
      [2, null, '2.25', null],
      [3, null, '7.00', '007'],
    ]);
    expect(links[0]!.made!.notes).toEqual([
      { why: 'union-missing', params: { table: 'june', columns: 'city' } },
      { why: 'union-extra', params: { table: 'june', columns: 'code' } },
    ]);
  });

  it('leaves out what only the other table has, where told', async () => {
    const { columns, links } = await run({ table: 'june', extra: 'leave' });
    expect(columns.map(({ name }) => name)).toEqual(['id', 'city', 'paid']);
    expect(links[0]!.made!.notes).toContainEqual({
      why: 'union-left',
      params: { table: 'june', columns: 'code' },
    });
  });

  it('makes text of types that do not go together, and says so; or stops', async () => {
    const { rows, links } = await run({ table: 'july' });
    expect(rows.map(([id]) => id)).toEqual(['1', '2', 'x']);
    expect(links[0]!.made!.notes).toContainEqual({ why: 'unified-text', params: { column: 'id' } });
    await expect(run({ table: 'july', types: 'stop' })).rejects.toMatchObject({
      params: { why: 'union-types', column: 'id', one: 'INTEGER', other: 'VARCHAR' },
    });
  });

  it('says from which table each row is, over several steps', async () => {
    const { columns, rows } = await run(
      { table: 'june', extra: 'leave', origin: 'from' },
      { table: 'july', origin: 'from' },
    );
    expect(columns.map(({ name }) => name)).toEqual(['id', 'city', 'paid', 'from']);
    expect(rows.map((row) => row[3])).toEqual(['may', 'may', 'june', 'july']);
  });

  it('takes the table itself once more', async () => {
    expect((await run({ table: 'may' })).rows).toHaveLength(4);
  });

  it('refuses a name that is taken, and a table that has nothing in common', async () => {
    await expect(run({ table: 'june', origin: 'code' })).rejects.toMatchObject({ code: 'step-name' });
    await expect(run({ table: 'june', origin: 'ID' })).rejects.toMatchObject({ code: 'step-name' });
    await expect(run({ table: 'alien', extra: 'leave' })).rejects.toMatchObject({
      params: { why: 'union-nothing-shared' },
    });
    await expect(run({ table: 'gone' })).rejects.toBeDefined();
  });
});
