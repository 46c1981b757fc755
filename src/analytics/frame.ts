import type { Note } from '../lib/note';
import type { Random } from './core/random';

/** What an analysis reads: columns of one length, in the order of the table's rows. */
export interface Frame {
  rows: number;
  columns: readonly FrameColumn[];
}

export type FrameColumn = NumberColumn | TextColumn;

export interface NumberColumn {
  name: string;
  kind: 'number';
  /** Not a number where there is no value; infinite where there is one that is no finite number. */
  values: Float64Array;
}

export interface TextColumn {
  name: string;
  kind: 'text';
  /** Places in `labels`; -1 where there is no value. */
  codes: Int32Array;
  labels: readonly string[];
}

/** What an analysis gives. */
export interface Outcome {
  /** Columns beside the rows that were read, a value for each of these. */
  added?: readonly GivenColumn[];
  /** Tables of their own, by name. */
  tables?: Readonly<Record<string, readonly GivenColumn[]>>;
  /** What there is to say of it: first what was found, then what a person should know of it. */
  notes: readonly Note[];
}

/** A column as it goes back to the engine. Not a number, the code -1, and 2 for neither yes nor no, are missing values there. */
export type GivenColumn =
  | { name: string; type: 'DOUBLE' | 'BIGINT'; values: Float64Array }
  /** Days from 1970-01-01. */
  | { name: string; type: 'DATE'; values: Float64Array }
  | { name: string; type: 'BOOLEAN'; values: Uint8Array }
  | { name: string; type: 'VARCHAR'; values: readonly (string | null)[] }
  | { name: string; type: 'VARCHAR'; codes: Int32Array; labels: readonly string[] };

export interface AnalysisContext {
  seed: number;
  random: Random;
  /** Told how much is done, from 0 to 1. */
  onProgress: (share: number) => void;
  /** Other tables that were asked for, by name. */
  beside?: Readonly<Record<string, Frame>>;
}

/** An analysis as the worker runs it: settings that were checked before, and what is computed from a frame with them. */
export type Analysis<S = never> = (frame: Frame, settings: S, context: AnalysisContext) => Outcome;
