import { describe, expect, test } from 'vitest';
import {
  addMissing,
  change,
  chooseReading,
  isSame,
  leaveOut,
  removeMissing,
  renameColumn,
  setBorders,
  setDelimiter,
  setHeaderAt,
  setHeaderEndAt,
  setRowsEndAt,
  setRowsFrom,
  takeAsInFile,
} from '../../../src/app/importing/settings';
import type { LineRole, RawLine } from '../../../src/import/inspection';
import type { ImportOptions } from '../../../src/import/options';

function toLines(roles: LineRole[], first = 1): RawLine[] {
  return roles.map((role, index) => ({ number: first + index, text: `line ${first + index}`, role }));
}

const lines = toLines(['skipped', 'blank', 'header', 'comment', 'units', 'record', 'record', 'footer']);
const layout = { lines, settings: { skip: 2, header: 1 } };

describe('the delimiter', () => {
  test('forgets the borders of columns of fixed width, unless it is none already', () => {
    const fixed = { delimiter: '', borders: [8, 20], wide: true, skip: 1 };
    expect(setDelimiter(fixed, ';')).toEqual({ delimiter: ';', skip: 1 });
    expect(setDelimiter(fixed, '')).toEqual(fixed);
  });

  test('is none where borders are typed, which are found again where nothing is', () => {
    expect(setBorders({ skip: 1 }, '8, 20；31')).toEqual({ delimiter: '', borders: [8, 20, 31], skip: 1 });
    expect(setBorders({ delimiter: '', borders: [8] }, ' ')).toEqual({ delimiter: '' });
  });
});

describe('lines', () => {
  test('a header further down skips what is above it, and keeps its number of rows', () => {
    expect(setHeaderAt({}, 4, layout)).toEqual({ skip: 3, header: 1 });
    expect(setHeaderAt({ skip: 9 }, 1, { lines, settings: { header: 2 } })).toEqual({ skip: 0, header: 2 });
  });

  test('a header where there was none takes one row', () => {
    expect(setHeaderAt({}, 3, { lines, settings: { header: 0 } })).toEqual({ skip: 2, header: 1 });
    expect(setHeaderAt({}, 3, { lines, settings: { header: false } })).toEqual({ skip: 2, header: 1 });
  });

  test('a header that ends further down counts neither blank lines nor comments', () => {
    expect(setHeaderEndAt({}, 5, layout)).toEqual({ skip: 2, header: 2 });
    expect(setHeaderEndAt({}, 3, layout)).toEqual({ skip: 2, header: 1 });
  });

  test('rows that begin at a line leave no header and no units above them', () => {
    expect(setRowsFrom({ header: 2, units: 1 }, 6, layout)).toEqual({ skip: 5, header: 0, units: 0 });
  });

  test('the records below the last row are the footer, blank lines are not counted', () => {
    expect(setRowsEndAt({}, 6, lines)).toEqual({ footer: 2 });
    expect(setRowsEndAt({ footer: 3 }, 8, lines)).toEqual({ footer: 0 });
    expect(setRowsEndAt({}, 1, toLines(['record', 'blank', 'rejected']))).toEqual({ footer: 1 });
  });

  test('lines of a range of cells are counted from the first of them', () => {
    const cells = {
      lines: toLines(['skipped', 'header', 'record'], 20),
      settings: { range: 'B20:F90', header: 1 },
    };
    expect(setHeaderAt({}, 21, cells)).toEqual({ skip: 1, header: 1 });
    expect(setRowsFrom({}, 20, cells)).toEqual({ skip: 0, header: 0, units: 0 });
  });
});

describe('columns', () => {
  const number = { type: 'DOUBLE', decimal: '.' } as const;

  test('a reading is chosen, and its misfits accepted only where a person has seen them', () => {
    expect(chooseReading({}, 'price', number)).toEqual({ columns: { price: { reading: number } } });
    const accepted = chooseReading({}, 'price', number, { accept: true });
    expect(accepted).toEqual({ columns: { price: { reading: number, acceptMisfits: true } } });
    expect(chooseReading(accepted, 'price', { type: 'VARCHAR' })).toEqual({
      columns: { price: { reading: { type: 'VARCHAR' } } },
    });
  });

  test('choices of one column leave those of others, and each other, alone', () => {
    const named = renameColumn(chooseReading({}, 'a', number), 'a', 'Price');
    expect(leaveOut(named, 'b', true)).toEqual({
      columns: { a: { reading: number, name: 'Price' }, b: { leaveOut: true } },
    });
  });

  test('a name that is empty, or the one in the file, takes the choice back', () => {
    const named = renameColumn({ skip: 1 }, 'a', '  b  ');
    expect(named).toEqual({ skip: 1, columns: { a: { name: 'b' } } });
    expect(renameColumn(named, 'a', '  ')).toEqual({ skip: 1 });
    expect(renameColumn(named, 'a', 'a')).toEqual({ skip: 1 });
  });

  test('a column that is taken in again leaves nothing behind', () => {
    expect(leaveOut(leaveOut({}, 'a', true), 'a', false)).toEqual({});
  });

  test('a column may have any name, also one that objects have themselves', () => {
    const settings = leaveOut(renameColumn({}, 'constructor', 'x'), 'toString', true);
    expect(settings.columns).toEqual({ constructor: { name: 'x' }, toString: { leaveOut: true } });
  });

  test('nothing that was given is changed in place', () => {
    const before: ImportOptions = { columns: { a: { name: 'b' } }, missing: [''] };
    const copy = structuredClone(before);
    chooseReading(before, 'a', number);
    leaveOut(before, 'a', true);
    addMissing(before, ['NA'], ['']);
    change(before, { missing: undefined });
    expect(before).toEqual(copy);
  });
});

describe('missing values', () => {
  test('words are added to those in force, each once', () => {
    expect(addMissing({}, ['NA', '', 'NA'], [''])).toEqual({ missing: ['', 'NA'] });
  });

  test('the blank can be taken away, so that nothing counts as missing', () => {
    expect(removeMissing({}, '', [''])).toEqual({ missing: [] });
  });
});

test('what is made undefined is found out again', () => {
  expect(change({ skip: 2, delimiter: ';' }, { delimiter: undefined })).toEqual({ skip: 2 });
});

test('settings that say the same are the same, in whatever order; the order of missing texts counts', () => {
  expect(isSame({ skip: 1, header: 2 }, { header: 2, skip: 1, quote: undefined })).toBe(true);
  expect(isSame({ columns: { a: { name: 'x' }, b: {} } }, { columns: { b: {}, a: { name: 'x' } } })).toBe(
    true,
  );
  expect(isSame({ skip: 1 }, { skip: 2 })).toBe(false);
  expect(isSame({ missing: ['', 'NA'] }, { missing: ['NA', ''] })).toBe(false);
});

test('a column that was taken as text has the type of its file again', () => {
  const chosen = { columns: { id: { reading: { type: 'VARCHAR' }, name: 'code' } } } as const;
  expect(takeAsInFile(chosen, 'id')).toEqual({ columns: { id: { name: 'code' } } });
  expect(takeAsInFile({ columns: { id: { reading: { type: 'VARCHAR' } } } }, 'id')).toEqual({});
});
