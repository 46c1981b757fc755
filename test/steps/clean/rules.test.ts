import { beforeAll, expect, test } from 'vitest';
import { findRules } from '../../../src/steps/clean/rules';
import { createKitchen } from '../kitchen';

let kitchen: Awaited<ReturnType<typeof createKitchen>>;
beforeAll(async () => {
  kitchen = await createKitchen();
  kitchen.create('shops', `SELECT 'S' || range AS shop_id FROM range(30)`);
  kitchen.create(
    'sales',
    `SELECT range AS sale_id, CASE WHEN range = 7 THEN 'S99' ELSE 'S' || range % 30 END AS shop_id,
       18 + range % 70 AS age, ['paid', 'open'][1 + range % 2] AS state, md5(CAST(range AS VARCHAR)) AS note,
       DATE '2024-01-01' + CAST(range % 50 AS INTEGER) AS day, CASE WHEN range > 3 THEN md5('x' || range) END AS hint
     FROM range(200)`,
  );
}, 60_000);

async function table(name: string) {
  return { name, columns: (await kitchen.ask(`SELECT * FROM ${name}`)).columns };
}

test('rules are suggested by what the rows keep today', async () => {
  const offers = await findRules(await table('sales'), [await table('shops')], kitchen.ask);
  expect(offers.map(({ rule }) => rule)).toEqual([
    { rule: 'unique', column: 'sale_id' },
    { rule: 'known', column: 'shop_id', table: 'shops', key: 'shop_id' },
    { rule: 'range', column: 'age', least: '18', most: '87' },
    { rule: 'one-of', column: 'state', values: ['open', 'paid'] },
    { rule: 'present', column: 'note' },
    { rule: 'range', column: 'day', least: '2024-01-01', most: '2024-02-19' },
  ]);
});

test('suggested rules can be taken as they are', async () => {
  const offers = await findRules(await table('sales'), [await table('shops')], kitchen.ask);
  const rules = offers.map(({ rule }) => rule);
  const { rows } = await kitchen.run('sales', [{ step: 'validate', rules, show: 'broken' }]);
  expect(rows.map((row) => [row[0], row.at(-1)])).toEqual([[7, 'shop_id known']]);
});

test('of a table without rows nothing is said', async () => {
  kitchen.create('nothing', 'SELECT * FROM sales WHERE false');
  expect(await findRules(await table('nothing'), [], kitchen.ask)).toEqual([]);
});
