import { beforeAll, describe, expect, it } from 'vitest';
import { quoteText } from '../../../src/sql/quote';
import { createKitchen } from '../kitchen';

describe('extract', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
  }, 60_000);

  async function take(text: string | null, settings: object) {
    kitchen.create('t', `SELECT CAST(${text === null ? 'NULL' : quoteText(text)} AS VARCHAR) AS s`);
    return (await kitchen.run('t', [{ step: 'extract', column: 's', ...settings }])).rows[0]!.slice(1);
  }

  it.each([
    ['¥1,234.50元', 1234.5],
    ['温度 -12.5 度', -12.5],
    ['A-12', 12],
    ['(-3)', -3],
    ['10-20', 10],
    ['--5', 5],
    ['about 1,2345', 1],
    ['none', null],
    ['', null],
  ])('takes a number out of %s', async (text, number) => {
    expect(await take(text, { what: 'number' })).toEqual([number]);
  });

  it('takes numbers as they are written, and all of them', async () => {
    expect(await take('no. 00012345678901234567', { what: 'number', type: 'text' })).toEqual([
      '00012345678901234567',
    ]);
    expect(await take('a 1,000 b -2 c3', { what: 'number', take: 'joined', delimiter: '|' })).toEqual([
      '1,000|-2|3',
    ]);
  });

  it.each([
    ['email', '写信给 li.lei+a@mail.example.com.cn，谢谢', 'li.lei+a@mail.example.com.cn'],
    ['email', 'a@b', null],
    ['phone', '手机13812345678，谢谢', '13812345678'],
    ['phone', '+86 138-1234-5679', '+86 138-1234-5679'],
    ['phone', '电话 010-62345678 转 3', '010-62345678'],
    ['phone', 'call +1 (415) 555-0100 now', '+1 (415) 555-0100'],
    ['phone', '11010119900307123X', null],
    ['phone', '订单 2024030512345678901', null],
    ['url', '见 https://example.com/a?b=1。', 'https://example.com/a?b=1'],
    ['url', 'see www.example.com, please', 'www.example.com'],
    ['date', '签于2024年3月5日上午', '2024年3月5日'],
    ['date', 'on 2024-03-05T10:00', null],
    ['date', 'due 2024/3/5.', '2024/3/5'],
    ['date', '05/03/2024', '05/03/2024'],
    ['date', '9月10日见', '9月10日'],
    ['chinese', 'ABC北京-上海', '北京'],
    ['letters', '北京Zoë1', 'Zoë'],
  ])('takes %s out of %s', async (what, text, found) => {
    expect(await take(text, { what })).toEqual([found]);
  });

  it('joins or lists all that is found, and is missing where there is nothing', async () => {
    expect(await take('ABC北京-上海', { what: 'chinese', take: 'joined', delimiter: '' })).toEqual([
      '北京上海',
    ]);
    expect(await take('ABC北京-上海', { what: 'chinese', take: 'list' })).toEqual(['[北京, 上海]']);
    expect(await take('ABC', { what: 'chinese', take: 'joined' })).toEqual([null]);
    expect(await take(null, { what: 'letters' })).toEqual([null]);
  });

  it('makes a column of each group of a pattern', async () => {
    const settings = { what: 'pattern', pattern: '(?P<area>\\d{3})-(\\d+)' };
    expect(await take('tel 010-6234', settings)).toEqual(['010', '6234']);
    const { columns } = await kitchen.run('t', [{ step: 'extract', column: 's', ...settings }]);
    expect(columns.map(({ name }) => name)).toEqual(['s', 'area', 's_pattern_2']);
    expect(await take('x12', { what: 'pattern', pattern: 'x(\\d)', name: 'n' })).toEqual(['1']);
  });

  it('tells of a pattern that the engine cannot read', async () => {
    kitchen.table('t(s)', `('a')`);
    const { problem } = await kitchen.compile('t', [
      { step: 'extract', column: 's', what: 'pattern', pattern: '(?<=a)b' },
    ]);
    expect(problem).toBeDefined();
  });
});
