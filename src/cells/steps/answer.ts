import type { Accessor } from 'solid-js';
import { createEffect, createSignal, on, onCleanup } from 'solid-js';

/**
 * What was last answered to a question, until the next answer is there. Solid's resources would hide all that stands around them
 * while they wait. The signal says that nobody waits for it any more, because another question is asked or none.
 */
export function createAnswer<Q, A>(
  question: Accessor<Q | undefined>,
  answer: (question: Q, signal: AbortSignal) => Promise<A>,
  onProblem: (error: unknown) => void = () => {},
): Accessor<A | undefined> {
  const [answered, setAnswered] = createSignal<A>();
  createEffect(
    on(question, (asked) => {
      if (asked === undefined) return void setAnswered(undefined);
      const controller = new AbortController();
      const { signal } = controller;
      onCleanup(() => controller.abort());
      answer(asked, signal)
        .then((found) => !signal.aborted && setAnswered(() => found))
        .catch((error: unknown) => !signal.aborted && onProblem(error));
    }),
  );
  return answered;
}
