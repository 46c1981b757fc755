import { createRoot, createSignal } from 'solid-js';
import { expect, test } from 'vitest';
import { createAnswer } from '../../../src/cells/steps/answer';

test('who looks for an answer hears that nobody waits for it: another question is asked, or none', async () => {
  const asked: { question: string; signal: AbortSignal }[] = [];
  const told: unknown[] = [];
  const [question, ask] = createSignal<string | undefined>('rows of March');
  const dispose = createRoot((dispose) => {
    createAnswer(
      question,
      (question, signal) => {
        asked.push({ question, signal });
        return new Promise((_, fail) => signal.addEventListener('abort', () => fail(new Error('gone'))));
      },
      (error) => told.push(error),
    );
    return dispose;
  });
  const isLeft = () => asked.map(({ signal }) => signal.aborted);

  expect(isLeft()).toEqual([false]);
  ask(undefined);
  expect(isLeft()).toEqual([true]);
  ask('rows of April');
  ask('rows of May');
  expect(isLeft()).toEqual([true, true, false]);
  dispose();
  expect(isLeft()).toEqual([true, true, true]);
  await Promise.resolve();
  expect(asked.map(({ question }) => question)).toEqual(['rows of March', 'rows of April', 'rows of May']);
  expect(told).toEqual([]);
});
