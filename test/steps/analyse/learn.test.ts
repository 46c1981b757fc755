import { beforeAll, describe, expect, it } from 'vitest';
import { findStep } from '../../../src/steps/catalog';
import { toSql } from '../../../src/steps/chain';
import { createKitchen } from '../kitchen';

let kitchen: Awaited<ReturnType<typeof createKitchen>>;
beforeAll(async () => {
  kitchen = await createKitchen();
  // 600 customers: who is dear and seldom comes, leaves
  kitchen.create(
    'customers',
    `SELECT id, fee, visits, plan, fee * 10 + visits AS spent, leaves, DATE '2024-01-01' + id AS since,
       CASE WHEN leaves THEN 1 ELSE 0 END AS left_us
     FROM (SELECT id, fee, visits, CASE WHEN id % 3 = 0 THEN 'basic' ELSE 'full' END AS plan,
       fee - 2 * visits + (hash(id) % 100) / 25 > 22 AS leaves
       FROM (SELECT CAST(id AS INTEGER) AS id, CAST(hash(id * 7) % 50 AS DOUBLE) AS fee,
         CAST(hash(id * 13) % 12 AS DOUBLE) AS visits FROM range(600) AS t(id)))`,
  );
}, 60_000);

const churn = { step: 'learn', target: 'leaves', columns: ['fee', 'visits', 'plan'] };

/** The chain that learns, and its model as another cell finds it behind the name. */
async function train(step: Readonly<Record<string, unknown>>, cell: string) {
  const { links, rows, columns, sql } = await kitchen.run('customers', [{ ...churn, ...step }]);
  const tables = links[0]!.tables!;
  kitchen.query(`CREATE OR REPLACE TABLE ${cell} AS FROM (${sql})`);
  kitchen.query(`CREATE SCHEMA IF NOT EXISTS ${cell}`);
  kitchen.query(`CREATE OR REPLACE TABLE ${cell}.model AS FROM ${tables.model!.table}`);
  return { tables, rows, columns, notes: links[0]!.made!.notes! };
}

describe('training a model', () => {
  it('compares the ways on rows that they have not seen, and takes the best', async () => {
    const { tables, notes, columns } = await train({}, 'all_ways');
    const models = kitchen.rows(`SELECT method, auc, accuracy FROM ${tables.models!.table}`);
    expect(models[0]![0]).toBe('baseline');
    expect(models[0]![1]).toBeCloseTo(0.5, 10);
    expect(models.map(([method]) => method)).toEqual(
      expect.arrayContaining([
        'linear',
        'bayes',
        'tree',
        'forest',
        'boosting',
        'neighbours',
        'svm',
        'network',
      ]),
    );
    const areas = models.slice(1).map(([, auc]) => Number(auc));
    expect(areas).toEqual([...areas].sort((a, b) => b - a));
    expect(areas[0]).toBeGreaterThan(0.97);
    expect(notes[0]).toMatchObject({
      why: 'learned-class-held',
      params: { method: models[1]![0], rows: 150 },
    });
    expect(columns.slice(-3)).toMatchObject([
      { name: 'predicted', type: 'BOOLEAN' },
      { name: 'probability', type: 'DOUBLE' },
      { name: 'part', type: 'VARCHAR' },
    ]);
  });

  it('says which column counts most, and counts right and wrong on rows held back', async () => {
    const { tables, notes } = await train({ method: 'forest' }, 'forest');
    expect(kitchen.rows(`SELECT "column" FROM ${tables.importance!.table}`)).toEqual([
      ['fee'],
      ['visits'],
      ['plan'],
    ]);
    expect(notes).toContainEqual({ why: 'learned-worth', params: { column: 'fee' } });
    const [[right, all]] = kitchen.rows(
      `SELECT CAST(sum(rows) FILTER (actual = predicted) AS DOUBLE), CAST(sum(rows) AS DOUBLE) FROM ${tables.confusion!.table}`,
    ) as [[number, number]];
    expect(all).toBe(150);
    const [[accuracy]] = kitchen.rows(
      `SELECT test FROM ${tables.quality!.table} WHERE measure = 'accuracy'`,
    ) as [[number]];
    expect(right / all).toBeCloseTo(accuracy, 12);
    const [[part]] = kitchen.rows(
      `SELECT avg(CASE WHEN predicted = leaves THEN 1 ELSE 0 END) FROM forest WHERE part = 'test'`,
    ) as [[number]];
    expect(part).toBeCloseTo(accuracy, 12);
  });

  it('draws a tree as a table of its nodes, whose rules lead to their rows', async () => {
    const { tables } = await train({ method: 'tree', depth: 2, held: 0 }, 'tree');
    const nodes = kitchen.rows(`SELECT node, above, rule, rows FROM ${tables.tree!.table}`);
    expect(nodes[0]).toEqual([1, null, null, 600]);
    const [, , rule, rows] = nodes[1]!;
    expect(rule).toMatch(/^fee ≤ [\d.]+$/);
    const sql = String(rule).replace('≤', '<=');
    expect(kitchen.rows(`SELECT count(*) FROM customers WHERE ${sql}`)).toEqual([[rows]]);
  });

  it('predicts a number, and a number of two values as a class unless it is said to be a number', async () => {
    const number = await train({ target: 'spent', columns: ['fee', 'visits'], method: 'linear' }, 'spent');
    expect(number.notes[0]!.why).toBe('learned-number-held');
    expect(kitchen.rows('SELECT max(abs(predicted - spent)) < 1e-9 FROM spent')).toEqual([[true]]);
    const flag = await train({ target: 'left_us', method: 'linear' }, 'flag');
    expect(flag.tables.confusion).toBeDefined();
    const forced = await train({ target: 'left_us', as: 'number', method: 'linear' }, 'forced');
    expect(forced.tables.confusion).toBeUndefined();
  });

  it('knows columns by their names, in whatever letters these are written', async () => {
    const { notes } = await train({ target: 'SPENT', columns: ['Fee', 'VISITS'], method: 'linear' }, 'loud');
    expect(notes[0]!.why).toBe('learned-number-held');
    expect(kitchen.rows('SELECT max(abs(predicted - spent)) < 1e-9 FROM loud')).toEqual([[true]]);
    const { problem } = await kitchen.compile('customers', [{ ...churn, columns: ['Leaves'] }]);
    expect(problem!.params).toMatchObject({ why: 'target-among-columns' });
  });

  it('holds back the last in time where that is asked for', async () => {
    await train({ method: 'linear', test: 'time', time: 'since', held: 20 }, 'timely');
    expect(kitchen.rows(`SELECT part, min(id), max(id) FROM timely GROUP BY part ORDER BY 2`)).toEqual([
      ['train', 0, 479],
      ['test', 480, 599],
    ]);
  });

  it('finds the threshold that costs least, and the best settings', async () => {
    const { notes, tables } = await train({ method: 'tree', tune: true, alarm: 1, missed: 20 }, 'dear');
    const threshold = notes.find(({ why }) => why === 'learned-threshold')!.params;
    expect(Number(threshold.share)).toBeLessThan(50);
    expect(Number(threshold.cost)).toBeLessThanOrEqual(Number(threshold.half));
    expect(kitchen.rows(`SELECT count(*) FROM ${tables.tuning!.table}`)).toEqual([[12]]);
  });

  it('points out a column that gives the answer away', async () => {
    const { notes } = await train(
      { target: 'leaves', columns: ['fee', 'left_us'], method: 'linear' },
      'leak',
    );
    expect(notes).toContainEqual({
      why: 'feature-gives-away',
      params: { column: 'left_us', target: 'leaves' },
    });
  });

  it('says where the columns tell nothing', async () => {
    const { notes } = await train(
      { target: 'plan', columns: ['visits'], method: 'linear', held: 0 },
      'nothing',
    );
    expect(notes[0]!.why).toMatch(/^learned-(nothing-class|class-crossed)$/);
  });

  it('tells several classes from the rest one by one, and gives the chance of each where it is asked for', async () => {
    kitchen.create(
      'wines',
      `SELECT id, fee + 0.1 * visits AS sweet, CASE WHEN fee < 15 THEN 'dry' WHEN fee < 30 THEN 'Dry' ELSE 'semi sec' END AS taste FROM customers`,
    );
    const learn = { step: 'learn', target: 'taste', columns: ['sweet'], method: 'linear', chances: true };
    const { links, rows, columns } = await kitchen.run('wines', [learn]);
    expect(columns.slice(3).map(({ name }) => name)).toEqual([
      'predicted',
      'probability',
      'probability_semi sec',
      'probability_dry',
      'probability_Dry_2',
      'part',
    ]);
    for (const row of rows.slice(0, 50)) {
      const chances = row.slice(5, 8).map(Number);
      expect(chances.reduce((sum, chance) => sum + chance)).toBeCloseTo(1, 12);
      expect(Math.max(...chances)).toBe(row[4]);
    }
    const { roc, classes } = links[0]!.tables!;
    expect(roc!.columns.map(({ name }) => name)).toEqual([
      'class',
      'threshold',
      'false_positive_rate',
      'true_positive_rate',
    ]);
    const areas = kitchen.rows(`SELECT class, rows, auc FROM ${classes!.table}`) as [
      string,
      number,
      number,
    ][];
    expect(areas.map(([name]) => name)).toEqual(['semi sec', 'dry', 'Dry']);
    // the area is that of the trapezia under the curve
    const drawn = kitchen.rows(
      `SELECT class, sum((x - before) * (y + lower) / 2) FROM (
         SELECT class, false_positive_rate AS x, true_positive_rate AS y, lag(x) OVER w AS before, lag(y) OVER w AS lower
         FROM ${roc!.table} WINDOW w AS (PARTITION BY class ORDER BY x, y)) GROUP BY class`,
    ) as [string, number][];
    const rounded = ([name, area]: [string, number]) => [name, area.toFixed(12)] as const;
    expect(new Map(drawn.map(rounded))).toEqual(
      new Map(areas.map(([name, , area]) => rounded([name, area]))),
    );
    const notes = links[0]!.made!.notes!;
    const all = areas.reduce((sum, [, count]) => sum + count, 0);
    const weighted = areas.reduce((sum, [, count, area]) => sum + (count * area) / all, 0);
    expect(notes[1]).toEqual({
      why: 'learned-auc-weighted',
      params: { auc: expect.closeTo(weighted, 12) },
    });
    expect(notes.slice(2, 5).map(({ why, params }) => [why, params.value])).toEqual(
      [...areas].sort(([, , a], [, , b]) => a - b).map(([name]) => ['learned-auc-class', name]),
    );
  });

  it('has the curve of the class that is asked for, of two, and no chances of numbers', async () => {
    const { tables, columns } = await train({ method: 'tree', chances: true }, 'two');
    expect(kitchen.rows(`SELECT DISTINCT class FROM ${tables.roc!.table}`)).toEqual([['true']]);
    expect(tables.classes).toBeUndefined();
    expect(columns.slice(-4).map(({ name }) => name)).toEqual([
      'probability',
      'probability_false',
      'probability_true',
      'part',
    ]);
    const number = await train(
      { target: 'spent', columns: ['fee'], method: 'tree', chances: true },
      'number',
    );
    expect(number.columns.slice(-2).map(({ name }) => name)).toEqual(['predicted', 'part']);
    expect(number.notes).toContainEqual({ why: 'no-chances', params: {} });
  });

  it('refuses a way that cannot learn such a column', async () => {
    await expect(train({ target: 'spent', columns: ['fee'], method: 'bayes' }, 'x')).rejects.toMatchObject({
      code: 'analysis-misfit',
      params: { why: 'method-for-classes' },
    });
  });
});

describe('predicting with a model', () => {
  it.each(['linear', 'forest', 'svm', 'neighbours'])(
    '%s says of the same rows what it said before',
    async (method) => {
      await train({ method }, `kept_${method}`);
      const { links, rows } = await kitchen.run('customers', [{ step: 'score', model: `kept_${method}` }]);
      const before = kitchen.rows(`SELECT predicted, probability FROM kept_${method}`);
      expect(rows.map((row) => row.slice(-2))).toEqual(before);
      expect(links[0]!.made!.notes![0]).toMatchObject({ why: 'scored', params: { count: 600, of: 600 } });
    },
  );

  it('gives the chance of each class where it is asked for', async () => {
    await train({ method: 'linear', chances: true }, 'sure');
    const { rows, columns } = await kitchen.run('customers', [
      { step: 'score', model: 'sure', chances: true },
    ]);
    expect(columns.slice(-2).map(({ name }) => name)).toEqual(['probability_false', 'probability_true']);
    expect(rows.map((row) => row.slice(-2))).toEqual(
      kitchen.rows('SELECT probability_false, probability_true FROM sure'),
    );
  });

  it('reads columns by their names, whatever else there is, and says nothing of what it has not seen', async () => {
    await train({ method: 'linear' }, 'plans');
    kitchen.create(
      'news',
      `SELECT * FROM (VALUES (1, 'full', 3.0, 40.0), (2, 'gold', 3.0, 40.0), (3, NULL, 3.0, 40.0)) AS t(who, plan, visits, fee)`,
    );
    const { links, rows } = await kitchen.run('news', [{ step: 'score', model: 'plans' }]);
    expect(rows.map((row) => row.slice(4))).toEqual([
      [true, expect.any(Number)],
      [null, null],
      [null, null],
    ]);
    expect(links[0]!.made!.notes!.map(({ why }) => why)).toEqual([
      'scored',
      'left-out-missing',
      'feature-unseen',
    ]);
  });

  it('says which column is missing, and that there is no model', async () => {
    kitchen.create('bare', 'SELECT 1.0 AS fee');
    await expect(kitchen.run('bare', [{ step: 'score', model: 'plans' }])).rejects.toMatchObject({
      params: { why: 'model-column', column: 'visits' },
    });
    const { problem } = await kitchen.compile('bare', [{ step: 'score', model: 'customers' }]);
    expect(problem).toBeDefined();
  });

  it('is one statement that can be read', async () => {
    const { links, from } = await kitchen.run('customers', [{ step: 'score', model: 'plans' }]);
    expect(toSql({ from, links })).toContain('POSITIONAL JOIN');
  });
});

describe('the columns that are suggested for a model', () => {
  const people = [
    { name: 'id', type: 'INTEGER' },
    { name: 'plan', type: 'VARCHAR' },
    { name: 'fee', type: 'DOUBLE' },
    { name: 'since', type: 'DATE' },
    { name: 'name', type: 'VARCHAR' },
    { name: 'same', type: 'VARCHAR' },
    { name: 'lacking', type: 'VARCHAR' },
    { name: 'note', type: 'VARCHAR' },
    { name: 'is_paid', type: 'BOOLEAN' },
    { name: 'branch_no', type: 'VARCHAR' },
    { name: 'left', type: 'BOOLEAN' },
  ];

  it.each(['learn', 'classify', 'regression'])(
    'of %s take texts of few values in, by one question',
    async (name) => {
      kitchen.create(
        'people_here',
        `SELECT id, plan, fee, since, 'customer ' || id AS name, 'x' AS same, CASE WHEN id % 2 = 0 THEN plan END AS lacking,
         repeat('long ', 20) || plan AS note, visits > 6 AS is_paid, plan AS branch_no, leaves AS "left" FROM customers`,
      );
      const { suggest, suggestMore } = findStep(name)!;
      const settings = suggest!({ columns: people });
      expect(settings.columns).toEqual(name === 'regression' ? [] : ['fee']);
      const { sql, toMore } = suggestMore!({ columns: people, from: 'people_here', settings })!;
      const { values } = await kitchen.ask(sql);
      const more = name === 'regression' ? ['plan', 'is_paid', 'left'] : ['plan', 'fee', 'is_paid'];
      expect(toMore(values, settings)).toEqual({ columns: more });
      // one of them has become what is predicted meanwhile
      expect(toMore(values, { ...settings, target: 'plan' })).toEqual({
        columns: more.filter((column) => column !== 'plan'),
      });
    },
  );

  it('are asked for only where there are texts', () => {
    const columns = people.filter(({ type }) => type === 'DOUBLE');
    const settings = findStep('learn')!.suggest!({ columns });
    expect(findStep('learn')!.suggestMore!({ columns, from: 't', settings })).toBeUndefined();
  });
});
