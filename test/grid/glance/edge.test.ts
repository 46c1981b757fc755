import { expect, it } from 'vitest';
import { toEdge } from '../../../src/grid/glance/edge';

const at = (text: string) => Date.parse(`${text}Z`) / 1000;
const DAY = 86_400;

it.each([
  ['numbers have five digits at most', 84_120.126, 'DOUBLE', 0, '84,120'],
  ['large numbers are short', 12_400_000, 'BIGINT', 0, '12.4m'],
  ['dates years apart are years', at('2019-03-04T00:00'), 'DATE', 5 * 366 * DAY, '2019'],
  ['dates months apart are months', at('2019-03-04T00:00'), 'TIMESTAMP', 100 * DAY, '2019-03'],
  ['dates days apart are days', at('2019-03-04T00:00'), 'TIMESTAMP', 3 * DAY, '2019-03-04'],
  ['moments of a day are times', at('2019-03-04T15:06'), 'TIMESTAMP', DAY, '15:06'],
  ['a day is never a time', at('2019-03-04T00:00'), 'DATE', 0, '2019-03-04'],
  ['times of a day are times', 3_661, 'TIME', 3600, '01:01'],
  ['a date before year 0 is its year', at('-000099-01-01T00:00'), 'DATE', 0, '-99'],
  ['a date that no calendar here has is left out', 1e15, 'DATE', 0, ''],
])('%s', (_, value, type, span, shown) => {
  expect(toEdge(value, { name: 'x', type }, { locale: 'en-GB', span })).toBe(shown);
});
