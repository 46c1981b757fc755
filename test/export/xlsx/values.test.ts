import { read, utils } from '@e965/xlsx';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readTables } from '../../../src/import/excel/readTables';
import { openWorkbook } from '../../../src/import/excel/openWorkbook';
import { readRows } from '../../import/excel/read';
import { hasPython, make, runPython, toSheet, unzip } from './make';

const DAY = 86_400_000_000n;
const moment = (text: string) => BigInt(Date.parse(`${text}Z`)) * 1000n;
const day = (text: string) => Date.parse(text) / 86_400_000;

const columns = [
  { name: 'id', type: 'VARCHAR', values: ['007', '0012', null] },
  { name: 'count', type: 'INTEGER', values: [1, -2_000_000_000, null] },
  { name: 'large', type: 'BIGINT', values: [999_999_999_999_999n, -5n, null] },
  { name: 'price', type: 'DECIMAL(18,2)', values: [123_456n, -5n, null] },
  { name: 'share', type: 'DOUBLE', values: [0.1, -1.5e-7, null] },
  { name: 'small', type: 'FLOAT', values: [0.1, 2.5, null] },
  { name: 'paid', type: 'BOOLEAN', values: [true, false, null] },
  { name: 'day', type: 'DATE', values: [day('2024-02-29'), day('1900-03-01'), null] },
  {
    name: 'moment',
    type: 'TIMESTAMP',
    values: [moment('2024-02-29T13:45:30.250'), moment('9999-12-31T23:59:59'), null],
  },
  { name: 'clock', type: 'TIME', values: [13n * 3_600_000_000n + 61_500_000n, 0n, null] },
  { name: 'took', type: 'INTERVAL', values: ['3 days 04:05:06.5', '00:00:01', null] },
  {
    name: 'zoned',
    type: 'TIMESTAMP WITH TIME ZONE',
    values: ['2024-02-29 13:45:30+02', '2024-01-01 00:00:00+00', null],
  },
];

describe('values come back', () => {
  test('to our own import, with their types', async () => {
    const { blob, report } = await make({ sheets: [toSheet('t', columns)] });
    expect(report.losses).toEqual([]);
    for await (const { batches } of readTables(await openWorkbook(blob))) {
      expect(batches.columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
        'id VARCHAR',
        'count BIGINT',
        'large BIGINT',
        'price DOUBLE',
        'share DOUBLE',
        'small DOUBLE',
        'paid BOOLEAN',
        'day DATE',
        'moment TIMESTAMP',
        'clock TIME',
        // our import takes a duration for its hours
        'took DOUBLE',
        'zoned TIMESTAMP',
      ]);
      expect(await readRows(batches)).toEqual([
        [
          '007',
          1,
          999_999_999_999_999,
          1234.56,
          0.1,
          0.1,
          true,
          '2024-02-29',
          '2024-02-29T13:45:30.250Z',
          '13:01:01.500',
          76 + 306.5 / 3600,
          '2024-02-29T11:45:30.000Z',
        ],
        [
          '0012',
          -2_000_000_000,
          -5,
          -0.05,
          -1.5e-7,
          2.5,
          false,
          '1900-03-01',
          '9999-12-31T23:59:59.000Z',
          '00:00:00.000',
          1 / 3600,
          '2024-01-01T00:00:00.000Z',
        ],
      ]);
    }
  });

  test('to SheetJS, as they are shown', async () => {
    const { bytes } = await make({ sheets: [toSheet('t', columns)] });
    const sheet = read(bytes, { type: 'array' }).Sheets['t']!;
    expect(utils.sheet_to_json(sheet, { header: 1, raw: false })[1]).toEqual([
      '007',
      '1',
      '999999999999999',
      '1,234.56',
      '0.1',
      '0.1',
      'TRUE',
      '2024-02-29',
      '2024-02-29 13:45:30.250',
      '13:01:01.500',
      '76:05:06.500',
      '2024-02-29 11:45:30+00',
    ]);
  });

  test('to hucre, with their kinds', async () => {
    const { bytes } = await make({ sheets: [toSheet('t', columns)] });
    const [, first, second] = (await readXlsx(bytes)).sheets[0]!.rows;
    expect(first!.slice(0, 8)).toEqual([
      '007',
      1,
      999_999_999_999_999,
      1234.56,
      0.1,
      0.1,
      true,
      new Date('2024-02-29'),
    ]);
    expect(second!.slice(0, 7)).toEqual(['0012', -2_000_000_000, -5, -0.05, -1.5e-7, 2.5, false]);
  });

  test.skipIf(!hasPython('openpyxl'))('to openpyxl, moments to the microsecond', async () => {
    const micros = 'TIMESTAMP';
    const { bytes } = await make({
      sheets: [
        toSheet('t', columns),
        toSheet('fine', [
          { name: 'm', type: micros, values: [19_000n * DAY + 45_296_123_457n, 60_000n * DAY + 1n] },
        ]),
      ],
    });
    const script = `import sys, json, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([[str(c) for c in row] for row in book['t'].iter_rows(values_only=True)]))`;
    const rows = JSON.parse(await runPython(script, bytes)) as string[][];
    expect(rows[1]!.slice(0, 8)).toEqual([
      '007',
      '1',
      '999999999999999',
      '1234.56',
      '0.1',
      '0.1',
      'True',
      '2024-02-29 00:00:00',
    ]);
    // what is finer than a millisecond is in the number, which openpyxl rounds
    const [, a, b] = read(bytes, { type: 'array' }).Sheets['fine']
      ? utils.sheet_to_json<number[]>(read(bytes, { type: 'array' }).Sheets['fine']!, { header: 1 }).flat()
      : [];
    expect(Math.round((a! - 25_569 - 19_000) * 86_400e6)).toBe(45_296_123_457);
    expect(Math.round((b! - 25_569 - 60_000) * 86_400e6)).toBe(1);
  });
});

describe('what Excel has not is text, and told', () => {
  const only = async (column: { type: string; values: unknown[]; isText?: boolean }) => {
    const { bytes, report } = await make({ sheets: [toSheet('t', [{ name: 'a', ...column }])] });
    const sheet = read(bytes, { type: 'array' }).Sheets['t']!;
    const cells = column.values.map((_, row) => {
      const cell = sheet[`A${row + 2}`] as { t: string; v: unknown } | undefined;
      return cell && [cell.t, cell.v];
    });
    return { cells, losses: report.losses.map(({ kind, count, places }) => ({ kind, count, places })) };
  };

  test('integers of more than fifteen digits', async () => {
    const { cells, losses } = await only({
      type: 'BIGINT',
      values: [999_999_999_999_999n, 1_000_000_000_000_000n, -9_223_372_036_854_775_808n],
    });
    expect(cells).toEqual([
      ['n', 999_999_999_999_999],
      ['s', '1000000000000000'],
      ['s', '-9223372036854775808'],
    ]);
    expect(losses).toEqual([{ kind: 'long-number', count: 2, places: ['A3', 'A4'] }]);
  });

  test('unsigned ones too', async () => {
    const { cells } = await only({ type: 'UBIGINT', values: [4_294_967_296n, 18_446_744_073_709_551_615n] });
    expect(cells).toEqual([
      ['n', 4_294_967_296],
      ['s', '18446744073709551615'],
    ]);
  });

  test('integers that crossed as text', async () => {
    const { cells } = await only({
      type: 'HUGEINT',
      values: ['-123', '170141183460469231731687303715884105727'],
    });
    expect(cells).toEqual([
      ['n', -123],
      ['s', '170141183460469231731687303715884105727'],
    ]);
  });

  test('decimals keep every digit', async () => {
    const { cells } = await only({
      type: 'DECIMAL(38,10)',
      values: [1_234_567_800_000_000n, 12_345_678_901_234_567_890n, -1n, 0n],
    });
    expect(cells).toEqual([
      ['n', 123_456.78],
      ['s', '1234567890.1234567890'],
      ['n', -1e-10],
      ['n', 0],
    ]);
  });

  test('numbers that are none', async () => {
    const { cells, losses } = await only({
      type: 'DOUBLE',
      values: [NaN, Infinity, -Infinity, 5e-324, 1.7976931348623157e308, -0],
    });
    expect(cells).toEqual([
      ['s', 'NaN'],
      ['s', 'Infinity'],
      ['s', '-Infinity'],
      ['s', '5e-324'],
      ['n', 1.7976931348623157e308],
      ['n', 0],
    ]);
    expect(losses).toEqual([{ kind: 'not-a-number', count: 4, places: ['A2', 'A3', 'A4', 'A5'] }]);
  });

  test('days before 1900-03-01 and after 9999', async () => {
    const { cells, losses } = await only({
      type: 'DATE',
      values: [
        day('1900-02-28'),
        day('1900-03-01'),
        day('9999-12-31'),
        day('+010000-01-01'),
        2 ** 31 - 1,
        -(2 ** 31) + 1,
      ],
    });
    expect(cells).toEqual([
      ['s', '1900-02-28'],
      ['n', 61],
      ['n', 2_958_465],
      ['s', '10000-01-01'],
      ['s', 'infinity'],
      ['s', '-infinity'],
    ]);
    expect(losses[0]).toMatchObject({ kind: 'old-date', count: 4 });
  });

  test('moments likewise', async () => {
    const { cells } = await only({
      type: 'TIMESTAMP',
      values: [
        moment('1899-12-31T10:00:00'),
        2n ** 63n - 1n,
        moment('2300-01-01T00:00:00.001') + 7n,
        1n - 2n ** 63n,
      ],
    });
    expect(cells[0]).toEqual(['s', '1899-12-31 10:00:00']);
    expect(cells[1]).toEqual(['s', 'infinity']);
    expect(cells[2]![0]).toBe('n');
    expect(cells[3]).toEqual(['s', '-infinity']);
  });

  test('what is finer than a microsecond', async () => {
    const { cells } = await only({
      type: 'TIMESTAMP_NS',
      values: ['2024-01-01 00:00:00.123456789', '2024-01-01 00:00:00.123456', '2024-01-01 06:00:00'],
    });
    expect(cells).toEqual([
      ['s', '2024-01-01 00:00:00.123456789'],
      ['n', 45_292.000001428889],
      ['n', 45_292.25],
    ]);
  });

  test('durations below zero or with months', async () => {
    const { cells, losses } = await only({
      type: 'INTERVAL',
      values: ['1 year 2 months', '-1 days', '-00:00:01', '2 days', '12:00:00', '1 month 1 day', '36:00:00'],
    });
    expect(cells).toEqual([
      ['s', '1 year 2 months'],
      ['s', '-1 days'],
      ['s', '-00:00:01'],
      ['n', 2],
      ['n', 0.5],
      ['s', '1 month 1 day'],
      ['n', 1.5],
    ]);
    expect(losses).toEqual([{ kind: 'duration', count: 4, places: ['A2', 'A3', 'A4', 'A7'] }]);
  });

  test('midnight at the end of the day', async () => {
    const { cells } = await only({ type: 'TIME', values: [DAY, DAY - 1n] });
    expect(cells[0]).toEqual(['s', '24:00:00']);
    expect(cells[1]![0]).toBe('n');
    expect(cells[1]![1]).toBeLessThan(1);
  });

  test('a text that is too long is cut between characters, and its place told', async () => {
    const long = 'x'.repeat(32_766);
    const { cells, losses } = await only({
      type: 'VARCHAR',
      values: [`${long}yz`, `${long}😀`, `${long}中`, '中'.repeat(32_767)],
    });
    expect(cells).toEqual([
      ['s', `${long}y`],
      ['s', long],
      ['s', `${long}中`],
      ['s', '中'.repeat(32_767)],
    ]);
    expect(losses).toEqual([{ kind: 'long-text', count: 2, places: ['A2', 'A3'] }]);
  });

  test('a column of numbers is text where it is wanted so', async () => {
    const { cells, losses } = await only({ type: 'BIGINT', values: ['12', null, '-3'], isText: true });
    expect(cells).toEqual([['s', '12'], undefined, ['s', '-3']]);
    expect(losses).toEqual([]);
  });

  test('what is lost is listed in the sheet of notes', async () => {
    const { bytes } = await make({
      sheets: [toSheet('t', [{ name: 'a', type: 'DOUBLE', values: Array.from({ length: 30 }, () => NaN) }])],
      notes: [['Source', 'prices.csv']],
    });
    const book = read(bytes, { type: 'array' });
    expect(book.SheetNames).toEqual(['t', 'Notes']);
    const places = Array.from({ length: 20 }, (_, k) => `A${k + 2}`).join(' ');
    expect(utils.sheet_to_json(book.Sheets['Notes']!, { header: 1, blankrows: true })).toEqual([
      ['Source', 'prices.csv'],
      [],
      ['Not as in the table'],
      ['What', 'Sheet', 'Column', 'Values', 'Where'],
      ['No number that Excel has, written as text', 't', 'a', 30, `${places} and more`],
    ]);
  });
});

test('a missing value is no cell, an empty text is one', async () => {
  const { bytes } = await make({
    sheets: [toSheet('t', [{ name: 'a', type: 'VARCHAR', values: ['', null, 'x'] }])],
  });
  const xml = (await unzip(bytes))['xl/worksheets/sheet1.xml']!;
  expect(xml).toContain('<row r="2"><c r="A2" t="s"><v>1</v></c></row><row r="3"></row>');
});
