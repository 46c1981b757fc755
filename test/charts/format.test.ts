import { expect, test } from 'vitest';
import { toFittingApart, toNumberFormat, toTextWidth } from '../../src/charts/spec/format';
import type { Look } from '../../src/charts/spec/look';
import { charts } from '../../src/i18n/charts/charts.en';

const look: Look = { tag: 'en-GB', width: 720, dark: false, words: charts.picture };

test('texts that fit stay, one that does not loses its end, and those that would read alike their middle', () => {
  const first = '中华人民共和国新疆维吾尔自治区第1分公司';
  const second = '中华人民共和国新疆维吾尔自治区第2分公司';
  const cut = toFittingApart(['tea', first, second, 'a name of which there is no other like it'], 110);
  expect(cut[0]).toBe('tea');
  expect(cut[1]).toMatch(/^中华.*…第1分公司$/);
  expect(cut[2]).toMatch(/^中华.*…第2分公司$/);
  expect(cut[3]).toMatch(/^a name of .*…$/);
  expect(Math.max(...cut.map((text) => toTextWidth(text)))).toBeLessThanOrEqual(110);
});

test('the same text twice is not told apart, and what has no room at all keeps a letter', () => {
  const twice = 'the very same long name of a group';
  expect(new Set(toFittingApart([twice, twice], 60)).size).toBe(1);
  expect(toFittingApart(['abcdef', 'abcdeg'], 1).every((text) => text.length > 0)).toBe(true);
});

test('numbers beyond what a double knows are written by their power, along an axis too', () => {
  for (const place of ['axis', 'text'] as const) {
    const format = toNumberFormat(look, {}, place);
    expect([format(7e300), format(-7e300)]).toEqual(['7E300', '-7E300']);
  }
  expect(toNumberFormat(look, {})(1234567)).toBe('1,234,567');
});
