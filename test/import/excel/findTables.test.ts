import { describe, expect, test } from 'vitest';
import type { TableOptions } from '../../../src/import/excel/findTables';
import { findTables } from '../../../src/import/excel/findTables';
import { toRangeText } from '../../../src/import/excel/address';
import type { Given } from './makeXlsx';
import { toRowsXml } from './makeXlsx';
import { readMade } from './read';

interface Sheet {
  rows: Given[][];
  merges?: string[];
  formats?: string[];
}

/** What is found on a sheet, in words. */
async function find({ rows, merges = [], formats = [] }: Sheet, options: TableOptions = {}) {
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const cells = await readMade({
    sheets: [
      `<worksheet><sheetData>${toRowsXml(rows)}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`,
    ],
    formats,
  });
  const { tables, strays } = findTables(cells, options);
  return {
    tables: tables.map(({ range, titleRows, headerRows, unitsRows, footerRows, names, questions }) => ({
      at: toRangeText(range),
      rows: [titleRows, headerRows, unitsRows, footerRows],
      names,
      asks: questions.map(({ ask }) => ask),
    })),
    strays: strays.map((range) => toRangeText(range)),
  };
}

const none: Given[] = [];

describe('the header', () => {
  test('of a plain table is its first row, and nothing is asked', async () => {
    expect(
      await find({
        rows: [
          ['name', 'n'],
          ['a', 1],
          ['b', 2],
        ],
      }),
    ).toEqual({
      tables: [{ at: 'A1:B3', rows: [0, 1, 0, 0], names: ['name', 'n'], asks: [] }],
      strays: [],
    });
  });

  test('is found below titles, with blank rows between or without', async () => {
    const rows: Given[][] = [
      ['2024 年销售报表'],
      ['制表：财务部', null, '单位：元'],
      none,
      ['地区', '品名', '数量', '金额'],
      ['华东', '茶', 3, 4.5],
      ['华北', '米', 4, 5],
    ];
    expect((await find({ rows })).tables).toEqual([
      { at: 'A1:D6', rows: [3, 1, 0, 0], names: ['地区', '品名', '数量', '金额'], asks: ['skipped'] },
    ]);
    expect((await find({ rows: [['Report'], ['a', 'b', 'c'], ['x', 1, 2]] })).tables[0]).toMatchObject({
      rows: [1, 1, 0, 0],
      asks: [],
    });
  });

  test('of several rows has the titles of groups before the names', async () => {
    const rows: Given[][] = [
      ['地区', '2023', null, '2024', null],
      [null, '数量', '金额', '数量', '金额'],
      ['华东', 1, 2, 3, 4],
      ['华北', 1, 2, 3, 4],
    ];
    const { tables } = await find({ rows, merges: ['A1:A2', 'B1:C1', 'D1:E1'] });
    expect(tables).toEqual([
      {
        at: 'A1:E4',
        rows: [0, 2, 0, 0],
        names: ['地区', '2023 数量', '2023 金额', '2024 数量', '2024 金额'],
        asks: [],
      },
    ]);
  });

  test('may have years for names', async () => {
    const { tables } = await find({
      rows: [
        ['country', 2021, 2022],
        ['A', 1.5, 2],
        ['B', 3, 4],
      ],
    });
    expect(tables[0]).toMatchObject({ names: ['country', '2021', '2022'], rows: [0, 1, 0, 0] });
  });

  test('is not made of a first row with numbers, and is asked about', async () => {
    expect(
      (
        await find({
          rows: [
            ['a', 1],
            ['b', 2],
          ],
        })
      ).tables[0],
    ).toMatchObject({ rows: [0, 0, 0, 0], asks: ['header'] });
  });

  test('of a table of words is told by its being different', async () => {
    const rows: Given[][] = [
      ['city', 'country'],
      ['Rome', 'Italy'],
      ['Milan', 'Italy'],
    ];
    expect((await find({ rows })).tables[0]).toMatchObject({ rows: [0, 1, 0, 0], asks: [] });
    expect(
      (
        await find({
          rows: [
            ['yes', 'no'],
            ['no', 'no'],
            ['yes', 'yes'],
          ],
        })
      ).tables[0],
    ).toMatchObject({ rows: [0, 0, 0, 0], asks: ['header'] });
  });

  test('may be followed by units', async () => {
    const rows: Given[][] = [
      ['name', 'weight', 'price'],
      ['-', 'kg', '(元)'],
      ['a', 1, 2],
      ['b', 1, 2],
    ];
    expect((await find({ rows })).tables[0]).toMatchObject({ rows: [0, 1, 1, 0] });
  });
});

describe('the end', () => {
  test('with totals and notes is no record, and is asked about', async () => {
    const rows: Given[][] = [['name', 'n'], ['a', 1], ['b', 2], ['合计', 3], none, ['注：数据截至三月']];
    expect((await find({ rows })).tables).toEqual([
      { at: 'A1:B6', rows: [0, 1, 0, 3], names: ['name', 'n'], asks: ['footer'] },
    ]);
  });

  test('of a record that only starts like a total is kept', async () => {
    const rows: Given[][] = [
      ['name', 'n'],
      ['a', 1],
      ['Total Energies', 2],
    ];
    expect((await find({ rows })).tables[0]).toMatchObject({ rows: [0, 1, 0, 0] });
  });
});

describe('several tables', () => {
  const one: Given[][] = [
    ['a', 'b'],
    ['x', 1],
    ['y', 2],
  ];
  const other: Given[][] = [
    ['c', 'd', 'e'],
    ['z', 1, 2],
    ['w', 3, 4],
  ];

  test('one below the other are told apart by a blank row and a header, each with its title', async () => {
    const { tables } = await find({ rows: [['First'], ...one, none, none, ['Second'], ...other] });
    expect(tables.map(({ at, names }) => [at, names])).toEqual([
      ['A1:B4', ['a', 'b']],
      ['A7:C10', ['c', 'd', 'e']],
    ]);
  });

  test('side by side are told apart where their rows differ', async () => {
    const rows: Given[][] = [
      ['a', 'b', null, 'c', 'd', 'e'],
      ['x', 1, null, 'z', 1, 2],
      ['y', 2, null, 'w', 3, 4],
      [null, null, null, 'v', 5, 6],
    ];
    const { tables } = await find({ rows });
    expect(tables.map(({ at }) => at)).toEqual(['A1:B3', 'D1:F4']);
  });

  test('a gap within the records of one table does not make two', async () => {
    const { tables } = await find({ rows: [...one, none, ['z', 3], ['w', 4]] });
    expect(tables.map(({ at }) => at)).toEqual(['A1:B6']);
  });

  test('a cell far from all is in no table, and is named', async () => {
    const rows: Given[][] = [...one, ...Array.from({ length: 40 }, () => none), ['lost']];
    expect(await find({ rows })).toMatchObject({ tables: [{ at: 'A1:B3' }], strays: ['A44:A44'] });
  });
});

describe('what is said is followed', () => {
  const rows: Given[][] = [['t'], ['a', 'b', 'c'], ['x', 1, 2], ['y', 3, 4], ['z', 5, 6]];

  test('a range, with open sides or without', async () => {
    expect((await find({ rows }, { range: 'B2:C4' })).tables[0]).toMatchObject({
      at: 'B2:C4',
      names: ['b', 'c'],
    });
    expect((await find({ rows }, { range: 'A2:B' })).tables[0]).toMatchObject({
      at: 'A2:B5',
      names: ['a', 'b'],
    });
    expect((await find({ rows }, { range: 'B:C' })).tables[0]).toMatchObject({ names: ['b', 'c'] });
    await expect(find({ rows }, { range: 'nowhere' })).rejects.toMatchObject({ code: 'range-unclear' });
  });

  test('rows to skip, rows of the header, units and rows at the end', async () => {
    expect((await find({ rows }, { skip: 2, header: false, footer: 1 })).tables[0]).toMatchObject({
      at: 'A1:C5',
      rows: [2, 0, 0, 1],
      asks: [],
    });
    expect((await find({ rows }, { skip: 1, header: 2, units: 1 })).tables[0]).toMatchObject({
      rows: [1, 2, 1, 0],
      names: ['a x', 'b 1', 'c 2'],
    });
  });

  test('a sheet that is wanted as it is shown is taken whole', async () => {
    expect(
      (await find({ rows: [['t'], none, ...rows] }, { header: false, types: 'text' })).tables,
    ).toMatchObject([{ at: 'A1:C7', rows: [0, 0, 0, 0] }]);
  });
});

test('an empty sheet has no table', async () => {
  expect(await find({ rows: [] })).toEqual({ tables: [], strays: [] });
});

describe('of several tables on a sheet', () => {
  const cities: Given[][] = [
    ['city', 'people'],
    ['Oslo', 700_000],
    ['Bonn', 330_000],
  ];
  const rates: Given[][] = [
    ['on', 'rate'],
    ['Monday', 0.5],
    ['Tuesday', 0.75],
  ];

  async function findAt(rows: Given[][], options: TableOptions): Promise<string[]> {
    return (await find({ rows }, options)).tables.map(({ at }) => at);
  }

  test('the one that is meant is found by its columns, wherever it lies and however long it is now', async () => {
    const table = { columns: ['on', 'rate'], place: 1 };
    expect(await findAt([...cities, none, none, ...rates], { table })).toEqual(['A6:B8']);
    const grown = [...cities, ['Graz', 290_000], none, none, ...rates, ['Friday', 1]];
    expect(await findAt(grown, { table })).toEqual(['A7:B10']);
    expect(await findAt([...rates, none, none, ...cities], { table })).toEqual(['A1:B3']);
  });

  test('tables with the same columns are told apart by their order', async () => {
    const rows = [...cities, none, none, ...cities];
    expect(await findAt(rows, { table: { columns: ['city', 'people'], place: 0 } })).toEqual(['A1:B3']);
    expect(await findAt(rows, { table: { columns: ['city', 'people'], place: 1 } })).toEqual(['A6:B8']);
  });

  test('its layout is as it is said, counted from its top', async () => {
    const table = { columns: ['on', 'rate'], place: 1 };
    const found = await find({ rows: [...cities, none, none, ...rates] }, { table, skip: 1, header: 0 });
    expect(found.tables).toMatchObject([{ at: 'A6:B8', rows: [1, 0, 0, 0] }]);
  });

  test('a table alone on its sheet is told from no other', async () => {
    const cells = await readMade({
      sheets: [`<worksheet><sheetData>${toRowsXml(cities)}</sheetData></worksheet>`],
    });
    expect(findTables(cells).marks).toEqual([undefined]);
    expect(findTables(cells, { table: { columns: ['on', 'rate'], place: 1 } }).marks).toEqual([
      { columns: ['city', 'people'], place: 0 },
    ]);
  });
});
