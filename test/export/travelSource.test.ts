import { expect, test } from 'vitest';
import { isTypeName, planColumn } from '../../src/export/columns';
import { checkTravelSource, toTravelSource } from '../../src/export/travelSource';
import { isBalanced } from '../../src/import/receipt';
import { Problem } from '../../src/lib/problem';
import { toReceipt } from './quireFile';

const columns = [
  { name: 'city', type: 'VARCHAR' },
  { name: 'price', type: 'BIGINT' },
];
const source = { name: 'orders', columns, receipt: toReceipt(10) };
const none = { masked: [], leftOut: [], rows: 10 };

test('a whole source travels with its receipt as it is', () => {
  expect(toTravelSource(source, { ...none, digest: 'd' })).toEqual({ ...source, ...none, digest: 'd' });
});

test('a part of a source says so, balances, and has nothing of what stays behind', () => {
  const part = toTravelSource(source, {
    masked: ['city'],
    leftOut: [],
    rows: 3,
    sample: { of: 10, seed: 1 },
  });
  expect(isBalanced(part.receipt)).toBe(true);
  expect(part.receipt.loaded).toBe(3);
  expect(part.receipt.warnings.map(({ code }) => code)).toEqual(['sampled', 'masked']);
  expect(JSON.stringify(part)).not.toContain('Paris');
  expect(toTravelSource(source, { ...none, masked: ['city'], digest: 'd' }).digest).toBeUndefined();
});

test('a source that is read back is the one that was written', () => {
  const travel = toTravelSource(source, { ...none, masked: ['city'] });
  expect(checkTravelSource(JSON.parse(JSON.stringify(travel)))).toEqual(travel);
});

test('what does not fit together is refused', () => {
  const travel = toTravelSource(source, none);
  const wrong: unknown[] = [
    null,
    [],
    { ...travel, name: ' ' },
    { ...travel, columns: [] },
    { ...travel, columns: [{ name: 'a', type: 'INT; DROP' }] },
    { ...travel, rows: 11 },
    { ...travel, receipt: { ...travel.receipt, loaded: 9 } },
    { ...travel, receipt: { ...travel.receipt, records: '10' } },
    { ...travel, receipt: { ...travel.receipt, kind: 'virus' } },
    { ...travel, receipt: { ...travel.receipt, columns: [{ source: 1 }] } },
    { ...travel, masked: 'city' },
  ];
  const said = wrong.map((json) => {
    try {
      return checkTravelSource(json);
    } catch (error) {
      return error instanceof Problem ? error.code : error;
    }
  });
  expect(said).toEqual(wrong.map(() => 'quire-unreadable'));
});

test('the name of a type is told from what is more than that', () => {
  const types = [
    'BIGINT',
    'DECIMAL(18,3)',
    'TIMESTAMP WITH TIME ZONE',
    "ENUM('a', 'it''s')",
    'STRUCT("a ""b" INTEGER[], c MAP(VARCHAR, DATE))[3]',
  ];
  expect(types.filter((type) => !isTypeName(type))).toEqual([]);
  const others = [
    '',
    'bigint',
    'BIGINT)',
    'BIGINT; DROP TABLE x',
    'INTEGER[]; --[]',
    "ENUM('a'); --')",
    'STRUCT(a INTEGER, b)',
    'STRUCT(a) INTEGER)',
    'DECIMAL(18,3)) AS x --',
    `${'MAP(VARCHAR, '.repeat(50)}DATE${')'.repeat(50)}`,
  ];
  expect(others.filter((type) => isTypeName(type))).toEqual([]);
});

test('a type that Parquet has is stored as that, any other as text that is cast back', () => {
  expect(planColumn({ name: 'a', type: 'DECIMAL(9,2)' })).toMatchObject({
    elements: [{ type: 'INT64', converted_type: 'DECIMAL', precision: 9, scale: 2 }],
  });
  expect(planColumn({ name: 'a', type: 'HUGEINT' })).toMatchObject({
    cast: 'VARCHAR',
    elements: [{ type: 'BYTE_ARRAY', converted_type: 'UTF8' }],
  });
  expect(planColumn({ name: 'a', type: 'UUID[]' }).cast).toBe('VARCHAR[]');
});
