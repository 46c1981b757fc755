import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('clusters', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    const rows = [
      ...[10, 11, 12, 13].map((spend) => `('few', ${spend}, ${30 - spend}, 7)`),
      ...[90, 91, 92].map((spend) => `('many', ${spend}, ${100 - spend}, 7)`),
    ];
    kitchen.table('t(kind, spend, visits, size)', [...rows, `('?', NULL, 3, 7)`].join(', '));
  }, 60_000);

  it('stand beside the rows, the largest first, and are told in words', async () => {
    const { rows, columns, links } = await kitchen.run('t', [
      { step: 'kmeans', columns: ['spend', 'visits', 'size'] },
    ]);
    expect(columns.at(-1)).toEqual({ name: 'cluster', type: 'BIGINT' });
    expect(rows.map(([kind, , , , cluster]) => `${kind} ${cluster}`)).toEqual([
      ...Array.from({ length: 4 }, () => 'few 1'),
      ...Array.from({ length: 3 }, () => 'many 2'),
      '? null',
    ]);
    const { made, tables } = links[0]!;
    expect(made!.notes).toEqual([
      { why: 'clusters-chosen', params: { rows: 7, k: 2, explained: 97.8 } },
      { why: 'elbow-too', params: { k: 2 } },
      {
        why: 'cluster-high-low',
        params: { cluster: 1, size: 4, percent: 57.1, high: 'visits', low: 'spend' },
      },
      {
        why: 'cluster-high-low',
        params: { cluster: 2, size: 3, percent: 42.9, high: 'spend', low: 'visits' },
      },
      { why: 'clusters-apart', params: { silhouette: expect.closeTo(0.9, 1) } },
      { why: 'column-without-say', params: { column: 'size' } },
      { why: 'left-out-missing', params: { count: 1, of: 8 } },
    ]);
    const { centers, profile, choice, map } = tables!;
    // two columns that vary, in which the two clusters lie at the ends of the first component
    const places = kitchen.rows(`SELECT cluster, sign(pc1), abs(pc2) < abs(pc1) FROM ${map!.table}`);
    expect(new Set(places.map((place) => JSON.stringify(place))).size).toBe(2);
    expect(places).toHaveLength(7);
    expect(kitchen.rows(`SELECT * FROM ${centers!.table}`)).toEqual([
      [1, 4, expect.closeTo(4 / 7, 14), 11.5, 18.5, 7],
      [2, 3, expect.closeTo(3 / 7, 14), 91, 9, 7],
    ]);
    expect(centers!.columns.map(({ name }) => name)).toEqual([
      'cluster',
      'size',
      'share',
      'spend',
      'visits',
      'size_2',
    ]);
    expect(kitchen.rows(`SELECT cluster, "column", tendency FROM ${profile!.table}`).slice(0, 3)).toEqual([
      [1, 'spend', 'low'],
      [1, 'visits', 'high'],
      [1, 'size', null],
    ]);
    const chosen = kitchen.rows(`SELECT clusters, silhouette > 0.7, is_best, is_elbow FROM ${choice!.table}`);
    expect(chosen.slice(0, 3)).toEqual([
      [1, null, false, false],
      [2, true, true, true],
      [3, false, false, false],
    ]);
    expect(chosen.map(([count]) => count)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('can be grouped by, and are as many as were asked for', async () => {
    const { rows, links } = await kitchen.run('t', [
      { step: 'kmeans', columns: ['spend', 'visits'], clusters: 3, scaled: false },
      { step: 'group', by: [{ column: 'cluster' }], measures: [{ measure: 'count', name: 'rows' }] },
    ]);
    expect(rows).toHaveLength(4);
    expect(Object.keys(links[0]!.tables!)).toEqual(['centers', 'profile', 'model']);
  });

  it('want rows that differ', async () => {
    const { problem } = await kitchen.compile('t', [{ step: 'kmeans', columns: ['size'] }]);
    expect(problem).toMatchObject({ code: 'analysis-misfit', params: { why: 'no-variation' } });
  });
});
