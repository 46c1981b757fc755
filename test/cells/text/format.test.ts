import { describe, expect, it } from 'vitest';
import { isFormat, toValueText } from '../../../src/cells/text/format';
import type { Value } from '../../../src/table/column';

const words = { missing: 'missing', yes: 'true', no: 'false' };

function show(value: Value, type: string, format?: string, locale = 'en-GB'): string {
  return toValueText(value, { name: 'x', type }, { locale, words, format });
}

describe('a value in a sentence', () => {
  it.each<[Value, string, string | undefined, string, string]>([
    [1234567.5, 'DOUBLE', undefined, 'en-GB', '1,234,567.5'],
    [1234567.5, 'DOUBLE', undefined, 'de-DE', '1.234.567,5'],
    [2024, 'BIGINT', undefined, 'en-GB', '2024'],
    [1234.567, 'DOUBLE', '0.00', 'en-GB', '1,234.57'],
    ['12345678901234567890.5', 'DECIMAL(38,1)', '0.00', 'en-GB', '12,345,678,901,234,567,890.50'],
    [0.4123, 'DOUBLE', 'percent', 'en-GB', '41.2%'],
    [0.4123, 'DOUBLE', '0%', 'en-GB', '41%'],
    ['2024-03-14', 'DATE', undefined, 'en-GB', '14 Mar 2024'],
    ['2024-03-14', 'DATE', undefined, 'zh-CN', '2024年3月14日'],
    ['2024-03-14 23:59:59', 'TIMESTAMP', undefined, 'en-GB', '2024-03-14 23:59:59'],
    ['2024-03-14 23:59:59', 'TIMESTAMP', 'date', 'en-GB', '14 Mar 2024'],
    ['0044-03-15 (BC)', 'DATE', undefined, 'en-GB', '0044-03-15 (BC)'],
    ['infinity', 'DATE', undefined, 'en-GB', 'infinity'],
    ['<b>Rome</b>', 'VARCHAR', undefined, 'en-GB', '<b>Rome</b>'],
    ['Rome', 'VARCHAR', '0.00', 'en-GB', 'Rome'],
    ['', 'VARCHAR', undefined, 'en-GB', ''],
    [null, 'DOUBLE', '0.00', 'en-GB', 'missing'],
    [true, 'BOOLEAN', undefined, 'en-GB', 'true'],
    [['a', 'b', 'c'], 'VARCHAR[]', undefined, 'en-GB', 'a, b and c'],
    [['a', 'b'], 'VARCHAR[]', undefined, 'zh-CN', 'a和b'],
    [[], 'VARCHAR[]', undefined, 'en-GB', ''],
    [{ min: 1, max: 2 }, 'STRUCT(min BIGINT, max BIGINT)', undefined, 'en-GB', '{"min":1,"max":2}'],
  ])('%j of type %s as %s in %s is %s', (value, type, format, locale, text) => {
    expect(show(value, type, format, locale)).toBe(text);
  });
});

it('few formats are known', () => {
  const known = ['0', '0.0', '0.000', '0%', '0.0 %', 'percent', 'date'];
  expect(known.filter((format) => !isFormat(format))).toEqual([]);
  expect(['', '00', '0.', '#,##0', 'Date', '1'].filter(isFormat)).toEqual([]);
});
