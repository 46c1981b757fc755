import { beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../src/lib/problem';
import { findStep } from '../../src/steps/catalog';
import { toCompiled, toSql, toStatement } from '../../src/steps/chain';
import { createKitchen } from './kitchen';

describe('a chain of steps', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.table('t(id, city, age)', `(1, '北京', 30), (2, NULL, 40), (3, '上海', NULL), (4, '北京', 50)`);
  }, 60_000);

  const young = { step: 'filter', conditions: [{ column: 'age', test: 'less', value: '45' }] };
  const gone = { step: 'filter', conditions: [{ column: 'gone', test: 'present' }] };
  const filled = { step: 'fill', columns: ['city'], with: 'value', value: '?' };

  it('is one statement, each step of which reads the one before', async () => {
    const { sql, rows } = await kitchen.run('t', [young, filled]);
    expect(rows).toEqual([
      [1, '北京', 30],
      [2, '?', 40],
    ]);
    expect(sql.match(/AS NOT MATERIALIZED/g)).toHaveLength(2);
    expect(sql).toContain('FROM "step_1"');
  });

  it('is the table itself without steps', async () => {
    expect((await kitchen.run('t', [])).rows).toHaveLength(4);
  });

  it('reads the same with a step switched off as without it', async () => {
    const off = await kitchen.run('t', [{ ...young, off: true }, filled]);
    expect(off.rows).toEqual((await kitchen.run('t', [filled])).rows);
    expect(off.links.map(({ state }) => state)).toEqual(['off', 'on']);
  });

  it('stops at a step that does not fit, or goes on without it', async () => {
    const stopped = await kitchen.compile('t', [young, gone, filled]);
    expect(stopped.links.map(({ state }) => state)).toEqual(['on', 'misfit', 'unreached']);
    expect(stopped.problem).toMatchObject({ code: 'step-column', params: { column: 'gone' } });
    const skipped = await kitchen.run('t', [young, { ...gone, misfit: 'skip' }, filled]);
    expect(skipped.links.map(({ state }) => state)).toEqual(['on', 'skipped', 'on']);
    expect(skipped.rows).toHaveLength(2);
  });

  it('tells a step of which it does not know the kind', async () => {
    expect((await kitchen.compile('t', [{ step: 'later' }])).problem).toMatchObject({ code: 'step-unknown' });
  });

  it('tells in words that a table is gone which a step reads', async () => {
    // as the engine's errors are told to it
    const ask = (sql: string) =>
      kitchen.ask(sql).catch((cause: unknown) => Promise.reject(new Problem('sql-name', { cause })));
    const join = { id: 'a', step: 'join', table: 'gone', keys: [{ left: 'id', right: 'id' }] };
    const { problem } = await toCompiled({ from: 't', steps: [join] }, { find: findStep, ask });
    expect(problem).toMatchObject({ code: 'step-table', params: { name: 'gone' } });
  });

  it('takes no name that the table has', async () => {
    kitchen.table('step_1(id, age)', '(1, 30), (2, 60)');
    expect((await kitchen.run('step_1', [young])).rows).toEqual([[1, 30]]);
  });

  it('gives the rows after any of its steps', async () => {
    const compiled = await kitchen.compile('t', [young, filled]);
    expect(kitchen.rows(toSql(compiled, 1))).toHaveLength(2);
    expect(kitchen.rows(toSql(compiled, 0))).toHaveLength(4);
  });

  it('keeps the rows of a table in several parts in their order where it holds them', async () => {
    kitchen.query(
      `CREATE VIEW parts AS ${[1, 2, 3, 4].map((part) => `SELECT ${part} AS part, i AS n FROM range(2) AS t(i)`).join(' UNION ALL ')}`,
    );
    const every = { step: 'filter', conditions: [{ column: 'part', test: 'present' }] };
    const mean = { step: 'fill', columns: ['n'], with: 'mean', by: ['part'] };
    const { rows, sql } = await kitchen.run('parts', [every, mean]);
    expect(sql).toContain('"step_1" AS MATERIALIZED');
    expect(rows.map(([part]) => part)).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
  });

  it('asks for the columns of its table, and of steps that do not know theirs', async () => {
    const asked: string[] = [];
    const ask = (sql: string) => {
      asked.push(sql);
      return kitchen.ask(sql);
    };
    const double = { id: 'b', step: 'formula', name: 'n', formula: 'age * 2' };
    const steps = [{ ...young, id: 'a' }, double, { ...filled, id: 'c', off: true }];
    const compiled = await toCompiled({ from: 't', steps }, { find: findStep, ask });
    expect(compiled.columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'id INTEGER',
      'city VARCHAR',
      'age INTEGER',
      'n INTEGER',
    ]);
    expect(asked).toHaveLength(2);
    expect(asked[1]).toContain('WITH "t" AS (SELECT CAST(NULL AS INTEGER) AS "id"');
  });

  it('knows columns of every type by stand-ins', async () => {
    kitchen.query('CREATE VIEW every_type AS SELECT *, NULL AS nothing FROM test_all_types()');
    const last = { step: 'formula', name: 'last', formula: '1' };
    const { columns } = await kitchen.compile('every_type', [last]);
    expect(columns.slice(0, -1)).toEqual((await kitchen.compile('every_type', [])).columns);
  });

  it('tells the step that the engine refuses, where those after it know their columns', async () => {
    const wrong = { step: 'formula', name: 'n', formula: 'nobody(age)' };
    const stopped = await kitchen.compile('t', [young, wrong, young]);
    expect(stopped.links.map(({ state }) => state)).toEqual(['on', 'misfit', 'unreached']);
    const left = await kitchen.run('t', [young, { ...wrong, misfit: 'skip' }, young]);
    expect(left.links.map(({ state }) => state)).toEqual(['on', 'skipped', 'on']);
    expect(left.rows).toHaveLength(2);
  });

  it('answers a question that has tables of its own', async () => {
    const { links } = await kitchen.compile('t', [young]);
    const question = 'WITH ids AS (SELECT id FROM "step_1") SELECT count(*) FROM ids';
    expect(kitchen.rows(toStatement('t', links, question))).toEqual([[2]]);
  });
});
