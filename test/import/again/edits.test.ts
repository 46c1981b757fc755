import { expect, test } from 'vitest';
import {
  findCodes,
  freeReading,
  keepReading,
  keepReadings,
  takeAs,
  takeAsNew,
  tellKept,
} from '../../../src/import/again/edits';
import type { Reading } from '../../../src/import/columns/reading';
import type { Why } from '../../../src/import/inspection';
import type { ImportOptions } from '../../../src/import/options';
import type { Receipt, ReceiptColumn } from '../../../src/import/receipt';

const whole: Reading = { type: 'BIGINT', decimal: '.' };
const text: Reading = { type: 'VARCHAR' };

const settings: ImportOptions = {
  footer: 1,
  columns: {
    id: { reading: whole, name: 'ID' },
    note: { leaveOut: true },
    day: { reading: text, acceptMisfits: true },
  },
};

const column = (name: string, reading: Reading, why: Why, changed = 0, source = name): ReceiptColumn => ({
  source,
  name,
  type: reading.type,
  reading,
  why,
  changed,
});

const receipt = (...columns: ReceiptColumn[]) => ({ columns }) as Receipt;

test('readings are kept with what does not fit them, and names and columns left out as they are', () => {
  expect(keepReadings(settings)).toEqual({
    footer: 1,
    columns: {
      id: { reading: whole, name: 'ID', acceptMisfits: true },
      note: { leaveOut: true },
      day: { reading: text, acceptMisfits: true },
    },
  });
  expect(keepReadings({ footer: 1 })).toEqual({ footer: 1 });
});

test('a reading that is freed leaves the name; nothing is left of a column of which nothing is said', () => {
  expect(freeReading(settings, 'id').columns!.id).toEqual({ name: 'ID' });
  expect(freeReading(settings, 'day').columns).not.toHaveProperty('day');
  expect(takeAsNew(settings, 'id').columns).not.toHaveProperty('id');
  // what was given is not touched
  expect(settings.columns!.id).toEqual({ reading: whole, name: 'ID' });
});

test('a column named constructor or __proto__ is one like any other', () => {
  for (const name of ['constructor', '__proto__']) {
    expect(freeReading({}, name).columns).toEqual({});
    const kept = keepReading({}, name, whole);
    expect(Object.entries(kept.columns!)).toEqual([[name, { reading: whole, acceptMisfits: true }]]);
    const taken = takeAs({}, column(name, text, 'words'), 'x');
    expect(Object.entries(taken.columns!)).toEqual([[name, { reading: text, name: 'x' }]]);
  }
});

test('what was only kept is not called a person’s choice', () => {
  const before = receipt(
    column('a', whole, 'every-value'),
    column('b', whole, 'chosen'),
    column('c', whole, 'every-value'),
    column('d', text, 'words'),
  );
  const now = receipt(
    column('a', whole, 'chosen'),
    column('b', whole, 'chosen'),
    column('c', text, 'chosen'),
    column('d', text, 'leading-zero'),
    column('e', text, 'chosen'),
  );
  expect(tellKept(now, before).columns.map(({ why }) => why)).toEqual([
    'as-before',
    'chosen',
    'chosen',
    'leading-zero',
    'chosen',
  ]);
});

test('whole numbers that are written otherwise are looked at again, unless a person wanted numbers', () => {
  const grouped: Reading = { type: 'BIGINT', decimal: '.', group: ',' };
  const before = receipt(
    column('a', whole, 'every-value'),
    column('b', whole, 'chosen'),
    column('c', whole, 'as-before'),
    column('d', grouped, 'every-value'),
    column('e', whole, 'every-value'),
  );
  const now = receipt(
    column('a', whole, 'as-before', 2, 'A'),
    column('b', whole, 'chosen', 2),
    column('c', whole, 'as-before', 2),
    column('d', grouped, 'as-before', 2),
    column('e', whole, 'as-before', 0),
  );
  expect(findCodes(now, before)).toEqual(['A', 'c']);
});
