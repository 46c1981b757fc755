import { beforeAll, describe, expect, it } from 'vitest';
import { toSql, toStatement } from '../../src/steps/chain';
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

  it('answers a question that has tables of its own', async () => {
    const { links } = await kitchen.compile('t', [young]);
    const question = 'WITH ids AS (SELECT id FROM "step_1") SELECT count(*) FROM ids';
    expect(kitchen.rows(toStatement('t', links, question))).toEqual([[2]]);
  });
});
