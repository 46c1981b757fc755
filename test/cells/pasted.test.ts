import { describe, expect, it } from 'vitest';
import { isOfPairs, toPasted } from '../../src/cells/fields/pasted';
import { findStep } from '../../src/steps/catalog';
import type { ListField } from '../../src/steps/field';
import { column, number, text } from '../../src/steps/field';

const pairs = { from: text(), to: text() };
const rates = { unit: text(), factor: number() };
const listOf = (step: string, name: string) => (findStep(step)!.fields[name] as ListField).fields;

describe('pasted pairs', () => {
  it('are two columns of a spreadsheet, in their order, with quotes, line breaks and blanks in cells', () => {
    expect(
      toPasted('bj\t北京\r\n sh \t上海, 浦东\r\n"a\nb"\t"say ""x"""\r\n\r\nnil\t\t\t\r\n', pairs, []).items,
    ).toEqual([
      { from: 'bj', to: '北京' },
      { from: ' sh ', to: '上海, 浦东' },
      { from: 'a\nb', to: 'say "x"' },
      { from: 'nil', to: '' },
    ]);
  });

  it.each([',', ' , ', '，', ';', ' → ', '='])('may have %s between', (between) => {
    expect(toPasted(`bj${between}北京\nsh${between}上海`, pairs, []).items).toEqual([
      { from: 'bj', to: '北京' },
      { from: 'sh', to: '上海' },
    ]);
  });

  it('are told from lines that are none', () => {
    expect(toPasted('bj,北京\n\nalone\n,x\na,b,c', pairs, [])).toEqual({
      items: [{ from: 'bj', to: '北京' }],
      odd: [
        { line: 3, text: 'alone' },
        { line: 4, text: ',x' },
        { line: 5, text: 'a,b,c' },
      ],
      twice: [],
    });
  });

  it('leave what is listed as it is', () => {
    const listed = [{ from: 'bj', to: '北京' }];
    expect(toPasted('bj\tBeijing\nsh\t上海\nsh\t沪', pairs, listed)).toEqual({
      items: [{ from: 'sh', to: '上海' }],
      odd: [],
      twice: ['bj', 'sh'],
    });
  });

  it('may be of a text and a number', () => {
    expect(toPasted('币种\t汇率\nUSD\t7.1\nJPY\t0.048\nIDR\t1,000.5\nEUR\t', rates, [])).toEqual({
      items: [
        { unit: 'USD', factor: 7.1 },
        { unit: 'JPY', factor: 0.048 },
        { unit: 'IDR', factor: 1000.5 },
      ],
      odd: [
        { line: 1, text: '币种\t汇率' },
        { line: 5, text: 'EUR\t' },
      ],
      twice: [],
    });
  });

  it('go into lists of two things that are typed', () => {
    expect(isOfPairs(listOf('map', 'pairs'))).toBe(true);
    expect(isOfPairs(listOf('units', 'rates'))).toBe(true);
    expect(isOfPairs(listOf('filter', 'conditions'))).toBe(false);
    expect(isOfPairs({ from: column(), to: text() })).toBe(false);
  });
});
