import { beforeAll, expect, test } from 'vitest';
import { findValueOffers } from '../../../src/steps/suggest/ofValues';
import type { Column, Value } from '../../../src/table/column';
import { createKitchen } from '../kitchen';

let kitchen: Awaited<ReturnType<typeof createKitchen>>;
beforeAll(async () => {
  kitchen = await createKitchen();
  kitchen.table(
    't(id, city, score, day)',
    `(1, '北京', 0.30000000000000004::DOUBLE, DATE '2024-03-05'), (2, NULL, 0.3::DOUBLE, DATE '2024-03-06'),
     (3, '上海', 2.5::DOUBLE, NULL), (4, '', NULL, DATE '2024-03-07'), (5, 'O''Brien', 'nan'::DOUBLE, NULL)`,
  );
});

const text: Column = { name: 'city', type: 'VARCHAR' };
const number: Column = { name: 'score', type: 'DOUBLE' };
const does = (column: Column, values: Value[]) => findValueOffers(column, values).map((offer) => offer.does);

async function take(column: Column, values: Value[], wanted: string): Promise<unknown[]> {
  const { step } = findValueOffers(column, values).find((offer) => offer.does === wanted)!;
  return (await kitchen.run('t', [step])).rows.map(([id]) => id);
}

test('a text is kept, left out, replaced and sorted by', async () => {
  expect(does(text, ['北京'])).toEqual(['keep', 'leave', 'replace', 'up', 'down']);
  expect(await take(text, ['北京'], 'keep')).toEqual([1]);
  expect(await take(text, ["O'Brien"], 'leave')).toEqual([1, 2, 3, 4]);
  expect(await take(text, [''], 'keep')).toEqual([4]);
});

test('several values are kept or left out together, a missing one among them', async () => {
  expect(await take(text, ['北京', '上海', '北京'], 'keep')).toEqual([1, 3]);
  expect(await take(text, ['北京', null], 'keep')).toEqual([1, 2]);
  expect(await take(text, ['北京', null], 'leave')).toEqual([3, 4, 5]);
});

test('rows are kept where a value is missing, or where it is not', async () => {
  expect(does(text, [null, null])).toEqual(['present', 'missing', 'fill', 'up', 'down']);
  expect(await take(text, [null], 'missing')).toEqual([2]);
  expect(await take(text, [null], 'present')).toEqual([1, 3, 4, 5]);
});

test('numbers and dates have rows above and below them', async () => {
  expect(await take(number, [2.5], 'below')).toEqual([1, 2]);
  expect(await take({ name: 'day', type: 'DATE' }, ['2024-03-06'], 'above')).toEqual([4]);
  expect(does(number, [1, 2])).not.toContain('above');
});

test('a number with all the digits of a double finds itself', async () => {
  expect(await take(number, [0.1 + 0.2], 'keep')).toEqual([1]);
});

test('what cannot be written as a value is not compared', () => {
  expect(does(number, [Number.NaN])).toEqual(['up', 'down']);
  expect(does({ name: 'list', type: 'INTEGER[]' }, [[1, 2]])).toEqual(['up', 'down']);
});

test('so many values that nobody could read them are not named in a step', () => {
  const many = Array.from({ length: 201 }, (_, n) => `v${n}`);
  expect(does(text, many)).toEqual(['up', 'down']);
});

test('a value is replaced by itself until another is written', () => {
  const offer = findValueOffers(text, ['北京']).find((one) => one.does === 'replace');
  expect(offer).toEqual({
    does: 'replace',
    step: { step: 'map', column: 'city', pairs: [{ from: '北京', to: '北京' }] },
    isOpen: true,
  });
});

test('rows are sorted by a column, up and down', async () => {
  expect(await take(number, [null], 'up')).toEqual([2, 1, 3, 5, 4]);
  expect(await take({ name: 'id', type: 'INTEGER' }, [1], 'down')).toEqual([5, 4, 3, 2, 1]);
});
