import { readFileSync } from 'node:fs';
import { Converter as ToTraditional } from 'opencc-js/cn2t';
import { Converter as ToSimplified } from 'opencc-js/t2cn';
import { beforeAll, describe, expect, it } from 'vitest';
import { quoteText } from '../../../../src/sql/quote';
import { createKitchen } from '../../kitchen';

describe('Chinese script', { timeout: 60_000 }, () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
  }, 60_000);

  async function convert(script: 'simplified' | 'traditional', texts: readonly (string | null)[]) {
    const rows = texts.map((text, at) => `(${at}, ${text === null ? 'NULL' : quoteText(text)})`);
    kitchen.table('t(id, text)', rows.join(', '));
    const { rows: given } = await kitchen.run('t', [{ step: 'tidy', columns: ['text'], script }]);
    return given.map(([, text]) => text);
  }

  it('becomes simplified, and what is no Chinese stays', async () => {
    const texts = [
      '張偉',
      '臺灣高雄市中山路12號',
      '皇后的頭髮發亮',
      '乾坤與乾淨',
      'Zhang 😀 漢',
      "o'龍\n龍",
      '',
      null,
      '已是简体',
    ];
    expect(await convert('simplified', texts)).toEqual([
      '张伟',
      '台湾高雄市中山路12号',
      '皇后的头发发亮',
      '乾坤与干净',
      'Zhang 😀 汉',
      "o'龙 龙",
      '',
      null,
      '已是简体',
    ]);
  });

  it('becomes traditional word by word, in the characters of Taiwan', async () => {
    const texts = [
      '头发发展',
      '皇后在后面',
      '理发店的里面',
      '干净的面条',
      '发现理发',
      '为什么',
      '银行系统和联系',
      '台湾',
      "o'头发",
    ];
    expect(await convert('traditional', texts)).toEqual([
      '頭髮發展',
      '皇后在後面',
      '理髮店的裡面',
      '乾淨的麵條',
      '發現理髮',
      '為什麼',
      '銀行系統和聯繫',
      '臺灣',
      "o'頭髮",
    ]);
  });

  it('leaves surnames as they are written', async () => {
    expect(
      await convert('traditional', ['余小明', '于伟', '范冰', '余额', '范围', '于是', '叶子明', '钟丽']),
    ).toEqual(['余小明', '于偉', '范冰', '餘額', '範圍', '於是', '葉子明', '鍾麗']);
  });

  it('is converted as OpenCC does it, in all texts of the samples', async () => {
    const files = ['contacts', 'customers', 'products', 'tickets'].map((name) =>
      readFileSync(`samples/${name}.csv`, 'utf8'),
    );
    const texts = [...new Set(files.flatMap((file) => file.match(/[\p{Script=Han}，。]{4,}/gu) ?? []))];
    expect(texts.length).toBeGreaterThan(500);
    const traditional = texts.map(ToTraditional({ from: 'cn', to: 'tw' }));
    expect(await convert('traditional', texts)).toEqual(traditional);
    expect(await convert('simplified', traditional)).toEqual(
      traditional.map(ToSimplified({ from: 't', to: 'cn' })),
    );
  });

  it('converts a word of which each character by itself would stay', async () => {
    expect(await convert('traditional', ['面粉', '表面'])).toEqual(['麵粉', '表面']);
  });

  it('takes a column in which there is none', async () => {
    expect(await convert('traditional', ['abc', null])).toEqual(['abc', null]);
  });
});
