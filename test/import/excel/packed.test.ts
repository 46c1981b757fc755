import { expect, test } from 'vitest';
import { cellAt, createCells, NUMBER, TEXT } from '../../../src/import/excel/cells';
import { findBuffers, unpackCells } from '../../../src/import/excel/packed';
import { createStrings } from '../../../src/import/excel/strings';

function createSheet() {
  const shared = createStrings();
  shared.addText('共享');
  const cells = createCells();
  cells.putText(0, 0, 'naïve', 0);
  cells.put(1, 0, TEXT, 0, 0);
  cells.put(4, 2, NUMBER, 2.5, 1);
  return cells.finish({ date1904: true, formats: ['General', '0.00'], shared, hiddenRows: 3 });
}

test('a sheet is the same after it has gone to another worker', () => {
  const packed = createSheet().pack();
  const sent = structuredClone(packed, { transfer: findBuffers(packed) as ArrayBuffer[] });
  const sheet = unpackCells(sent);
  expect(sheet).toMatchObject({ rowCount: 5, columnCount: 3, cellCount: 3, date1904: true, hiddenRows: 3 });
  expect(sheet.columns[1]).toBeUndefined();
  expect(cellAt(sheet, 4, 2)).toEqual({ kind: NUMBER, value: 2.5, format: '0.00' });
  expect([0, 1].map((row) => sheet.text(cellAt(sheet, row, 0)!.value))).toEqual(['naïve', '共享']);
  expect(sheet.textPlaces()).toEqual({ from: -1, to: 1 });
});

test('texts that other sheets need too are not taken from them', () => {
  const sheet = createSheet();
  const packed = sheet.pack();
  structuredClone(packed, { transfer: findBuffers(packed) as ArrayBuffer[] });
  expect(sheet.text(0)).toBe('共享');
});
