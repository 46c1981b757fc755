import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('odd rows', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    const usual = Array.from({ length: 60 }, (_, at) => `(${at}, ${100 + (at % 7)}, ${20 + (at % 5)})`);
    kitchen.table('t(id, price, weight)', [...usual, '(60, 900, 22)', '(61, NULL, 1)'].join(', '));
  }, 60_000);

  it('are marked, and told with the column in which they lie farthest', async () => {
    const { rows, columns, links } = await kitchen.run('t', [
      { step: 'odd', columns: ['price', 'weight'] },
      { step: 'filter', conditions: [{ column: 'is_odd', test: 'is', value: 'true' }] },
    ]);
    expect(columns.slice(3)).toEqual([
      { name: 'oddness', type: 'DOUBLE' },
      { name: 'is_odd', type: 'BOOLEAN' },
      { name: 'because', type: 'VARCHAR' },
      { name: 'side', type: 'VARCHAR' },
    ]);
    expect(rows).toEqual([[60, 900, 22, expect.closeTo(0.85, 1), true, 'price', 'high']]);
    expect(links[0]!.made!.notes).toEqual([
      {
        why: 'odd-high',
        params: { count: 1, rows: 61, score: rows[0]![3], column: 'price', value: 900 },
      },
      { why: 'left-out-missing', params: { count: 1, of: 62 } },
    ]);
  });

  it('are as many as are asked for, unless others are as odd', async () => {
    const { rows } = await kitchen.run('t', [{ step: 'odd', columns: ['price', 'weight'], share: 10 }]);
    const marked = rows.filter((row) => row[4] === true);
    expect(marked.length).toBeLessThanOrEqual(6);
    expect(marked.map(([id]) => id)).toContain(60);
    expect(rows.at(-1)!.slice(3)).toEqual([null, null, null, null]);
  });

  it('are those that are lonelier than their neighbours, in whatever units', async () => {
    const { rows, links } = await kitchen.run('t', [
      { step: 'odd', columns: ['price', 'weight'], method: 'lof', neighbours: 10 },
      { step: 'filter', conditions: [{ column: 'is_odd', test: 'is', value: 'true' }] },
    ]);
    expect(rows.map((row) => [row[0], ...row.slice(4)])).toEqual([[60, true, 'price', 'high']]);
    expect(links[0]!.made!.notes).toMatchObject([
      {
        why: 'odd-lof-high',
        params: { count: 1, rows: 61, score: rows[0]![3], column: 'price', value: 900 },
      },
      { why: 'left-out-missing', params: { count: 1, of: 62 } },
    ]);
  });

  it('are found by each column alone, and a missing value drops no row', async () => {
    const { rows, links } = await kitchen.run('t', [
      { step: 'odd', columns: ['price', 'weight'], method: 'mad', times: 5 },
    ]);
    expect(rows.filter((row) => row[4] === true).map((row) => [row[0], ...row.slice(4)])).toEqual([
      [60, true, 'price', 'high'],
      [61, true, 'weight', 'low'],
    ]);
    // the medians 103 and 22, the median deviations 2 and 1
    expect(rows[60]![3]).toBeCloseTo((900 - 103) / (2 * 1.4826), 10);
    expect(rows[61]![3]).toBeCloseTo(21 / 1.4826, 12);
    expect(links[0]!.made!.notes).toEqual([
      {
        why: 'odd-mad',
        params: { count: 2, rows: 62, column: 'price', value: 900, distance: rows[60]![3], times: 5 },
      },
      // 1 - (1 - 2 * scipy.stats.norm.sf(5)) ** 2 of SciPy 1.10.1
      { why: 'odd-by-chance', params: { percent: expect.closeTo(1.1466e-4, 8) } },
    ]);
  });

  it('are odd in their own group', async () => {
    const group = (name: string, from: number) =>
      Array.from({ length: 12 }, (_, at) => `('${name}', ${from + (at % 4)})`);
    const rows = [...group('tea', 10), ...group('gold', 900), `('tea', 902)`, `('jade', 5)`, `(NULL, 7)`];
    kitchen.table('goods(kind, price)', rows.join(', '));
    const setting = { step: 'odd', columns: ['price'], method: 'iqr' };
    const alone = await kitchen.run('goods', [setting]);
    expect(alone.rows.filter((row) => row[3] === true)).toEqual([]);
    expect(alone.links[0]!.made!.notes![0]!.why).toBe('odd-iqr-none');
    const { rows: found, links } = await kitchen.run('goods', [{ ...setting, by: 'kind' }]);
    expect(found.filter((row) => row[3] === true).map(([kind, price]) => [kind, price])).toEqual([
      ['tea', 902],
    ]);
    expect(found.slice(-2).map((row) => row.slice(2))).toEqual([
      [null, null, null, null],
      [null, null, null, null],
    ]);
    expect(links[0]!.made!.notes!.slice(2)).toEqual([
      { why: 'odd-in-groups', params: { groups: 4, column: 'kind' } },
      { why: 'odd-not-judged', params: { count: 2 } },
    ]);
  });

  it('cannot be far from the mean of a few, which is told', async () => {
    const { links } = await kitchen.run('t', [
      {
        step: 'filter',
        conditions: [
          { column: 'id', test: 'one-of', values: ['53', '54', '55', '56', '57', '58', '59', '60'] },
        ],
      },
      { step: 'odd', columns: ['price'], method: 'z' },
    ]);
    const notes = links[1]!.made!.notes!;
    expect(notes.map(({ why }) => why)).toEqual(['odd-z-none', 'odd-by-chance', 'odd-z-small']);
    // 7 / sqrt(8) is as far as one of eight can be
    expect(notes[0]!.params.distance).toBeLessThan(7 / Math.sqrt(8));
    expect(notes[1]!.params.percent).toBeCloseTo(0.2699796063, 9);
  });

  it('are not compared within groups of the numbers themselves', async () => {
    const { problem } = await kitchen.compile('t', [
      { step: 'odd', columns: ['price'], method: 'z', by: 'price' },
    ]);
    expect(problem).toMatchObject({ code: 'step-misfit', params: { why: 'group-itself' } });
  });

  it('want rows that differ', async () => {
    const { problem } = await kitchen.compile('t', [
      { step: 'filter', conditions: [{ column: 'price', test: 'is', value: '103' }] },
      { step: 'odd', columns: ['price'] },
    ]);
    expect(problem).toMatchObject({ code: 'analysis-misfit', params: { why: 'no-variation' } });
  });
});
