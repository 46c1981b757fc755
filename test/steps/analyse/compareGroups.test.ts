import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

// Student's sleep data and PlantGrowth (Dobson 1983), as R has them
const EXTRA = [
  [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
  [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
];
const WEIGHTS = [
  [4.17, 5.58, 5.18, 6.11, 4.5, 4.61, 5.17, 4.53, 5.33, 5.14],
  [4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69],
  [6.31, 5.12, 5.54, 5.5, 5.37, 5.29, 4.92, 6.15, 5.8, 5.26],
];
const toRows = (groups: readonly (readonly number[])[]) =>
  groups.flatMap((values, group) => values.map((value) => `(${value}, 'g${group + 1}')`)).join(', ');

describe('comparing groups', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.table('sleep(extra, drug)', toRows(EXTRA));
    kitchen.table('wide(one, two)', EXTRA[0]!.map((value, at) => `(${value}, ${EXTRA[1]![at]})`).join(', '));
    kitchen.table('plants(weight, way)', `${toRows(WEIGHTS)}, (NULL, 'g1'), (5.5, NULL), (5.5, 'alone')`);
    kitchen.table(
      'even(x, way)',
      toRows([
        [1, 1, 1],
        [2, 2],
      ]),
    );
    const far = (spread: number) => Array.from({ length: 12 }, (_, at) => spread * (at - 5.5));
    kitchen.table('uneven(x, way)', toRows([far(1), far(2), far(40).map((value) => value + 9)]));
    kitchen.table(
      'skewed(x, way)',
      toRows([
        [1, 1.1, 1.2, 1.3, 1.4, 1.5, 90],
        [2, 2.1, 2.2, 2.3, 2.4, 2.5, 2.6],
      ]),
    );
  }, 60_000);

  const compare = async (from: string, settings: Record<string, unknown>) => {
    const { rows, links } = await kitchen.run(from, [{ step: 'compareGroups', ...settings }]);
    const read = (name: string) => kitchen.rows(`SELECT * FROM ${links[0]!.tables![name]!.table}`);
    return { rows, tests: read('tests'), pairs: read('pairs'), notes: links[0]!.made!.notes! };
  };

  // R 4.2: t.test(e2, e1)
  it('compares two by Welch, as R does', async () => {
    const { rows, tests, pairs, notes } = await compare('sleep', { target: 'extra', by: 'drug' });
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ['g1', 10, expect.closeTo(0.75, 12)],
      ['g2', 10, expect.closeTo(2.33, 12)],
    ]);
    expect(tests[0]!.slice(0, 5)).toEqual([
      'Welch t',
      expect.closeTo(1.860813467487, 11),
      expect.closeTo(17.77647351618, 10),
      null,
      expect.closeTo(0.0793941401873582, 14),
    ]);
    expect(pairs).toEqual([
      [
        'g2',
        'g1',
        expect.closeTo(1.58, 12),
        expect.closeTo(-0.20548323071171, 12),
        expect.closeTo(3.36548323071171, 12),
        expect.closeTo(0.0793941401873582, 14),
        'Welch t',
      ],
    ]);
    expect(notes[0]).toMatchObject({
      why: 'compare-two-means-alike',
      params: { target: 'extra', most: 'g2' },
    });
    const looser = await compare('sleep', { target: 'extra', by: 'drug', confidence: 90 });
    expect(looser.notes[0]!.why).toBe('compare-two-means-differ');
  });

  // R 4.2: wilcox.test(e2, e1), t.test and wilcox.test with paired = TRUE
  it('compares two by ranks, and row by row', async () => {
    const ranks = await compare('sleep', { target: 'extra', by: 'drug', method: 'ranks' });
    expect(ranks.tests[0]!.slice(0, 5)).toEqual([
      'Mann–Whitney U',
      74.5,
      null,
      null,
      expect.closeTo(0.0693275754336266, 14),
    ]);
    const pairs = { how: 'pairs', target: 'one', other: 'two' };
    const paired = await compare('wide', { ...pairs, method: 'means' });
    expect(paired.tests[0]![4]).toBeCloseTo(0.00283289019738427, 14);
    expect(paired.notes[0]).toMatchObject({ why: 'compare-paired-means-differ', params: { most: 'two' } });
    const signed = await compare('wide', { ...pairs, method: 'ranks' });
    expect(signed.tests[0]!.slice(0, 5)).toEqual([
      'Wilcoxon signed ranks',
      45,
      null,
      null,
      expect.closeTo(0.00909069801593, 12),
    ]);
  });

  // R 4.2: oneway.test, aov, TukeyHSD, kruskal.test
  it('compares three by Welch and Tukey, and says which pairs differ', async () => {
    const { rows, tests, pairs, notes } = await compare('plants', { target: 'weight', by: 'way' });
    expect(rows.map((row) => row.slice(0, 2))).toEqual([
      ['g1', 10],
      ['g2', 10],
      ['g3', 10],
      ['alone', 1],
    ]);
    expect(tests.map(([test, , , , p]) => [test, p])).toEqual([
      ['Welch ANOVA F', expect.closeTo(0.01739282149017, 12)],
      ['one-way ANOVA F', expect.closeTo(0.01591, 5)],
      ['Brown–Forsythe F of variances', expect.closeTo(0.3412, 4)],
    ]);
    expect(pairs[0]!.slice(0, 2)).toEqual(['g2', 'g1']);
    expect(pairs[0]![3]).toBeCloseTo(-1.062216051410458, 9);
    expect(pairs.map((pair) => pair[5])).toEqual([
      expect.closeTo(0.390871144202127, 9),
      expect.closeTo(0.197995991299707, 9),
      expect.closeTo(0.012006423979453, 9),
    ]);
    expect(notes.map(({ why }) => why)).toEqual([
      'compare-more-means-differ',
      'compare-pairs',
      'compare-by',
      'compare-single',
      'left-out-missing',
    ]);
    expect(notes[1]!.params).toEqual({ apart: 1, pairs: 3, method: 'Tukey' });
  });

  it('compares three by ranks', async () => {
    const { tests, pairs } = await compare('plants', { target: 'weight', by: 'way', method: 'ranks' });
    expect(tests[0]!.slice(0, 3)).toEqual(['Kruskal–Wallis H', expect.closeTo(7.988228749444, 10), 2]);
    expect(tests[0]![4]).toBeCloseTo(0.018423755731472, 12);
    expect(pairs.map((pair) => pair[6])).toEqual(['Dunn, Holm', 'Dunn, Holm', 'Dunn, Holm']);
  });

  it('does without equal variances where groups vary differently, and says so', async () => {
    const { pairs, notes } = await compare('uneven', { target: 'x', by: 'way' });
    expect(pairs[0]![6]).toBe('Games–Howell');
    expect(notes.map(({ why }) => why)).toContain('compare-spread-differs');
  });

  it('takes ranks by itself where few values are far from normal, and warns where means are wanted', async () => {
    const byItself = await compare('skewed', { target: 'x', by: 'way' });
    expect(byItself.tests[0]![0]).toBe('Mann–Whitney U');
    expect(byItself.notes).toContainEqual(
      expect.objectContaining({
        why: 'compare-ranks-chosen',
        params: expect.objectContaining({ group: 'g1' }),
      }),
    );
    const means = await compare('skewed', { target: 'x', by: 'way', method: 'means' });
    expect(means.notes.map(({ why }) => why)).toContain('compare-not-normal');
  });

  it('refuses a single group, and values that do not vary within groups', async () => {
    const why = async (from: string, settings: Record<string, unknown>) =>
      (await kitchen.compile(from, [{ step: 'compareGroups', ...settings }])).problem?.params;
    expect(await why('wide', { target: 'one', by: 'two' })).toMatchObject({ why: 'two-groups', groups: 0 });
    expect(await why('even', { target: 'x', by: 'way' })).toMatchObject({ why: 'no-spread' });
  });
});
