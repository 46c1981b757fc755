import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('mask', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
  }, 60_000);

  /** Each value as it comes out. */
  async function masked(values: readonly (string | null)[], settings: object): Promise<unknown[]> {
    const list = values.map((value) => (value === null ? '(NULL)' : `('${value.replaceAll("'", "''")}')`));
    kitchen.table('t(v)', `${list.join(', ')}, (CAST(NULL AS VARCHAR))`);
    const { rows } = await kitchen.run('t', [{ step: 'mask', columns: ['v'], ...settings }]);
    expect(rows.at(-1)).toEqual([null]);
    return rows.slice(0, -1).map(([value]) => value);
  }

  it('leaves the ends of a phone number, however it is written', async () => {
    const values = [
      '13812345678',
      '+86 138-1234-5678',
      '１３８１２３４５６７８',
      '010-62345678',
      '6234567',
      '12',
      '无',
    ];
    expect(await masked(values, { as: 'phone' })).toEqual([
      '138****5678',
      '138****5678',
      '138****5678',
      '010****5678',
      '62***67',
      '****',
      '****',
    ]);
  });

  it('leaves the first letter and the host of an e-mail address, and hides how long it is', async () => {
    const values = ['anna@x.com', ' Bo.Li@mail.x.com ', 'a@x.com', 'anna at x.com', 'two words@x.com', ''];
    expect(await masked(values, { as: 'email' })).toEqual([
      'a***@x.com',
      'B***@mail.x.com',
      '***@x.com',
      '***',
      '***',
      '***',
    ]);
  });

  it('leaves the first character of a name', async () => {
    expect(
      await masked(['张三', '张 三丰', '欧阳娜娜', '王', 'Anna Müller', "O'Brien", ''], { as: 'name' }),
    ).toEqual(['张*', '张**', '欧***', '*', 'A*** M***', 'O***', '']);
  });

  it('leaves the ends of a card number, and nothing of one that is too short', async () => {
    expect(await masked(['11010519491231002x', '6222 0212 3456 7890', '12345678'], { as: 'card' })).toEqual([
      '110***********002X',
      '622*********7890',
      '********',
    ]);
  });

  it('leaves as many characters as are chosen, and none of a value that has no more', async () => {
    expect(await masked(['abcdef', 'abc', 'ab', '🙂x🙂y'], { as: 'ends', first: 1, last: 2 })).toEqual([
      'a***ef',
      '***',
      '**',
      '🙂*🙂y',
    ]);
    expect(await masked(['abc'], { as: 'ends', first: 0, last: 0 })).toEqual(['***']);
    expect(await masked(['abc', ''], { as: 'all' })).toEqual(['***', '***']);
  });

  it('takes numbers, as text', async () => {
    kitchen.table('n(v)', '(13812345678::BIGINT), (NULL)');
    const { rows, columns } = await kitchen.run('n', [{ step: 'mask', columns: ['v'], as: 'phone' }]);
    expect(rows).toEqual([['138****5678'], [null]]);
    expect(columns).toEqual([{ name: 'v', type: 'VARCHAR' }]);
  });
});
