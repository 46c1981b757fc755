import { beforeAll, describe, expect, it } from 'vitest';
import type { Rule } from '../../../src/steps/clean/validate';
import { findRuleProblem, ruleFields, toRuleCount, toRuleExamples } from '../../../src/steps/clean/validate';
import { toSettings } from '../../../src/steps/settings';
import { createKitchen } from '../kitchen';

describe('validate', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.table('cities(code)', `('bj'), ('sh'), (NULL)`);
    kitchen.table(
      't(id, city, age, day, k)',
      `(1, 'bj', 30, '2024-02-29', 1), (2, 'xx', 130, '2023-02-29', 1), (2, ' ', NULL, 'soon', 2), (NULL, NULL, -1, NULL, 2), (5, 'sh', 5, '2024-03-05', 5)`,
    );
  }, 60_000);

  const broken = async (...rules: object[]) =>
    (await kitchen.run('t', [{ step: 'validate', rules }])).rows.map((row) => row.at(-1));
  const problem = async (rule: object, name = 'broken_rules') =>
    (await kitchen.compile('t', [{ step: 'validate', rules: [rule], name }])).problem;

  it('tells what each row breaks, and lets what is missing break nothing else', async () => {
    expect(await broken({ rule: 'present', column: 'city', label: 'city!' })).toEqual([
      null,
      null,
      'city!',
      'city!',
      null,
    ]);
    expect(await broken({ rule: 'range', column: 'age', least: '0', most: '120' })).toEqual([
      null,
      'age range',
      null,
      'age range',
      null,
    ]);
    expect(await broken({ rule: 'range', column: 'age', most: '120' })).toEqual([
      null,
      'age range',
      null,
      null,
      null,
    ]);
    expect(await broken({ rule: 'type', column: 'day', type: 'date', label: 'd' })).toEqual([
      null,
      'd',
      'd',
      null,
      null,
    ]);
    expect(await broken({ rule: 'pattern', column: 'city', pattern: '[a-z]', label: 'p' })).toEqual([
      'p',
      'p',
      'p',
      null,
      'p',
    ]);
    expect(await broken({ rule: 'one-of', column: 'id', values: ['1', '5'], label: 'o' })).toEqual([
      null,
      'o',
      'o',
      null,
      null,
    ]);
    expect(await broken({ rule: 'unique', column: 'id', label: 'u' })).toEqual([null, 'u', 'u', null, null]);
    expect(await broken({ rule: 'unique', column: 'id', with: ['k'], label: 'u' })).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(await broken({ rule: 'known', column: 'city', table: 'cities', key: 'code', label: 'k' })).toEqual(
      [null, 'k', 'k', null, null],
    );
    expect(await broken({ rule: 'formula', formula: 'age > id' })).toEqual([
      null,
      null,
      null,
      null,
      'age > id',
    ]);
  });

  it('names all that a row breaks, or keeps the rows alone that break something', async () => {
    const rules = [
      { rule: 'range', column: 'age', most: '120', label: 'old' },
      { rule: 'unique', column: 'id', label: 'twice' },
    ];
    expect(await broken(...rules)).toEqual([null, 'old, twice', 'twice', null, null]);
    const { rows } = await kitchen.run('t', [{ step: 'validate', rules, show: 'broken', name: 'why' }]);
    expect(rows.map((row) => [row[0], row.at(-1)])).toEqual([
      [2, 'old, twice'],
      [2, 'twice'],
    ]);
  });

  const look = async (given: object) => {
    const { columns } = await kitchen.ask('SELECT * FROM t');
    const rule = toSettings(ruleFields, given as never) as unknown as Rule;
    const context = { from: '"t"', source: '"t"', columns, tables: new Map(), seed: 1, found: [] };
    return { rule, context };
  };

  it('counts what breaks a rule, and shows the values that break it most', async () => {
    const { rule, context } = await look({ rule: 'unique', column: 'id' });
    expect(kitchen.rows(toRuleCount(rule, context))).toEqual([[2]]);
    expect(kitchen.rows(toRuleExamples(rule, context, 5))).toEqual([['2', 2]]);
    const present = await look({ rule: 'present', column: 'city' });
    expect(kitchen.rows(toRuleExamples(present.rule, present.context, 1))).toEqual([[' ', 1]]);
  });

  it('shows of a formula the columns that it reads', async () => {
    const { rule, context } = await look({ rule: 'formula', formula: 'AGE < 100 OR k IS NULL' });
    expect(kitchen.rows(toRuleExamples(rule, context, 5))).toEqual([['130, 1', 1]]);
  });

  it('says of a rule alone what keeps it from being looked at', async () => {
    const { rule, context } = await look({ rule: 'range', column: 'age' });
    expect(findRuleProblem(rule, context)).toMatchObject({ params: { why: 'no-limit' } });
    const gone = await look({ rule: 'present', column: 'gone' });
    expect(findRuleProblem(gone.rule, gone.context)).toMatchObject({ code: 'step-column' });
  });

  it('says what is no rule', async () => {
    expect(await problem({ rule: 'range', column: 'age' })).toMatchObject({ params: { why: 'no-limit' } });
    expect(await problem({ rule: 'range', column: 'age', least: 'x' })).toMatchObject({ code: 'step-value' });
    expect(await problem({ rule: 'pattern', column: 'age', pattern: 'x' })).toMatchObject({
      code: 'step-family',
    });
    expect(await problem({ rule: 'formula', formula: 'row_number() OVER () > 1' })).toMatchObject({
      params: { why: 'rule-of-a-row' },
    });
    expect(await problem({ rule: 'present', column: 'id' }, 'AGE')).toMatchObject({ code: 'step-name' });
  });

  it('keeps the rows of a large table in order', async () => {
    kitchen.create('many', 'SELECT range AS id, hash(range) % 50000 AS k FROM range(100000)');
    const rules = [
      { rule: 'unique', column: 'k' },
      { rule: 'known', column: 'k', table: 'many', key: 'id' },
    ];
    const { sql } = await kitchen.run('many', [{ step: 'validate', rules }]);
    expect(
      kitchen.rows(`SELECT count(*) FROM (${sql}) AS made POSITIONAL JOIN many WHERE made.id <> many.id`),
    ).toEqual([[0]]);
  });
});
