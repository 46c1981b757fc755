import { describe, expect, it } from 'vitest';
import { findByDistance } from '../../../../src/steps/clean/spellings/distance';
import { findByKey, toFingerprint, toPairKey } from '../../../../src/steps/clean/spellings/keys';
import { toSound } from '../../../../src/steps/clean/spellings/sound';
import { toDistance } from '../../../../src/steps/clean/spellings/levenshtein';
import { runSliced } from '../../../../src/steps/clean/spellings/run';
import type { Sliced, Spelling } from '../../../../src/steps/clean/spellings/spelling';

function finish<T>(work: Sliced<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
const count = (values: Record<string, number>): Spelling[] =>
  Object.entries(values).map(([value, count]) => ({ value, count }));
const names = (groups: readonly { to: string; spellings: readonly Spelling[] }[]) =>
  groups.map(({ to, spellings }) => [to, ...spellings.map(({ value }) => value)]);

describe('spellings of one key', () => {
  it('are those with the same words, whatever their case, order, accents, width and punctuation', () => {
    const values = count({
      'Müller, Anna': 3,
      'anna MULLER': 5,
      'Ａｎｎａ Muller': 1,
      Anna: 9,
      ' 北京': 2,
      北京: 7,
      '北 京': 1,
      '...': 4,
      '!!!': 4,
    });
    expect(names(finish(findByKey(values, toFingerprint)))).toEqual([
      ['北京', '北京', ' 北京', '北 京'],
      ['anna MULLER', 'anna MULLER', 'Müller, Anna', 'Ａｎｎａ Muller'],
    ]);
  });

  it('may be those with the same pairs of letters', () => {
    const values = count({ 'data base': 1, database: 3, 'Data-Base': 1, databank: 1 });
    expect(names(finish(findByKey(values, toPairKey)))).toEqual([
      ['database', 'database', 'Data-Base', 'data base'],
    ]);
  });
});

describe('the distance of two texts', () => {
  it('is what the plain algorithm says', () => {
    const letters = 'abc';
    let seed = 1;
    const random = (below: number) => {
      seed = (seed * 48271) % 2147483647;
      return seed % below;
    };
    const draw = () => Array.from({ length: random(9) }, () => letters[random(3)]).join('');
    for (let at = 0; at < 3000; at++) {
      const [a, b, most] = [draw(), draw(), random(4)];
      expect([a, b, most, toDistance(a, b, most)]).toEqual([
        a,
        b,
        most,
        Math.min(toPlainDistance(a, b), most + 1),
      ]);
    }
  });
});

function toPlainDistance(a: string, b: string): number {
  const table = Array.from({ length: b.length + 1 }, (_, y) =>
    Array.from({ length: a.length + 1 }, (_, x) => (y === 0 ? x : y)),
  );
  for (let y = 1; y <= b.length; y++)
    for (let x = 1; x <= a.length; x++)
      table[y]![x] = Math.min(
        table[y - 1]![x]! + 1,
        table[y]![x - 1]! + 1,
        table[y - 1]![x - 1]! + Number(a[x - 1] !== b[y - 1]),
      );
  return table[b.length]![a.length]!;
}

describe('spellings near each other', () => {
  it('differ by few letters, and never by a number', () => {
    const values = count({
      'Shenzhen Huawei': 8,
      'Shenzen Huawei': 2,
      'shenzhen huwei': 1,
      'Store 12': 3,
      'Store 13': 3,
      华为技术公司: 5,
      华为技木公司: 1,
      上海: 9,
      北海: 9,
      cat: 2,
      car: 2,
    });
    expect(names(finish(findByDistance(values)))).toEqual([
      ['Shenzhen Huawei', 'Shenzhen Huawei', 'Shenzen Huawei', 'shenzhen huwei'],
      ['华为技术公司', '华为技术公司', '华为技木公司'],
    ]);
  });

  it('are found as comparing every pair finds them', () => {
    const base = [
      'jonathan',
      'johnathan',
      'jonatan',
      'nathaniel',
      'katherine',
      'catherine',
      'kathryn',
      'catherin',
    ];
    const values = count(Object.fromEntries(base.map((name, at) => [name, base.length - at])));
    const groups = finish(findByDistance(values, { share: 0.25 }));
    expect(names(groups)).toEqual([
      ['jonathan', 'jonathan', 'johnathan', 'jonatan'],
      ['katherine', 'katherine', 'catherine', 'catherin'],
    ]);
  });

  it('lead no further than to those near the most frequent', () => {
    const values = count({ aaaaaaaaaa: 9, aaaaaaaabb: 5, aaaaaabbbb: 1 });
    expect(names(finish(findByDistance(values)))).toEqual([['aaaaaaaaaa', 'aaaaaaaaaa', 'aaaaaaaabb']]);
  });

  it('are found among many values', { timeout: 60_000 }, () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 48271) % 2147483647;
      return seed % below;
    };
    const syllables =
      'ba be bo ka ke ko la le lo ma me mi na ne ni ra re ro sa se shi ta te to va ve za'.split(' ');
    const draw = (length: number) =>
      Array.from({ length }, () => syllables[random(syllables.length)]).join('');
    const values = new Map<string, number>();
    while (values.size < 20_000) {
      const name = `${draw(3)} ${draw(4)} ${['ltd', 'company', 'gmbh'][random(3)]}`;
      values.set(name, 10);
      const at = 1 + random(name.length - 2);
      values.set(name.slice(0, at) + 'x' + name.slice(at + random(2)), 1);
    }
    const spellings = [...values].map(([value, rows]) => ({ value, count: rows }));
    const groups = finish(findByDistance(spellings));
    // every name has a misspelt twin but for the few whose twin was there before
    expect(groups.length).toBeGreaterThan(9_000);
  });
});

describe('sliced work', () => {
  function* count(): Sliced<string> {
    for (let at = 0; at < 50; at++) {
      const until = performance.now() + 2;
      while (performance.now() < until);
      yield at / 50;
    }
    return 'done';
  }

  it('tells how far it is, lets others run, and gives what it found', async () => {
    const told: number[] = [];
    let others = 0;
    const timer = setInterval(() => others++, 1);
    expect(await runSliced(count(), { onProgress: (done) => told.push(done) })).toBe('done');
    clearInterval(timer);
    expect(told.length).toBeGreaterThan(2);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(others).toBeGreaterThan(0);
  });

  it('can be stopped', async () => {
    const controller = new AbortController();
    const running = runSliced(count(), { signal: controller.signal, onProgress: () => controller.abort() });
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('spellings of one sound', () => {
  it('are those that are read the same in Mandarin, and their pinyin with or without tones, blanks and hyphens', () => {
    const values = count({
      李强: 9,
      'Li Qiang': 3,
      liqiang: 2,
      'Lǐ-Qiáng': 1,
      张三: 8,
      章三: 1,
      張三: 1,
      吕布: 5,
      'Lǚ Bù': 1,
      重庆: 4,
      Chongqing: 2,
      曾明: 3,
      'Zeng Ming': 2,
      Müller: 2,
      '...': 2,
    });
    expect(names(finish(findByKey(values, toSound))).map(([, ...all]) => all)).toEqual([
      ['李强', 'Li Qiang', 'liqiang', 'Lǐ-Qiáng'],
      ['张三', '張三', '章三'],
      ['吕布', 'Lǚ Bù'],
      ['重庆', 'Chongqing'],
      ['曾明', 'Zeng Ming'],
    ]);
  });

  it('are found by their words too, where pinyin is written with tones and hyphens', () => {
    const values = count({ 'Li Qiang': 3, 'Lǐ Qiáng': 1, 'li-qiang': 1, 'Qiang, Li': 1 });
    expect(names(finish(findByKey(values, toFingerprint)))[0]).toHaveLength(5);
  });
});
