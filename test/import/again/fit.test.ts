import { expect, test } from 'vitest';
import type { Looks } from '../../../src/import/again/fit';
import { maybeFit, toFreeSettings } from '../../../src/import/again/fit';
import type { Inspection, TableInspection } from '../../../src/import/inspection';
import type { ImportOptions } from '../../../src/import/options';
import type { Receipt } from '../../../src/import/receipt';

const settings: ImportOptions = {
  delimiter: ',',
  skip: 0,
  header: 1,
  units: 0,
  footer: 0,
  missing: ['', 'NA'],
  encoding: 'utf-8',
  columns: {
    'Order ID': { reading: { type: 'VARCHAR' } },
    price: { reading: { type: 'DOUBLE', decimal: ',' }, name: 'Price in €' },
    note: { leaveOut: true },
  },
};

const toReceipt = (over: Partial<Receipt> = {}): Receipt => ({
  file: { name: 'may.csv', bytes: 1, modified: 1 },
  kind: 'text',
  place: {},
  records: 1,
  header: 1,
  skipped: 0,
  loaded: 0,
  rejected: 0,
  unread: 0,
  columns: [
    { source: 'Order ID', name: 'Order ID', type: 'VARCHAR', why: 'leading-zero', changed: 0 },
    { source: 'price', name: 'Price in €', type: 'DOUBLE', why: 'every-value', changed: 0 },
  ],
  warnings: [],
  settings,
  ...over,
});

function toTable(names: readonly string[], found: ImportOptions = {}, key = ''): TableInspection {
  const columns = names.map((source) => ({
    source,
    name: source,
    type: 'VARCHAR',
    why: 'words' as const,
    alternatives: [],
    misfits: { count: 0, examples: [] },
    leftOut: false,
  }));
  return { key, settings: found, sure: true, questions: [], lines: [], columns, rows: [] };
}

const look = (...tables: TableInspection[]): Inspection => ({
  file: { name: 'june.csv', bytes: 1 },
  kind: 'text',
  tables,
});

const both = (table: TableInspection): Looks => ({ kept: look(table), fresh: look(table) });

test('a file of the same form is read by the settings as they are', () => {
  const fit = maybeFit(toReceipt(), both(toTable(['Order ID', 'price', 'note'], settings)))!;
  const { encoding: _, ...rest } = settings;
  expect(fit).toEqual({ settings: rest, renamed: [], layout: [] });
});

test('a file without any of the columns does not fit', () => {
  expect(maybeFit(toReceipt(), both(toTable(['note', 'x'])))).toBeUndefined();
  expect(maybeFit(toReceipt(), { kept: look(), fresh: undefined })).toBeUndefined();
});

test('a column whose name is alike keeps its reading and its name in the table', () => {
  const { settings: next, renamed } = maybeFit(
    toReceipt(),
    both(toTable(['order_id', 'PRICE', 'Note', 'new'])),
  )!;
  expect(renamed).toEqual([
    { from: 'Order ID', to: 'order_id' },
    { from: 'Price in €', to: 'PRICE' },
  ]);
  expect(next.columns).toEqual({
    order_id: { reading: { type: 'VARCHAR' }, name: 'Order ID' },
    PRICE: { reading: { type: 'DOUBLE', decimal: ',' }, name: 'Price in €' },
    Note: { leaveOut: true },
  });
});

test('an alike name is not taken from a column that is there itself, and not by two', () => {
  const receipt = toReceipt({
    columns: ['id', 'ID', 'a b', 'ab'].map((source) => ({
      source,
      name: source,
      type: 'VARCHAR',
      why: 'words',
      changed: 0,
    })),
    settings: {},
  });
  const { renamed } = maybeFit(receipt, both(toTable(['id', 'I D', 'A-B'])))!;
  expect(renamed).toEqual([
    { from: 'ID', to: 'I D' },
    { from: 'a b', to: 'A-B' },
  ]);
});

test('names that mean something to JavaScript are names like any other', () => {
  const columns = ['__proto__', 'constructor'].map((source) => ({
    source,
    name: source,
    type: 'VARCHAR',
    why: 'words' as const,
    changed: 0,
  }));
  const fit = maybeFit(
    toReceipt({ columns, settings: { columns: {} } }),
    both(toTable(['__PROTO__', 'Constructor'])),
  )!;
  expect(Object.entries(fit.settings.columns!)).toEqual([
    ['__PROTO__', { name: '__proto__' }],
    ['Constructor', { name: 'constructor' }],
  ]);
});

test('where the file is laid out otherwise, its form is taken as found and its columns as before', () => {
  const found = { ...settings, delimiter: ';', skip: 2, header: 2, encoding: 'windows-1252', columns: {} };
  const fit = maybeFit(toReceipt(), {
    kept: look(toTable(['May report'])),
    fresh: look(toTable(['Order ID', 'price', 'note'], found)),
  })!;
  expect(fit.settings).toMatchObject({ delimiter: ';', skip: 2, header: 2, missing: ['', 'NA'] });
  expect(fit.settings.columns).toEqual(settings.columns);
  expect(fit.layout).toEqual([
    { what: 'delimiter', before: ',', found: ';' },
    { what: 'skip', before: 0, found: 2 },
    { what: 'header', before: 1, found: 2 },
  ]);
  // found on the whole file when it is imported, not on its start
  expect(fit.settings.encoding).toBeUndefined();
});

test('settings that can’t be applied at all leave the form as found', () => {
  const found = { ...settings, sheets: [1] };
  const fit = maybeFit(toReceipt({ kind: 'excel', settings: { sheets: ['May'] } }), {
    kept: undefined,
    fresh: look(toTable(['x'], {}, 'Notes'), toTable(['Order ID', 'price'], found, 'June')),
  })!;
  expect(fit.settings).toMatchObject({ sheets: [1] });
});

test('of several tables the one with the most columns is taken, and of equals the one of before', () => {
  const receipt = toReceipt({ kind: 'excel', place: { sheet: 'Shop' } });
  const at = (key: string, names: string[], sheet: number) => toTable(names, { sheets: [sheet] }, key);
  const more = look(at('Shop', ['price'], 0), at('Web', ['price', 'Order ID'], 1));
  const same = look(at('Web', ['price', 'Order ID'], 0), at('Shop', ['price', 'Order ID'], 1));
  expect(maybeFit(receipt, { kept: more, fresh: undefined })!.settings.sheets).toEqual([1]);
  expect(maybeFit(receipt, { kept: same, fresh: undefined })!.settings.sheets).toEqual([1]);
});

test('where the settings and the file differ in rows to leave out, fewer are, until a person says otherwise', () => {
  const given = { ...settings, footer: 1, units: 0 };
  const table = toTable(['Order ID', 'price'], { ...settings, footer: 0, units: 1 });
  const fit = maybeFit(toReceipt({ settings: given }), both(table))!;
  expect(fit.layout).toEqual([
    { what: 'units', before: 0, found: 1, chosen: 0 },
    { what: 'footer', before: 1, found: 0, chosen: 0 },
  ]);
  expect(fit.settings).toMatchObject({ footer: 0, units: 0 });
  const answered = maybeFit(toReceipt({ settings: given }), both(table), { footer: 1, units: 1 })!;
  expect(answered.settings).toMatchObject({ footer: 1, units: 1 });
});

test.each([
  ['gb18030', 'gb18030', 'gb18030'],
  ['windows-1250', 'windows-1252', 'windows-1250'],
  ['gb18030', 'utf-8', undefined],
  ['utf-8', 'big5', undefined],
  ['utf-16le', 'utf-8', undefined],
])('an encoding of %s, where the file looks like %s, is given as %s', (before, found, given) => {
  const receipt = toReceipt({ settings: { ...settings, encoding: before } });
  const fit = maybeFit(receipt, both(toTable(['Order ID', 'price'], { ...settings, encoding: found })))!;
  expect(fit.settings.encoding).toBe(given);
});

test('settings without form and place keep what is said of columns and values', () => {
  expect(
    toFreeSettings({
      ...settings,
      name: 'x',
      sheets: [1],
      range: 'A1:B2',
      members: ['a'],
      path: 'a.b',
      types: 'text',
    }),
  ).toEqual({ missing: settings.missing, columns: settings.columns, types: 'text' });
});
