import { expect, test } from 'vitest';
import { once } from '../../src/lib/once';

test('something is done once for all who ask', async () => {
  let times = 0;
  const load = once(async () => ++times);
  expect(await Promise.all([load(), load()])).toEqual([1, 1]);
  expect(await load()).toBe(1);
});

test('what failed is told to all who asked, and done again for the next', async () => {
  let times = 0;
  const load = once(async () => {
    if (++times === 1) throw new Error('offline');
    return times;
  });
  const answers = await Promise.allSettled([load(), load()]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await load()).toBe(2);
});
