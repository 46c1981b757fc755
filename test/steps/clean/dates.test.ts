import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('dates', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
  }, 60_000);

  const quote = (text: string | null) => (text === null ? 'NULL' : `'${text.replaceAll("'", "''")}'`);
  async function read(values: (string | null)[], settings: object = {}) {
    kitchen.table('t(id, x)', values.map((text, id) => `(${id}, ${quote(text)})`).join(', '));
    const { rows } = await kitchen.run('t', [{ step: 'dates', columns: ['x'], ...settings }]);
    return rows.map(([, value]) => value);
  }
  /** Pairs of a text and what it is read as, as they come out. */
  async function reread(written: [string | null, string | null][], settings: object = {}) {
    const values = await read(
      written.map(([text]) => text),
      settings,
    );
    return written.map(([text], at) => [text, values[at]]);
  }

  it('reads days as people write them', async () => {
    const written: [string | null, string | null][] = [
      ['2024-03-05', '2024-03-05'],
      ['2024/3/5', '2024-03-05'],
      ['2024.03.05', '2024-03-05'],
      ['05/03/2024', '2024-03-05'],
      ['5-3-24', '2024-03-05'],
      ['05.03.70', '1970-03-05'],
      ['2024年3月5日', '2024-03-05'],
      ['２０２４年３月５日', '2024-03-05'],
      ['24年3月5号 星期二', '2024-03-05'],
      ['二〇二四年三月二十一日', '2024-03-21'],
      ['二〇二四年十月十日', '2024-10-10'],
      ['5-Mar-24', '2024-03-05'],
      ['March 5th, 2024', '2024-03-05'],
      ['Tue, 5 March 2024', '2024-03-05'],
      ['5 de marzo de 2024', '2024-03-05'],
      ['5. März 2024', '2024-03-05'],
      ['1er août 2024', '2024-08-01'],
      ['20240305', '2024-03-05'],
      ['45356', '2024-03-05'],
      ['2024-03-05 00:00:00', '2024-03-05'],
      [' 2024-03-05 ', '2024-03-05'],
      ['2024-02-29', '2024-02-29'],
      ['2023-02-29', null],
      ['2024-03-05x', null],
      ['2024-13-05', null],
      ['0000-01-01', null],
      ['1.2.10', null],
      ['3月5日', null],
      ['Mar-24', null],
      ['2024-03-05 14:05', null],
      ['5 Smarch 2024', null],
      ['18990305', null],
      ['epoch', null],
      ['infinity', null],
      ['soon', null],
      ['', null],
      [null, null],
    ];
    expect(await reread(written, { order: 'dmy' })).toEqual(written);
  });

  it('takes the year of days without one, where it is told', async () => {
    const written: [string | null, string | null][] = [
      ['3月5日', '2023-03-05'],
      ['5 March', '2023-03-05'],
      ['2月29日', null],
    ];
    expect(await reread(written, { year: 2023 })).toEqual(written);
  });

  it('leaves counts of days alone where told so, or counts from 1904', async () => {
    expect(await read(['45356'], { serials: 'none' })).toEqual([null]);
    expect(await read(['43894'], { serials: '1904' })).toEqual(['2024-03-05']);
  });

  it('finds out which part is the day', async () => {
    expect(await read(['05/03/2024', '13/03/2024'])).toEqual(['2024-03-05', '2024-03-13']);
    expect(await read(['05/03/2024', '03/13/2024'])).toEqual(['2024-05-03', '2024-03-13']);
  });

  it('takes the year first where only that reads all', async () => {
    expect(await read(['99/03/05', '99/12/31'])).toEqual(['1999-03-05', '1999-12-31']);
    expect(await read(['05/05/2024', '2024-03-05'])).toEqual(['2024-05-05', '2024-03-05']);
    expect(await read(['05.03.2024'])).toEqual(['2024-03-05']);
  });

  it('asks a person where the values do not tell', async () => {
    await expect(read(['05/03/2024', '2024-03-05'])).rejects.toMatchObject({
      params: { why: 'day-or-month', value: '05/03/2024' },
    });
    expect(await read(['05/03/2024'], { order: 'mdy' })).toEqual(['2024-05-03']);
  });

  it('reads times as well, and puts those that name a zone into UTC', async () => {
    const written: [string | null, string | null][] = [
      ['2024-03-05 14:05', '2024-03-05 14:05:00'],
      ['2024-03-05T14:05:09.5', '2024-03-05 14:05:09.5'],
      ['5/3/2024 2:05 PM', '2024-03-05 14:05:00'],
      ['5/3/2024, 12:05 am', '2024-03-05 00:05:00'],
      ['2024年3月5日 下午2:05', '2024-03-05 14:05:00'],
      ['2024年3月5日14时05分09秒', '2024-03-05 14:05:09'],
      ['20240305140509', '2024-03-05 14:05:09'],
      ['2024-03-05T14:05:00Z', '2024-03-05 14:05:00'],
      ['2024-03-05T14:05:00+08:00', '2024-03-05 06:05:00'],
      ['2024-03-05 01:00 -0330', '2024-03-05 04:30:00'],
      ['45356.5', '2024-03-05 12:00:00'],
      ['2024-03-05', '2024-03-05 00:00:00'],
      ['2024-03-05 24:05', null],
      ['2024-03-05 14:65', null],
      ['2024-03-05 14:05 pm', null],
      ['14:05', null],
    ];
    expect(await reread(written, { to: 'moment', order: 'dmy' })).toEqual(written);
  });

  it('takes no time from a moment to make a day of it', async () => {
    kitchen.table('m("at")', `(TIMESTAMP '2024-03-05 00:00:00'), (TIMESTAMP '2024-03-05 00:00:01'), (NULL)`);
    const { rows } = await kitchen.run('m', [{ step: 'dates', columns: ['at'] }]);
    expect(rows).toEqual([['2024-03-05'], [null], [null]]);
  });

  it('reads numbers', async () => {
    kitchen.table('n(x)', `(20240305), (45356), (5)`);
    expect((await kitchen.run('n', [{ step: 'dates', columns: ['x'] }])).rows).toEqual([
      ['2024-03-05'],
      ['2024-03-05'],
      [null],
    ]);
  });

  it('keeps or refuses what it cannot read, as told', async () => {
    kitchen.table('t(x)', `('2024-03-05'), ('soon'), ('13/03/2024')`);
    const { rows } = await kitchen.run('t', [{ step: 'dates', columns: ['x'], failing: 'beside' }]);
    expect(rows).toEqual([
      ['2024-03-05', null],
      [null, 'soon'],
      ['2024-03-13', null],
    ]);
    for (const order of ['found', 'dmy'])
      await expect(
        kitchen.run('t', [{ step: 'dates', columns: ['x'], order, failing: 'stop' }]),
      ).rejects.toMatchObject({ params: { why: 'unread', count: 1, value: 'soon' } });
  });
});
