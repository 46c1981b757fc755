import { expect, test } from 'vitest';
import { toPlan } from '../../src/run/explain';

function toProfile(...steps: object[]): string {
  return JSON.stringify({
    latency: 0,
    extra_info: {},
    children: [{ operator_type: 'EXPLAIN_ANALYZE', operator_timing: 0.5, children: steps }],
  });
}

function step(
  type: string,
  seconds: number,
  rows: number,
  info: object = {},
  children: object[] = [],
): object {
  return {
    operator_type: type,
    operator_name: `${type} `,
    operator_timing: seconds,
    operator_cardinality: rows,
    operator_rows_scanned: type === 'TABLE_SCAN' ? 100_000 : 0,
    extra_info: info,
    children,
  };
}

const scan = step('TABLE_SCAN', 0.02, 133, {
  Table: 'orders',
  Type: 'Sequential Scan',
  Projections: ['id', 'total'],
  Filters: ['total>100.0', 'city=3'],
});

test('a step says what it reads, how much of it, and which rows it leaves out', () => {
  const { step: read } = toPlan(toProfile(scan));
  expect(read).toMatchObject({
    operation: 'read',
    table: 'orders',
    rows: 133,
    scanned: 100_000,
    filters: ['total>100.0', 'city=3'],
    details: ['id', 'total'],
  });
});

test('shares are of the time of the query alone, not of explaining it', () => {
  const plan = toPlan(toProfile(step('ORDER_BY', 0.06, 133, {}, [scan])));
  expect(plan.seconds).toBeCloseTo(0.08);
  expect(plan.step.share).toBeCloseTo(0.75);
  expect(plan.step.children[0]!.share).toBeCloseTo(0.25);
});

test('steps that only pass columns on are left out, and their time goes to the step below', () => {
  const passing = step(
    'PROJECTION',
    0.01,
    133,
    { Projections: ['#1', '__internal_compress_integral_uint(#0, 1)'] },
    [scan],
  );
  const plan = toPlan(toProfile(passing));
  expect(plan.step.operation).toBe('read');
  expect(plan.step.seconds).toBeCloseTo(0.03);
});

test('numbers of columns are written as the columns that they are', () => {
  const passing = step(
    'PROJECTION',
    0,
    133,
    { Projections: ['#1', '__internal_compress_string_ubigint(#0)'] },
    [scan],
  );
  const group = step('HASH_GROUP_BY', 0.01, 7, { Groups: '#1', Aggregates: 'sum(#0)' }, [passing]);
  expect(toPlan(toProfile(group)).step).toMatchObject({ operation: 'group', details: ['id', 'sum(total)'] });
});

test('what is computed is a step', () => {
  const plan = toPlan(toProfile(step('PROJECTION', 0, 133, { Projections: ['id', '(total * 2)'] }, [scan])));
  expect(plan.step).toMatchObject({ operation: 'compute', details: ['id', '(total * 2)'] });
});

test.each([
  ['PIECEWISE_MERGE_JOIN', 'join'],
  ['PERFECT_HASH_GROUP_BY', 'group'],
  ['STREAMING_WINDOW', 'window'],
  ['SOMETHING_NEW', 'other'],
])('%s is the operation %s', (type, operation) => {
  expect(toPlan(toProfile(step(type, 0, 1))).step.operation).toBe(operation);
});

test('a named part gives the rows of what follows it', () => {
  const later = step('HASH_JOIN', 0, 5, {}, [step('CTE_SCAN', 0, 9), scan]);
  const plan = toPlan(toProfile(step('CTE', 0, 0, { 'CTE Name': 'a' }, [scan, later])));
  expect(plan.step).toMatchObject({ operation: 'part', table: 'a', rows: 5 });
});

test('a query without time has no shares that are not numbers', () => {
  expect(toPlan(toProfile(step('DUMMY_SCAN', 0, 1))).step.share).toBe(0);
});
