import { beforeAll, describe, expect, it } from 'vitest';
import { toRowsWith } from '../../src/steps/analyse/rows';
import { toChangesSql } from '../../src/steps/measure';
import { toGrouped, toWindowed } from '../../src/steps/write';
import { createKitchen } from './kitchen';

describe('a column written with values of its group', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
  }, 60_000);

  it('stays in its row, however many groups there are', () => {
    const { columns } = kitchen.create(
      'groups',
      'SELECT range AS id, CASE WHEN range % 1000 > 0 THEN hash(range) % 200000 END AS of_group FROM range(400000)',
    );
    const { sql } = toGrouped(
      { from: '"groups"', columns },
      {
        by: ['of_group'],
        values: { least: 'min(id)' },
        write: (read) => ({ added: { least: read('least') } }),
      },
    );
    const wrong = `SELECT count(*) FROM (${sql}) AS made POSITIONAL JOIN "groups" WHERE made.id <> "groups".id`;
    expect(kitchen.rows(wrong)).toEqual([[0]]);
    expect(kitchen.rows(`SELECT count(*) FROM (${sql}) WHERE least IS NULL OR least > id`)).toEqual([[0]]);
  });
});

describe('a column that windows write', () => {
  it('stays in its row, also where the table is in parts and has names as it has itself', async () => {
    const kitchen = await createKitchen();
    const part = (from: number) =>
      `SELECT range AS id, hash(range) % 500 AS k, range % 7 AS "made", 0 AS "numbered" FROM range(${from}, ${from + 60000})`;
    kitchen.query(`CREATE VIEW made AS ${part(0)} UNION ALL ${part(60000)}`);
    const { columns } = kitchen.create('once', 'SELECT * FROM made');
    const { sql } = toWindowed(
      { from: '"made"', columns },
      {
        reads: ['k', 'K'],
        write: (row) => ({
          added: {
            row_no: `row_number() OVER (PARTITION BY k ORDER BY ${row})`,
            n: `count(*) OVER (PARTITION BY k)`,
          },
        }),
      },
    );
    const moved = `SELECT count(*) FROM (${sql}) AS given POSITIONAL JOIN range(120000) AS r(i) WHERE given.id IS DISTINCT FROM i`;
    const places = 'row_number() OVER (PARTITION BY k ORDER BY id)';
    const right = `SELECT count(*), bool_and(is_right) FROM (SELECT row_no = ${places} AS is_right FROM (${sql}))`;
    expect(kitchen.rows(moved)).toEqual([[0]]);
    // which part is read first is up to the engine, and is not the same every time
    for (let time = 0; time < 12; time++) expect(kitchen.rows(right)).toEqual([[120000, true]]);
  }, 60_000);
});

describe('rows of a table in parts', () => {
  const columns = [
    { name: 'id', type: 'BIGINT' },
    { name: 'k', type: 'VARCHAR' },
  ];
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    const part = (from: number) =>
      `SELECT range AS id, (range % 500)::VARCHAR AS k FROM range(${from}, ${from + 30000})`;
    kitchen.query(`CREATE VIEW parts AS ${part(0)} UNION ALL ${part(30000)}`);
    kitchen.create('found', 'SELECT range AS same FROM range(60000)');
  }, 60_000);

  it('keep what an analysis has found of each, also where they are counted next', () => {
    const added = { id: 'found', table: 'found', rows: 60000, columns: [{ name: 'same', type: 'BIGINT' }] };
    const context = { from: '"parts"', source: 'parts', columns, tables: new Map(), seed: 1, found: [] };
    const { sql } = toRowsWith({ ...context, done: { added, tables: {}, notes: [] } });
    const count = `SELECT sum(n)::INTEGER FROM (SELECT k, count(*) FILTER (id <> same) AS n FROM (${sql}) GROUP BY k)`;
    for (let time = 0; time < 30; time++) expect(kitchen.rows(count)).toEqual([[0]]);
  });

  it('are compared with what they were, and no others', async () => {
    const compiled = await kitchen.compile('parts', [
      { step: 'replace', columns: ['k'], find: '499', with: 'last', whole: true },
    ]);
    const changes = toChangesSql(compiled, 0)!;
    for (let time = 0; time < 30; time++) expect(kitchen.rows(changes)).toEqual([[120]]);
  });

  it('have their first value in a pivot', async () => {
    const pivot = { step: 'pivot', by: [], column: 'k', function: 'first', value: 'id' };
    for (let time = 0; time < 10; time++) {
      const { rows } = await kitchen.run('parts', [
        { step: 'filter', conditions: [{ column: 'k', test: 'is', value: '7' }] },
        pivot,
      ]);
      expect(rows).toEqual([[7]]);
    }
  });
});
