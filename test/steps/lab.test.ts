import { beforeAll, describe, expect, it } from 'vitest';
import { toCompiled, toSql } from '../../src/steps/chain';
import { table } from '../../src/steps/field';
import type { Lab } from '../../src/steps/lab';
import { toRecorded } from '../../src/steps/lab';
import { toStep } from '../../src/steps/step';
import { findStep } from '../../src/steps/catalog';
import type { Task } from '../../src/table/kept';
import { createKitchen } from './kitchen';

/** Ranks that no query gives: the engine's rows go out, and a table comes back. */
const ranked = toStep({
  step: 'ranked',
  family: 'analyse',
  fields: {},
  task: (_, { from, columns }) => ({
    sql: `SELECT "${columns[0]!.name}" FROM ${from}`,
    analysis: 'rank',
    settings: {},
    seed: 1,
  }),
  make: (_, { from, columns, done }) => ({
    sql: `SELECT held.*, added.*\nFROM ${from} AS held\nPOSITIONAL JOIN ${done!.added!.table} AS added`,
    columns: [...columns, ...done!.added!.columns],
    notes: done!.notes,
  }),
});

/** What a table beside the rows says is asked before the task is given, which reads that table whole. */
const aided = toStep({
  step: 'aided',
  family: 'analyse',
  fields: { other: table() },
  ask: ({ other }) => `SELECT max(y) FROM "${other}"`,
  task: ({ other }, { from, found }) => ({
    sql: `SELECT x FROM ${from}`,
    beside: { other: `SELECT y FROM "${other}"` },
    analysis: 'rank',
    settings: { most: found[0]![0] },
    seed: 1,
  }),
  make: (_, { from, found, done }) => ({
    sql: `SELECT *, ${found[0]![0]} AS most FROM ${from}`,
    notes: done!.notes,
  }),
});

const steps = [
  { id: 'a', step: 'filter', conditions: [{ column: 'x', test: 'at-least', value: '2' }] },
  { id: 'b', step: 'ranked' },
  { id: 'c', step: 'sort', order: [{ column: 'rank' }] },
];
const own = new Map([ranked, aided].map((kind) => [kind.step, kind]));
const find = (step: string) => own.get(step) ?? findStep(step);

describe('a step that is computed outside the engine', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  let held: string[];
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.table('t(x)', '(1), (9), (2), (5)');
  }, 60_000);

  const lab: Lab = {
    async hold(sql) {
      held.push(sql);
      const { columns } = kitchen.create('held', sql);
      return { id: 'h', table: 'held', columns, rows: 3 };
    },
    async compute({ sql, analysis }) {
      const numbers = kitchen.rows(sql).map(([x]) => Number(x));
      const ranks = numbers.map((x) => 1 + numbers.filter((y) => y > x).length);
      const { columns } = kitchen.create(analysis, `SELECT unnest([${ranks.join()}]) AS rank`);
      const table = { id: 'r', table: 'rank', columns, rows: ranks.length };
      return { added: table, tables: { ranks: table }, notes: [{ why: 'ranked', params: { n: 3 } }] };
    },
  };

  it('gets the rows so far, and the chain goes on from what it gives', async () => {
    held = [];
    const compiled = await toCompiled({ from: 't', steps }, { find, ask: kitchen.ask, lab });
    expect(compiled.problem).toBeUndefined();
    expect(held).toHaveLength(1);
    expect(kitchen.rows(toSql(compiled))).toEqual([
      [9, 1],
      [5, 2],
      [2, 3],
    ]);
    expect(compiled.links[1]).toMatchObject({
      tables: { ranks: { table: 'rank' } },
      made: { notes: [{ why: 'ranked' }] },
    });
  });

  it('reads its table itself where nothing stands before it', async () => {
    held = [];
    await toCompiled({ from: 't', steps: steps.slice(1) }, { find, ask: kitchen.ask, lab });
    expect(held).toEqual([]);
  });

  it('has its question answered before, and other tables read', async () => {
    kitchen.table('others(y)', '(3), (4)');
    const tasks: Task[] = [];
    const told: Lab = { ...lab, compute: (task) => (tasks.push(task), lab.compute(task)) };
    const chain = { from: 't', steps: [{ id: 'a', step: 'aided', other: 'others' }] };
    const compiled = await toCompiled(chain, { find, ask: kitchen.ask, lab: told });
    expect(compiled.problem).toBeUndefined();
    expect(tasks).toMatchObject([{ settings: { most: 4 }, beside: { other: 'SELECT y FROM "others"' } }]);
    expect(kitchen.rows(toSql(compiled))[0]).toEqual([1, 4]);
  });

  it('is told as not run where nothing is run, and what was computed before is recalled', async () => {
    const alone = await toCompiled({ from: 't', steps }, { find, ask: kitchen.ask });
    expect(alone.problem?.code).toBe('step-unrun');

    held = [];
    const recorded = toRecorded(lab);
    await toCompiled({ from: 't', steps }, { find, ask: kitchen.ask, lab: recorded.lab });
    const options = { find, ask: kitchen.ask, lab: recorded.recalled };
    const again = await toCompiled({ from: 't', steps: steps.slice(0, 2) }, options);
    expect(again.problem).toBeUndefined();
    expect(held).toHaveLength(1);
    const other = await toCompiled({ from: 't', steps: steps.slice(1) }, options);
    expect(other.problem?.code).toBe('step-unrun');
  });

  it('fails at the step before it that the engine refuses', async () => {
    const wrong = [{ id: 'f', step: 'formula', name: 'y', formula: 'x + gone' }, ...steps.slice(1)];
    const { links } = await toCompiled({ from: 't', steps: wrong }, { find, ask: kitchen.ask, lab });
    expect(links.map(({ state }) => state)).toEqual(['misfit', 'unreached', 'unreached']);
  });
});
