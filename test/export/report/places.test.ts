import { expect, it } from 'vitest';
import { toPlaces } from '../../../src/export/report/places';
import type { Value } from '../../../src/table/column';

const places = (type: string, values: Value[], tag = 'en-GB') => toPlaces(values, { name: 'a', type }, tag);

it('numbers stand by their value, also beyond what a double holds', () => {
  expect(places('INTEGER', [10, 9, null, 9, -1])).toEqual([2, 1, undefined, 1, 0]);
  expect(places('BIGINT', ['9007199254740993', '9007199254740992', 3])).toEqual([2, 1, 0]);
  expect(
    places('DECIMAL(38,2)', ['-90071992547409.93', '-90071992547409.92', '100000000000000000.00']),
  ).toEqual([0, 1, 2]);
  expect(places('DOUBLE', [NaN, Infinity, 1, -Infinity])).toEqual([3, 2, 1, 0]);
});

it('dates stand by time, texts by the language', () => {
  expect(places('DATE', ['2026-02-01', null, '2025-12-31'])).toEqual([1, undefined, 0]);
  expect(places('VARCHAR', ['éclair', 'Zoo', 'east', ''])).toEqual([2, 3, 1, 0]);
  expect(places('VARCHAR', ['张', '李', '王'], 'zh-CN')).toEqual([2, 0, 1]);
  expect(places('BOOLEAN', [true, false, null])).toEqual([1, 0, undefined]);
});

it('a column of nothing has no places', () => {
  expect(places('VARCHAR', [])).toEqual([]);
  expect(places('INTEGER', [null, null])).toEqual([undefined, undefined]);
});
