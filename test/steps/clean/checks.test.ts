import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

let kitchen: Awaited<ReturnType<typeof createKitchen>>;
beforeAll(async () => {
  kitchen = await createKitchen();
}, 60_000);

const quote = (text: string | null) => (text === null ? 'NULL' : `'${text.replaceAll("'", "''")}'`);

/** The rest of each row after a step, beside what was written in it. */
async function read(step: string, values: (string | null)[], settings: object = {}) {
  kitchen.table('t(x)', values.map((text) => `(${quote(text)})`).join(', '));
  const { rows } = await kitchen.run('t', [{ step, columns: ['x'], invalid: 'clear', ...settings }]);
  return values.map((text, at) => [text, ...rows[at]!]);
}

describe('phone', () => {
  it('writes numbers in one form, and finds what is none', async () => {
    const written: [string | null, string | null][] = [
      ['13812345678', '13812345678'],
      ['+86 138-1234-5678', '13812345678'],
      ['0086 13812345678', '13812345678'],
      ['8613812345678', '13812345678'],
      ['１３８１２３４５６７８', '13812345678'],
      ['(010) 6234 5678', '010-62345678'],
      ['+86 10 62345678', '010-62345678'],
      ['0755-8234567', '0755-8234567'],
      ['021-62345678转12', '021-62345678x12'],
      ['400-810-8888', '4008108888'],
      ['95588', '95588'],
      ['+1 (212) 555-0123', '+12125550123'],
      ['0044 20 7946 0958', '+442079460958'],
      ['12812345678', null],
      ['1381234567', null],
      ['62345678', null],
      ['n/a', null],
      ['tel 13812345678', null],
      ['', null],
      [null, null],
    ];
    expect(
      await read(
        'phone',
        written.map(([text]) => text),
      ),
    ).toEqual(written);
  });

  it('writes other forms, and takes no number for Chinese where told so', async () => {
    const some = ['13812345678', '010-62345678'];
    const forms = async (settings: object) => (await read('phone', some, settings)).map((row) => row[1]);
    expect(await forms({ form: 'spaced' })).toEqual(['138 1234 5678', '010 6234 5678']);
    expect(await forms({ form: 'e164' })).toEqual(['+8613812345678', '+861062345678']);
    expect(await forms({ home: 'none' })).toEqual([null, null]);
  });

  it('marks or keeps what is none', async () => {
    expect(await read('phone', ['+8613812345678', 'n/a', ' ', null], { invalid: 'flag' })).toEqual([
      ['+8613812345678', '13812345678', true],
      ['n/a', 'n/a', false],
      [' ', ' ', null],
      [null, null, null],
    ]);
    expect(await read('phone', ['n/a'], { invalid: 'keep' })).toEqual([['n/a', 'n/a']]);
  });

  it('reads numbers that came as numbers', async () => {
    kitchen.table('p(x, y)', '(13812345678, 13812345678::DOUBLE), (5, 1.5)');
    const { rows } = await kitchen.run('p', [{ step: 'phone', columns: ['x', 'y'] }]);
    expect(rows).toEqual([
      ['13812345678', '13812345678'],
      ['5', '1.5'],
    ]);
  });
});

describe('email', () => {
  it('finds addresses, and what is none', async () => {
    const written = [
      ['Anna@X.com', 'anna@x.com'],
      [' Anna Müller <Anna.M+news@Mail.Example.co.uk>; ', 'anna.m+news@mail.example.co.uk'],
      ['mailto:a@b.cn', 'a@b.cn'],
      ['张伟@例子.中国', '张伟@例子.中国'],
      ["o'brien@x.ie", "o'brien@x.ie"],
      ['a@b', null],
      ['a@@b.com', null],
      ['a..b@c.com', null],
      ['.a@c.com', null],
      ['a@-b.com', null],
      ['a b@c.com', null],
      ['a@b.c', null],
      ['@b.com', null],
      ['a@b.com, c@d.com', null],
      [null, null],
    ];
    expect(
      await read(
        'email',
        written.map(([text]) => text!),
      ),
    ).toEqual(written);
    expect(await read('email', ['Anna@X.com'], { lower: false })).toEqual([['Anna@X.com', 'Anna@x.com']]);
  });
});

describe('postcode', () => {
  it('has six digits, and gets its zero back', async () => {
    expect(
      await read('postcode', ['100084', ' 518 000 ', '１０００８４', '10008', '999999', '001234']),
    ).toEqual([
      ['100084', '100084'],
      [' 518 000 ', '518000'],
      ['１０００８４', '100084'],
      ['10008', null],
      ['999999', null],
      ['001234', null],
    ]);
    kitchen.table('p(x)', '(10010), (100084), (1234567)');
    const { rows } = await kitchen.run('p', [{ step: 'postcode', columns: ['x'], invalid: 'clear' }]);
    expect(rows).toEqual([['010010'], ['100084'], [null]]);
  });
});

describe('idCard', () => {
  it('checks the last digit, and makes 18 of 15', async () => {
    // the example of GB 11643-1999 itself, and one of 15 digits
    expect(
      await read('idCard', [
        '11010519491231002X',
        '11010519491231002x',
        '110105 19491231 002X',
        '110105194912310021',
        '110105491231002',
        '440524188001010014',
        '110105194902310021',
        '991105194912310021',
        'n/a',
        null,
      ]),
    ).toEqual([
      ['11010519491231002X', '11010519491231002X'],
      ['11010519491231002x', '11010519491231002X'],
      ['110105 19491231 002X', '11010519491231002X'],
      ['110105194912310021', null],
      ['110105491231002', '11010519491231002X'],
      ['440524188001010014', '440524188001010014'],
      ['110105194902310021', null],
      ['991105194912310021', null],
      ['n/a', null],
      [null, null],
    ]);
  });

  it('tells the birth date, the sex and the region', async () => {
    expect(await read('idCard', ['11010519491231002X', '440524188001010014', 'x'], { parts: true })).toEqual([
      ['11010519491231002X', '11010519491231002X', '1949-12-31', 'F', '110105'],
      ['440524188001010014', '440524188001010014', '1880-01-01', 'M', '440524'],
      ['x', null, null, null, null],
    ]);
  });
});

describe('bankCard', () => {
  it('checks by Luhn', async () => {
    expect(
      await read('bankCard', ['4111 1111 1111 1111', '4111111111111112', '6222020000000000004', '123', null]),
    ).toEqual([
      ['4111 1111 1111 1111', '4111111111111111'],
      ['4111111111111112', null],
      ['6222020000000000004', toLuhn('6222020000000000004') ? '6222020000000000004' : null],
      ['123', null],
      [null, null],
    ]);
    const cards = Array.from(
      { length: 40 },
      (_, at) => `62220200000000${String(at * 2531).padStart(5, '0')}`,
    );
    const found = await read('bankCard', cards, { form: 'groups' });
    expect(found.map(([, card]) => card !== null)).toEqual(cards.map(toLuhn));
    expect(found.find(([, card]) => card !== null)![1]).toMatch(/^(\d{4} ){4}\d{3}$/);
  });

  function toLuhn(card: string): boolean {
    const digits = [...card].reverse().map(Number);
    const sum = digits.reduce(
      (total, digit, at) => total + (at % 2 ? (digit * 2 > 9 ? digit * 2 - 9 : digit * 2) : digit),
      0,
    );
    return sum % 10 === 0;
  }
});

describe('merge', () => {
  it('gives one name to the spellings of a group, to the letter', async () => {
    const groups = [
      { to: '北京', from: [' 北京市', 'Beijing', '北京'] },
      { to: "o'Neil", from: ["O'Neil"] },
    ];
    kitchen.table('m(x)', `('北京'), (' 北京市'), ('北京市'), ('Beijing'), ('beijing'), ('O''Neil'), (NULL)`);
    const { rows } = await kitchen.run('m', [{ step: 'merge', column: 'x', groups }]);
    expect(rows.flat()).toEqual(['北京', '北京', '北京市', '北京', 'beijing', "o'Neil", null]);
    const twice = [...groups, { to: 'x', from: ['Beijing'] }];
    expect(
      (await kitchen.compile('m', [{ step: 'merge', column: 'x', groups: twice }])).problem,
    ).toMatchObject({
      params: { why: 'pair-twice', value: 'Beijing' },
    });
  });
});
