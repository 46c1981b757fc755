import { beforeAll, describe, expect, it } from 'vitest';
import { toSql } from '../../src/steps/chain';
import { allExamples } from './examples/all';
import { createTables } from './examples/tables';
import { createRandom } from '../random';
import type { StepSpec } from './kitchen';
import { createKitchen } from './kitchen';

const specs = Object.entries(allExamples).flatMap(([step, each]) =>
  each.map((settings): StepSpec => ({ ...settings, step, misfit: 'skip' })),
);
type Random = ReturnType<typeof createRandom>;

const CHAINS = 16;
const MOST_STEPS = 5;

describe('chains of any steps over any rows', { timeout: 30_000 }, () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    createTables(kitchen);
  }, 60_000);

  /** A table whose columns are those of `people`, its values drawn from there one by one, also missing ones. */
  function createTable(random: Random): string {
    const people = kitchen.rows('SELECT count(*) FROM people')[0]![0] as number;
    const count = random.below(30);
    if (count === 0) return kitchen.create('drawn', 'SELECT * FROM people WHERE false').name;
    const { columns } = kitchen.create('drawn', 'SELECT * FROM people');
    const toColumn = ({ name }: { name: string }) => {
      const picks = Array.from({ length: count }, () =>
        random.next() < 0.1 ? 'NULL' : 1 + random.below(people),
      );
      return `(SELECT list("${name}" ORDER BY id) FROM people)[unnest([${picks.join(', ')}])] AS "${name}"`;
    };
    kitchen.create('drawn', `SELECT ${columns.map(toColumn).join(', ')}`);
    return 'drawn';
  }

  function draw(random: Random): StepSpec[] {
    const length = 2 + random.below(MOST_STEPS - 1);
    return Array.from({ length }, () => random.pick(specs));
  }

  const each = Array.from({ length: CHAINS }, (_, at) => at + 1);

  it.each(each)('give what their steps give one by one (%i)', async (seed) => {
    const random = createRandom(seed);
    const from = createTable(random);
    const steps = draw(random);
    const whole = await kitchen.run(from, steps);
    // each result takes the place of the table, since steps may write its name into rows
    for (const step of steps) {
      await kitchen.ask(toSql(await kitchen.compile(from, [step])));
      kitchen.create(from, 'SELECT * FROM asked');
    }
    const singly = await kitchen.run(from, []);
    expect(whole.columns).toEqual(singly.columns);
    expect(whole.rows, JSON.stringify(steps)).toEqual(singly.rows);
  });

  it.each(each)('give the same with a step switched off as without it (%i)', async (seed) => {
    const random = createRandom(seed + CHAINS);
    const from = createTable(random);
    const steps = draw(random);
    const at = random.below(steps.length);
    const off = await kitchen.run(
      from,
      steps.map((step, place) => (place === at ? { ...step, off: true } : step)),
    );
    const gone = await kitchen.run(
      from,
      steps.filter((_, place) => place !== at),
    );
    expect(off.columns).toEqual(gone.columns);
    expect(off.rows, JSON.stringify(steps)).toEqual(gone.rows);
  });

  it.each(each.slice(0, 4))(
    'do once what they do twice, where that is all there is to do (%i)',
    async (seed) => {
      const from = createTable(createRandom(seed));
      const once: StepSpec[] = [
        { step: 'distinct', columns: ['city', 'age'] },
        { step: 'sort', order: [{ column: 'age', direction: 'down' }, { column: 'city' }] },
        { step: 'dedupe', columns: ['city'] },
        { step: 'fill', columns: ['age'], with: 'previous' },
        { step: 'fill', columns: ['spend'], with: 'median', by: ['ok'] },
      ];
      for (const step of once) {
        const { rows } = await kitchen.run(from, [step]);
        expect((await kitchen.run(from, [step, step])).rows, step.step).toEqual(rows);
      }
    },
  );

  it.each(each.slice(0, 4))('leave every row in one half of a filter (%i)', async (seed) => {
    const from = createTable(createRandom(seed));
    for (const spec of allExamples.filter!) {
      const half = async (keep: string) =>
        (await kitchen.run(from, [{ ...spec, step: 'filter', keep }])).rows.map((row) => JSON.stringify(row));
      const all = (await kitchen.run(from, [])).rows.map((row) => JSON.stringify(row));
      expect([...(await half('fitting')), ...(await half('others'))].sort()).toEqual(all.sort());
    }
  });

  it.each(each.slice(0, 4))(
    'have the rows in columns that pivot and unpivot turn there and back (%i)',
    async (seed) => {
      createTable(createRandom(seed));
      kitchen.create('numbered', 'SELECT row_number() OVER () AS row, age, spend, id AS n FROM drawn');
      const turned = await kitchen.run('numbered', [
        { step: 'unpivot', columns: ['age', 'spend', 'n'], names: 'what', values: 'how' },
        { step: 'pivot', by: ['row'], column: 'what', value: 'how', function: 'first', sort: 'first' },
      ]);
      expect(turned.rows).toEqual(kitchen.rows('SELECT * FROM numbered'));
    },
  );
});
