import type { Note } from '../lib/note';
import type { Problem } from '../lib/problem';
import type { Column, Value } from '../table/column';
import type { Done, Task } from '../table/kept';
import type { Fields, Loose, SettingsOf } from './field';

/** One link of a chain, as it is saved: its kind's settings stand beside these. */
export interface Step {
  readonly id: string;
  readonly step: string;
  /** Left out for now. */
  readonly off?: boolean;
  /** What a person calls it, in place of what it says of itself. */
  readonly title?: string;
  readonly note?: string;
  /** What happens where it does not fit the table any more: everything stops, or the step alone is left out. */
  readonly misfit?: 'stop' | 'skip';
  readonly [setting: string]: unknown;
}

/** What a step may know besides its settings. */
export interface StepContext {
  /** The table so far, as it stands in SQL: a name in quotes. */
  from: string;
  /** What the table goes by at the head of the chain. */
  source: string;
  columns: readonly Column[];
  /** The columns of the tables that its settings name, by those names as they stand there. */
  tables: ReadonlyMap<string, readonly Column[]>;
  /** What random numbers begin with. */
  seed: number;
  /** What its own question found, one array of values a column; empty where it asks none. */
  found: readonly (readonly Value[])[];
  /** What `load` gave. */
  loaded?: unknown;
  /** What came of its task. */
  done?: Done;
}

/** What a step comes to. */
export interface Made {
  /** A `SELECT` from the table so far. */
  sql: string;
  /**
   * Columns whose values it changes: they are compared with what they were, row by row, and what differs is counted and marked.
   * Only where rows stay as they are.
   */
  changes?: readonly string[];
  /** Neither drops nor adds nor reorders rows. */
  sameRows?: boolean;
  /** Reads the table so far more than once, so that its rows had better be computed once and held. */
  readsTwice?: boolean;
  /** The columns that it gives, where that is known without asking the engine. */
  columns?: readonly Column[];
  /** What a person should know, though the step works: `{ why: 'new-values', values: '…' }`. */
  notes?: readonly Note[];
}

/** A question over the table so far, and the settings that follow from its answer and from those that there are by then. */
export interface MoreAsked {
  sql: string;
  toMore(found: readonly (readonly Value[])[], settings: Loose): Loose;
}

export type StepFamily = 'shape' | 'clean' | 'protect' | 'analyse';

/** A kind of step: its settings, what is wrong with them, and its SQL. */
export interface StepKind<F extends Fields = Fields> {
  readonly step: string;
  readonly family: StepFamily;
  readonly fields: F;
  /** Settings that fit a table, to begin with; everything else is what its field says. */
  suggest?(context: { columns: readonly Column[]; column?: string }): Loose;
  /** The one question that is put when a step is begun, for what its columns' types do not tell. */
  suggestMore?(context: { columns: readonly Column[]; from: string; settings: Loose }): MoreAsked | undefined;
  /** What is wrong with the settings, beyond what their fields say. */
  check?(settings: SettingsOf<F>, context: StepContext): Problem | undefined;
  /** Brings what its writing needs and is too large to be there before: a dictionary. */
  load?(settings: SettingsOf<F>): Promise<unknown> | undefined;
  /** A query that must be answered before the step can be written, and before its task; its rows come as `found`. */
  ask?(settings: SettingsOf<F>, context: StepContext): string | undefined;
  /** What must be computed outside the engine before the step can be written; it comes as `done`. */
  task?(settings: SettingsOf<F>, context: StepContext): Task;
  make(settings: SettingsOf<F>, context: StepContext): Made;
}

/** A kind whose settings' types are known inside it, and forgotten outside. */
export function toStep<const F extends Fields>(kind: StepKind<F>): StepKind {
  return kind as unknown as StepKind;
}
