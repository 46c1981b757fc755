import { describe, expect, test } from 'vitest';
import { openWorkbook } from '../../../src/import/excel/openWorkbook';
import { readTables } from '../../../src/import/excel/readTables';
import { inspectWorkbook } from '../../../src/import/excel/inspect';
import type { ImportOptions } from '../../../src/import/options';
import type { Given, XlsxParts } from './makeXlsx';
import { makeXlsx, toRowsXml } from './makeXlsx';
import { readRows } from './read';

const FORMATS = ['yyyy-mm-dd', 'yyyy-mm-dd hh:mm', 'h:mm', '[h]:mm', '00000', '0%', '@', '0.00'];
const [DATE, MOMENT, TIME, LENGTH, PADDED, PERCENT, AS_TEXT, TWO] = [1, 2, 3, 4, 5, 6, 7, 8];

/** A table of one column, with its name above. */
async function load(values: (Given | string)[], options: ImportOptions = {}, more: Partial<XlsxParts> = {}) {
  const xml = values
    .map((value) =>
      typeof value === 'string' && value.startsWith('<') ? `<row>${value}</row>` : toRowsXml([[value]]),
    )
    .join('');
  const book = await openWorkbook(
    makeXlsx({ sheets: [toRowsXml([['v']]) + xml], formats: FORMATS, ...more }),
  );
  for await (const table of readTables(book, { header: 1, ...options })) {
    const rows = await readRows(table.batches);
    const [column] = table.columns;
    return {
      ...table,
      column: column!,
      type: column!.type,
      why: column!.why,
      values: rows.map(([value]) => value),
    };
  }
  throw new Error('no table');
}

test('zeros that a number would lose are kept, unless a person has seen that', async () => {
  const reading = { type: 'BIGINT', decimal: '.' } as const;
  const padded: Given[] = [[7, PADDED], '012'];
  expect(await load(padded, { columns: { v: { reading } } })).toMatchObject({
    type: 'VARCHAR',
    why: 'leading-zero',
    values: ['00007', '012'],
    column: { isRefused: true },
  });
  expect(await load(padded, { columns: { v: { reading, acceptMisfits: true } } })).toMatchObject({
    type: 'BIGINT',
    values: [7, 12],
    column: { zeros: 2 },
  });
});

describe('a column is', () => {
  test('of whole numbers where all are, else of numbers', async () => {
    expect(await load([1, -2, 9_007_199_254_740_991])).toMatchObject({
      type: 'BIGINT',
      values: [1, -2, 9_007_199_254_740_991],
    });
    expect(await load([1, 2.5, [0.25, PERCENT]])).toMatchObject({ type: 'DOUBLE', values: [1, 2.5, 0.25] });
    expect(await load([1, 9_007_199_254_740_994])).toMatchObject({ type: 'DOUBLE' });
    expect(
      await load([
        [3, TWO],
        [4, TWO],
      ]),
    ).toMatchObject({ type: 'BIGINT', why: 'in-the-file' });
  });

  test('of dates where no cell has a time, else of moments, to the millisecond', async () => {
    expect(
      await load([
        [45_356, DATE],
        [1, MOMENT],
        [2_958_465, DATE],
      ]),
    ).toMatchObject({ type: 'DATE', values: ['2024-03-05', '1900-01-01', '9999-12-31'] });
    const noisy = 45_356 + (14 * 3600 + 30 * 60 + 15) / 86_400;
    expect(
      await load([
        [45_356, DATE],
        [noisy, MOMENT],
        [45_356.999_999_999_9, MOMENT],
      ]),
    ).toMatchObject({
      type: 'TIMESTAMP',
      values: ['2024-03-05T00:00:00.000Z', '2024-03-05T14:30:15.000Z', '2024-03-06T00:00:00.000Z'],
    });
  });

  test('of dates by the system of the workbook', async () => {
    expect(
      await load(
        [
          [0, DATE],
          [43_894, DATE],
        ],
        {},
        { workbook: 'date1904="1"' },
      ),
    ).toMatchObject({ values: ['1904-01-01', '2024-03-05'] });
  });

  test('of times of day, and of hours where its format counts them', async () => {
    expect(
      await load([
        [0.5, TIME],
        [0, TIME],
        [0.999_988_425_9, TIME],
      ]),
    ).toMatchObject({ type: 'TIME', values: ['12:00:00.000', '00:00:00.000', '23:59:59.000'] });
    expect(
      await load([
        [0.5, LENGTH],
        [1.5, LENGTH],
        [1 / 24 / 3, LENGTH],
      ]),
    ).toMatchObject({ type: 'DOUBLE', values: [12, 36, 1_200_000 / 3_600_000], column: { hours: true } });
  });

  test('of flags', async () => {
    expect(await load([true, false, null, true])).toMatchObject({ type: 'BOOLEAN' });
  });

  test('of text where numbers are stored as text or shown with zeros before them', async () => {
    expect(await load(['007', '12345678901234567890'])).toMatchObject({
      type: 'VARCHAR',
      why: 'words',
      values: ['007', '12345678901234567890'],
    });
    expect(await load([[42, PADDED], [12_345, PADDED], '00001'])).toMatchObject({
      type: 'VARCHAR',
      why: 'leading-zero',
      values: ['00042', '12345', '00001'],
    });
    expect(await load([[110_101, AS_TEXT]])).toMatchObject({ type: 'VARCHAR', values: ['110101'] });
  });

  test('of text where it is mixed, and every value has all its digits', async () => {
    const found = await load([
      1234.567_891_234,
      'n/a',
      [45_356.5, MOMENT],
      [0.25, PERCENT],
      true,
      12_345_678_901_234_567_168,
    ]);
    expect(found).toMatchObject({ type: 'VARCHAR', why: 'mixed' });
    expect(found.values).toEqual([
      '1234.567891234',
      'n/a',
      '2024-03-05 12:00:00',
      '0.25',
      'TRUE',
      '12345678901234567168',
    ]);
    expect(found.column.alternatives).toEqual([{ reading: { type: 'DOUBLE', decimal: '.' }, misfits: 3 }]);
    expect(found.column.misfits).toEqual({ count: 3, examples: ['n/a', '2024-03-05 12:00:00', 'TRUE'] });
    expect(found.batches.notes).toEqual([{ kind: 'mixed', column: 'v', count: 3, example: 'n/a' }]);
  });

  test('of text where a day is one that never was', async () => {
    expect(
      await load([
        [59, DATE],
        [60, DATE],
      ]),
    ).toMatchObject({ type: 'VARCHAR', why: 'mixed', values: ['1900-02-28', '60'] });
    expect(
      await load([
        [45_000, DATE],
        [-1, DATE],
      ]),
    ).toMatchObject({ type: 'VARCHAR', values: ['2023-03-15', '-1'] });
  });

  test('decided on all cells, not on the first', async () => {
    const values: Given[] = Array.from({ length: 70_000 }, (_, at) => at);
    const found = await load([...values, 'last']);
    expect([found.type, found.values.length, found.values[69_999], found.values[70_000]]).toEqual([
      'VARCHAR',
      70_001,
      '69999',
      'last',
    ]);
  });
});

describe('what stands in a cell and is not in the table', () => {
  test('is listed: errors, formulas without a result', async () => {
    const { values, faults, type } = await load([1, '<c t="e"><v>#N/A</v></c>', '<c><f>A1</f></c>', 4]);
    expect([type, values]).toEqual(['BIGINT', [1, null, null, 4]]);
    expect(faults).toEqual({
      counts: { error: 1, 'no-result': 1, misfit: 0 },
      faults: [
        { kind: 'error', cell: 'A3', column: 'v', text: '#N/A' },
        { kind: 'no-result', cell: 'A4', column: 'v', text: '' },
      ],
    });
  });

  test('is listed where its misfit was accepted, and else the column is text', async () => {
    const columns = { v: { reading: { type: 'DOUBLE', decimal: '.' } as const } };
    expect(await load([1, 'n/a', '2.5'], { columns })).toMatchObject({
      type: 'VARCHAR',
      why: 'mixed',
      values: ['1', 'n/a', '2.5'],
    });
    const found = await load([1, 'n/a', '2.5'], { columns: { v: { ...columns.v, acceptMisfits: true } } });
    expect(found).toMatchObject({ type: 'DOUBLE', values: [1, null, 2.5] });
    expect(found.faults).toEqual({
      counts: { error: 0, 'no-result': 0, misfit: 1 },
      faults: [{ kind: 'misfit', cell: 'A3', column: 'v', text: 'n/a' }],
    });
  });

  test('is counted by its kind also where the list of them is full', async () => {
    const cells = (count: number, xml: string) => Array.from({ length: count }, () => xml);
    const found = await load([
      1,
      ...cells(6000, '<c t="e"><v>#N/A</v></c>'),
      ...cells(5000, '<c><f>A1</f></c>'),
    ]);
    expect(found.faults.counts).toEqual({ error: 6000, 'no-result': 5000, misfit: 0 });
    expect(found.faults.faults).toHaveLength(10_000);
  });

  test('may be said to mean a missing value', async () => {
    expect(await load([1, 'NA', 3], { missing: ['', 'NA'] })).toMatchObject({
      type: 'BIGINT',
      values: [1, null, 3],
    });
    expect(await load(['a', 'NA', ' '])).toMatchObject({ values: ['a', 'NA', ' '] });
  });
});

describe('what a person chooses', () => {
  test('names, columns left out, and serial numbers read as dates', async () => {
    const rows: Given[][] = [
      ['a', 'b', 'a', null],
      [1, 45_356, 'x', 4],
    ];
    const book = await openWorkbook(makeXlsx({ sheets: [toRowsXml(rows)] }));
    const columns: ImportOptions['columns'] = {
      a: { name: 'first' },
      b: { reading: { type: 'DATE', order: 'ymd', excel: 1900 } },
      a_2: { leaveOut: true },
    };
    for await (const { batches } of readTables(book, { columns, header: 1 })) {
      expect(batches.columns).toEqual([
        { name: 'first', type: 'BIGINT' },
        { name: 'b', type: 'DATE' },
        { name: 'column4', type: 'BIGINT' },
      ]);
      expect(await readRows(batches)).toEqual([[1, '2024-03-05', 4]]);
    }
  });

  test('every cell as Excel shows it', async () => {
    expect(
      await load([[45_356, DATE], [0.256, PERCENT], '<c t="e"><v>#N/A</v></c>', true], { types: 'text' }),
    ).toMatchObject({
      type: 'VARCHAR',
      why: 'chosen',
      values: ['2024-03-05', '26%', '#N/A', 'TRUE'],
    });
  });
});

test('rows add up: every one is a record or has a name', async () => {
  const rows: Given[][] = [['Title'], ['a', 'b', 'c'], ['x', 1, 2], [], ['y', 3, 4], ['合计', 4, 6]];
  const book = await openWorkbook(makeXlsx({ sheets: [toRowsXml(rows)] }));
  for await (const table of readTables(book)) {
    expect(table.rows).toEqual({ total: 6, titles: 1, header: 1, units: 0, footer: 1, blank: 1, records: 2 });
  }
  expect.assertions(1);
});

test('a sheet that is not there is named, with those that are', async () => {
  const book = await openWorkbook(makeXlsx({ sheets: ['', ''], names: ['甲', '乙'] }));
  await expect(readTables(book, { sheets: ['丙'] }).next()).rejects.toMatchObject({
    code: 'sheet-missing',
    params: { sheet: '丙', sheets: '甲, 乙' },
  });
});

describe('a look at a workbook', () => {
  const rows: Given[][] = [
    ['Report'],
    ['id', 'day', 'n'],
    ['001', [45_356, DATE], 1.5],
    ['002', [45_357, DATE], '-'],
    ['总计', null, 1.5],
  ];

  test('shows lines, columns and rows, and asks what is not clear', async () => {
    const book = await openWorkbook(
      makeXlsx({
        sheets: [toRowsXml(rows), toRowsXml([['a'], [1]])],
        names: ['s', 'h'],
        states: ['', 'hidden'],
        formats: FORMATS,
      }),
    );
    const [first, second] = await inspectWorkbook(book);
    expect(first).toMatchObject({
      key: 's',
      sure: false,
      settings: { sheets: [0], skip: 1, header: 1, units: 0, footer: 1 },
      rows: [
        ['001', '2024-03-05', '1.5'],
        ['002', '2024-03-06', '-'],
      ],
    });
    expect(first!.lines.map(({ role }) => role)).toEqual(['skipped', 'header', 'record', 'record', 'footer']);
    expect(first!.columns.map(({ name, type, why }) => [name, type, why])).toEqual([
      ['id', 'VARCHAR', 'words'],
      ['day', 'DATE', 'in-the-file'],
      ['n', 'VARCHAR', 'mixed'],
    ]);
    expect(first!.questions).toEqual([
      { ask: 'footer', lines: 1 },
      {
        ask: 'misfits',
        column: 'n',
        count: 1,
        example: '-',
        reading: { type: 'DOUBLE', decimal: '.' },
        suggestMissing: ['-'],
      },
    ]);
    expect(second).toMatchObject({ key: 'h', hidden: true });
  });

  test('gives settings that give the same table again, also with more rows', async () => {
    const longer: Given[][] = [...rows.slice(0, 4), ['003', [45_358, DATE], 2], ['总计', null, 3]];
    const book = await openWorkbook(makeXlsx({ sheets: [toRowsXml(rows)], formats: FORMATS }));
    const [found] = await inspectWorkbook(book);
    const next = await openWorkbook(makeXlsx({ sheets: [toRowsXml(longer)], formats: FORMATS }));
    for await (const { batches } of readTables(next, found!.settings)) {
      expect((await readRows(batches)).map(([id]) => id)).toEqual(['001', '002', '003']);
    }
    expect.assertions(1);
  });
});
