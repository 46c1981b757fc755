import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStepper } from '../../../src/cells/chart/stepper';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An engine that takes so long for each question, and says which it was stopped at. */
function createSlow(ms: number) {
  const answered: number[] = [];
  const stopped: number[] = [];
  const answer = (question: number, signal: AbortSignal) =>
    new Promise<number>((done, fail) => {
      setTimeout(() => done(question), ms);
      signal.addEventListener('abort', () => {
        stopped.push(question);
        fail(signal.reason as Error);
      });
    });
  const stepper = createStepper(
    answer,
    (found: number) => void answered.push(found),
    (problem) => {
      throw problem;
    },
  );
  return { ...stepper, answered, stopped };
}

test('of questions that come while one is answered, the newest is next', async () => {
  const { ask, answered, stopped } = createSlow(100);
  for (const question of [1, 2, 3, 4]) ask(question);
  await vi.advanceTimersByTimeAsync(1000);
  expect(answered).toEqual([1, 4]);
  expect(stopped).toEqual([]);
});

test('one that takes long is stopped for a newer one, and for none it may go on', async () => {
  const { ask, answered, stopped } = createSlow(5000);
  ask(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(stopped).toEqual([]);
  ask(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(stopped).toEqual([1]);
  await vi.advanceTimersByTimeAsync(6000);
  expect(answered).toEqual([2]);
});

test('what nobody wants any more is not answered, and the next one is', async () => {
  const { ask, forget, answered } = createSlow(100);
  ask(1);
  ask(2);
  forget();
  await vi.advanceTimersByTimeAsync(1000);
  expect(answered).toEqual([]);
  ask(3);
  await vi.advanceTimersByTimeAsync(1000);
  expect(answered).toEqual([3]);
});
