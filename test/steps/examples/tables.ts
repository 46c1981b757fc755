import { toModelTable } from '../../../src/analytics/predict/keptModel';
import { quoteText } from '../../../src/sql/quote';
import type { createKitchen } from '../kitchen';

/** The table that examples are written for. */
const people = `
  (1, '北京', '张伟', 34, 12.5, DATE '2024-01-31', TIMESTAMP '2024-01-31 08:00:00', true, ['a', 'b'], {x: 1, y: 'p'}, '2024-03-05', '13812345678'),
  (2, ' 北京市', '王芳', NULL, 99.25, DATE '2024-02-29', TIMESTAMP '2024-02-29 23:59:59.5', false, [], {x: 2, y: NULL}, '05/03/2024', '+86 138-1234-5679'),
  (3, '上海', 'Anna Müller', 52, NULL, DATE '2023-12-31', NULL, NULL, NULL, NULL, '3月5日', NULL),
  (4, NULL, 'O''Brien', 19, -3.75, NULL, TIMESTAMP '2024-01-01 00:00:00', true, ['b'], {x: NULL, y: 'q'}, 'soon', 'n/a'),
  (5, '上海', '张伟', 34, 12.5, DATE '2024-01-31', TIMESTAMP '2024-01-31 08:00:00', true, ['c', NULL], {x: 1, y: 'p'}, NULL, '13812345678'),
  (6, 'Beijing', 'LI Lei', 120, 0, DATE '1999-07-01', TIMESTAMP '1999-07-01 12:30:00', false, ['a'], {x: 9, y: ''}, '2024-03-05', '010-62345678')
`;

export const columns = [
  'id',
  'city',
  'name',
  'age',
  'spend',
  'day',
  'at',
  'ok',
  'tags',
  'info',
  'written',
  'phone',
];
const head = `t(${columns.map((name) => `"${name}"`).join(', ')})`;
const types = `id::BIGINT AS id, city, name, age::BIGINT AS age, spend::DOUBLE AS spend, day, "at", ok, tags, info, written, phone`;

export const hostile = { table: `o'clock "; DROP TABLE people; --` };

/** A name that breaks whatever does not quote it: of the same length order, so that nothing else changes. */
export function toHostile(name: string): string {
  return columns.includes(name) ? `${name}"'; $${name} 名🙂 -- ` : name;
}

/** The table, and what a step must take as well: no row, nothing but missing values, one row, and names that break what does not quote. */
export function createTables(kitchen: Awaited<ReturnType<typeof createKitchen>>): void {
  kitchen.create('people', `SELECT ${types} FROM (VALUES ${people}) AS ${head}`);
  kitchen.create('nobody', 'SELECT * FROM people WHERE false');
  kitchen.create(
    'blank',
    `SELECT ${columns.map((name) => `CASE WHEN false THEN "${name}" END AS "${name}"`).join(', ')} FROM people`,
  );
  kitchen.create('one', 'SELECT * FROM people LIMIT 1');
  createModel(kitchen);
  const renamed = columns.map((name) => `"${name}" AS "${toHostile(name).replaceAll('"', '""')}"`);
  kitchen.create(hostile.table, `SELECT ${renamed.join(', ')} FROM people`);
}

/** A cell that has learned to double an age. */
function createModel(kitchen: Awaited<ReturnType<typeof createKitchen>>): void {
  const model = toModelTable({
    method: 'linear',
    target: { kind: 'number', name: 'double' },
    encoding: { kind: 'encoding', columns: [{ kind: 'number', name: 'age' }] },
    threshold: 0.5,
    rows: 2,
    fitted: { kind: 'line', coefficients: Float64Array.of(0, 2) },
  });
  const rows = model[0]!.values.map(
    (part, row) => `(${quoteText(part)}, ${quoteText(model[1]!.values[row]!)})`,
  );
  kitchen.create('learned', 'SELECT 1 AS x');
  kitchen.query('CREATE SCHEMA IF NOT EXISTS learned');
  kitchen.query(
    `CREATE OR REPLACE TABLE learned.model AS FROM (VALUES ${rows.join(', ')}) AS t(part, content)`,
  );
}
