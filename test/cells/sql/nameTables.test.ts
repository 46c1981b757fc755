import { expect, test } from 'vitest';
import { nameTables } from '../../../src/cells/sql/nameTables';
import type { PlanStep } from '../../../src/run/explain';

const tables = [
  {
    name: 'orders',
    columns: [
      { name: 'id', type: 'BIGINT' },
      { name: 'total', type: 'DOUBLE' },
    ],
  },
  {
    name: 'customers',
    columns: [
      { name: 'id', type: 'BIGINT' },
      { name: 'city', type: 'VARCHAR' },
    ],
  },
];

function read(...details: string[]): PlanStep {
  return {
    operation: 'read',
    operator: 'SEQ_SCAN',
    rows: 1,
    scanned: 1,
    seconds: 0,
    share: 0,
    table: 'rows',
    filters: [],
    details,
    children: [],
  };
}

test('a file goes by the one table that has its columns', () => {
  const join: PlanStep = {
    ...read(),
    operation: 'join',
    table: undefined,
    children: [read('id', 'city'), read('total')],
  };
  expect(nameTables(join, tables).children.map(({ table }) => table)).toEqual(['customers', 'orders']);
});

test('a file that may be either table’s has no name', () => {
  expect(nameTables(read('id'), tables).table).toBeUndefined();
});

test('a query of one table reads that table', () => {
  expect(nameTables(read(), tables.slice(0, 1)).table).toBe('orders');
});

test('the name of a kept part stays', () => {
  expect(nameTables({ ...read(), operation: 'part', table: 'monthly' }, tables).table).toBe('monthly');
});
