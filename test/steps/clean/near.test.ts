import { beforeAll, describe, expect, it } from 'vitest';
import type { Value } from '../../../src/table/column';
import { createKitchen } from '../kitchen';
import { createCustomers } from './near/customers';

describe('near duplicates', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.table(
      't(id, name, phone, email, address)',
      `('1', '张伟明', '13812345678', 'zwm@qq.com', '北京市东城区人民路12号3栋'),
       ('2', '李芳', '13912345678', NULL, '上海市新城区建设路8号'),
       ('3', '张 伟明', '+86 138-1234-5678', NULL, NULL),
       ('4', 'Anna Novak', '15512345678', 'anna.novak7@example.com', NULL),
       ('5', 'NOVAK, Anna', NULL, 'Anna.Novak7@example.com', '广州市天河区中山路1号'),
       ('6', '王强', '17712345678', NULL, NULL),
       ('7', '张丽', '13812349999', NULL, '北京市东城区人民路99号'),
       ('8', NULL, NULL, NULL, NULL), ('9', NULL, NULL, NULL, NULL)`,
    );
  }, 60_000);

  const by = { step: 'near', name: 'name', phone: 'phone', email: 'email', address: 'address' };
  const groups = (rows: Value[][]) => rows.map((row) => row.at(-2));

  it('are marked by a group and a score, and rows that are like none have neither', async () => {
    const { rows } = await kitchen.run('t', [by]);
    expect(groups(rows)).toEqual([1, null, 1, 2, 2, null, null, null, null]);
    expect(rows.map(([id]) => id)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
    for (const row of rows) expect(Number(row.at(-1) ?? 1)).toBeGreaterThan(0.88);
  });

  it('are merged into the fullest row, with its blanks filled', async () => {
    const { rows } = await kitchen.run('t', [{ ...by, then: 'merge' }]);
    expect(rows).toHaveLength(7);
    expect(rows.find(([, name]) => String(name).includes('Anna'))).toEqual([
      '4',
      'Anna Novak',
      '15512345678',
      'anna.novak7@example.com',
      '广州市天河区中山路1号',
    ]);
  });

  it('are left as two where a person has said so', async () => {
    const apart = { key: 'id', apart: [{ one: '3', other: '1' }] };
    expect(groups((await kitchen.run('t', [{ ...by, ...apart }])).rows)).toEqual([
      null,
      null,
      null,
      1,
      1,
      null,
      null,
      null,
      null,
    ]);
  });

  it('need something to be compared by', async () => {
    expect((await kitchen.compile('t', [{ step: 'near' }])).problem).toMatchObject({
      params: { why: 'near-nothing' },
    });
  });

  it('are found among 20,000 customers with an F1 of 0.9 and more', async () => {
    const customers = createCustomers(20_000);
    const quote = (value: string | null) => (value === null ? 'NULL' : `'${value}'`);
    kitchen.table(
      'many(person, name, phone, email, address)',
      customers
        .map(
          ({ person, name, phone, email, address }) =>
            `(${person}, ${[name, phone, email, address].map(quote).join(', ')})`,
        )
        .join(', '),
    );
    const { sql } = await kitchen.run('many', [by]);
    const count = (rows: string) => Number(kitchen.rows(`SELECT count(*) FROM ${rows}`)[0]![0]);
    const pairs = (key: string) =>
      `(SELECT row_number() OVER () AS r, * FROM (${sql})) a JOIN (SELECT row_number() OVER () AS r, * FROM (${sql})) b ON a.${key} = b.${key} AND a.r < b.r`;
    const found = count(pairs('same_group'));
    const known = count(pairs('person'));
    const right = count(`${pairs('same_group')} WHERE a.person = b.person`);
    const [precision, recall] = [right / found, right / known];
    expect((2 * precision * recall) / (precision + recall)).toBeGreaterThan(0.9);
  }, 120_000);
});
