import { Float64, Table, tableFromIPC, tableToIPC, Utf8, vectorFromArray } from 'apache-arrow';
import { expect, test } from 'vitest';
import type { GivenColumn } from '../../../src/analytics/frame';
import { toFrame, toStream } from '../../../src/engine/computing/wire';

test('numbers are read with what is missing told from what is not finite, texts as codes', () => {
  const first = new Table({
    x: vectorFromArray([1, null, NaN], new Float64()),
    city: vectorFromArray(['北京', null, '\uFEFFa'], new Utf8()),
  });
  const second = new Table({
    x: vectorFromArray([-Infinity, 2], new Float64()),
    city: vectorFromArray(['', '北京'], new Utf8()),
  });
  const { rows, columns } = toFrame(tableToIPC(first.concat(second), 'stream'));
  expect(rows).toBe(5);
  expect(columns).toEqual([
    { name: 'x', kind: 'number', values: Float64Array.of(1, NaN, Infinity, -Infinity, 2) },
    {
      name: 'city',
      kind: 'text',
      codes: Int32Array.of(0, -1, 1, 2, 0),
      labels: ['北京', '\uFEFFa', ''],
    },
  ]);
});

test('columns go back with their missing values, also where there are no rows', () => {
  const columns: GivenColumn[] = [
    { name: 'mean', type: 'DOUBLE', values: Float64Array.of(1.5, NaN, Infinity) },
    { name: 'group', type: 'BIGINT', values: Float64Array.of(NaN, 2, 2 ** 53) },
    { name: 'odd', type: 'BOOLEAN', values: Uint8Array.of(1, 2, 0) },
    { name: 'why', type: 'VARCHAR', values: ['高', null, ''] },
    { name: 'segment', type: 'VARCHAR', codes: Int32Array.of(1, -1, 0), labels: ['a', 'b'] },
  ];
  const back = tableFromIPC(toStream(columns));
  const values = columns.map(({ name }) => [...back.getChild(name)!].map((value) => value as unknown));
  expect(values).toEqual([
    [1.5, null, Infinity],
    [null, 2n, 9007199254740992n],
    [true, null, false],
    ['高', null, ''],
    ['b', null, 'a'],
  ]);
  const none = toStream([{ name: 'x', type: 'DOUBLE', values: new Float64Array() }]);
  expect(tableFromIPC(none).numRows).toBe(0);
});
