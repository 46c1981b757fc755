import { expect, test } from 'vitest';
import { maybeFormat } from '../../../src/ui/editor/format';

test('clauses stand on lines of their own, and a limit stays on one', async () => {
  expect(await maybeFormat('select a,b from t where x>$since limit 5')).toBe(
    ['select', '  a,', '  b', 'from', '  t', 'where', '  x > $since', 'limit 5'].join('\n'),
  );
});

test('words keep their case, texts and comments what is in them', async () => {
  const formatted = await maybeFormat("Select $$it's  so$$ as Q, 'a  b' /* two  blanks */ From t -- end");
  expect(formatted).toContain("$$it's  so$$ as Q");
  expect(formatted).toContain("'a  b'");
  expect(formatted).toContain('/* two  blanks */');
  expect(formatted).toMatch(/^Select\n/);
});

test.each([
  ['a statement that begins with its tables', 'from t select a::int, [1, 2]'],
  ['a pivot', 'pivot t on a using sum(b)'],
  ['a lambda', 'select list_transform(l, x -> x + 1) from t'],
  ['inputs of every form', 'select $a, $1, ? from t'],
])('%s is laid out without a change of its words', async (_name, sql) => {
  const formatted = await maybeFormat(sql);
  expect(formatted?.replace(/\s/g, '')).toBe(sql.replace(/\s/g, ''));
});

test('a text that cannot be read is left alone', async () => {
  expect(await maybeFormat("select 'open")).toBeUndefined();
  expect(await maybeFormat('select (1')).toBeUndefined();
});
