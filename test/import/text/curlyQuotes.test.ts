import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readText } from './readText';

const read = (name: string) =>
  readFileSync(path.join(import.meta.dirname, '../../data/import/dialects', name), 'utf8');

test('curly quotes around delimiters are quotes, also where a line ends within them', () => {
  expect(readText(read('curly-quotes.csv')).rows).toEqual([
    ['Rome, Italy', 'has ” in it', '1'],
    ['Oslo, Norway', 'two\nlines', '2'],
    ['Bern', 'plain', '3'],
  ]);
});

test('curly quotes that explain nothing belong to the values', () => {
  expect(readText(read('curly-values.csv')).rows).toEqual([
    ['“Hamlet”', 'Shakespeare', '1601'],
    ['“Emma”', 'Austen', '1815'],
    ['A “short” walk', 'Nobody', '1999'],
  ]);
});

test('where straight quotes are used, curly ones are never taken for them', () => {
  const text = 'a,b,c\n“x,"y, z",1\n“x”,"u, v",2\n“x”,w,3\n';
  expect(readText(text).rows).toEqual([
    ['“x', 'y, z', '1'],
    ['“x”', 'u, v', '2'],
    ['“x”', 'w', '3'],
  ]);
});

test('a Chinese text in curly quotes at the start of a field stays whole', () => {
  const text = '编号,意见\n1,“很好”，下次再来\n2,“一般”，不太满意\n3,没有\n';
  expect(readText(text).rows).toEqual([
    ['1', '“很好”，下次再来'],
    ['2', '“一般”，不太满意'],
    ['3', '没有'],
  ]);
});
