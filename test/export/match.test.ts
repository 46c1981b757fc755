import { expect, test } from 'vitest';
import { matchSources } from '../../src/export/match';
import type { Column } from '../../src/table/column';

const columns = (text: string): Column[] =>
  text.split(' ').map((column) => {
    const [name, type = 'VARCHAR'] = column.split(':');
    return { name: name!, type };
  });
const source = (id: string, name: string, text: string) => ({ id, name, columns: columns(text) });
const need = (name: string, text: string) => ({ name, columns: columns(text) });

test('a source with all the columns is the one, whatever its name', () => {
  const [match] = matchSources(
    [need('orders', 'city price:BIGINT')],
    [source('a', 'Bestellungen', 'id CITY price:BIGINT'), source('b', 'people', 'name age:BIGINT')],
  );
  expect(match!.best).toBe('a');
  expect(match!.candidates.map(({ id }) => id)).toEqual(['a']);
});

test('of two with all the columns, the one of the same name, else none', () => {
  const sources = [source('a', 'orders 2', 'city price'), source('b', 'Orders', 'city price')];
  expect(matchSources([need('orders', 'city price')], sources)[0]!.best).toBe('b');
  expect(matchSources([need('sales', 'city price')], sources)[0]!.best).toBeUndefined();
});

test('one that lacks a column is offered with what it lacks, and never taken by itself', () => {
  const [match] = matchSources([need('orders', 'city price')], [source('a', 'orders', 'city total')]);
  expect([match!.best, match!.candidates[0]!.missing]).toEqual([undefined, ['price']]);
});

test('columns of the same type weigh more than those of another', () => {
  const sources = [source('a', 'x', 'city price:DATE'), source('b', 'y', 'city price:DOUBLE')];
  const [match] = matchSources([need('orders', 'city price:BIGINT')], sources);
  expect(match!.candidates.map(({ id }) => id)).toEqual(['b', 'a']);
});
