/**
 * Undo as snapshots: documents share all that did not change, so that a session's worth of them is small. A change may bring
 * something along that is not in the document, such as a source's name.
 */
export interface Entry<T> {
  before: T;
  after: T;
  label: EditLabel;
  /** Changes of one kind that follow on each other closely are one, as keys typed into one cell are. */
  merge?: string;
  at: number;
  /** No result changes by it. */
  sameResults?: boolean;
  effect?: Effect;
}

/** What was done, as a key of words. */
export type EditLabel =
  | 'add'
  | 'change'
  | 'rename'
  | 'fold'
  | 'remove'
  | 'move'
  | 'duplicate'
  | 'title'
  | 'runMode'
  | 'dashboard'
  | 'report'
  | 'renameSource'
  | 'restore';

export interface Effect {
  undo: () => Promise<void>;
  redo: () => Promise<void>;
}

export interface History<T> {
  readonly past: readonly Entry<T>[];
  readonly future: readonly Entry<T>[];
}

const MERGE_MS = 1000;

export function createHistory<T>(): History<T> {
  return { past: [], future: [] };
}

export function record<T>({ past }: History<T>, entry: Entry<T>): History<T> {
  const last = past.at(-1);
  const isSame =
    last !== undefined &&
    entry.merge !== undefined &&
    last.merge === entry.merge &&
    !last.effect &&
    !entry.effect &&
    entry.at - last.at < MERGE_MS;
  return {
    past: isSame ? [...past.slice(0, -1), { ...entry, before: last.before }] : [...past, entry],
    future: [],
  };
}

export function undo<T>({ past, future }: History<T>): { history: History<T>; entry?: Entry<T> } {
  const entry = past.at(-1);
  if (!entry) return { history: { past, future } };
  return { history: { past: past.slice(0, -1), future: [...future, entry] }, entry };
}

export function redo<T>({ past, future }: History<T>): { history: History<T>; entry?: Entry<T> } {
  const entry = future.at(-1);
  if (!entry) return { history: { past, future } };
  return { history: { past: [...past, entry], future: future.slice(0, -1) }, entry };
}
