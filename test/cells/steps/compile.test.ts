import { beforeAll, describe, expect, it } from 'vitest';
import type { StepsCell } from '../../../src/cells/steps/compile';
import { findLastRun, stepsKind } from '../../../src/cells/steps/compile';
import type { Bound } from '../../../src/sql/bound';
import type { AskPlan } from '../../../src/workbook/plan';
import { createKitchen } from '../../steps/kitchen';

const inputs: Record<string, Bound> = { least: { type: 'DOUBLE', value: '35' } };
const filter = (value: unknown, more: object = {}) => ({
  step: 'filter',
  conditions: [{ column: 'age', test: 'at-least', value }],
  ...more,
});
const toCell = (steps: object[], from = 't') =>
  stepsKind.toCell({ kind: 'steps', name: 'clean', from, steps }, 'c');

describe('a cell of steps', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.table('t(id, age)', '(1, 30), (2, 40), (3, NULL)');
  }, 60_000);

  const plan = (cell: StepsCell) =>
    stepsKind.toPlan(cell, {
      findValue: (name) => inputs[name.toLowerCase()],
      findColumns: () => undefined,
    }) as AskPlan;
  const keep = async (cell: StepsCell) =>
    plan(cell).toPlan({ ask: (sql) => kitchen.ask(sql.replace(/getvariable\('least'\)/g, '35')) });

  it('reads its table, and the inputs and tables that its steps name', () => {
    expect(stepsKind.findReads(toCell([filter({ input: 'Least' })]))).toEqual({
      tables: ['t'],
      values: ['Least'],
    });
    expect(stepsKind.findReads(toCell([filter({ input: 'least' }, { off: true })]))).toEqual({
      tables: ['t'],
      values: [],
    });
  });

  it('binds inputs as values', async () => {
    const { sql, values } = await keep(toCell([filter({ input: 'least' })]));
    expect(sql).toContain(`getvariable('least')`);
    expect(values).toEqual({ least: inputs.least });
  });

  it('is the table itself where every step is off', async () => {
    expect(await keep(toCell([filter('35', { off: true })]))).toMatchObject({
      same: { table: 't', columns: '*' },
    });
    expect(await keep(toCell([filter('35')]))).not.toHaveProperty('same');
  });

  it('follows other names of tables and inputs', () => {
    const cell = toCell([filter({ input: 'least' })]);
    expect(stepsKind.rename(cell, { of: 'table', from: 'T', to: 'people' }).from).toBe('people');
    const renamed = stepsKind.rename(cell, { of: 'value', from: 'least', to: 'min' });
    expect(stepsKind.findReads(renamed).values).toEqual(['min']);
  });

  it('says the same where only a note has changed, and something else where a setting has', () => {
    const said = (steps: object[]) => plan(toCell(steps)).said;
    const step = { ...filter('35'), id: 'a' };
    expect(said([{ ...step, note: 'why', title: 'grown up' }])).toBe(said([step]));
    expect(said([{ ...filter('36'), id: 'a' }])).not.toBe(said([step]));
  });

  it('fails with what keeps a step from fitting', async () => {
    await expect(keep(toCell([{ step: 'fill', columns: ['gone'] }]))).rejects.toMatchObject({
      code: 'step-column',
    });
  });

  it('asks what steps give once, also for another cell, unless they read other tables', async () => {
    const count = async (steps: object[]) => {
      let asked = 0;
      await plan(toCell(steps)).toPlan({
        ask(sql) {
          asked++;
          return kitchen.ask(sql);
        },
      });
      return asked;
    };
    const double = { step: 'formula', name: 'double', formula: 'age + age' };
    expect(await count([double])).toBe(2);
    expect(await count([double])).toBe(1);
    const most = { step: 'formula', name: 'most', formula: '(SELECT max(age) FROM t)' };
    expect(await count([most])).toBe(2);
    expect(await count([most])).toBe(2);
  });

  it('knows what it was written as when it ran', async () => {
    const cell = toCell([filter('35')]);
    expect(findLastRun(cell)).toBeUndefined();
    const kept = keep(cell);
    const written = await findLastRun(cell)?.written;
    expect(written?.links.map(({ state }) => state)).toEqual(['on']);
    await kept;
  });

  it('has the model that was trained behind its name, also after clusters, which have one too', async () => {
    const toKept = (id: string) => ({ id, table: 't', columns: [{ name: 'age', type: 'BIGINT' }], rows: 3 });
    const kmeans = { step: 'kmeans', columns: ['age'] };
    const learn = { step: 'learn', target: 'id', columns: ['age'] };
    const { beside } = await plan(toCell([kmeans, learn])).toPlan({
      ask: (sql) => kitchen.ask(sql),
      hold: () => Promise.resolve(toKept('held')),
      compute: ({ analysis }) =>
        Promise.resolve({
          added: toKept('added'),
          tables: { model: toKept(analysis), [analysis === 'learn' ? 'models' : 'centers']: toKept('other') },
          notes: [],
        }),
    });
    const names = Object.entries(beside!).map(([name, { id }]) => [name, id]);
    expect(names).toEqual([
      ['centers', 'other'],
      ['model', 'learn'],
      ['models', 'other'],
      ['model_2', 'kmeans'],
    ]);
  });

  it('refuses what is no list of steps, and keeps steps of a newer version as they are', () => {
    expect(() => stepsKind.toCell({ kind: 'steps', steps: 'all' }, 'c')).toThrow('cell-setting');
    expect(() => toCell([filter(7)])).toThrow('cell-setting');
    expect(toCell([{ step: 'later', id: 'x', odd: { deep: [1] } }]).steps).toEqual([
      { step: 'later', id: 'x', odd: { deep: [1] } },
    ]);
  });

  it('gives every step an id of its own', () => {
    const { steps } = toCell([{ ...filter('1'), id: 'a' }, { ...filter('1'), id: 'a' }, filter('1')]);
    expect(new Set(steps.map(({ id }) => id)).size).toBe(3);
  });

  it('takes the device’s secret for a hash as a value, which neither its text nor what it says of itself has', async () => {
    const cell = toCell([{ step: 'hash', columns: ['age'] }]);
    const asked = stepsKind.toPlan(cell, {
      findValue: () => undefined,
      findSecret: (name) => ({ type: 'VARCHAR', value: `secret of ${name}` }),
      findColumns: () => undefined,
    }) as AskPlan;
    const { sql, values } = await asked.toPlan({
      ask: (question) => kitchen.ask(question.replaceAll(/getvariable\('quire_salt_main'\)/g, "'x'")),
    });
    expect(values).toEqual({ quire_salt_main: { type: 'VARCHAR', value: 'secret of main' } });
    expect(`${sql} ${asked.said}`).not.toContain('secret of');
  });
});
