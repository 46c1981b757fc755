import { describe, expect, test } from 'vitest';
import { findReferences } from '../../src/sql/references';
import { createRandom } from '../random';
import { statements } from './statements';

const written = (sql: string, places: readonly { from: number; to: number }[]) =>
  places.map(({ from, to }) => sql.slice(from, to)).join(' ');

describe('the tables and qualifiers of', () => {
  test.each(statements.map(([sql, tables, qualifiers = '']) => ({ sql, tables, qualifiers })))(
    '$sql',
    ({ sql, tables, qualifiers }) => {
      const found = findReferences(sql);
      expect(written(sql, found.tables)).toBe(tables);
      expect(written(sql, found.qualifiers)).toBe(qualifiers);
    },
  );
});

describe('references', () => {
  test('have the schema where one is written', () => {
    const { tables } = findReferences('from a, main.b, memory.main.c, s.d, s.main.e, memory.f');
    expect(tables.map(({ name, schema }) => [name, schema])).toEqual([
      ['a', undefined],
      ['b', 'main'],
      ['c', 'main'],
      ['d', 's'],
      ['e', 's.main'],
      ['f', 'main'],
    ]);
  });

  test('have names as they are meant', () => {
    expect(findReferences('from "q""q", MyTable').tables.map(({ name }) => name)).toEqual(['q"q', 'MyTable']);
  });

  test('have parameters, without the sign', () => {
    expect(findReferences("select $a, $1, ?, '$b', $$ $c $$").parameters).toEqual([
      { name: 'a', from: 7, to: 9 },
      { name: '1', from: 11, to: 13 },
    ]);
  });

  test('tell single words that may be rows', () => {
    const sql = 'select count(t), a as t, b t, t.a from t';
    expect(findReferences(sql).rows).toEqual([{ name: 't', from: 13, to: 14 }]);
  });

  test('read no table in what lists names or databases', () => {
    expect(
      ['show tables', 'show all tables', 'describe', 'show databases'].flatMap(
        (sql) => findReferences(sql).tables,
      ),
    ).toEqual([]);
  });
});

describe('a statement that is not finished', () => {
  test.each([
    ['select a. from t', 't'],
    ['select count( from t where (a = 1)', 't'],
    ['select * from t where a in (select b from u', 't u'],
    ['select from t join u on', 't u'],
    ['from t, ', 't'],
    ['with x as (from t', 't'],
    ['select a as from t', 't'],
    ['select "a from t', ''],
    ['select case when a from t', 't'],
    ['with x as select 1 from t', 't'],
    ['from t; from u', 't u'],
    [') from t', 't'],
  ])('%s gives what is found', (sql, tables) => {
    expect(written(sql, findReferences(sql).tables)).toBe(tables);
  });

  test('never fails, wherever it is cut or mixed up', () => {
    const random = createRandom(11);
    const parts = ['(', ')', '[', "'", '.', ' from ', ' with ', ':'];
    const odd = statements.flatMap(([sql]) => {
      const at = random.below(sql.length);
      const texts = [sql.slice(0, at), sql.slice(at), sql.slice(0, at) + random.pick(parts) + sql.slice(at)];
      return texts.flatMap((text) =>
        findReferences(text).tables.filter(({ from, to }) => to <= from || to > text.length),
      );
    });
    expect(odd).toEqual([]);
  });

  test.each([
    '(',
    'from (',
    'from ((',
    'select (select ',
    '[',
    'a.',
    'with x as (',
    'with x as ((',
    'describe ',
    'case ',
    "'",
    '$',
    'from t union ',
    'from t join ',
    'x -> ',
    'pivot ',
  ])('is read if it is %s, thousands of times', (part) => {
    const [open, deep] = [part.repeat(5000), `${'('.repeat(5000)}${part}1${')'.repeat(5000)}`];
    for (const text of [open, deep, `${open} from t`]) expect(() => findReferences(text)).not.toThrow();
  });
});
