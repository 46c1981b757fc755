import { describe, expect, test } from 'vitest';
import type { EncodingFinding } from '../../../src/import/text/encoding';
import { createEncodingProbe } from '../../../src/import/text/encoding';
import { createRandom } from '../../random';
import type { Language } from './languages';
import { languages } from './languages';
import { createEncoder, decode } from './legacyEncoder';

function findEncoding(bytes: Uint8Array, piece = bytes.length): EncodingFinding {
  const probe = createEncodingProbe();
  for (let at = 0; at < bytes.length; at += piece) probe.push(bytes.subarray(at, at + piece));
  return probe.finish();
}

const written: Record<Language, string[]> = {
  chinese: ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'],
  taiwanese: ['utf-8', 'utf-16le', 'big5'],
  japanese: ['utf-8', 'utf-16be', 'shift_jis', 'euc-jp'],
  korean: ['utf-8', 'euc-kr'],
  russian: ['utf-8', 'windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic'],
  ukrainian: ['windows-1251'],
  bulgarian: ['windows-1251', 'iso-8859-5'],
  greek: ['utf-8', 'windows-1253', 'iso-8859-7'],
  polish: ['utf-8', 'windows-1250', 'iso-8859-2'],
  czech: ['windows-1250', 'iso-8859-2'],
  slovak: ['windows-1250', 'iso-8859-2'],
  hungarian: ['windows-1250', 'iso-8859-2'],
  romanian: ['windows-1250', 'iso-8859-2'],
  croatian: ['windows-1250', 'iso-8859-2'],
  german: ['utf-8', 'windows-1252', 'iso-8859-15', 'macintosh'],
  french: ['utf-8', 'windows-1252', 'macintosh'],
  spanish: ['windows-1252', 'iso-8859-15'],
  portuguese: ['windows-1252', 'macintosh'],
  italian: ['windows-1252'],
  swedish: ['windows-1252', 'iso-8859-15'],
  danish: ['windows-1252'],
  finnish: ['windows-1252'],
  turkish: ['utf-8', 'windows-1254'],
  lithuanian: ['windows-1257', 'iso-8859-13', 'iso-8859-4'],
  latvian: ['windows-1257', 'iso-8859-4'],
  estonian: ['windows-1257'],
  hebrew: ['windows-1255'],
  arabic: ['windows-1256', 'iso-8859-6'],
  vietnamese: ['windows-1258'],
  thai: ['windows-874'],
};

const encoders = new Map<string, ReturnType<typeof createEncoder>>();
const combos = Object.entries(written).flatMap(([language, labels]) =>
  labels.map((label) => {
    if (!encoders.has(label)) encoders.set(label, createEncoder(label));
    return { language: language as Language, label, encode: encoders.get(label)! };
  }),
);

/** Whole lines of a text, again and again, until there are so many bytes. */
function toBytes(language: Language, encode: (text: string) => Uint8Array, size: number): Uint8Array {
  const lines = languages[language].split('\n').filter(Boolean);
  let text = '';
  for (let at = 0; encode(text).length < size; at++) text += `${lines[at % lines.length]}\n`;
  return encode(text);
}

/** The combinations that are read as something else. */
function findWrong(toText: (combo: (typeof combos)[number]) => Uint8Array) {
  return combos.flatMap((combo) => {
    const bytes = toText(combo);
    const { label, sure } = findEncoding(bytes);
    const isRight = decode(label, bytes) === decode(combo.label, bytes);
    return isRight
      ? []
      : [`${combo.language} in ${combo.label} as ${label}${sure ? ', and sure of it' : ''}`];
  });
}

describe('texts in the encodings that people have', () => {
  test('of 2 kB: all are read right', () => {
    expect(combos.length).toBeGreaterThan(50);
    expect(findWrong(({ language, encode }) => toBytes(language, encode, 2000))).toEqual([]);
  });

  test('of 200 bytes, from the rows of a table: nearly all', () => {
    const wrong = findWrong(({ language, encode }) => {
      const rows = languages[language].split('\n').slice(1, -1);
      let text = '';
      for (const row of rows) if (encode(text).length < 200) text += `${row}\n`;
      return encode(text);
    });
    expect(wrong.length).toBeLessThanOrEqual(combos.length * 0.05);
    expect(wrong.filter((text) => /^(chinese|taiwanese|japanese|korean) /.test(text))).toEqual([]);
  });

  test('one name in a table that is else ASCII: most, and no wrong one is taken for sure', () => {
    const wrong = findWrong(({ language, encode }) => {
      const name = languages[language].split('\n').at(2)!.split(/[,;]/)[1]!;
      return encode(`id,name,amount\n1,Ann,12.50\n2,${name},8.00\n3,Bob,7.25\n`);
    });
    expect(wrong.length).toBeLessThanOrEqual(combos.length * 0.25);
    expect(wrong.filter((text) => text.endsWith('sure of it'))).toEqual([]);
  });

  test('it makes no difference how the bytes are cut into pieces', () => {
    for (const { language, encode } of combos) {
      const bytes = toBytes(language, encode, 600);
      const whole = findEncoding(bytes);
      for (const piece of [1, 3, 64]) expect(findEncoding(bytes, piece)).toEqual(whole);
    }
  });

  test('a large file is read as its first kilobytes are, in pieces of any size', () => {
    for (const label of ['gb18030', 'windows-1252', 'shift_jis', 'utf-8', 'utf-16le'] as const) {
      const language = ({ 'windows-1252': 'french', shift_jis: 'japanese' } as const)[label as 'shift_jis'];
      const bytes = toBytes(language ?? 'chinese', createEncoder(label), 3000);
      const probe = createEncodingProbe();
      for (let round = 0; round < 600; round++) probe.push(bytes);
      expect(probe.finish()).toMatchObject({ label, damaged: 0, sure: true });
    }
  });
});

describe('one short Chinese cell in a table that is else ASCII', () => {
  const encode = createEncoder('gb18030');
  const cells =
    '北京 上海 张三 李四 王五 万 元 男 是 否 已完成 待付款 有限公司 人民币 ￥100 100万 第1季度 销售部 客户A 备注：无 模式 时间： 设备 姓名 电话 是否有效 合计 小计 华东 （空） 现金 微信支付 支付宝 年 月 日 联通 移动 电信 中国 广东省 深圳市 南山区 项目 数量 单价 金额'.split(
      ' ',
    );

  test('is read as GB18030, and at least 19 in 20 right', () => {
    const wrong = cells.filter((cell) => {
      const { label } = findEncoding(encode(`id,name,amount\n1001,${cell},12.50\n1002,none,8\n`));
      return label !== 'gb18030';
    });
    expect(wrong.length).toBeLessThanOrEqual(cells.length / 20);
  });

  test('at the end of megabytes of ASCII', () => {
    const probe = createEncodingProbe();
    const plain = new TextEncoder().encode('1001,plain,12.50\n'.repeat(10_000));
    for (let round = 0; round < 20; round++) probe.push(plain);
    probe.push(encode('1002,北京,8\n'));
    expect(probe.finish()).toMatchObject({ label: 'gb18030', damaged: 0 });
  });

  test('others that it could be are named, the likeliest first', () => {
    const { label, candidates, sure } = findEncoding(encode('id,name\n1,销售\n'));
    expect(candidates[0]).toBe(label);
    expect(sure || candidates.length > 1).toBe(true);
    expect(new Set(candidates).size).toBe(candidates.length);
  });
});

describe('marks', () => {
  const bytes = (...all: (number[] | Uint8Array)[]) => Uint8Array.from(all.flatMap((some) => [...some]));

  test.each([
    ['utf-8', [0xef, 0xbb, 0xbf]],
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
    ['gb18030', [0x84, 0x31, 0x95, 0x33]],
  ])('%s by its mark, even with next to nothing behind it', (label, mark) => {
    const encode = createEncoder(label);
    for (const text of ['', 'a', '北京,1\n', 'id\tname\r\n1\t张三\r\n']) {
      expect(findEncoding(bytes(mark, encode(text)))).toEqual({
        label,
        candidates: [label],
        sure: true,
        markBytes: mark.length,
        damaged: 0,
      });
    }
  });

  test('a mark in the middle of joined files is a character like others', () => {
    const part = bytes([0xef, 0xbb, 0xbf], createEncoder('utf-8')('城市,数量\n北京,1\n'));
    expect(findEncoding(bytes(part, part))).toMatchObject({ label: 'utf-8', markBytes: 3, damaged: 0 });
  });

  test('the mark of UTF-8 before a text in GBK is not believed', () => {
    const text = createEncoder('gb18030')(languages.chinese);
    expect(findEncoding(bytes([0xef, 0xbb, 0xbf], text))).toMatchObject({ label: 'gb18030', markBytes: 3 });
  });
});

describe('UTF-8', () => {
  test('ASCII is UTF-8, and so is nothing at all', () => {
    for (const text of ['', 'a,b\n1,2\n', 'a\0b\n']) {
      expect(findEncoding(new TextEncoder().encode(text))).toMatchObject({ label: 'utf-8', sure: true });
    }
  });

  test.each(['é', 'ü', '°', '·', '€', '—', 'Ω', 'да', 'שלום', '北', '北京', '😀', 'Łódź', 'naïve'])(
    'a single %s is enough',
    (text) => {
      expect(findEncoding(new TextEncoder().encode(`id,name\n1,${text}\n`))).toMatchObject({
        label: 'utf-8',
        damaged: 0,
      });
    },
  );

  test('a few damaged places in a long text do not make it another encoding, and are counted', () => {
    const text = new TextEncoder().encode(languages.chinese.repeat(30));
    const random = createRandom(5);
    for (let round = 0; round < 20; round++) {
      const damaged = text.slice();
      for (let hit = 0; hit < 3; hit++) damaged[random.below(damaged.length)] = 0xff;
      const expected = decode('utf-8', damaged).split('\ufffd').length - 1;
      expect(findEncoding(damaged)).toMatchObject({ label: 'utf-8', damaged: expected, sure: false });
    }
  });

  test('a character cut off by the end of the file is damaged', () => {
    const text = new TextEncoder().encode(languages.japanese.slice(0, 60));
    expect(findEncoding(text.subarray(0, -1))).toMatchObject({ label: 'utf-8', damaged: 1 });
  });

  test('damage is counted where the platform puts its sign, for any bytes', () => {
    const random = createRandom(9);
    const start = new TextEncoder().encode(languages.chinese.repeat(100));
    const bits = [
      0x41, 0x80, 0xbf, 0xc0, 0xc2, 0xe0, 0xa0, 0xed, 0x9f, 0xef, 0xf0, 0x90, 0xf4, 0x8f, 0xf5, 0xff,
    ];
    for (let round = 0; round < 400; round++) {
      const noise = Uint8Array.from({ length: random.below(40) }, () => random.pick(bits));
      const probe = createEncodingProbe();
      probe.push(start);
      for (let at = 0; at < noise.length; at += 3) probe.push(noise.subarray(at, at + 3));
      const expected = new TextDecoder().decode(noise).split('\ufffd').length - 1;
      expect({ noise, ...probe.finish() }).toMatchObject({ noise, label: 'utf-8', damaged: expected });
    }
  });
});

describe('the files that users bring', () => {
  test('what Excel saves as Unicode text, its mark lost on the way', () => {
    const text = '姓名\t金额\t日期\r\n张三\t1,200.50\t2024-03-05\r\n';
    for (const label of ['utf-16le', 'utf-16be']) {
      expect(findEncoding(createEncoder(label)(text))).toMatchObject({ label, damaged: 0 });
      expect(findEncoding(createEncoder(label)('id\tname\r\n1\tAnn\r\n'))).toMatchObject({ label });
    }
  });

  test('fields that are filled up with zeros are not UTF-16', () => {
    for (const text of ['ab\0\0\0\0cd\0\0', '1,a\0\n2,b\0\n3,c\0\n', '北京\0\0\0\0\n上海\0\0\0\0\n']) {
      expect(findEncoding(new TextEncoder().encode(text)).label).toBe('utf-8');
    }
    const gbk = createEncoder('gb18030')(`${'北京\0\0\0\0,1\n'.repeat(50)}`);
    expect(findEncoding(gbk).label).toBe('gb18030');
  });

  test('rare characters of four bytes belong to GB18030', () => {
    const text = createEncoder('gb18030')(`姓名,城市\n𠮷田,东京\n${languages.chinese}`);
    expect(findEncoding(text)).toMatchObject({ label: 'gb18030', damaged: 0, sure: true });
  });

  test('one byte that fits nowhere, far behind, is counted in an encoding that is otherwise clear', () => {
    const text = createEncoder('gb18030')(languages.chinese.repeat(5));
    const damaged = Uint8Array.from([...text, 0xff, 0x0a]);
    expect(findEncoding(damaged)).toMatchObject({ label: 'gb18030', damaged: 1, sure: false });
  });

  test('one byte far behind decides between encodings that read the start alike', () => {
    const start = createEncoder('windows-1252')('straße;größe\n'.repeat(2000));
    const price = (label: string) => createEncoder(label)('preis;5 €\n');
    for (const label of ['windows-1252', 'iso-8859-15']) {
      expect(findEncoding(Uint8Array.from([...start, ...price(label)])).label).toBe(label);
    }
  });

  test('noise is never taken for sure', () => {
    const random = createRandom(21);
    for (let round = 0; round < 20; round++) {
      const noise = Uint8Array.from({ length: 3000 }, () => random.below(256));
      expect(findEncoding(noise).candidates.length).toBeGreaterThan(0);
      expect(findEncoding(noise).sure).toBe(false);
    }
  });
});
