import type { Accessor, Component } from 'solid-js';
import type { Engine, ResultTable } from '../engine/engine';
import type { Catalog } from '../sql/complete';
import type { Bound } from '../sql/bound';
import type { Loose } from '../steps/field';
import type { CellState } from '../run/state';
import type { Cell, CellSpec } from '../workbook/cell';
import type { ChartAsk } from './chart/making/chartOf';
import type { Selections } from './chart/selections';
import type { RunKind } from '../workbook/plan';

/** What the page tells a cell of what is around it. */
export interface CellSurroundings {
  engine: Engine;
  /** Tables, functions and inputs that a query can name. */
  catalog: Accessor<Catalog>;
  /** The value of an input that a query names. */
  findValue: (name: string) => Bound | undefined;
  /** A secret of this device. */
  findSecret: (name: string) => Bound | undefined;
  /** The names of those that there are. */
  listSecrets: () => string[];
  onProblem: (error: unknown) => void;
  /** Rows were copied from a table: that is said. */
  onCopied: (rows: number, columns: number) => void;
  /** Asks how rows shall leave; those that are kept for it alone are let go afterwards. */
  exportRows: (name: string, keep: () => Promise<ResultTable>) => void;
  /** What is chosen in the page's charts, where they follow one another. */
  selections?: Selections;
  /** Makes a chart of a table, or of columns of it. */
  chart: (ask: ChartAsk) => void;
  /** Adds a cell below one. */
  add: (spec: CellSpec, after: string) => void;
}

export interface CellViewProps<C extends Cell = Cell> {
  cell: C;
  state: CellState;
  /** Whether keys go to this cell. */
  selected: boolean;
  /** Whether the workbook can be changed in this tab. */
  readOnly: boolean;
  /** Whether the kind's panel stands in the cell, or beside the page while the cell is selected. */
  panel: 'inside' | 'beside';
  /** Whether the view is as high as the place that it stands in; else as its content. */
  fills?: boolean;
  /** Whether it says by itself what it shows, where nothing above it does. */
  entitled?: boolean;
  surroundings: CellSurroundings;
  /** Sets settings. Changes with the same `merge` that follow closely are undone together. */
  change: (patch: Readonly<Record<string, unknown>>, options?: { merge?: string }) => void;
  run: () => void;
  stop: () => void;
  /** Lets go of the keyboard, so that it moves among cells again. */
  leave: () => void;
  /** Something to be done with the cell from outside: where a person presses Enter on it, it is focused. */
  onReady: (handle: CellHandle) => void;
}

export interface CellHandle {
  /** Puts the keyboard into the cell. */
  focus: () => void;
  /** Begins a step, where the cell has steps. */
  begin?: (step: Loose & { step: string }) => void;
}

/** A kind of cell, whole: how it is run and how it looks. */
export interface CellKind<C extends Cell = Cell> extends RunKind<C> {
  /** Loaded when a cell of the kind is first shown. */
  View: Component<CellViewProps<C>>;
  /** What readers see of it, without what it is made with; where there is none, its rows. */
  Reader?: Component<CellViewProps<C>>;
  icon: Component;
  /** What stands beside the page while a cell of the kind is selected. */
  Panel?: Component<{ id: string }>;
  /** Its view shows the rows itself. */
  showsRows?: boolean;
  /** What it came to, where that is not rows and columns. */
  toOutcome?: (state: CellState) => string | undefined;
  /** The key that adds one below, after Esc. */
  toNew: (context: { name: (wanted: string) => string; table: string | undefined }) => CellSpec;
}
