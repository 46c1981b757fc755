/** So long a question may go on that somebody has a newer one than. */
const PATIENCE_MS = 300;

/**
 * Answers one question at a time, and of those that come meanwhile the newest. One that is answered soon is waited for, so that
 * dragging shows something; one that takes long is stopped.
 */
export function createStepper<Q, A>(
  answer: (question: Q, signal: AbortSignal) => Promise<A>,
  onAnswer: (answered: A, question: Q) => void,
  onProblem: (error: unknown) => void,
) {
  let running: { controller: AbortController; since: number } | undefined;
  let next: { question: Q } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function start(question: Q): Promise<void> {
    const controller = new AbortController();
    running = { controller, since: performance.now() };
    try {
      const answered = await answer(question, controller.signal);
      if (!controller.signal.aborted) onAnswer(answered, question);
    } catch (error) {
      if (!controller.signal.aborted) onProblem(error);
    }
    clearTimeout(timer);
    if (running?.controller !== controller) return;
    running = undefined;
    const waiting = next;
    next = undefined;
    if (waiting) void start(waiting.question);
  }

  return {
    ask(question: Q): void {
      if (!running) return void start(question);
      next = { question };
      const { controller, since } = running;
      clearTimeout(timer);
      timer = setTimeout(() => controller.abort(), Math.max(0, PATIENCE_MS - (performance.now() - since)));
    },

    /** Nobody wants an answer any more. */
    forget(): void {
      next = undefined;
      clearTimeout(timer);
      running?.controller.abort();
    },
  };
}
