import { describe, expect, test } from 'vitest';
import type { MendRecord } from '../../../src/app/mending/record';
import {
  countOpen,
  dropExtra,
  fits,
  joinFields,
  maybeRow,
  setValue,
  toMendColumns,
  toMendRecord,
} from '../../../src/app/mending/record';
import type { Reading } from '../../../src/import/columns/reading';
import type { Receipt } from '../../../src/import/receipt';

const text: Reading = { type: 'VARCHAR' };
const whole: Reading = { type: 'BIGINT', decimal: '.' };
const dayFirst: Reading = { type: 'DATE', order: 'dmy' };

function createReceipt(
  readings: Record<string, Reading>,
  { leftOut = [] as string[], missing = [''] } = {},
): Receipt {
  const names = Object.keys(readings);
  return {
    file: { name: 'a.csv', bytes: 1, modified: 0 },
    kind: 'text',
    place: {},
    dialect: { delimiter: ',', quote: '"', header: true },
    records: 2,
    header: 1,
    skipped: 0,
    loaded: 0,
    rejected: 1,
    unread: 0,
    warnings: [],
    columns: names
      .filter((name) => !leftOut.includes(name))
      .map((name) => ({
        source: name,
        name,
        type: readings[name]!.type,
        reading: readings[name]!,
        why: 'every-value',
        changed: 0,
      })),
    settings: { missing, columns: Object.fromEntries(names.map((name) => [name, {}])) },
  };
}

function cut(raw: string, receipt: Receipt) {
  const columns = toMendColumns(receipt);
  return { columns, record: toMendRecord({ rejected: 4, line: 9, raw }, columns, receipt) };
}

const orders = createReceipt({ id: text, day: dayFirst, city: text, count: whole });

test('a line of fixed width is cut at its borders', () => {
  const fixed = createReceipt({ id: text, city: text });
  const { settings } = fixed;
  const { record } = cut('007  Beijing and more', {
    ...fixed,
    settings: { ...settings, borders: [5], wide: true },
  });
  expect(record.values).toEqual(['007', 'Beijing and more']);
});

describe('a record with a field too many', () => {
  const { columns, record } = cut('007,05/03/2024,Beijing, China,3', orders);

  test('is cut as the file is, and what has no column is set apart', () => {
    expect(record.values).toEqual(['007', '05/03/2024', 'Beijing', ' China']);
    expect(record.extra).toEqual([{ at: 5, text: '3' }]);
    expect(countOpen(record, columns)).toBe(2);
    expect(maybeRow(record, columns)).toBeUndefined();
  });

  test('is a row once the value that was cut in two is joined', () => {
    const joined = joinFields(record, 2, columns, ',');
    expect(joined.values).toEqual(['007', '05/03/2024', 'Beijing, China', '3']);
    expect(joined.extra).toEqual([]);
    expect(maybeRow(joined, columns)).toEqual(['007', '2024-03-05', 'Beijing, China', '3']);
  });

  test('is a row once its count is typed and the extra field taken away', () => {
    const typed = dropExtra(setValue(record, 3, '3'), 0);
    expect(maybeRow(typed, columns)).toEqual(['007', '2024-03-05', 'Beijing', '3']);
  });

  test('is not changed in place', () => {
    joinFields(record, 0, columns, ',');
    setValue(record, 0, 'x');
    dropExtra(record, 0);
    expect(record.values[0]).toBe('007');
    expect(record.extra).toHaveLength(1);
  });
});

test('the last field takes the first that has no column', () => {
  const { columns, record } = cut('1,,a,b,c,d', createReceipt({ id: text, a: text, b: text, note: text }));
  const once = joinFields(record, 3, columns, ',');
  expect(once.values[3]).toBe('b,c');
  expect(joinFields(once, 3, columns, ',')).toMatchObject({ values: ['1', null, 'a', 'b,c,d'], extra: [] });
});

test('no character of a record is lost by joining, wherever it is done', () => {
  const receipt = createReceipt({ a: text, b: text, c: text });
  const { columns, record } = cut('1,,2,3,,4', receipt);
  for (const at of [0, 1, 2]) {
    let joined: MendRecord = record;
    while (joined.extra.length > 0) joined = joinFields(joined, at, columns, ',');
    expect(joined.values.map((value) => value ?? '').join(',')).toBe('1,,2,3,,4');
  }
});

test('a short record lacks fields, and they are missing values', () => {
  const { columns, record } = cut('1,05/03/2024', orders);
  expect(record.absent).toEqual([false, false, true, true]);
  expect(maybeRow(record, columns)).toEqual(['1', '2024-03-05', null, null]);
});

test('a column that was left out has its field, which goes nowhere', () => {
  const receipt = createReceipt({ id: text, secret: text, count: whole }, { leftOut: ['secret'] });
  const { columns, record } = cut('1,x,2,3', receipt);
  expect(record.values).toEqual(['1', '2']);
  expect(record.extra).toEqual([{ at: 4, text: '3' }]);
  expect(maybeRow(dropExtra(record, 0), columns)).toEqual(['1', '2']);
});

test('quotes are taken off, and words that mean missing are missing', () => {
  const receipt = createReceipt({ id: text, count: whole }, { missing: ['', 'N/A'] });
  expect(cut('"a ""b"", c",N/A', receipt).record.values).toEqual(['a "b", c', null]);
});

test('what is typed is checked by the way the column is read', () => {
  const [, day, , count] = toMendColumns(orders);
  expect([fits('31/12/2024', day!), fits('12/31/2024', day!), fits(null, day!)]).toEqual([true, false, true]);
  expect([fits('12', count!), fits('1.5', count!), fits('twelve', count!)]).toEqual([true, false, false]);
});

test('an empty field is a missing value', () => {
  const { record } = cut('1,05/03/2024,a,2', orders);
  expect(setValue(record, 2, '').values[2]).toBeNull();
});

test('a record without any value is no row', () => {
  const { columns, record } = cut(',,,', orders);
  expect(countOpen(record, columns)).toBe(1);
  expect(maybeRow(record, columns)).toBeUndefined();
  expect(maybeRow(setValue(record, 0, '5'), columns)).toEqual(['5', null, null, null]);
});
