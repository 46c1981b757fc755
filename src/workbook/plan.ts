import type { Bound } from '../sql/bound';
import type { Column, Value } from '../table/column';
import type { Done, KeptTable, Task } from '../table/kept';
import type { Cell, Kind } from './cell';

/** What running a cell comes to. */
export type Plan =
  /** Its rows are kept in the engine, and go by its name. */
  | KeepPlan
  /** A few rows come to the page, for the cell alone. */
  | FetchPlan
  /** What it is must be asked of the engine first. */
  | AskPlan
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
  /** Tables that go by their names behind the cell's own: `segments.centers`. */
  beside?: Readonly<Record<string, KeptTable>>;
  /** What was found on the way that its view needs beside the rows; plain data. */
  told?: unknown;
}

export interface FetchPlan extends Statement {
  do: 'fetch';
  maxRows: number;
}

/** A plan that depends on tables as they are: on their columns, or on values in them. */
export interface AskPlan {
  do: 'ask';
  /** Two plans that say the same come to the same over the same tables. */
  said: string;
  values: Readonly<Record<string, Bound>>;
  toPlan(tools: Tools): Promise<KeepPlan>;
}

/** What a plan may have done while it is made. What is kept goes with the cell's rows. */
export interface Tools {
  ask: Ask;
  /** The same, where nothing but the rows of what the cell reads has a say in the answer: one that is known is not asked for again. */
  recall?: Ask;
  /** Runs a query, and keeps its rows. Nobody does where nothing is run, as in a script. */
  hold?(sql: string, values: Readonly<Record<string, Bound>>): Promise<KeptTable>;
  compute?(task: Task, values: Readonly<Record<string, Bound>>): Promise<Done>;
}

/** A question to the engine whose answer is a few rows, one array of values a column. */
export type Ask = (
  sql: string,
  values: Readonly<Record<string, Bound>>,
) => Promise<{ columns: readonly Column[]; values: readonly (readonly Value[])[] }>;

export interface PlanContext {
  /** The value of an input that the cell reads. */
  findValue: (name: string) => Bound | undefined;
  /** A secret of this device, for what nobody else may turn back. */
  findSecret?: (name: string) => Bound | undefined;
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
