import { expect, test, vi } from 'vitest';
import { createAnswers } from '../../src/run/answers';

const toAnswer = (value: number) => ({ columns: [], values: [[value]] });

test('a question about the same rows is asked once', async () => {
  const ask = vi.fn(async () => toAnswer(1));
  const answers = createAnswers();
  await answers(['r1'], ask)('SELECT max(a) FROM t', {});
  expect(await answers(['r1'], ask)('SELECT max(a) FROM t', {})).toEqual(toAnswer(1));
  expect(ask).toHaveBeenCalledTimes(1);
});

test('other rows, another question and other values are asked anew', async () => {
  let count = 0;
  const ask = vi.fn(async () => toAnswer(++count));
  const answers = createAnswers();
  const sql = 'SELECT max(a) FROM t WHERE a < $b';
  await answers(['r1'], ask)(sql, { b: { type: 'BIGINT', value: '1' } });
  await answers(['r2'], ask)(sql, { b: { type: 'BIGINT', value: '1' } });
  await answers(['r1'], ask)(sql, { b: { type: 'BIGINT', value: '2' } });
  await answers(['r1'], ask)('SELECT min(a) FROM t', {});
  expect(ask).toHaveBeenCalledTimes(4);
});

test('what has failed is no answer', async () => {
  const ask = vi.fn().mockRejectedValueOnce(new Error('stopped')).mockResolvedValue(toAnswer(2));
  const answers = createAnswers();
  await expect(answers(['r1'], ask)('SELECT 1', {})).rejects.toThrow('stopped');
  expect(await answers(['r1'], ask)('SELECT 1', {})).toEqual(toAnswer(2));
});

test('those asked longest ago are forgotten', async () => {
  const ask = vi.fn(async () => toAnswer(1));
  const answers = createAnswers(2)(['r1'], ask);
  for (const sql of ['a', 'b', 'a', 'c', 'a', 'b']) await answers(sql, {});
  expect(ask.mock.calls).toEqual([
    ['a', {}],
    ['b', {}],
    ['c', {}],
    ['b', {}],
  ]);
});
