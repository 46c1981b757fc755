import { createSignal } from 'solid-js';
import { isAbort, toProblem } from '../lib/problem';
import type { Problem } from '../lib/problem';

/** What the page tells in passing: done, or failed with what to do. Shown one under another until it is closed. */
export interface Notice {
  id: number;
  tone: 'info' | 'bad';
  /** Called at each drawing, so that the words follow the language. */
  text: () => string;
  problem?: Problem;
  action?: { label: () => string; run: () => void };
  /** What it offers has come about in another way, so that it goes. */
  isOver?: () => boolean;
  /** Stays until it is closed. */
  sticky?: boolean;
}

const [notices, setNotices] = createSignal<Notice[]>([]);
let lastId = 0;

export { notices };

export function tell(notice: Omit<Notice, 'id' | 'tone'> & { tone?: Notice['tone'] }): number {
  const id = ++lastId;
  setNotices((all) => [...all.slice(-4), { tone: 'info', ...notice, id }]);
  return id;
}

/** Tells a person of a failure. Being stopped is none: this is the one place that lets it pass. */
export function tellProblem(error: unknown, words: (problem: Problem) => string): void {
  if (isAbort(error)) return;
  const problem = toProblem(error);
  tell({ tone: 'bad', text: () => words(problem), problem, sticky: true });
}

export function dismiss(id: number): void {
  setNotices((all) => all.filter((notice) => notice.id !== id));
}
