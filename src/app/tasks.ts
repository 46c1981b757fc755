import type { SetStoreFunction } from 'solid-js/store';
import { createAbort } from '../lib/problem';
import type { SourcesState } from './sources';

/** An import that waits or runs, or a look ahead of one that takes its time. */
export interface ImportTask {
  id: string;
  fileName: string;
  status: 'looking' | 'waiting' | 'running' | 'stopping';
  doneBytes: number;
  totalBytes: number;
}

/** What a task is told of itself, and may tell. */
export interface TaskRun {
  id: string;
  signal: AbortSignal;
  onProgress: (progress: Pick<ImportTask, 'doneBytes' | 'totalBytes'>) => void;
}

/** Most looks are over before anyone could stop them. */
const SHOWN_AFTER_MS = 400;

export type Tasks = ReturnType<typeof createTasks>;

/** Imports one after another: each uses every core it can get, so one at a time is quickest. */
export function createTasks(setState: SetStoreFunction<SourcesState>) {
  const stops = new Map<string, AbortController>();
  let queue: Promise<unknown> = Promise.resolve();

  function patch(id: string, values: Partial<ImportTask>): void {
    setState('tasks', (task) => task.id === id, values);
  }

  function show({ name, size }: File, id: string, status: ImportTask['status']): void {
    setState('tasks', (tasks) => [...tasks, { id, fileName: name, status, doneBytes: 0, totalBytes: size }]);
  }

  function hide(id: string): void {
    stops.delete(id);
    setState('tasks', (tasks) => tasks.filter((task) => task.id !== id));
  }

  function stop(id: string): void {
    patch(id, { status: 'stopping' });
    stops.get(id)?.abort(createAbort());
  }

  return {
    run<T>(file: File, work: (task: TaskRun) => Promise<T>, outer?: AbortSignal): Promise<T> {
      const id = crypto.randomUUID().slice(0, 8);
      const controller = new AbortController();
      const { signal } = controller;
      stops.set(id, controller);
      show(file, id, 'waiting');
      const onStop = () => stop(id);
      outer?.addEventListener('abort', onStop);
      const done = queue.then(() => {
        signal.throwIfAborted();
        patch(id, { status: 'running' });
        return work({ id, signal, onProgress: (progress) => patch(id, progress) });
      });
      queue = done.catch(() => {});
      return done.finally(() => {
        outer?.removeEventListener('abort', onStop);
        hide(id);
      });
    },

    /** A look at a file, beside what runs. */
    look<T>(file: File, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
      const id = crypto.randomUUID().slice(0, 8);
      const controller = new AbortController();
      stops.set(id, controller);
      const timer = setTimeout(() => show(file, id, 'looking'), SHOWN_AFTER_MS);
      return work(controller.signal).finally(() => {
        clearTimeout(timer);
        hide(id);
      });
    },

    stop,

    /** Stops every task; resolves when none is left. */
    async stopAll(): Promise<void> {
      for (const id of stops.keys()) stop(id);
      await queue;
    },
  };
}
