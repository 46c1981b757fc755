import { beforeAll, describe, expect, it } from 'vitest';
import { readAnonymity } from '../../../src/steps/protect/anonymity';
import { createKitchen } from '../kitchen';

describe('the report on how well people hide', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    // the example table of Machanavajjhala et al., made coarser to 4-anonymity (their figure 2)
    const patients = [
      ['130**', '< 30', 'Heart Disease'],
      ['130**', '< 30', 'Heart Disease'],
      ['130**', '< 30', 'Viral Infection'],
      ['130**', '< 30', 'Viral Infection'],
      ['1485*', '≥ 40', 'Cancer'],
      ['1485*', '≥ 40', 'Heart Disease'],
      ['1485*', '≥ 40', 'Viral Infection'],
      ['1485*', '≥ 40', 'Viral Infection'],
      ['130**', '3*', 'Cancer'],
      ['130**', '3*', 'Cancer'],
      ['130**', '3*', 'Cancer'],
      ['130**', '3*', 'Cancer'],
    ];
    kitchen.table(
      'patients(zip, age, illness)',
      patients.map((row) => `(${row.map((text) => `'${text}'`).join(', ')})`).join(', '),
    );
  }, 60_000);

  it('agrees with a published table', async () => {
    const report = await readAnonymity(
      { table: 'patients', known: ['zip', 'age'], sensitive: ['illness'], k: 4, l: 2 },
      kitchen.ask,
    );
    expect(report).toMatchObject({
      rows: 12,
      groups: 3,
      smallest: 4,
      unique: 0,
      exposed: 0,
      exposedGroups: 0,
    });
    // all four of the third group have cancer
    expect(report.diversity).toEqual([{ column: 'illness', least: 1, exposed: 4 }]);
    const five = await readAnonymity({ table: 'patients', known: ['zip', 'age'], k: 5 }, kitchen.ask);
    expect(five).toMatchObject({ exposed: 12, exposedGroups: 3 });
  });

  it('lists the smallest groups first, a missing value being a value', async () => {
    kitchen.table('t(city, age)', `('a', 1), ('a', 1), ('b', NULL), ('b', NULL), ('b', NULL), (NULL, 2)`);
    const { worst, unique, smallest } = await readAnonymity(
      { table: 't', known: ['city', 'age'], k: 2 },
      kitchen.ask,
    );
    expect(worst).toEqual([
      { values: [null, 2], rows: 1 },
      { values: ['a', 1], rows: 2 },
      { values: ['b', null], rows: 3 },
    ]);
    expect({ unique, smallest }).toEqual({ unique: 1, smallest: 1 });
  });

  it('counts a missing sensitive value as one of the group', async () => {
    kitchen.table('s(g, v)', `(1, 'x'), (1, NULL), (2, NULL), (2, NULL)`);
    const { diversity } = await readAnonymity(
      { table: 's', known: ['g'], sensitive: ['v'], l: 2 },
      kitchen.ask,
    );
    expect(diversity).toEqual([{ column: 'v', least: 1, exposed: 2 }]);
  });

  it('has one group of all rows without columns, and none of an empty table', async () => {
    expect(await readAnonymity({ table: 'patients', known: [] }, kitchen.ask)).toMatchObject({
      groups: 1,
      smallest: 12,
      worst: [{ values: [], rows: 12 }],
    });
    kitchen.create('nobody', 'SELECT * FROM patients WHERE false');
    for (const known of [[], ['zip']])
      expect(
        await readAnonymity({ table: 'nobody', known, sensitive: ['illness'] }, kitchen.ask),
      ).toMatchObject({
        rows: 0,
        groups: 0,
        smallest: 0,
        worst: [],
      });
  });
});
