import { expect, test } from 'vitest';
import { toFamily } from '../../src/table/column';
import { toNumber, toPlain } from '../../src/table/value';
import { toWireType } from '../../src/table/wire';

test.each([
  ['BIGINT', 'BIGINT'],
  ['DECIMAL(18,2)', 'VARCHAR'],
  ['TIMESTAMP WITH TIME ZONE', 'VARCHAR'],
  ["ENUM('a', 'b, c')", 'VARCHAR'],
  ['DATE[]', 'VARCHAR[]'],
  ['INTEGER[3][]', 'INTEGER[3][]'],
  ['STRUCT(a DECIMAL(4,1), "b c" DATE[])', 'STRUCT(a VARCHAR, "b c" VARCHAR[])'],
  ['STRUCT("x, (y" INTEGER, z STRUCT(q HUGEINT))[]', 'STRUCT("x, (y" INTEGER, z STRUCT(q VARCHAR))[]'],
  ['MAP(VARCHAR, DECIMAL(4,1))', 'MAP(VARCHAR, VARCHAR)'],
  ['UNION("name" VARCHAR, age SMALLINT)', 'VARCHAR'],
])('%s crosses as %s', (type, wire) => {
  expect(toWireType(type)).toBe(wire);
});

test('decimals are numbers while a double holds their digits, else the digits', () => {
  expect(toNumber('12.50')).toBe(12.5);
  expect(toNumber('-0.001')).toBe(-0.001);
  expect(toNumber('12345678901234567.89')).toBe('12345678901234567.89');
  expect(toNumber('170141183460469231731687303715884105727')).toBe('170141183460469231731687303715884105727');
});

test('timestamps are ISO text', () => {
  expect(toPlain('2024-03-05 10:00:00.5', 'TIMESTAMP')).toBe('2024-03-05T10:00:00.5');
  expect(toPlain('2024-03-05', 'DATE')).toBe('2024-03-05');
});

test('types belong to families', () => {
  expect(['DECIMAL(4,1)', 'TIME', 'BOOLEAN', 'STRUCT(a INT)', 'INTEGER[]', 'UUID'].map(toFamily)).toEqual([
    'number',
    'date',
    'flag',
    'nested',
    'nested',
    'text',
  ]);
});
