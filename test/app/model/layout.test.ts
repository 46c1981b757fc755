import { describe, expect, it } from 'vitest';
import { toLayout } from '../../../src/app/model/layout';
import type { Model, Relation } from '../../../src/steps/model/relations';

const table = (name: string, key: string) => ({
  table: { name, columns: [] },
  rows: 10,
  columns: [],
  keys: [{ columns: [key], rows: 10, twice: 0 }],
});
const relation = (from: string, to: string): Relation => {
  const [a, b] = [from.split('.'), to.split('.')];
  return {
    from: { table: a[0]!, column: a[1]! },
    to: { table: b[0]!, column: b[1]! },
    kind: '1:n',
    by: 'both',
    found: 1,
    used: 1,
    broken: 0,
    brokenValues: 0,
    twice: 0,
  };
};

describe('the diagram of a data model', () => {
  it('puts a table to the right of those that name its rows', () => {
    const model: Model = {
      tables: [table('customers', 'id'), table('lines', 'no'), table('orders', 'id')],
      relations: [relation('lines.order', 'orders.id'), relation('orders.customer', 'customers.id')],
    };
    const { boxes, lines } = toLayout(model);
    const x = Object.fromEntries(boxes.map((box) => [box.table, box.x]));
    expect(x.lines).toBeLessThan(x.orders!);
    expect(x.orders).toBeLessThan(x.customers!);
    expect(lines).toHaveLength(2);
    expect(boxes[2]!.columns).toEqual([
      { name: 'id', isKey: true },
      { name: 'customer', isKey: false },
    ]);
  });

  it('ends where tables name one another in a ring, or themselves', () => {
    const model: Model = {
      tables: [table('a', 'id'), table('b', 'id')],
      relations: [relation('a.x', 'b.id'), relation('b.y', 'a.id'), relation('a.parent', 'a.id')],
    };
    const { boxes, lines } = toLayout(model);
    expect(boxes.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
    expect(lines.every(({ path }) => !path.includes('NaN'))).toBe(true);
  });

  it('has no tables where there are none', () => {
    expect(toLayout({ tables: [], relations: [] })).toMatchObject({ boxes: [], lines: [] });
  });
});
