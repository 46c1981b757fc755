import type { Accessor } from 'solid-js';
import { createEffect, createSignal, on, onCleanup } from 'solid-js';

/**
 * What was last answered to a question, until the next answer is there. Solid's resources would hide all that stands around them
 * while they wait.
 */
export function createAnswer<Q, A>(
  question: Accessor<Q | undefined>,
  answer: (question: Q) => Promise<A>,
  onProblem: (error: unknown) => void = () => {},
): Accessor<A | undefined> {
  const [answered, setAnswered] = createSignal<A>();
  createEffect(
    on(question, (asked) => {
      if (asked === undefined) return void setAnswered(undefined);
      let isCurrent = true;
      onCleanup(() => (isCurrent = false));
      answer(asked)
        .then((found) => isCurrent && setAnswered(() => found))
        .catch((error: unknown) => isCurrent && onProblem(error));
    }),
  );
  return answered;
}
