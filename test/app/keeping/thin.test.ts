import { expect, test } from 'vitest';
import { findThinned } from '../../../src/app/keeping/thin';
import type { VersionEntry, VersionReason } from '../../../src/storage/workbooks';

const HOUR = 3600 * 1000;
const DAY = 24 * HOUR;
const now = new Date(2026, 4, 20, 15).getTime();

function toVersion(id: string, age: number, why: VersionReason = 'time'): VersionEntry {
  return { id, workbook: 'book', at: now - age, why, cells: 1 };
}

test('all of the last day stay, and of each day before it the last', () => {
  const versions = [
    toVersion('now', 0),
    toVersion('an hour ago', HOUR),
    toVersion('23 hours ago', 23 * HOUR),
    toVersion('yesterday at noon', 27 * HOUR),
    toVersion('yesterday at ten', 29 * HOUR),
    toVersion('the day before', 2 * DAY),
  ];
  expect(findThinned(versions, now)).toEqual(['yesterday at ten']);
});

test('days further back than fifty go', () => {
  const versions = Array.from({ length: 60 }, (_, day) => toVersion(`${day}`, (day + 2) * DAY));
  expect(findThinned(versions, now)).toEqual(['50', '51', '52', '53', '54', '55', '56', '57', '58', '59']);
});

test('what a person named stays, and what could not be saved', () => {
  const versions = [
    toVersion('a', 3 * DAY),
    toVersion('b', 3 * DAY + HOUR, 'named'),
    toVersion('c', 3 * DAY + 2 * HOUR, 'unsaved'),
    toVersion('d', 3 * DAY + 3 * HOUR, 'before-restore'),
  ];
  expect(findThinned(versions, now)).toEqual(['d']);
});
