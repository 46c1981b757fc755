import { expect, test } from 'vitest';
import { groupAlike } from '../../src/import/alike';
import type { Inspection, TableInspection } from '../../src/import/inspection';
import { toCommonName } from '../../src/import/name';

const look = (names: string[], header = 1): Inspection => ({
  file: { name: 'x.csv', bytes: 1 },
  kind: 'text',
  tables: [{ columns: names.map((source) => ({ source })), settings: { header } } as TableInspection],
});

test('files with the same columns in any order go together', () => {
  expect(groupAlike([look(['a', 'b']), look(['x', 'y']), look(['b', 'a']), look(['a', 'b', 'c'])])).toEqual([
    [0, 2],
    [1],
    [3],
  ]);
});

test('files of one column, or without a header, stay apart', () => {
  expect(groupAlike([look(['a']), look(['a'])])).toEqual([[0], [1]]);
  expect(groupAlike([look(['column1', 'column2'], 0), look(['column1', 'column2'], 0)])).toEqual([[0], [1]]);
});

test.each([
  [['orders-2024-01', 'orders-2024-02'], 'orders'],
  [['订单 1月', '订单 2月'], '订单'],
  [['a', 'b'], 'a'],
] as const)('%j are called %s together', (names, name) => {
  expect(toCommonName(names)).toBe(name);
});
