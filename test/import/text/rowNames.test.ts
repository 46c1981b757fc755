import { describe, expect, test } from 'vitest';
import { findLayout } from '../../../src/import/text/layout';

function find(text: string, given = {}) {
  const { layout, sure } = findLayout({ head: text, tail: '', whole: true }, given);
  const { names, rowNames, header, width } = layout;
  return { names, rowNames, header, width, sure };
}

describe('a header with one name less than the records have fields', () => {
  test('leaves the first column without a name where it holds names of rows, and a person is asked', () => {
    const found = { names: ['', 'mpg', 'cyl'], rowNames: true, header: 1, width: 3, sure: false };
    expect(find('mpg,cyl\nMazda RX4,21,6\nDatsun 710,22.8,4\nValiant,18.1,6\n')).toEqual(found);
    expect(find('mpg,cyl\n1,21,6\n2,22.8,4\n3,18.1,6\n')).toEqual(found);
    expect(find('mpg,cyl\n1,21,6\n2,22.8,4\n3,18.1,6\n', { header: 1 })).toEqual(found);
  });

  test('is no such header where the first fields repeat themselves or count nothing', () => {
    for (const text of [
      'city,people\nOslo,700,a\nOslo,330,b\nGraz,290,c\n',
      'year,people\n2019,700,a\n2021,330,b\n2020,290,c\n',
    ]) {
      expect(find(text)).toMatchObject({ rowNames: false });
    }
  });

  test('is a plain one where each record ends with a delimiter', () => {
    expect(find('city,people\nOslo,700,\nBonn,330,\nGraz,290,\n')).toMatchObject({
      names: ['city', 'people'],
      rowNames: false,
    });
  });

  test('is a record where a person says that there is none', () => {
    expect(find('mpg,cyl\n1,21,6\n2,22.8,4\n', { header: 0 })).toMatchObject({ header: 0, rowNames: false });
  });
});
