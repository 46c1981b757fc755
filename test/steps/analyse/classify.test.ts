import { beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/analytics/core/random';
import { cars } from '../../analytics/predict/cars';
import { createKitchen } from '../kitchen';

describe('two classes', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    const rows = Array.from(
      cars.wt,
      (wt, at) => `(${cars.am[at] ? "'manual'" : "'automatic'"}, ${wt}, ${cars.hp[at]}, ${at % 2 === 0})`,
    );
    kitchen.table(
      'cars(gear, wt, hp, odd)',
      [...rows, '(NULL, 2.62, 110, true)', "('manual', NULL, 1, true)"].join(', '),
    );
    const random = createRandom(5);
    const many = Array.from({ length: 500 }, (_, at) => {
      const days = Math.round(100 * random.next());
      const plan = ['free', 'paid', 'team'][random.below(3)]!;
      const isGone = random.next() < 1 / (1 + Math.exp(0.05 * days - (plan === 'free' ? 3 : 1)));
      return `(${at}, ${days}, '${plan}', ${isGone})`;
    });
    kitchen.table('users(id, days, plan, gone)', many.join(', '));
  }, 60_000);

  const readTable = (link: { tables?: Readonly<Record<string, { table: string }>> }, name: string) =>
    kitchen.rows(`SELECT * FROM ${link.tables![name]!.table}`);

  it('gives each row the chance of the class that is asked for, also where it is not known', async () => {
    const spec = { step: 'classify', target: 'gear', positive: 'manual', columns: ['wt', 'hp'], held: 0 };
    const { rows, columns, links } = await kitchen.run('cars', [spec]);
    expect(columns.slice(4).map(({ name }) => name)).toEqual(['probability', 'predicted', 'part']);
    // R 4.2.2: fitted(glm(am ~ wt + hp, binomial, mtcars))
    expect(rows[0]!.slice(4)).toEqual([expect.closeTo(0.84233553651694, 11), 'manual', 'train']);
    expect(rows[1]!.slice(4)).toEqual([expect.closeTo(0.40478253273674, 11), 'automatic', 'train']);
    expect(rows[32]!.slice(4)).toEqual([expect.closeTo(0.84233553651694, 11), 'manual', null]);
    expect(rows[33]!.slice(4)).toEqual([null, null, null]);
    const coefficients = readTable(links[0]!, 'coefficients');
    expect(coefficients[1]!.slice(0, 3)).toEqual([
      'wt',
      expect.closeTo(-8.08347518244465, 9),
      expect.closeTo(3.0686752753907, 9),
    ]);
    expect(coefficients[1]![5]).toBeCloseTo(Math.exp(-8.08347518244465), 12);
    const { notes } = links[0]!.made!;
    expect(notes!.map(({ why }) => why)).toEqual([
      'classified-untested',
      'classified-clearest',
      'left-out-missing',
      'target-missing',
    ]);
    expect(notes![1]!.params).toMatchObject({ column: 'wt', value: 'manual' });
  });

  it('tests itself on rows held back, beside always saying the same', async () => {
    const spec = { step: 'classify', target: 'gone', columns: ['days', 'plan'] };
    const { rows, links } = await kitchen.run('users', [spec]);
    const parts = rows.map((row) => row[6]);
    expect(parts.filter((part) => part === 'test')).toHaveLength(150);
    const [quality, confusion, roc] = ['quality', 'confusion', 'roc'].map((name) =>
      readTable(links[0]!, name),
    );
    const accuracy = quality!.find(([measure]) => measure === 'accuracy')!;
    const test = rows.filter((row) => row[6] === 'test');
    const right = test.filter((row) => String(row[3]) === row[5]).length;
    expect(accuracy[2]).toBeCloseTo(right / 150, 12);
    expect(accuracy[2]).toBeGreaterThan(Number(accuracy[3]) + 0.05);
    const counted = confusion!.filter(([part]) => part === 'test').map((row) => Number(row[3]));
    expect(counted.reduce((sum, count) => sum + count)).toBe(150);
    expect(counted[0]! + counted[3]!).toBe(right);
    expect([roc![0], roc!.at(-1)!.slice(1)]).toEqual([
      [null, 0, 0],
      [1, 1],
    ]);
    expect(links[0]!.made!.notes![0]).toMatchObject({
      why: 'classified',
      params: { rows: 150, value: 'true', share: expect.closeTo(right / 1.5, 9) },
    });
    const other = await kitchen.run('users', [{ ...spec, seed: 2 }]);
    expect(other.rows.map((row) => row[6])).not.toEqual(parts);
  });

  it('points out a column that gives the answer away', async () => {
    const { links } = await kitchen.run('users', [
      { step: 'formula', name: 'left', formula: 'IF(gone, 1, 0)' },
      { step: 'classify', target: 'gone', columns: ['left', 'days'] },
    ]);
    const notes = links[1]!.made!.notes!;
    expect(notes.find(({ why }) => why === 'feature-gives-away')?.params).toEqual({
      column: 'left',
      target: 'gone',
    });
    expect(notes.find(({ why }) => why === 'classified-separated')?.params).toEqual({ term: 'left' });
  });

  it('wants two classes, and one of them', async () => {
    const why = async (spec: Record<string, unknown>) =>
      (await kitchen.compile('users', [{ step: 'classify', columns: ['days'], ...spec }])).problem?.params
        .why;
    expect(await why({ target: 'plan' })).toBe('two-classes');
    expect(await why({ target: 'gone', positive: 'maybe' })).toBe('no-such-class');
    expect(await why({ target: 'days' })).toBe('target-among-columns');
  });
});
