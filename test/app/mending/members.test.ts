import { expect, test } from 'vitest';
import { findMembers } from '../../../src/app/mending/members';

test('keys and plain values are found in an object that is cut off or lacks a mark', () => {
  expect([...findMembers('{"id": 2, "city": "Bo')]).toEqual([
    ['id', '2'],
    ['city', 'Bo'],
  ]);
  expect([...findMembers(String.raw`{"id": -1.5e3 "na\"me": "a\u4e2d", "x": null, "ok":true}`)]).toEqual([
    ['id', '-1.5e3'],
    ['na"me', 'a中'],
    ['ok', 'true'],
  ]);
});
