import { beforeAll, expect, test } from 'vitest';
import { toSampleSql } from '../../../src/steps/protect/sample';
import { createKitchen } from '../kitchen';

let kitchen: Awaited<ReturnType<typeof createKitchen>>;
beforeAll(async () => {
  kitchen = await createKitchen();
}, 60_000);

test('three different values are shown beside what becomes of them', async () => {
  kitchen.table(
    't(phone)',
    `('13812345678'), (NULL), ('13812345678'), ('13900001111'), ('150'), ('17700002222')`,
  );
  const { links } = await kitchen.compile('t', [{ step: 'mask', columns: ['phone'], as: 'phone' }]);
  const rows = kitchen.rows(toSampleSql(links[0]!.made!.sql, '"t"', 'phone'));
  expect(rows).toEqual([
    ['13812345678', '138****5678'],
    ['13900001111', '139****1111'],
    ['150', '****'],
  ]);
});
