import { expect, test } from 'vitest';
import { maybeCall } from '../../../src/ui/editor/call';

/** The call at the mark `|`. */
function call(written: string) {
  const place = written.indexOf('|');
  return maybeCall(written.replace('|', ''), place);
}

test.each([
  ['select round(|', { name: 'round', argument: 0 }],
  ['select round(1.25, |', { name: 'round', argument: 1 }],
  ['select round(sum(a, b), |) from t', { name: 'round', argument: 1 }],
  ['select round(sum(a, |', { name: 'sum', argument: 1 }],
  ['select f([1, 2, |', { name: 'f', argument: 0 }],
  ["select f('a, b', |", { name: 'f', argument: 1 }],
  ['select f(a /* , ( */, |', { name: 'f', argument: 1 }],
])('in %s the parameter is found', (written, expected) => {
  expect(call(written)).toEqual(expected);
});

test.each([
  'select |',
  'select round(1) |',
  'select (1, |',
  'from t where a in (1, |',
  'select round(1; select |',
])('in %s there is no call', (written) => {
  expect(call(written)).toBeUndefined();
});
