import { beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/analytics/core/random';
import { createKitchen } from '../kitchen';

let kitchen: Awaited<ReturnType<typeof createKitchen>>;
beforeAll(async () => {
  kitchen = await createKitchen();
  const near = (at: number, from: number) => `(${at}, ${from + (at % 5)}, ${from + ((at * 3) % 7)})`;
  const few = Array.from({ length: 30 }, (_, at) => near(at, 10));
  const many = Array.from({ length: 20 }, (_, at) => near(30 + at, 60));
  kitchen.table('t(id, spend, visits)', [...few, ...many, '(50, 35, 37)', '(51, NULL, 1)'].join(', '));
}, 60_000);

describe('hierarchical clusters', () => {
  it('stand beside the rows, are told in words, and have their merges as a table', async () => {
    const { rows, links } = await kitchen.run('t', [
      { step: 'hierarchical', columns: ['spend', 'visits'], linkage: 'complete' },
      { step: 'group', by: [{ column: 'cluster' }], measures: [{ measure: 'count', name: 'rows' }] },
    ]);
    expect(rows).toEqual([
      [1, 31],
      [2, 20],
      [null, 1],
    ]);
    const { made, tables } = links[0]!;
    expect(made!.notes!.map(({ why }) => why)).toEqual([
      'clusters-chosen',
      'cluster-low',
      'cluster-high',
      'clusters-apart',
      'left-out-missing',
    ]);
    expect(made!.notes![0]!.params).toMatchObject({ rows: 51, k: 2 });
    expect(Object.keys(tables!)).toEqual(['centers', 'profile', 'choice', 'merges', 'model']);
    expect(
      kitchen.rows(`SELECT merge, size FROM ${tables!.merges!.table} ORDER BY merge DESC LIMIT 1`),
    ).toEqual([[50, 51]]);
    const choice = kitchen.rows(`SELECT clusters, is_best, height FROM ${tables!.choice!.table} LIMIT 2`);
    expect(choice.map(([count, best]) => [count, best])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(choice[0]![2]).toBeNull();
  });

  it('of many rows are those of a sample, and the others go with it', async () => {
    const random = createRandom(3);
    const rows = Array.from(
      { length: 5200 },
      (_, at) => `(${at}, ${(at % 4 === 0 ? 9 : 0) + random.next()})`,
    );
    kitchen.table('many(id, x)', rows.join(', '));
    const { rows: found, links } = await kitchen.run('many', [
      { step: 'hierarchical', columns: ['x'], clusters: 2 },
      { step: 'group', by: [{ column: 'cluster' }], measures: [{ measure: 'count', name: 'rows' }] },
    ]);
    expect(found).toEqual([
      [1, 3900],
      [2, 1300],
    ]);
    expect(links[0]!.made!.notes![1]).toEqual({
      why: 'merges-sampled',
      params: { sample: 5000, rows: 5200 },
    });
  }, 60_000);

  it('want rows that differ', async () => {
    const { problem } = await kitchen.compile('t', [
      { step: 'filter', conditions: [{ column: 'spend', test: 'is', value: '10' }] },
      { step: 'hierarchical', columns: ['spend'] },
    ]);
    expect(problem).toMatchObject({ code: 'analysis-misfit', params: { why: 'no-variation' } });
  });
});

describe('clusters that are kept', () => {
  /** Finds clusters, and puts them where another cell finds them: behind a name. */
  async function find(
    table: string,
    step: Readonly<Record<string, unknown>> & { step: string },
    cell: string,
  ) {
    const { links, rows } = await kitchen.run(table, [step]);
    kitchen.query(`CREATE OR REPLACE TABLE ${cell} AS SELECT 1 AS x`);
    kitchen.query(`CREATE SCHEMA IF NOT EXISTS ${cell}`);
    kitchen.query(`CREATE OR REPLACE TABLE ${cell}.model AS FROM ${links[0]!.tables!.model!.table}`);
    return rows.map((row) => row.at(-1));
  }

  it.each([
    { step: 'kmeans', clusters: 3 },
    { step: 'kmeans', scaled: false },
    { step: 'hierarchical', linkage: 'single', clusters: 3 },
  ])('by $step take the rows that they were found in as they were', async (settings) => {
    const codes = await find('t', { ...settings, columns: ['visits', 'spend'] }, 'segments');
    const { rows, columns, links } = await kitchen.run('t', [{ step: 'score', model: 'segments' }]);
    expect(columns.at(-1)).toEqual({ name: 'cluster', type: 'BIGINT' });
    expect(rows.map((row) => row.at(-1))).toEqual(codes);
    expect(links[0]!.made!.notes).toEqual([
      {
        why: 'scored-clusters',
        params: {
          count: 51,
          of: 52,
          rows: 51,
          k: new Set(codes).size - 1,
          method: settings.step,
        },
      },
      { why: 'left-out-missing', params: { count: 1, of: 52 } },
    ]);
  });

  it('of many rows, of which some were drawn, take all as they were', async () => {
    const codes = await find('many', { step: 'hierarchical', columns: ['x'], clusters: 2 }, 'drawn');
    const { rows } = await kitchen.run('many', [{ step: 'score', model: 'drawn' }]);
    expect(rows.map((row) => row.at(-1))).toEqual(codes);
  }, 60_000);

  it('put other rows with the nearest centre on the scale that they were found on, by names or by what is said', async () => {
    // spend goes to 100 and visits to 1, so that unscaled the visits would have no say
    kitchen.table(
      'march(spend, visits)',
      '(0, 0), (10, 0), (90, 0), (100, 0), (0, 1), (10, 1), (90, 1), (100, 1)',
    );
    await find('march', { step: 'kmeans', columns: ['spend', 'visits'], clusters: 4 }, 'march_segments');
    kitchen.table(
      'april(who, "Visits", paid)',
      `('a', 0.9, 8), ('b', 0.1, 8), ('c', 0.9, 95), ('d', 0.1, 500), ('e', NULL, 8), ('f', 1, 'infinity'::DOUBLE)`,
    );
    const steps = [
      { step: 'score', model: 'march_segments', names: [{ name: 'spend', column: 'paid' }], chances: true },
    ];
    const { rows, links } = await kitchen.run('april', steps);
    const centers = (await kitchen.run('march', [{ step: 'score', model: 'march_segments' }])).rows;
    const of = (at: number) => centers[at]!.at(-1);
    expect(rows.map((row) => row.at(-1))).toEqual([of(4), of(0), of(6), of(2), null, null]);
    expect(links[0]!.made!.notes!.map(({ why, params }) => [why, params.count ?? 0])).toEqual([
      ['scored-clusters', 4],
      ['no-chances', 0],
      ['left-out-missing', 1],
      ['left-out-not-finite', 1],
    ]);
    const { problem } = await kitchen.compile('april', [{ step: 'score', model: 'march_segments' }]);
    expect(problem).toMatchObject({ params: { why: 'model-column', column: 'spend' } });
  });
});

describe('dense clusters', () => {
  it('leave out what lies alone, and say how dense they are', async () => {
    const { rows, columns, links } = await kitchen.run('t', [
      { step: 'dbscan', columns: ['spend', 'visits'], scaled: false, radius: 4, least: 4 },
    ]);
    expect(columns.slice(3)).toEqual([
      { name: 'cluster', type: 'BIGINT' },
      { name: 'place', type: 'VARCHAR' },
    ]);
    expect(rows[0]!.slice(3)).toEqual([1, 'core']);
    expect(rows[49]!.slice(3)).toEqual([2, 'core']);
    expect(rows.slice(50).map((row) => row.slice(3))).toEqual([
      [null, 'noise'],
      [null, null],
    ]);
    expect(links[0]!.made!.notes!.slice(0, 2)).toEqual([
      { why: 'dense-found', params: { rows: 51, k: 2, noise: 1, percent: 2 } },
      { why: 'radius-given', params: { radius: 4, least: 4 } },
    ]);
  });

  it('come with a radius of their own where none is asked for', async () => {
    const { links } = await kitchen.run('t', [{ step: 'dbscan', columns: ['spend', 'visits'] }]);
    const { made, tables } = links[0]!;
    expect(made!.notes!.slice(0, 2).map(({ why }) => why)).toEqual(['dense-found', 'radius-found-scaled']);
    expect(made!.notes![0]!.params).toMatchObject({ k: 2 });
    const { radius } = made!.notes![1]!.params!;
    const distances = kitchen.rows(`SELECT distance FROM ${tables!.distances!.table}`).flat();
    expect(distances).toContain(radius);
  });

  it('are none where nothing is dense', async () => {
    const { links } = await kitchen.run('t', [{ step: 'dbscan', columns: ['spend'], radius: 0, least: 40 }]);
    const { made, tables } = links[0]!;
    expect(made!.notes![0]).toEqual({
      why: 'dense-none',
      params: { rows: 51, k: 0, noise: 51, percent: 100 },
    });
    expect(kitchen.rows(`SELECT count(*) FROM ${tables!.centers!.table}`)).toEqual([[0]]);
  });

  it('are one with every row where all is dense', async () => {
    const whole = { step: 'dbscan', columns: ['spend'], radius: 1000, least: 2 };
    const { links } = await kitchen.run('t', [whole]);
    expect(links[0]!.made!.notes![0]).toMatchObject({ why: 'dense-whole', params: { rows: 51, noise: 0 } });
  });
});

it('tells of ten clusters what they are like, and of the others that there are more', async () => {
  const rows = Array.from(
    { length: 120 },
    (_, at) => `(${at}, ${100 * (at % 12) + at / 120}, ${(at % 12) ** 2})`,
  );
  kitchen.table('dozen(id, spend, visits)', rows.join(', '));
  const step = { step: 'kmeans', columns: ['spend', 'visits'], clusters: 12 };
  const { links } = await kitchen.run('dozen', [step]);
  const notes = links[0]!.made!.notes!;
  expect(notes.filter(({ why }) => /^cluster(-|$)/.test(why))).toHaveLength(10);
  expect(notes.find(({ why }) => why === 'clusters-others')!.params).toEqual({ count: 2 });
});
