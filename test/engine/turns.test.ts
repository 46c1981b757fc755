import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTurns } from '../../src/engine/turns';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a statement in the background goes at once where nobody waits', async () => {
  await expect(createTurns().take(true, async (whenMine) => (await whenMine(), 'done'))).resolves.toBe(
    'done',
  );
});

test('one in the background rests while others run, and for a moment after the last of them', async () => {
  const turns = createTurns();
  const { promise: first, resolve: endFirst } = Promise.withResolvers<void>();
  const { promise: second, resolve: endSecond } = Promise.withResolvers<void>();
  void turns.take(false, () => first);
  let bits = 0;
  void turns.take(true, async (whenMine) => {
    for (;;) {
      await whenMine();
      if (++bits === 3) return;
    }
  });
  await vi.advanceTimersByTimeAsync(1000);
  expect(bits).toBe(0);
  endFirst();
  await vi.advanceTimersByTimeAsync(100);
  void turns.take(false, () => second);
  await vi.advanceTimersByTimeAsync(1000);
  expect(bits).toBe(0);
  endSecond();
  await vi.advanceTimersByTimeAsync(200);
  expect(bits).toBe(0);
  await vi.advanceTimersByTimeAsync(100);
  expect(bits).toBe(3);
});

test('one that fails lets the others go on', async () => {
  const turns = createTurns();
  await expect(turns.take(false, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  const later = turns.take(true, async (whenMine) => (await whenMine(), 'done'));
  await vi.advanceTimersByTimeAsync(300);
  await expect(later).resolves.toBe('done');
});
