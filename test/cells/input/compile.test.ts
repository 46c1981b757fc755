import { beforeAll, describe, expect, it } from 'vitest';
import { inputKind } from '../../../src/cells/input/compile';
import type { InputCell } from '../../../src/cells/input/compile/settings';
import { readVariable } from '../../../src/sql/bound';
import type { Value } from '../../../src/table/column';
import { createDuck } from '../../run/duck';

type Spec = Record<string, unknown>;

function toInput(spec: Spec): InputCell {
  return inputKind.toCell({ kind: 'input', name: 'x', ...spec }, 'i');
}

function refusal(spec: Spec): unknown {
  try {
    return toInput(spec);
  } catch (error) {
    return (error as { code: string; params: object }).params;
  }
}

const toValue = (spec: Spec) => inputKind.toValue!(toInput(spec));

describe('an input', () => {
  it.each<[Spec, Spec]>([
    [{}, { control: 'slider', min: 0, max: 100, step: 1, value: 0 }],
    [
      { control: 'slider', min: 1000 },
      { control: 'slider', min: 1000, max: 1000, step: 1, value: 1000 },
    ],
    [{ control: 'number' }, { control: 'number', value: 0 }],
    [
      { control: 'list', options: ['a', 'b', 'a'] },
      { control: 'list', options: ['a', 'b'], of: 'text', value: 'a' },
    ],
    [
      { control: 'several', options: [3, 5], value: [5, 5] },
      { control: 'several', options: ['3', '5'], of: 'number', value: ['5'] },
    ],
    [
      { control: 'list', options: { table: 'orders', column: 'city' } },
      { control: 'list', options: { table: 'orders', column: 'city' }, of: 'text', value: null },
    ],
    [
      { control: 'date', value: null, min: '2024-02-29' },
      { control: 'date', min: '2024-02-29', value: null },
    ],
    [{ control: 'range' }, { control: 'range', of: 'number', min: 0, max: 100, step: 1, value: [0, 100] }],
    [
      { control: 'range', of: 'date', value: ['2024-01-01', '2024-03-31'] },
      {
        control: 'range',
        of: 'date',
        min: '2024-01-01',
        max: '2024-03-31',
        step: 1,
        value: ['2024-01-01', '2024-03-31'],
      },
    ],
    [{ control: 'text' }, { control: 'text', value: '' }],
    [{ control: 'switch' }, { control: 'switch', value: false }],
  ])('of %j is completed', (spec, settings) => {
    expect(toInput(spec)).toEqual({ id: 'i', kind: 'input', name: 'x', ...settings });
  });

  it('completed once more is the same', () => {
    for (const control of ['slider', 'number', 'list', 'several', 'date', 'range', 'text', 'switch']) {
      const cell = toInput({ control, label: ' Since ' });
      expect(toInput({ ...cell })).toEqual(cell);
      expect(cell.label).toBe('Since');
    }
  });

  it('keeps a saved value that lies out of its bounds', () => {
    expect(toInput({ control: 'slider', max: 10, value: 99 })).toMatchObject({ value: 99 });
    expect(toInput({ control: 'date', max: '2024-01-01', value: '2025-01-01' })).toMatchObject({
      value: '2025-01-01',
    });
  });

  it.each<[Spec, string]>([
    [{ control: 'dial' }, 'control'],
    [{ control: 'slider', min: 5, max: 1 }, 'max'],
    [{ control: 'slider', step: 0 }, 'step'],
    [{ control: 'slider', value: '5' }, 'value'],
    [{ control: 'slider', value: Number.NaN }, 'value'],
    [{ control: 'number', min: 2, max: 1 }, 'max'],
    [{ control: 'list', options: 'a' }, 'options'],
    [{ control: 'list', options: [{}] }, 'options'],
    [{ control: 'list', options: { table: 'orders' } }, 'options'],
    [{ control: 'list', options: ['a'], of: 'number' }, 'options'],
    [{ control: 'several', value: 'a' }, 'value'],
    [{ control: 'several', of: 'date', value: ['2024-02-30'] }, 'value'],
    [{ control: 'date', value: '2024-02-30' }, 'value'],
    [{ control: 'date', min: 'today' }, 'min'],
    [{ control: 'range', value: [5, 1] }, 'value'],
    [{ control: 'range', value: [1] }, 'value'],
    [{ control: 'range', of: 'date', step: 0.5 }, 'step'],
    [{ control: 'text', value: 5 }, 'value'],
    [{ control: 'switch', value: 'yes' }, 'value'],
    [{ label: 7 }, 'label'],
  ])('of %j is refused: %s', (spec, setting) => {
    expect(refusal(spec)).toMatchObject({ setting });
  });
});

describe('the value of an input', () => {
  it('is whole where its bounds and steps are', () => {
    expect(toValue({ control: 'slider', value: 7 })).toEqual({ type: 'BIGINT', value: '7' });
    expect(toValue({ control: 'slider', step: 0.5, value: 7 })).toEqual({ type: 'DOUBLE', value: '7' });
    expect(toValue({ control: 'slider', value: 7.5 })).toEqual({ type: 'DOUBLE', value: '7.5' });
    expect(toValue({ control: 'number', value: 7 })).toEqual({ type: 'DOUBLE', value: '7' });
    expect(toValue({ control: 'number', step: 1, value: 7 })).toEqual({ type: 'BIGINT', value: '7' });
  });

  it('of several has the type of its options', () => {
    expect(toValue({ control: 'several' })).toEqual({ type: 'VARCHAR', list: [] });
    expect(toValue({ control: 'several', of: 'number', value: [1, 2] })).toMatchObject({ type: 'BIGINT' });
    expect(toValue({ control: 'several', of: 'number', value: [1, 2.5] })).toMatchObject({ type: 'DOUBLE' });
    expect(toValue({ control: 'several', of: 'date', value: ['2024-01-01'] })).toMatchObject({
      type: 'DATE',
    });
  });

  it('of a range has two ends', () => {
    expect(toValue({ control: 'range', value: [2, 5] })).toEqual({
      fields: { min: { type: 'BIGINT', value: '2' }, max: { type: 'BIGINT', value: '5' } },
    });
  });
});

describe('options from a table', () => {
  const cell = toInput({ control: 'several', options: { table: 'Orders', column: 'the "city"' } });

  it('are a table that is read', () => {
    expect(inputKind.findReads(cell)).toEqual({ tables: ['Orders'], values: [] });
    expect(inputKind.findReads(toInput({ control: 'list', options: ['a'] })).tables).toEqual([]);
  });

  it('follow the table to its new name', () => {
    const change = { of: 'table', from: 'orders', to: 'sales' } as const;
    expect(inputKind.rename(cell, change)).toEqual({
      ...cell,
      options: { table: 'sales', column: 'the "city"' },
    });
    expect(inputKind.rename(cell, { ...change, of: 'value' })).toBe(cell);
  });

  it('are nothing to run where they are written by hand, or not chosen yet', () => {
    const context = { findValue: () => undefined, findColumns: () => undefined };
    for (const options of [['a'], { table: '', column: '' }]) {
      expect(inputKind.toPlan(toInput({ control: 'list', options }), context)).toEqual({ do: 'nothing' });
    }
  });
});

describe('in a real DuckDB', () => {
  let duck: Awaited<ReturnType<typeof createDuck>>;

  beforeAll(async () => {
    duck = await createDuck();
    duck.create(
      'shops',
      `SELECT * FROM (VALUES ('Rome', 1, DATE '2024-01-01', 1.5, true), ('O''Hara', 2, DATE '2024-06-01', 2.5, false),
        (NULL, 3, NULL, NULL, NULL), ('Rome', 4, DATE '2025-01-01', 4, true)) AS t(city, id, day, price, open)`,
    );
  }, 60_000);

  async function ids(where: string, spec: Spec): Promise<Value[]> {
    const sql = `SELECT id FROM shops WHERE ${where.replaceAll('$x', readVariable('x'))} ORDER BY id`;
    return (await duck.engine.query(sql, { values: { x: toValue(spec) } })).values[0]!;
  }

  it.each<[string, Spec, number[]]>([
    ['id < $x', { control: 'slider', value: 3 }, [1, 2]],
    ['price > $x', { control: 'number', value: 1.5 }, [2, 4]],
    ['city = $x', { control: 'list', options: ["O'Hara"] }, [2]],
    ['city = $x', { control: 'list', value: null }, []],
    ['id = $x', { control: 'list', options: [2, 4] }, [2]],
    ['city IN $x', { control: 'several', value: ['Rome', "O'Hara"] }, [1, 2, 4]],
    ['city IN $x', { control: 'several', value: [] }, []],
    ['city NOT IN $x', { control: 'several', value: [] }, [1, 2, 4]],
    ['len($x) = 0 OR city IN $x', { control: 'several', value: [] }, [1, 2, 3, 4]],
    ['id IN $x', { control: 'several', options: [2, 3], value: [2, 3] }, [2, 3]],
    ['price IN $x', { control: 'several', of: 'number', value: ['1.5'] }, [1]],
    ['day IN $x', { control: 'several', of: 'date', value: ['2024-06-01'] }, [2]],
    ['day >= $x', { control: 'date', value: '2024-06-01' }, [2, 4]],
    ['day >= $x', { control: 'date', value: null }, []],
    ['id BETWEEN $x.min AND $x.max', { control: 'range', value: [2, 3] }, [2, 3]],
    [
      'day BETWEEN $x.min AND $x.max',
      { control: 'range', of: 'date', value: ['2024-01-01', '2024-12-31'] },
      [1, 2],
    ],
    ["city LIKE '%' || $x || '%'", { control: 'text', value: "'Ha" }, [2]],
    ['open = $x', { control: 'switch', value: true }, [1, 4]],
  ])('%s with %j finds its rows', async (where, spec, found) => {
    expect(await ids(where, spec)).toEqual(found);
  });

  it('options come by how often they are there, then by name', async () => {
    const cell = toInput({ control: 'list', options: { table: 'shops', column: 'city' } });
    const plan = inputKind.toPlan(cell, { findValue: () => undefined, findColumns: () => undefined });
    if (plan.do !== 'fetch') throw new Error('nothing to run');
    const { values } = await duck.engine.query(plan.sql);
    expect(values[0]).toEqual(['Rome', "O'Hara"]);
    expect(values[1]!.map(Number)).toEqual([2, 1]);
    expect(plan.maxRows).toBe(1000);
  });
});
