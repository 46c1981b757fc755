import { beforeAll, describe, expect, it } from 'vitest';
import { textKind } from '../../../src/cells/text/compile';
import type { Bound } from '../../../src/sql/bound';
import type { NameChange } from '../../../src/workbook/cell';
import { createDuck } from '../../run/duck';

const toText = (markdown: string) => textKind.toCell({ kind: 'text', markdown }, 't');

const values: Record<string, Bound> = {
  since: { type: 'DATE', value: '2024-06-01' },
  period: { fields: { min: { type: 'BIGINT', value: '2' }, max: { type: 'BIGINT', value: '5' } } },
  twin: { type: 'BIGINT', value: '7' },
};
const tables: Record<string, string[]> = { total: ['revenue', 'The "Year"'], twin: ['n'], empty: [] };
const context = {
  findValue: (name: string) => values[name.toLowerCase()],
  findColumns: (name: string) => tables[name.toLowerCase()],
};

function toColumns(markdown: string): string[] {
  const plan = textKind.toPlan(toText(markdown), context);
  return plan.do === 'fetch' ? plan.sql.replace(/^SELECT /, '').split(',\n  ') : [];
}

describe('a text', () => {
  it('reads what its values name, whatever that is', () => {
    expect(textKind.findReads(toText('{{Total.revenue}} {{since}} {{total}} `{{code}}`'))).toEqual({
      tables: ['total', 'since'],
      values: [],
      maybeValues: ['total', 'since'],
    });
  });

  it.each([
    ['{{since}}', ['getvariable(\'since\') AS """since"""']],
    ['{{total}}', ['(SELECT "revenue" FROM "total" LIMIT 1) AS """total"""']],
    [
      '{{total.REVENUE}} {{Total.revenue | 0}}',
      ['(SELECT "revenue" FROM "total" LIMIT 1) AS """total"".""revenue"""'],
    ],
    ['{{period.MAX}}', ['getvariable(\'period\')."max" AS """period"".""max"""']],
    ['{{twin}}', ['getvariable(\'twin\') AS """twin"""']],
    ['{{twin.n}}', ['(SELECT "n" FROM "twin" LIMIT 1) AS """twin"".""n"""']],
    ['{{nobody}} {{total.nothing}} {{period.mean}} {{since.x}} {{empty}}', []],
    ['no values', []],
  ])('%s asks for what is there', (markdown, columns) => {
    expect(toColumns(markdown)).toEqual(columns);
  });

  it('gives only the values that it asks for', () => {
    const plan = textKind.toPlan(toText('{{total}} {{period.min}}'), context);
    expect(plan).toMatchObject({ do: 'fetch', values: { period: values['period'] } });
  });

  it.each<[string, NameChange, string]>([
    [
      '{{ a }} and {{a.b | 0}} `{{a}}`',
      { of: 'table', from: 'A', to: 'x' },
      '{{ x }} and {{x.b | 0}} `{{a}}`',
    ],
    ['{{a}} {{b.a}}', { of: 'value', from: 'a', to: 'my x' }, '{{"my x"}} {{b.a}}'],
    ['{{a}} {{a.b}}', { of: 'table', from: 'a', to: 'x', twin: true }, '{{a}} {{x.b}}'],
    ['{{a}} {{a.b}}', { of: 'value', from: 'a', to: 'x', twin: true }, '{{x}} {{a.b}}'],
  ])('%s follows %j', (markdown, change, followed) => {
    expect(textKind.rename(toText(markdown), change).markdown).toBe(followed);
  });

  it('without values has nothing to run', () => {
    expect(textKind.toPlan(toText('# Title'), context)).toEqual({ do: 'nothing' });
  });
});

describe('in a real DuckDB', () => {
  let duck: Awaited<ReturnType<typeof createDuck>>;

  beforeAll(async () => {
    duck = await createDuck();
    duck.create('total', `SELECT i * 10 AS revenue, '年' || i AS "The ""Year""" FROM range(3, 9) AS t(i)`);
    duck.create('twin', 'SELECT 1 AS n WHERE false');
  }, 60_000);

  it('every value comes in one row, of the first row of each table', async () => {
    const markdown =
      '{{since}} {{total}} {{total."the ""year"""}} {{period.max}} {{twin.n}} {{twin}} {{nobody}}';
    const plan = textKind.toPlan(toText(markdown), context);
    if (plan.do !== 'fetch') throw new Error('nothing to run');
    const { values, rowCount } = await duck.engine.query(plan.sql, { values: plan.values });
    expect(rowCount).toBe(1);
    expect(values.map(([value]) => String(value))).toEqual([
      String(Date.UTC(2024, 5, 1)),
      '30',
      '年3',
      '5',
      'null',
      '7',
    ]);
  });
});
