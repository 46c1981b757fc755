import type { Bound } from '../sql/bound';
import type { Cell, Kind } from './cell';

/** What running a cell comes to. */
export type Plan =
  /** Its rows are kept in the engine, and go by its name. */
  | KeepPlan
  /** A few rows come to the page, for the cell alone. */
  | FetchPlan
  | { do: 'nothing' };

export interface Statement {
  sql: string;
  /** What the person wrote, where that is something else. */
  written?: string;
  /** An offset of `sql` in what the person wrote. */
  toWritten?: (offset: number) => number;
  /** Values of inputs that `sql` reads, by name. */
  values: Readonly<Record<string, Bound>>;
}

export interface KeepPlan extends Statement {
  do: 'keep';
  /** The table whose rows these are, all of them and in order, so that nothing need be computed or copied. */
  same?: { table: string; columns: '*' | readonly string[] };
}

export interface FetchPlan extends Statement {
  do: 'fetch';
  maxRows: number;
}

export interface PlanContext {
  /** The value of an input that the cell reads. */
  findValue: (name: string) => Bound | undefined;
  /** The columns of the table that goes by a name, where one does. */
  findColumns: (table: string) => readonly string[] | undefined;
}

/** A kind of cell as it is run. */
export interface RunKind<C extends Cell = Cell> extends Kind<C> {
  toPlan(cell: C, context: PlanContext): Plan;
  /** The value that its name stands for. */
  toValue?(cell: C): Bound;
}

export interface RunKinds {
  find(kind: string): RunKind | undefined;
}
