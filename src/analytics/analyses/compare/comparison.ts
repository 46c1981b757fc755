import type { Note } from '../../../lib/note';
import { Problem } from '../../../lib/problem';
import { toMisfit } from '../../core/check';

/** Rows that belong together, two or more. */
export interface Part {
  name: string;
  values: Float64Array;
}

export interface CompareSettings {
  how: 'groups' | 'pairs';
  method: 'auto' | 'means' | 'ranks';
  confidence: number;
}

export interface Test {
  test: string;
  statistic: number;
  df1?: number;
  df2?: number;
  pValue: number;
  effect?: number;
  /** What the effect is called. */
  measure?: string;
}

/** Two groups: how much the first lies above the second. */
export interface Pair {
  group: string;
  against: string;
  difference: number;
  low?: number;
  high?: number;
  pValue: number;
  method: string;
}

export interface Comparison {
  parts: readonly Part[];
  tests: readonly Test[];
  pairs: readonly Pair[];
  notes: readonly Note[];
}

/** Undefined where there are too few rows for a test, or they vary too little. */
export function maybeTested<T>(test: () => T): T | undefined {
  try {
    return test();
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

/** Means can only be compared where values vary in one group at least. */
export function checkSpread(parts: readonly Part[]): void {
  if (parts.every(({ values }) => values.every((value) => value === values[0]))) throw toMisfit('no-spread');
}
