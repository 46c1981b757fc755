import { beforeAll, describe, expect, it } from 'vitest';
import { toFailures } from '../../../src/steps/clean/convert';
import { createKitchen } from '../kitchen';

describe('convert', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
  }, 60_000);

  const quote = (text: string | null) => (text === null ? 'NULL' : `'${text.replaceAll("'", "''")}'`);
  async function read(values: (string | null)[], settings: object) {
    kitchen.table('t(id, x)', values.map((text, id) => `(${id}, ${quote(text)})`).join(', '));
    const { rows, columns } = await kitchen.run('t', [{ step: 'convert', columns: ['x'], ...settings }]);
    return { values: rows.map(([, value]) => value), rows, type: columns[1]!.type };
  }

  it('reads numbers as people write them', async () => {
    const written: [string | null, number | null][] = [
      ['12', 12],
      ['-3.5', -3.5],
      ['.5', 0.5],
      ['760.', 760],
      ['1,234.5', 1234.5],
      ['12,34,567', 1234567],
      ['¥1 234', 1234],
      ['￥１，２３４．５', 1234.5],
      ['1\u00a0234', 1234],
      ["1'234'567.8", 1234567.8],
      ['$ -5', -5],
      ['(5)', -5],
      ['(1,200.50)', -1200.5],
      ['5-', -5],
      ['+7', 7],
      ['−8', -8],
      ['12%', 0.12],
      ['3.2万', 32000],
      ['1.13万', 11300],
      ['2亿元', 200000000],
      ['¥5元', 5],
      ['1e5', 100000],
      ['12 USD', 12],
      ['Rs.5', 5],
      ['007', 7],
      ['12345678901234567890', null],
      ['1234567890123456800', 1234567890123456800],
      ['1e999', null],
      ['12%元', null],
      ['万', null],
      ['1,23', null],
      ['0,123', null],
      ['((5))', null],
      ['-(5)', null],
      ['5 apples', null],
      ['$5 €', null],
      ['1_000', null],
      ['inf', null],
      ['nan', null],
      ['0x1F', null],
      ['n/a', null],
      ['', null],
      [null, null],
    ];
    const { values, type } = await read(
      written.map(([text]) => text),
      { to: 'number' },
    );
    expect(written.map(([text], at) => [text, values[at]])).toEqual(written);
    expect(type).toBe('DOUBLE');
  });

  it('reads a comma as the point where told so, and 12% as 12', async () => {
    const { values } = await read(['1.234,5', '1,5', '1234', '1.234.567', '1,234.5', '12,5%', '3,2万'], {
      to: 'number',
      decimal: 'comma',
      percent: 'number',
    });
    expect(values).toEqual([1234.5, 1.5, 1234, 1234567, null, 12.5, 32000]);
  });

  it('reads whole numbers only where nothing is lost', async () => {
    const { values, type } = await read(
      [
        '12',
        '1,234',
        '12.0',
        '12.5',
        '3.5万',
        '9007199254740993',
        '9223372036854775807',
        '99999999999999999999',
      ],
      { to: 'whole' },
    );
    expect(values).toEqual([12, 1234, 12, null, 35000, '9007199254740993', '9223372036854775807', null]);
    expect(type).toBe('BIGINT');
  });

  it('keeps a number what it is, and rounds none', async () => {
    kitchen.table(
      'n(d, e, b)',
      `(12.50::DECIMAL(9,2), 3.0::DOUBLE, true), (7.00, 3.5, false), (NULL, 'nan'::DOUBLE, NULL)`,
    );
    const numbers = await kitchen.run('n', [{ step: 'convert', columns: ['d', 'e', 'b'], to: 'number' }]);
    expect(numbers.columns.map(({ type }) => type)).toEqual(['DECIMAL(9,2)', 'DOUBLE', 'DOUBLE']);
    const whole = await kitchen.run('n', [{ step: 'convert', columns: ['d', 'e', 'b'], to: 'whole' }]);
    expect(whole.rows).toEqual([
      [null, 3, 1],
      [7, null, 0],
      [null, null, null],
    ]);
  });

  it('reads yes and no in the words of many languages', async () => {
    const { values, type } = await read(['Yes', ' 否 ', 'TRUE', '0', '√', 'maybe', '', null], { to: 'flag' });
    expect(values).toEqual([true, false, true, false, true, null, null, null]);
    expect(type).toBe('BOOLEAN');
  });

  it('writes numbers and days as text without adding to them', async () => {
    kitchen.table(
      'w(a, b, c)',
      `(13812345678::DOUBLE, DATE '2024-03-05', 1.50::DECIMAL(5,2)), (0.1, NULL, NULL)`,
    );
    const { rows } = await kitchen.run('w', [{ step: 'convert', columns: ['a', 'b', 'c'], to: 'text' }]);
    expect(rows).toEqual([
      ['13812345678', '2024-03-05', '1.50'],
      ['0.1', null, null],
    ]);
  });

  it('puts what it cannot read into a column beside, where wanted', async () => {
    const { rows } = await read(['1', 'n/a', ' ', null, '2'], { to: 'number', failing: 'beside' });
    expect(rows).toEqual([
      [0, 1, null],
      [1, null, 'n/a'],
      [2, null, null],
      [3, null, null],
      [4, 2, null],
    ]);
  });

  it('stops where it cannot read a value, if wanted, and says which', async () => {
    await expect(read(['1', 'n/a', 'n/a', '-'], { to: 'number', failing: 'stop' })).rejects.toMatchObject({
      params: { why: 'unread', count: 3, value: 'n/a' },
    });
    expect((await read(['1', ' '], { to: 'number', failing: 'stop' })).values).toEqual([1, null]);
  });

  it('lists what it cannot read', async () => {
    kitchen.table('f(a, b)', `('1', '2024-01-01'), ('x', 'x'), ('x', ''), ('y', NULL)`);
    const sql = toFailures(
      {
        columns: ['a', 'b'],
        to: 'number',
        decimal: 'point',
        percent: 'share',
        order: 'found',
        failing: 'clear',
      },
      {
        from: '"f"',
        source: '"f"',
        columns: [
          { name: 'a', type: 'VARCHAR' },
          { name: 'b', type: 'VARCHAR' },
        ],
        tables: new Map(),
        seed: 1,
        found: [],
      },
    );
    expect(kitchen.rows(sql)).toEqual([
      ['a', 'x', 2],
      ['a', 'y', 1],
      ['b', '2024-01-01', 1],
      ['b', 'x', 1],
    ]);
  });

  it('says which columns can never be of a type', async () => {
    kitchen.table('d(day)', `(DATE '2024-01-01')`);
    const { problem } = await kitchen.compile('d', [{ step: 'convert', columns: ['day'], to: 'number' }]);
    expect(problem).toMatchObject({ code: 'step-family' });
  });

  it('keeps the rows of a large table in order', async () => {
    kitchen.create('many', `SELECT range AS id, '¥' || range AS x FROM range(40000)`);
    const { sql } = await kitchen.run('many', [{ step: 'convert', columns: ['x'], to: 'number' }]);
    expect(
      kitchen.rows(
        `SELECT count(*) FROM (${sql}) AS made POSITIONAL JOIN many WHERE x IS DISTINCT FROM made.id OR made.id <> many.id`.replace(
          'WHERE x',
          'WHERE made.x',
        ),
      ),
    ).toEqual([[0]]);
  });
});
