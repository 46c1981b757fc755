import type { ResultTable, Rows } from '../engine/engine';
import type { Problem } from '../lib/problem';

export type CellStatus =
  /** Never run. */
  | 'idle'
  /** Its turn comes. */
  | 'waiting'
  | 'running'
  | 'done'
  | 'failed'
  /** A cell that it reads has no result. */
  | 'blocked'
  /** What it follows from has changed, and nobody has asked to run it. */
  | 'stale'
  | 'stopped';

/** What is known of a cell besides its settings; never saved. */
export interface CellState {
  status: CellStatus;
  /** When it began to run, as `Date.now()` says it. */
  since?: number;
  /** How much of its run is done, from 0 to 1, where the engine can tell. */
  share?: number;
  ms?: number;
  /** The last rows that it gave: older than the cell itself unless it is done. */
  result?: ResultTable;
  /** Tables that go by their names behind the cell's own, as old as its rows. */
  beside?: Readonly<Record<string, ResultTable>>;
  /** The last few rows that came to the page for it alone. */
  fetched?: Rows;
  /** What was found on the way to its rows, of the kind's own making. */
  told?: unknown;
  problem?: Problem;
  /** Names of the cells that it waits for. */
  waitingFor?: readonly string[];
}

export const idle: CellState = { status: 'idle' };

export function isSettled({ status }: CellState): boolean {
  return status !== 'waiting' && status !== 'running';
}

/** A state as it is shown while there is no newer one. */
export function toOld({ ms, result, beside, fetched, told }: CellState): Omit<CellState, 'status'> {
  return {
    ...(ms !== undefined && { ms }),
    ...(result && { result }),
    ...(beside && { beside }),
    ...(fetched && { fetched }),
    ...(told !== undefined && { told }),
  };
}

export function toLeft({ result, fetched, status }: CellState): 'stale' | 'idle' {
  return result || fetched || status === 'stale' ? 'stale' : 'idle';
}

/** What a cell is while some that it reads are not done. */
export function toWaiting(state: CellState, missing: readonly CellState[]): CellStatus {
  if (!missing.some(isSettled)) return 'waiting';
  return missing.some(({ status }) => status === 'stale' || status === 'idle') ? toLeft(state) : 'blocked';
}

export function isSameState(a: CellState | undefined, b: CellState): boolean {
  if (!a) return false;
  const fields = [
    'status',
    'since',
    'share',
    'ms',
    'result',
    'beside',
    'fetched',
    'told',
    'problem',
  ] as const;
  return fields.every((field) => a[field] === b[field]) && a.waitingFor?.join() === b.waitingFor?.join();
}
