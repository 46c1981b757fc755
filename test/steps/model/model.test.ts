import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { quoteText } from '../../../src/sql/quote';
import type { ModelTable } from '../../../src/steps/model/keys';
import type { Relation } from '../../../src/steps/model/relations';
import { findModel, toBrokenSql } from '../../../src/steps/model/relations';
import { createKitchen } from '../kitchen';

const SAMPLES = fileURLToPath(new URL('../../../samples/', import.meta.url));

describe('the data model', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
  }, 60_000);

  const table = (name: string, sql: string): ModelTable => ({
    name,
    columns: kitchen.create(name, sql).columns,
  });
  const find = (tables: readonly ModelTable[]) => findModel(tables, kitchen.ask);
  const toText = ({ from, to, kind }: Relation) =>
    `${to.table}.${to.column} ${kind} ${from.table}.${from.column}`;

  describe('of the samples', () => {
    let tables: ModelTable[];
    let model: Awaited<ReturnType<typeof findModel>>;
    beforeAll(async () => {
      tables = ['contacts', 'customers', 'order_lines', 'orders', 'products', 'tickets'].map((name) =>
        table(
          name,
          `SELECT * FROM read_csv(${quoteText(`${SAMPLES}${name}.csv`)}, all_varchar = true, header = true)`,
        ),
      );
      model = await find(tables);
    }, 60_000);

    it('has the relations that its page names, and no other', () => {
      expect(model.relations.map(toText).sort()).toEqual(
        [
          'customers.customer_id 1:n contacts.customer_id',
          'customers.customer_id 1:n orders.customer_id',
          'customers.customer_id 1:n tickets.customer_id',
          'orders.order_id 1:n order_lines.order_id',
          'orders.order_id 1:n tickets.order_id',
          'products.sku 1:n order_lines.sku',
        ].sort(),
      );
    });

    it('knows how many rows of a key are there twice', () => {
      const toCustomers = model.relations.filter(({ to }) => to.table === 'customers');
      expect(toCustomers.map(({ twice }) => twice)).toEqual([24, 24, 24]);
    });

    it('has the first key of each table, though some rows are there twice', () => {
      const keys = Object.fromEntries(
        model.tables.map(({ table: { name }, keys: [first] }) => [name, first]),
      );
      expect(keys).toMatchObject({
        contacts: { columns: ['contact_id'], twice: 40 },
        customers: { columns: ['customer_id'], twice: 24 },
        order_lines: { columns: ['order_id', 'line_no'], twice: 60 },
        orders: { columns: ['order_id'], twice: 36 },
        products: { columns: ['sku'], twice: 0 },
        tickets: { columns: ['ticket_id'], twice: 12 },
      });
    });

    it('lists the orders of no customer', () => {
      const relation = model.relations.find(({ from }) => from.table === 'orders')!;
      expect(relation.broken).toBeGreaterThanOrEqual(25);
      expect(kitchen.rows(toBrokenSql(relation, tables))).toHaveLength(relation.broken);
      expect(relation.found).toBeLessThan(1);
      const whole = model.relations.filter(({ from }) => from.table !== 'orders');
      expect(whole.map(({ broken, found }) => [broken, found])).toEqual(whole.map(() => [0, 1]));
    });
  });

  it('tells one to one, one to many, and a table that names itself', async () => {
    const model = await find([
      table('staff', `SELECT i AS id, CASE WHEN i > 0 THEN i // 3 END AS manager_id FROM range(50) AS r(i)`),
      table('badges', `SELECT i AS staff_id, 'B' || i AS badge FROM range(50) AS r(i)`),
      table('shifts', `SELECT i % 50 AS staff_id, i AS quantity FROM range(200) AS r(i)`),
    ]);
    expect(model.relations.map(toText).sort()).toEqual([
      'staff.id 1:1 badges.staff_id',
      'staff.id 1:n shifts.staff_id',
      'staff.id 1:n staff.manager_id',
    ]);
  });

  it('finds a key under another name by its values, and takes no numbers for one', async () => {
    const model = await find([
      table('parts', `SELECT 'P-' || (i + 100) AS part_no, i % 4 AS grade FROM range(80) AS r(i)`),
      table('usage', `SELECT 'P-' || (i % 80 + 100) AS item_code, i % 60 AS amount FROM range(400) AS r(i)`),
      table('counts', `SELECT i AS n_id, i % 60 AS amount FROM range(400) AS r(i)`),
    ]);
    expect(model.relations.map(toText)).toEqual(['parts.part_no 1:n usage.item_code']);
    expect(model.relations[0]).toMatchObject({ by: 'values', found: 1, used: 1 });
  });

  it('tells that many belong to many where the table between them is not there', async () => {
    const model = await find([
      table('visits', `SELECT i AS visit_id, 'C' || (i % 30) AS customer_id FROM range(90) AS r(i)`),
      table('calls', `SELECT i + 1000 AS call_id, 'C' || (i % 40) AS customer_id FROM range(120) AS r(i)`),
    ]);
    expect(model.relations.map(toText)).toEqual(['calls.customer_id n:m visits.customer_id']);
    expect(model.relations[0]).toMatchObject({ found: 1, used: 0.75 });
  });

  it('finds nothing in tables without rows or without columns that may be keys', async () => {
    const model = await find([
      table('empty', 'SELECT 1 AS id WHERE false'),
      table('odd', 'SELECT 1.5 AS id, [1] AS l, true AS ok'),
      table('same', `SELECT 'x' AS id FROM range(20)`),
    ]);
    expect(model.relations).toEqual([]);
    expect(model.tables.map(({ keys }) => keys)).toEqual([[], [], []]);
  });

  it('takes hostile names', async () => {
    const name = `o'clock "; DROP TABLE t; --`;
    const model = await find([
      table(name, `SELECT 'K' || i AS "x""' id" FROM range(30) AS r(i)`),
      table('names', `SELECT 'K' || (i % 30) AS "x""' id" FROM range(90) AS r(i)`),
    ]);
    expect(model.relations).toHaveLength(1);
    expect(
      kitchen.rows(
        toBrokenSql(
          model.relations[0]!,
          model.tables.map(({ table: it }) => it),
        ),
      ),
    ).toEqual([]);
  });
});
