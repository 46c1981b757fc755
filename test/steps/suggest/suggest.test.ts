import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { quoteText } from '../../../src/sql/quote';
import { findStep } from '../../../src/steps/catalog';
import { findPersonal } from '../../../src/steps/protect/personal/personal';
import { toSettings } from '../../../src/steps/settings';
import { findSuggestions } from '../../../src/steps/suggest/suggest';
import type { SuggestWhy, Suggestion } from '../../../src/steps/suggest/suggestion';
import { createKitchen } from '../kitchen';

const SAMPLES = fileURLToPath(new URL('../../../samples/', import.meta.url));

describe('suggestions', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
  }, 60_000);

  async function suggest(
    table: string,
    sql: string,
    options: { sample?: number } = {},
  ): Promise<Suggestion[]> {
    const { columns } = kitchen.create(table, sql);
    const personal = await findPersonal(table, columns, { ask: kitchen.ask });
    const found = await findSuggestions(table, columns, { ask: kitchen.ask, personal, most: 40, ...options });
    for (const { step } of found) {
      const { fields } = findStep(step.step)!;
      const known = Object.keys(step).filter((name) => name !== 'step');
      expect(Object.keys(fields)).toEqual(expect.arrayContaining(known));
      expect(() => toSettings(fields, step)).not.toThrow();
      await expect(kitchen.run(table, [step])).resolves.toBeDefined();
    }
    return found;
  }
  const values = (head: string, rows: string) => `SELECT * FROM (VALUES ${rows}) AS ${head}`;
  const one = (found: readonly Suggestion[], why: SuggestWhy, column?: string) =>
    found.find((it) => it.why === why && (column === undefined || it.columns.includes(column)));
  const sample = (file: string, numbers: string[] = []) => {
    const casts = numbers.map((name) => `TRY_CAST(${name} AS DOUBLE) AS ${name}`);
    return `SELECT *${casts.length > 0 ? ` REPLACE (${casts.join(', ')})` : ''} FROM read_csv(${quoteText(SAMPLES + file)}, all_varchar = true, header = true)`;
  };

  it('are the dirt of the customers', async () => {
    const found = await suggest('customers', sample('customers.csv', ['age']));
    expect(one(found, 'row-twice')).toMatchObject({ count: 24, step: { step: 'dedupe' } });
    expect(one(found, 'key-twice')).toBeUndefined();
    expect(one(found, 'ages', 'age')).toMatchObject({ count: 10 });
    expect(one(found, 'dates-as-text', 'signup_date')).toMatchObject({ params: { formats: 4 } });
    expect(one(found, 'markers', 'email')!.count).toBeGreaterThanOrEqual(95);
    expect(one(found, 'email-case', 'email')!.count).toBeGreaterThanOrEqual(150);
    expect(one(found, 'phones', 'phone')).toMatchObject({ step: { step: 'phone' } });
    expect(one(found, 'phones', 'phone')!.count).toBeGreaterThanOrEqual(130);
    expect(one(found, 'spaces', 'name')!.columns).toEqual(['name']);
    expect(one(found, 'spellings', 'signup_date')).toBeUndefined();
    expect(one(found, 'spellings', 'city')!.params).toMatchObject({ ways: 2 });
    expect(
      found
        .filter(({ why }) => why === 'personal')
        .map(({ params }) => params.kind)
        .sort(),
    ).toEqual(['email', 'name', 'phone', 'postcode']);
    expect(found.flatMap(({ columns, why }) => (columns.includes('customer_id') ? [why] : []))).toEqual([]);
  }, 60_000);

  it('are the dirt of the orders, their lines and the contacts', async () => {
    const orders = await suggest('orders', sample('orders.csv', ['discount']));
    expect(one(orders, 'row-twice')).toMatchObject({ count: 36 });
    expect(one(orders, 'numbers-as-text', 'amount')).toBeDefined();
    expect(one(orders, 'dates-as-text', 'ordered_at')!.step).toMatchObject({ to: 'moment' });
    expect(one(orders, 'far', 'discount')!.example).toMatch(/^1\.5/);
    expect(one(orders, 'spaces', 'channel')!.count).toBeGreaterThanOrEqual(90);
    const lines = await suggest(
      'order_lines',
      sample('order_lines.csv', ['quantity', 'unit_price', 'line_no']),
    );
    expect(one(lines, 'negatives', 'quantity')!.count).toBeGreaterThanOrEqual(290);
    expect(one(lines, 'wide', 'product')!.count).toBeGreaterThanOrEqual(45);
    const contacts = await suggest('contacts', sample('contacts.csv'));
    expect(one(contacts, 'numbers-as-text', 'duration_seconds')).toBeDefined();
    expect(one(contacts, 'dates-as-text', 'contacted_on')).toMatchObject({ params: { formats: 3 } });
  }, 60_000);

  it('are none of a clean table', async () => {
    expect(await suggest('products', sample('products.csv', ['list_price', 'unit_cost']))).toEqual([]);
  }, 60_000);

  it('mend what they say, at one click', async () => {
    const found = await suggest(
      't',
      values(
        't(city, amount, note)',
        `('北京', '1,200', ' a'), ('北京市', '¥30', 'b'), ('北京', '5', ''), ('北 京', '7', '  '), ('上海', '8', 'c'), ('上海', '9', 'd'), ('Paris', '1', 'e'), ('PARIS', '2', 'f'), ('Paris', '3', 'g')`,
      ),
    );
    expect(one(found, 'spellings')).toMatchObject({
      count: 3,
      example: '北京',
      params: { ways: 3, groups: 2 },
    });
    const steps = (['spellings', 'numbers-as-text', 'blanks'] as const).map((why) => one(found, why)!.step);
    const { rows } = await kitchen.run('t', steps);
    expect(rows.map(([city]) => city)).toEqual([
      '北京',
      '北京',
      '北京',
      '北京',
      '上海',
      '上海',
      'Paris',
      'Paris',
      'Paris',
    ]);
    expect(rows.map(([, amount]) => amount)).toEqual([1200, 30, 5, 7, 8, 9, 1, 2, 3]);
    expect(rows.filter(([, , note]) => note === null)).toHaveLength(2);
  });

  it('tell a key that is there twice apart from a row that is', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => `('K${at}', ${at})`).join(', ');
    const found = await suggest('t', values('t(order_id, n)', `${rows}, ('K17', 100), ('K3', 3)`));
    expect(one(found, 'row-twice')!.count).toBe(1);
    expect(one(found, 'key-twice')).toMatchObject({ count: 1, columns: ['order_id'], params: { times: 2 } });
  });

  it('count the ID numbers whose last digit is wrong', async () => {
    const right = ['11010519491231002X', '440524188001010014', '53010219200508011X'];
    const rows = [...right, ...right, '110105194912310021']
      .map((card, at) => `(${at}, '${card}')`)
      .join(', ');
    const found = await suggest('t', values('t(n, card)', rows));
    expect(one(found, 'id-cards')).toMatchObject({ columns: ['card'], count: 1, step: { step: 'idCard' } });
  });

  it('leave codes as they are', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, at) => `('00${at + 10}', '1380000${1000 + at}', '${at}')`,
    ).join(', ');
    const found = await suggest('t', values('t(code, ref, member_id)', rows));
    expect(one(found, 'numbers-as-text')).toBeUndefined();
  });

  it('show columns with hardly anything, or always the same, in them', async () => {
    const rows = Array.from({ length: 20 }, (_, at) => `(${at}, 'x', ${at === 3 ? 'true' : 'NULL'})`).join(
      ', ',
    );
    const found = await suggest('t', values('t(n, same, rare)', rows));
    expect(one(found, 'constant')).toMatchObject({ columns: ['same'] });
    expect(one(found, 'mostly-missing')).toMatchObject({
      columns: ['rare'],
      count: 19,
      params: { percent: 95 },
    });
  });

  it('are none of tables without rows, without values, or of one row', async () => {
    expect(await suggest('t', `SELECT 1 AS a, 'x' AS b WHERE false`)).toEqual([]);
    expect(await suggest('t', 'SELECT 1 AS a')).toEqual([]);
    const blank = await suggest(
      't',
      'SELECT CAST(NULL AS VARCHAR) AS a, CAST(NULL AS INTEGER) AS b FROM range(3)',
    );
    expect(blank.map(({ why }) => why)).toEqual(['row-twice', 'mostly-missing', 'mostly-missing']);
  });

  it('look at a sample of the texts of a large table, and say so', async () => {
    const found = await suggest(
      't',
      `SELECT i AS n, CASE WHEN i % 2 = 0 THEN 'Paris' ELSE 'PARIS ' END AS city FROM range(5000) AS r(i)`,
      { sample: 1000 },
    );
    expect(one(found, 'spaces')).toMatchObject({ looked: 1000 });
    expect(one(found, 'spaces')!.count).toBeLessThan(1000);
  });

  it('take hostile names', async () => {
    await suggest('t', `SELECT '1,5' AS "o'clock ""; DROP TABLE t; --", 1 AS "$n", [1] AS l FROM range(3)`);
    expect(kitchen.rows('SELECT count(*) FROM t')).toEqual([[3]]);
  });
});
