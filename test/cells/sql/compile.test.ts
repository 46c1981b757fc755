import { beforeAll, describe, expect, it } from 'vitest';
import { sqlKind } from '../../../src/cells/sql/compile';
import type { Bound } from '../../../src/sql/bound';
import { isSameName } from '../../../src/sql/name';
import type { KeepPlan } from '../../../src/workbook/plan';
import { createDuck } from '../../run/duck';

const inputs: Record<string, Bound> = {
  since: { type: 'DATE', value: '2024-03-01' },
  cities: { type: 'VARCHAR', list: ["O'Hara", '上海'] },
  none: { type: 'VARCHAR', list: [] },
  Änderung: { type: 'BIGINT', value: '7' },
  änderung: { type: 'BIGINT', value: '8' },
  span: { fields: { min: { type: 'DOUBLE', value: '1' }, max: { type: 'DOUBLE', value: '3' } } },
};

const cell = (sql: string) => sqlKind.toCell({ kind: 'sql', name: 'q', sql }, 'q');
const plan = (sql: string) =>
  sqlKind.toPlan(cell(sql), {
    findValue: (name) => Object.entries(inputs).find(([other]) => isSameName(other, name))?.[1],
    findColumns: () => undefined,
  }) as KeepPlan;

describe('a SQL cell', () => {
  let duck: Awaited<ReturnType<typeof createDuck>>;
  beforeAll(async () => {
    duck = await createDuck();
  }, 60_000);

  const rows = async (sql: string) => {
    const { sql: written, values } = plan(sql);
    return (await duck.engine.query(written, { values })).values.map((column) => column.map(String));
  };

  it('reads tables and inputs by name, each once, and no text or alias', () => {
    expect(
      sqlKind.findReads(cell("select o.x, '$n' from Orders o join orders p on o.x = $N and p.y = $n")),
    ).toEqual({
      tables: ['orders'],
      values: ['n'],
    });
  });

  it('reads an input by getvariable too', async () => {
    const written = cell(
      "select GetVariable ( 'since' ) as a, getvariable('no' || 'ne') as b, 'getvariable(''x'')'",
    );
    expect(sqlKind.findReads(written).values).toEqual(['since']);
    expect(await rows("select getvariable('Since') + 1 as d")).toEqual([['1709337600000']]);
    expect(sqlKind.rename(written, { of: 'value', from: 'since', to: 'from_day' }).sql).toMatch(
      /^select \$from_day as a/,
    );
  });

  it('inputs are bound, so that their text is never part of the query', async () => {
    expect(plan("select $since, '$since' as t").sql).toBe("select getvariable('since'), '$since' as t");
    expect(await rows('select $since + 1 as d')).toEqual([['1709337600000']]);
    expect(await rows('select x from range(6) t(x) where x between $span.min and $span.max')).toEqual([
      ['1', '2', '3'],
    ]);
  });

  it('the case of ASCII letters alone is nothing to a name, as in the engine', async () => {
    expect(await rows('select $Änderung as a, $ÄNDERUNG as b, $änderung as c')).toEqual([
      ['7'],
      ['7'],
      ['8'],
    ]);
    duck.create('Änderung', 'select 1 as x');
    duck.create('änderung', 'select 2 as x');
    expect(await rows('select x from ÄNDERUNG')).toEqual([['1']]);
    expect(await rows('select x from änderung')).toEqual([['2']]);
    expect(sqlKind.findReads(cell('from Änderung, ÄNDERUNG, änderung')).tables).toEqual([
      'ÄNDERUNG',
      'änderung',
    ]);
  });

  it('a list of values stands after IN, with and without brackets', async () => {
    const from = "from (values ('上海'), ('北京'), ('O''Hara')) t(city) where city";
    expect(await rows(`select city ${from} in $cities order by city`)).toEqual([["O'Hara", '上海']]);
    expect(await rows(`select city ${from} in ( $cities ) order by city`)).toEqual([["O'Hara", '上海']]);
    expect(await rows(`select city ${from} not in ($cities)`)).toEqual([['北京']]);
    expect(await rows(`select count(*) as n ${from} in ($none)`)).toEqual([['0']]);
  });

  it('a place in what ran is a place in what was written', () => {
    const sql = 'select $since, citty from orders';
    const { sql: written, toWritten } = plan(sql);
    expect(toWritten!(written.indexOf('citty'))).toBe(sql.indexOf('citty'));
  });

  it('a query that computes nothing says whose rows it is', () => {
    expect(plan('select * from "my orders"').same).toEqual({ table: 'my orders', columns: '*' });
    expect(plan('select id, city from orders').same).toEqual({ table: 'orders', columns: ['id', 'city'] });
    expect(plan('select * from orders limit 5').same).toBeUndefined();
  });

  it('tables whose names stand in a text are refused, for nobody would know that they are read', () => {
    for (const sql of ["from query('from orders')", "select (from main.query_table(['orders']) limit 1)"])
      expect(() => plan(sql)).toThrow(
        expect.objectContaining({ code: 'sql-by-text', position: sql.indexOf('query') }),
      );
    for (const sql of [
      "select * from pragma_table_info('orders')",
      'select table_name from (select * from duckdb_columns())',
      'select 1 where exists (from information_schema.tables)',
    ])
      expect(() => plan(sql), sql).toThrow(expect.objectContaining({ code: 'sql-by-text' }));
    expect(plan('select * from (describe orders)').do).toBe('keep');
    expect(sqlKind.findReads(cell('select * from (describe orders)')).tables).toEqual(['orders']);
    expect(plan('with query(a) as (select 1) select a as query from query').do).toBe('keep');
  });

  it('a table whose name stands in quotes of a text is read', () => {
    expect(sqlKind.findReads(cell("select * from 'Orders'")).tables).toEqual(['Orders']);
  });

  it('an empty cell does nothing', () => {
    expect(plan('  ')).toEqual({ do: 'nothing' });
  });
});
