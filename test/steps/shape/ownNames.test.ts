import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

/** Names that steps use for themselves, in their statements. */
const own = [
  'it',
  'other',
  'row_no',
  'place',
  'here',
  'there',
  'n',
  'key_1',
  'before',
  'after',
  'value_1',
  'of_group',
];
const rows = '(1, 5, 7), (2, 5, 9), (3, NULL, 1), (3, 6, 4)';

describe('columns that are called what steps call their own', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  const expected: unknown[] = [];
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.create('plain', `SELECT * FROM (VALUES ${rows}) AS t(a, b, c)`);
    for (const [at, name] of own.entries()) {
      const names = [name, own[(at + 1) % own.length], own[(at + 2) % own.length]];
      kitchen.create(
        `t_${name}`,
        `SELECT * FROM (VALUES ${rows}) AS t(${names.map((one) => `"${one}"`).join(', ')})`,
      );
    }
    for (const step of steps('plain', ['a', 'b', 'c']))
      expected.push((await kitchen.run('plain', [step])).rows);
  }, 60_000);

  const steps = (table: string, [a, b, c]: readonly [string, string, string]) => [
    { step: 'top', rows: 1, of: 'greatest', column: c, by: [b] },
    { step: 'sample', rows: 2, by: [b] },
    { step: 'join', table, keys: [a], how: 'full' },
    { step: 'join', table, keys: [a], several: 'first' },
    { step: 'nearest', table, keys: [b], column: c, which: 'nearest' },
    { step: 'compare', table, keys: [a], show: 'all' },
    {
      step: 'group',
      by: [b],
      values: [
        { function: 'first', column: c },
        { function: 'share', column: a },
      ],
    },
    { step: 'each', by: [b], values: [{ function: 'share', column: c }] },
    { step: 'each', by: [b], values: [{ function: 'previous', column: c }] },
  ];

  it.each(own)(
    'does no harm: %s',
    async (name) => {
      const at = own.indexOf(name);
      const names = [name, own[(at + 1) % own.length]!, own[(at + 2) % own.length]!] as const;
      for (const [index, step] of steps(`t_${name}`, names).entries()) {
        const { rows: given } = await kitchen.run(`t_${name}`, [step]);
        expect([step.step, given]).toEqual([step.step, expected[index]]);
      }
    },
    60_000,
  );
});
