import { describe, expect, test } from 'vitest';
import type { Value } from '../../src/table/column';
import { countDigits, toCellText, toNumberText, toRawText } from '../../src/table/format';

const words = { missing: 'missing', yes: 'true', no: 'false' };

function show(value: Value, type: string, digits?: number): string {
  return toCellText(value, { name: 'x', type }, { locale: 'en-GB', words, digits }).text;
}

describe('numbers', () => {
  test('whole numbers group from five digits on, so that a year stays a year', () => {
    expect(show(12480, 'INTEGER')).toBe('12,480');
    expect(show(2024, 'INTEGER')).toBe('2024');
    expect(show(-1234567, 'BIGINT')).toBe('-1,234,567');
  });

  test('numbers with a fraction group from four digits on', () => {
    expect(show(3150.5, 'DOUBLE', 2)).toBe('3,150.50');
    expect(show(2024, 'DOUBLE', 0)).toBe('2024');
  });

  test('a decimal shows its scale, whether it comes as a number or as digits', () => {
    expect(show(420, 'DECIMAL(18,2)')).toBe('420.00');
    expect(show('12345678901234567890.5', 'DECIMAL(38,2)')).toBe('12,345,678,901,234,567,890.50');
  });

  test('digits beyond 2^53 are grouped without losing one', () => {
    expect(show('9007199254740993', 'BIGINT')).toBe('9,007,199,254,740,993');
    expect(show('-170141183460469231731687303715884105728', 'HUGEINT')).toBe(
      '-170,141,183,460,469,231,731,687,303,715,884,105,728',
    );
  });

  test('what is not a finite number is named', () => {
    expect([NaN, Infinity, -Infinity].map((value) => show(value, 'DOUBLE', 2))).toEqual([
      'NaN',
      'Infinity',
      '-Infinity',
    ]);
  });

  test('a number too small for the digits is not shown as zero', () => {
    expect(show(1.5e-9, 'DOUBLE', 6)).toBe('1.5e-9');
    expect(show(0, 'DOUBLE', 2)).toBe('0.00');
    expect(show(1e300, 'DOUBLE', 2)).toBe('1e+300');
  });

  test('separators are those of the language', () => {
    expect(toNumberText(12480.5, 'DOUBLE', { locale: 'de-DE', digits: 1 })).toBe('12.480,5');
    expect(toNumberText(12480.5, 'DOUBLE', { locale: 'zh-CN', digits: 1 })).toBe('12,480.5');
  });

  test('fraction digits are counted as written, up to six', () => {
    expect([1, 2.5, 0.125, 1e-7, 1.5e21, NaN].map((value) => countDigits(value, 'DOUBLE'))).toEqual([
      0, 1, 3, 6, 0, 0,
    ]);
    // what a sum of doubles has too much is no digit of it
    expect(countDigits(0.1 + 0.2, 'DOUBLE')).toBe(1);
    expect(countDigits(1234.5678901, 'DOUBLE')).toBe(5);
    expect(countDigits(Math.fround(0.1), 'FLOAT')).toBe(1);
    expect(countDigits(null, 'DOUBLE')).toBe(0);
  });
});

describe('other values', () => {
  test('missing and empty are told apart from text', () => {
    const column = { name: 'x', type: 'VARCHAR' };
    const options = { locale: 'en-GB', words };
    expect(toCellText(null, column, options)).toEqual({ text: 'missing', kind: 'missing' });
    expect(toCellText('', column, options)).toEqual({ text: '""', kind: 'empty' });
    expect(toCellText('missing', column, options)).toEqual({ text: 'missing', kind: 'plain' });
  });

  test('flags are words and dates are as they come', () => {
    expect(show(true, 'BOOLEAN')).toBe('true');
    expect(show('2024-02-29', 'DATE')).toBe('2024-02-29');
    expect(show('2024-02-29 10:11:12.123456', 'TIMESTAMP')).toBe('2024-02-29 10:11:12.123456');
  });

  test('digits in a text column are text', () => {
    expect(show('0012345', 'VARCHAR')).toBe('0012345');
  });

  test('nested values are compact JSON', () => {
    expect(show([{ a: 1, b: 'x"y' }, null, true], 'STRUCT(a INTEGER, b VARCHAR)[]')).toBe(
      '[{"a":1,"b":"x\\"y"},null,true]',
    );
    expect(show({}, 'MAP(VARCHAR, INTEGER)')).toBe('{}');
  });

  test('ten million characters are cut, and never within a character', () => {
    expect(show('x'.repeat(10_000_000), 'VARCHAR')).toHaveLength(301);
    expect(
      show([['y'.repeat(10_000_000)], Array.from({ length: 1_000_000 }, () => 1)], 'JSON[]').length,
    ).toBeLessThan(302);
    expect(show(`${'x'.repeat(299)}🎉🎉`, 'VARCHAR')).toBe(`${'x'.repeat(299)}…`);
  });
});

describe('raw text', () => {
  test('keeps the value itself', () => {
    expect(toRawText(null, { name: 'x', type: 'INTEGER' })).toBe('');
    expect(toRawText(12480.5, { name: 'x', type: 'DOUBLE' })).toBe('12480.5');
    expect(toRawText('  a\n', { name: 'x', type: 'VARCHAR' })).toBe('  a\n');
    expect(toRawText(false, { name: 'x', type: 'BOOLEAN' })).toBe('false');
    expect(toRawText([1, null], { name: 'x', type: 'INTEGER[]' })).toBe('[1,null]');
  });

  test('a float is the text that people wrote', () => {
    expect(toRawText(Math.fround(0.1), { name: 'x', type: 'FLOAT' })).toBe('0.1');
  });
});
