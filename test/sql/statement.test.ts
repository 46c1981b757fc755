import { describe, expect, test } from 'vitest';
import { Problem } from '../../src/lib/problem';
import { quoteName, quoteStruct, quoteText } from '../../src/sql/quote';
import { toQuery } from '../../src/sql/statement';

const problem = (sql: string) => {
  try {
    toQuery(sql);
  } catch (error) {
    if (error instanceof Problem) return [error.code, error.position];
    throw error;
  }
  return undefined;
};

describe('one query', () => {
  test.each([
    'select 1',
    'from t',
    '(select 1)',
    'with a as (select 1) select * from a',
    'select \';\' as a, "b;" from t -- ; no',
    'select /* ; drop */ 1',
    "select $$ ; ) $$, $tag$ ; $tag$, E'\\'; )'",
    "select 'it''s; (fine'",
    'summarize t',
  ])('%s', (sql) => {
    expect(toQuery(sql)).toBe(sql);
  });

  test('loses its closing semicolon', () => {
    expect(toQuery('select 1 ; \n -- done\n;')).toBe('select 1 ');
  });
});

describe('is refused when', () => {
  test('there is none', () => {
    expect(problem('  -- nothing\n')).toEqual(['sql-not-a-query', undefined]);
    expect(problem(';')).toEqual(['sql-not-a-query', undefined]);
  });

  test('there are several', () => {
    expect(problem('select 1; select 2')).toEqual(['sql-several', 10]);
  });

  test('it would change something', () => {
    expect(problem('/* x */ drop table t')).toEqual(['sql-refused', 8]);
    expect(problem("COPY t TO 'x'")).toEqual(['sql-refused', 0]);
    expect(problem('(create table x(a int))')).toEqual(['sql-refused', 1]);
    expect(problem('settings')).toBeUndefined();
  });

  test('it closes a bracket that it did not open', () => {
    expect(problem('select 1) ; drop view x; --')).toEqual(['sql-syntax', 8]);
  });
});

describe('quoting', () => {
  test('doubles the quotes', () => {
    expect(quoteName('a"b')).toBe('"a""b"');
    expect(quoteText("it's")).toBe("'it''s'");
    expect(quoteStruct([["a'", 'INT']])).toBe("{'a''': 'INT'}");
  });
});
