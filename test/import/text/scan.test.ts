import { describe, expect, test } from 'vitest';
import { createScan } from '../../../src/import/text/scan';
import { splitRecords } from '../../../src/import/text/split';
import type { ColumnType } from '../../../src/import/columns/types';
import { createRandom } from '../../random';

interface Given {
  delimiter?: string;
  types?: ColumnType[];
  header?: boolean;
  /** Bytes a piece; the whole text where not given. */
  piece?: number;
}

function scanText(
  text: string,
  { delimiter = ',', types = ['VARCHAR', 'VARCHAR'], header = true, piece }: Given = {},
) {
  const scan = createScan({ delimiter, quote: '"', types });
  scan.header = header;
  const bytes = new TextEncoder().encode(text);
  const size = piece ?? Math.max(bytes.length, 1);
  for (let at = 0; at < bytes.length; at += size) scan.push(bytes.subarray(at, at + size));
  const safeEnd = scan.safeEnd();
  return { ...scan.finish(), safeEnd };
}

describe('records', () => {
  test.each([
    ['', 0],
    ['a', 1],
    ['a\n', 1],
    ['a\nb', 2],
    ['a,b\n1,2\n', 2],
    ['a,b\r\n1,2\r\n', 2],
    ['a,b\r1,2\r', 2],
    ['a,b\n"x\ny",2\n', 2],
    ['a,b\n"x""\ny",2\n', 2],
    ['a,b\n"",2\n"""",3\n', 3],
    ['a,b\nx"y,2\nz"\n', 3],
    ['a,b\n,\n', 2],
  ])('%j holds %i', (text, records) => {
    expect(scanText(text).records).toBe(records);
  });

  test('lines with nothing on them are counted apart', () => {
    const { records, blank } = scanText('a,b\n\n1,2\r\n\r\n\n3,4\n');
    expect({ records, blank }).toEqual({ records: 3, blank: 3 });
  });

  test('a quote that is never closed swallows the rest, and is told', () => {
    const { records, openQuote } = scanText('a,b\n1,"x\n3,4\n5,6\n');
    expect({ records, openQuote }).toEqual({ records: 2, openQuote: true });
  });

  test('line ends are told apart, also when a piece ends between CR and LF', () => {
    for (const piece of [1, 2, 3, 4, 5, 100]) {
      expect(scanText('a,b\r\n1,2\n3,4\r5,6', { piece }).lineEnds).toEqual({ lf: 1, crlf: 1, cr: 1 });
    }
  });

  test.each([
    ['a,b\n1,2\n', 0],
    ['a,b\n"1","x\n""y"""\n\n"",2', 0],
    ['a,b\n1\n1,2,3\n', 2],
    ['a,b\n1,2\n3', 1],
    ['a,b\n1,5" nail\n', 1],
    ['a,b\n1,"x"y\n', 1],
    ['a,b\n1,"x" \n', 1],
    ['a,b\n1,"x\n', 1],
  ])('what %j has that a strict reader would not take is counted: %i', (text, irregular) => {
    for (const piece of [1, 2, 3, 100]) expect(scanText(text, { piece }).irregular).toBe(irregular);
  });

  test('a column without a value in the sample is told of when one comes', () => {
    const scan = createScan({
      delimiter: ',',
      quote: '"',
      types: ['BIGINT', 'VARCHAR'],
      blank: new Set([1]),
    });
    scan.push(new TextEncoder().encode('a,b\n1,\n2,""\n'));
    expect(scan.holds()).toBe(true);
    scan.push(new TextEncoder().encode('3,7\n4,\n'));
    expect(scan.holds()).toBe(false);
    expect([...scan.finish().doubts]).toEqual([[1, { doubt: 'other-form', example: '7' }]]);
  });

  test('the longest record is measured in bytes', () => {
    expect(scanText('a,b\n北京,2\nx,y').longestRecord).toBe(8);
  });

  test('the safe end lies just after a whole record, never inside quotes', () => {
    expect(scanText('a,b\n1,"x\ny').safeEnd).toBe(4);
    expect(scanText('a,b\n1,2\n3').safeEnd).toBe(8);
  });

  test('any text in any pieces counts as the plain splitter counts it', () => {
    const random = createRandom(7);
    const bits = ['a', '1', ',', ',', '"', '""', '\n', '\r\n', '\r', '北', '||', ' '];
    for (let round = 0; round < 3000; round++) {
      const text = Array.from({ length: random.below(30) }, () => random.pick(bits)).join('');
      const delimiter = random.pick([',', '||']);
      const piece = 1 + random.below(9);
      const { records, blank } = scanText(`${text}\n`, { delimiter, piece });
      const { length } = splitRecords(`${text}\n`, { delimiter, quote: '"' });
      expect({ text, delimiter, piece, count: records + blank }).toEqual({
        text,
        delimiter,
        piece,
        count: length,
      });
    }
  });
});

describe('values that speak against a type', () => {
  const doubt = (type: ColumnType, ...values: string[]) => {
    const found = scanText(`name\n${values.join('\n')}\n`, { types: [type], piece: 3 }).doubts.get(0);
    return found && [found.doubt, found.example];
  };

  test('a leading zero', () => {
    expect(doubt('BIGINT', '12', '007', '5')).toEqual(['leading-zero', '007']);
    expect(doubt('BIGINT', '-12', '-07')).toEqual(['leading-zero', '-07']);
    expect(doubt('DOUBLE', '0.5', '00.5')).toEqual(['leading-zero', '00.5']);
    expect(doubt('BIGINT', '0', '10', '-1')).toBeUndefined();
    expect(doubt('DOUBLE', '0', '0.25', '-0.5')).toBeUndefined();
  });

  test('more digits than a number can hold', () => {
    expect(doubt('BIGINT', '123456789012345')).toBeUndefined();
    expect(doubt('BIGINT', '1234567890123456')).toEqual(['long-number', '1234567890123456']);
    expect(doubt('DOUBLE', '0.30000000000000004')).toBeUndefined();
    expect(doubt('DOUBLE', '12345678901234567.89')).toEqual(['long-number', '12345678901234567.89']);
  });

  test('another form', () => {
    expect(doubt('BIGINT', '1', '+2')).toEqual(['other-form', '+2']);
    expect(doubt('BIGINT', '1', ' 2')).toEqual(['other-form', ' 2']);
    expect(doubt('DATE', '2024-03-05', '2024-03-05 10:00')).toEqual(['other-form', '2024-03-05 10:00']);
    expect(doubt('BOOLEAN', 'true', 'yes')).toEqual(['other-form', 'yes']);
  });

  test.each<[ColumnType, string]>([
    ['BIGINT', '1_000'],
    ['BIGINT', '0x1F'],
    ['BIGINT', '12 '],
    ['BIGINT', '1-2'],
    ['BIGINT', '-'],
    ['DOUBLE', '1_000.5'],
    ['DOUBLE', '.5'],
    ['DOUBLE', '5.'],
    ['DOUBLE', 'inf'],
    ['DATE', '2024/01/02'],
    ['DATE', '2024-1-2'],
    ['TIMESTAMP', '2024-01-02 10:00:00+02'],
    ['TIMESTAMP', '2024-01-02 10:00-05'],
    ['TIMESTAMP', '2024-01-02 10:00:00.123-05'],
    ['TIMESTAMP', '2024-01-02 10:00:00Z'],
    ['BOOLEAN', 't'],
    ['BOOLEAN', '1'],
  ])('a %s is not %j, which the reader would take in a form of its own', (type, value) => {
    expect(doubt(type, value)).toEqual(['other-form', value]);
    expect(doubt(type, `"${value}"`)).toEqual(['other-form', value]);
  });

  test.each<[ColumnType, string]>([
    ['BIGINT', '-5'],
    ['DOUBLE', '1.5e-7'],
    ['DOUBLE', '-0.25'],
    ['DATE', '2024-01-02'],
    ['TIMESTAMP', '2024-01-02T10:00'],
    ['TIMESTAMP', '2024-01-02 10:00:00.123456'],
    ['BOOLEAN', 'FALSE'],
    ['BOOLEAN', 'True'],
  ])('a %s is %j', (type, value) => {
    expect(doubt(type, value, `"${value}"`)).toBeUndefined();
  });

  test('whole numbers become numbers when one has a fraction, and are looked at as such from there', () => {
    const { types, doubts } = scanText('a,b\n1,1\n2.5,2\n1e3,3\n4,4\n', { types: ['BIGINT', 'BIGINT'] });
    expect([types, doubts.size]).toEqual([['DOUBLE', 'BIGINT'], 0]);
    expect(doubt('BIGINT', '1', '2.5', '007')).toEqual(['leading-zero', '007']);
  });

  test('a record that is too short or too long has no say', () => {
    const types: ColumnType[] = ['BIGINT', 'BIGINT'];
    expect(scanText('a,b\n1,2\nTotal\nx,3,4\n', { types, piece: 2 }).doubts.size).toBe(0);
    expect(scanText('a,b\n1,2\nx,3\ny,z', { types }).doubts.size).toBe(2);
  });

  test('quotes around a number are not part of it', () => {
    expect(doubt('BIGINT', '"12"', '""')).toBeUndefined();
    expect(doubt('BIGINT', '"12"', '"012"')).toEqual(['leading-zero', '012']);
  });

  test('blank fields and the header say nothing', () => {
    expect(doubt('BIGINT', '', '3', '')).toBeUndefined();
    expect(scanText('007\n1\n', { types: ['BIGINT'], header: false }).doubts.size).toBe(1);
  });

  test('fields past the last column are not looked at', () => {
    expect(scanText('a\n1,007,x\n2,y\n', { types: ['BIGINT'] }).doubts.size).toBe(0);
  });
});
