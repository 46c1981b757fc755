import type { Frame } from '../frame';
import { maybeParts, toPartsTable } from '../keptParts';
import type { Encoding } from './encode';
import type { Fitted, Method } from './methods';

/** A fitted model as it is kept. */
export interface KeptModel {
  method: Method;
  /** What is predicted; of classes their names, the one that is asked for named where there are two. */
  target:
    { name: string; kind: 'number' } | { name: string; kind: 'class'; labels: string[]; asked?: number };
  /** The columns that it reads, and how. */
  encoding: Encoding;
  /** From this chance on the class that is asked for is said. */
  threshold: number;
  /** How many rows it was fitted to. */
  rows: number;
  fitted: Fitted;
}

const PARTS = ['method', 'target', 'encoding', 'threshold', 'rows', 'fitted'] as const;

export function toModelTable(model: KeptModel) {
  return toPartsTable({ ...model }, PARTS);
}

/** Undefined where the table is none of a model that predicts. */
export function maybeModel(frame: Frame): KeptModel | undefined {
  return maybeParts(frame, PARTS) as KeptModel | undefined;
}
