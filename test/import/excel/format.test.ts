import { describe, expect, test } from 'vitest';
import { formatNumber, formatText } from '../../../src/import/excel/format/format';
import { toNumberFormat } from '../../../src/import/excel/format/numberFormat';

describe('a format says what a number is', () => {
  test.for([
    ['General', 'general'],
    ['0.00', 'number'],
    ['0%', 'percent'],
    ['@', 'text'],
    ['yyyy-mm-dd', 'date'],
    ['yyyy"年"m"月"', 'date'],
    ['[$-804]yyyy"年"m"月"d"日";@', 'date'],
    ['m/d/yy h:mm', 'timestamp'],
    ['h:mm AM/PM', 'time'],
    ['[h]:mm', 'duration'],
    ['[mm]:ss.0', 'duration'],
    ['mm:ss', 'time'],
    ['mmm', 'date'],
    ['"day "0', 'number'],
    ['[Red]0;[Blue]-0', 'number'],
    ['[$¥-804]#,##0.00', 'number'],
    ['\\d\\a\\y 0', 'number'],
    ['_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', 'number'],
    ['"months: "General', 'general'],
    ['上午/下午h"时"mm"分"', 'time'],
    ['aaaa', 'date'],
    ['[DBNum1]yyyy"年"', 'date'],
  ])('%s is %s', ([code, kind]) => {
    expect(toNumberFormat(code!).kind).toBe(kind);
  });

  test('zeros before the first digit make an identifier, and those of an amount do not', () => {
    const padded = ['00000', '000-00-0000', '"No."0000', '0', '0.00', '#,##0', '00.0', '0000%'].filter(
      (code) => toNumberFormat(code).isPadded,
    );
    expect(padded).toEqual(['00000', '000-00-0000', '"No."0000']);
  });
});

describe('numbers are shown as Excel shows them', () => {
  test.for<[number, string, string]>([
    [1234.5, 'General', '1234.5'],
    [1 / 3, 'General', '0.333333333'],
    [22 / 3, 'General', '7.333333333'],
    [123_456_789_012, 'General', '1.23457E+11'],
    [12_345_678_901, 'General', '12345678901'],
    [0.00012345678912, 'General', '0.000123457'],
    [0.00001, 'General', '0.00001'],
    [0.0000123456789, 'General', '1.23457E-05'],
    [1e-10, 'General', '1E-10'],
    [-1234567.891234, 'General', '-1234567.891'],
    [99_999_999_999.9, 'General', '1E+11'],
    [1.005, '0.00', '1.01'],
    [0.5, '0', '1'],
    [2.5, '0', '3'],
    [-2.5, '0', '-3'],
    [0, '#', ''],
    [0.25, '.00', '.25'],
    [1234567.891, '#,##0.00', '1,234,567.89'],
    [12, '000,000', '000,012'],
    [1234567, '#,##0,', '1,235'],
    [1234567, '0.0,,"M"', '1.2M'],
    [0.1234, '0.0%', '12.3%'],
    [-1234.5, '#,##0.00_);(#,##0.00)', '(1,234.50)'],
    [1234.5, '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_)', ' 1,234.50 '],
    [0, '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_)', ' -   '],
    [5551234567, '(###) ###-####', '(555) 123-4567'],
    [123456789, '000-00-0000', '123-45-6789'],
    [42, '00000', '00042'],
    [12345, '0.00E+00', '1.23E+04'],
    [12345, '##0.0E+0', '12.3E+3'],
    [0.00001234, '0.00E-00', '1.23E-05'],
    [0, '0.00E+00', '0.00E+00'],
    [1.75, '# ?/?', '1 3/4'],
    [0.3333, '# ??/??', '  1/3 '],
    [2, '# ?/?', '2    '],
    [1.26, '# ?/8', '1 2/8'],
    [150, '[>100]"high";[<0]"low";0', 'high'],
    [-5, '[>100]"high";[<0]"low";0', 'low'],
    [7, '[>100]"high";[<0]"low";0', '7'],
    [-5, '"a";"b";"c"', 'b'],
    [-3.2, '0.0;;', ''],
    [5, '0" 元"', '5 元'],
    [1234, '[$¥-804]#,##0.00', '¥1,234.00'],
    [12.5, '@', '12.5'],
    [1.5, '0.0??', '1.5  '],
  ])('%d by %s', ([value, code, shown]) => {
    expect(formatNumber(value, code)).toBe(shown);
  });

  test('a text goes where the format has a place for it', () => {
    expect(formatText('x', 'General')).toBe('x');
    expect(formatText('x', '0.00')).toBe('x');
    expect(formatText('x', '0;0;0;"<"@">"')).toBe('<x>');
    expect(formatText('x', '@" kg"')).toBe('x kg');
    expect(formatText('x', '0;0;0;')).toBe('');
  });
});

describe('dates', () => {
  test.for<[number, string, string]>([
    [1, 'm/d/yy', '1/1/00'],
    [59, 'yyyy-mm-dd', '1900-02-28'],
    [60, 'yyyy-mm-dd', '1900-02-29'],
    [61, 'yyyy-mm-dd', '1900-03-01'],
    [0, 'm/d/yyyy', '1/0/1900'],
    [-1, 'm/d/yyyy', '########'],
    [2_958_466, 'm/d/yyyy', '########'],
    [45_356, 'yyyy"年"m"月"d"日"', '2024年3月5日'],
    [45_356, '[$-409]d-mmm-yyyy;@', '5-Mar-2024'],
    [45_356, 'dddd, mmmm d, yyyy', 'Tuesday, March 5, 2024'],
    [45_356, 'aaaa aaa', '星期二 二'],
    [45_356, 'mmmmm', 'M'],
    [45_356.75, 'yyyy\\-mm\\-dd\\Thh:mm', '2024-03-05T18:00'],
    [45_356.999_999_9, 'yyyy-mm-dd hh:mm:ss', '2024-03-06 00:00:00'],
    [0.5, 'h:mm AM/PM', '12:00 PM'],
    [0, 'h AM/PM', '12 AM'],
    [0.75, '上午/下午h"时"mm"分"', '下午6时00分'],
    [1.5, '[h]:mm', '36:00'],
    [1.5, '[mm]:ss', '2160:00'],
    [0.000_011_574, '[s].00', '1.00'],
    [0.000_715_3, 'mm:ss.0', '01:01.8'],
    [41_224.999_988_425_92, 'yyyy\\-m\\-d\\ hh:mm:ss', '2012-11-11 23:59:59'],
    [45_356, 'd/m/yyyy h:mm', '5/3/2024 0:00'],
  ])('%d by %s', ([serial, code, shown]) => {
    expect(formatNumber(serial, code)).toBe(shown);
  });

  test('of 1904 start four years later', () => {
    expect(formatNumber(0, 'yyyy-mm-dd', true)).toBe('1904-01-01');
    expect(formatNumber(43_894, 'yyyy-mm-dd', true)).toBe('2024-03-05');
  });
});
