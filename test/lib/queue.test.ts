import { expect, test } from 'vitest';
import { createQueue } from '../../src/lib/queue';

const next = () => new Promise((done) => setTimeout(done));

test('items come out in order, and the maker waits while too much is waiting', async () => {
  const queue = createQueue<string>((text) => text.length, 3);
  const made: string[] = [];
  const making = (async () => {
    for (const item of ['aa', 'bb', 'cc', 'd']) {
      await queue.push(item);
      made.push(item);
    }
    queue.close();
  })();
  await next();
  expect(made).toEqual(['aa']);
  const taken: string[] = [];
  for await (const item of queue) {
    taken.push(item);
    await next();
  }
  await making;
  expect(taken).toEqual(['aa', 'bb', 'cc', 'd']);
  expect(made).toEqual(taken);
});

test('an item that its taker gives away is taken off with the weight that it had', async () => {
  const queue = createQueue<{ bytes: number }>(({ bytes }) => bytes, 1);
  const pushing = queue.push({ bytes: 5 });
  const taker = queue[Symbol.asyncIterator]();
  const { value } = await taker.next();
  (value as { bytes: number }).bytes = 0;
  const following = taker.next();
  await pushing;
  queue.close();
  expect((await following).done).toBe(true);
});

test('a maker does not wait for a taker that is gone', async () => {
  const queue = createQueue<string>(() => 1, 0);
  const pushing = queue.push('a');
  queue.close();
  await pushing;
  expect(queue.isClosed()).toBe(true);
});

test('a taker ends when the queue is closed and empty', async () => {
  const queue = createQueue<number>(() => 1, 9);
  await queue.push(1);
  queue.close();
  const taken: number[] = [];
  for await (const item of queue) taken.push(item);
  expect(taken).toEqual([1]);
});
