import { expect, test } from 'vitest';
import { cellAt, createCells } from '../../../../src/import/excel/cells';
import { createPlainCell } from '../../../../src/import/excel/xlsx/plainCell';
import { createSheetScan } from '../../../../src/import/excel/xlsx/sheetScan';

const encoder = new TextEncoder();
/** Plain cells are read as such only where more of the sheet follows. */
const padding = ' '.repeat(100);

const values = [
  '0',
  '7',
  '1234567',
  '-12.5',
  '44123.52384259259',
  '1E3',
  '.5',
  '9007199254740993',
  '1.',
  '-0',
];

const cells = values.flatMap((value, at) => [
  { r: `A${at + 1}`, value },
  { r: `AB${at + 1}`, s: '2', value },
  { r: `C${at + 1}`, s: '1', t: 'n', value },
  { r: `D${at + 1}`, t: 's', value: String(at) },
  { r: `E${at + 1}`, s: '3' },
]);

type Made = { r: string; s?: string; t?: string; value?: string };

function toXml(made: readonly Made[], order: readonly ('r' | 's' | 't')[]): string {
  const toCell = (cell: Made) => {
    const attributes = order.map((name) => (cell[name] ? ` ${name}="${cell[name]}"` : '')).join('');
    return cell.value === undefined ? `<c${attributes}/>` : `<c${attributes}><v>${cell.value}</v></c>`;
  };
  return made.map(toCell).join('');
}

function scan(xml: string) {
  const found = createCells();
  const sheet = createSheetScan({
    cells: found,
    styleFormats: [0, 1, 2, 3],
    isoFormats: { date: 1, timestamp: 2, isDate: () => false },
    date1904: false,
    maxRows: 1000,
  });
  sheet.push(encoder.encode(xml + padding));
  return { sheet: found.finish({ date1904: false, formats: ['a', 'b', 'c', 'd'] }), last: sheet.lastShared };
}

test('a cell in the plain form is what it is with its attributes in another order', () => {
  const [plain, other] = [scan(toXml(cells, ['r', 's', 't'])), scan(toXml(cells, ['t', 's', 'r']))];
  const toAll = ({ sheet }: typeof plain) =>
    values.flatMap((_, row) => [0, 2, 3, 4, 27].map((column) => cellAt(sheet, row, column)));
  expect(toAll(plain)).toEqual(toAll(other));
  expect(plain.last).toBe(values.length - 1);
  expect(plain.sheet.cellCount).toBe(values.length * 4);
});

test('only a whole cell of the plain form is taken', () => {
  const read = (xml: string, rest = padding) => createPlainCell().read(encoder.encode(xml + rest), 0);
  const plain = '<c r="B3" s="2" t="s"><v>17</v></c>';
  expect(read(plain)).toBe(plain.length);
  expect(read('<c r="B3" s="2"/>')).toBe(17);
  const others = [
    '<c r="B3"><f>1+1</f><v>2</v></c>',
    '<c r="B3" t="str"><v>2</v></c>',
    '<c r="B3" t="b"><v>1</v></c>',
    '<c r="B3" t="s"><v>1.5</v></c>',
    '<c r="B3"><v>x</v></c>',
    '<c r="B3"><v></v></c>',
    '<c r="B3"><v>1</v><f/></c>',
    '<c r="B0"><v>1</v></c>',
    '<c r="XFE1"><v>1</v></c>',
    '<c r="A1048577"><v>1</v></c>',
    "<c r='A1'><v>1</v></c>",
    '<c s="1" r="A1"><v>1</v></c>',
    '<col min="1" max="2"/>',
  ];
  expect(others.map((xml) => read(xml))).toEqual(others.map(() => 0));
  expect(read(plain, '')).toBe(0);
});
