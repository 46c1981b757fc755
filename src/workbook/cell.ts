import { isSameName } from '../sql/name';

/** What every cell has. Its kind adds settings of its own beside. */
export interface Cell {
  readonly id: string;
  readonly kind: string;
  /** What it goes by in every other cell; a text has none. */
  readonly name?: string;
  /** Shows its head only. */
  readonly collapsed?: boolean;
}

/** What a person, a file or the console may give: a kind, and as many of its settings as they like. */
export type CellSpec = Readonly<{ kind: string; name?: string } & Record<string, unknown>>;

/** Names that a cell reads, as they stand in it. */
export interface Reads {
  tables: readonly string[];
  values: readonly string[];
  /** Read as a value where something gives one; no fault where nothing does. */
  maybeValues?: readonly string[];
}

export interface NameChange {
  of: 'table' | 'value';
  from: string;
  to: string;
  /** A value and a table go by the name, and only one of them changes. */
  twin?: boolean;
  /** Somebody may read a column of the cell whose name has the old name in it: `sum(orders.amount)`. */
  keepColumns?: boolean;
}

/** What the workbook needs to know of a kind of cell; all else of it is in `cells/<kind>/`. */
export interface Kind<C extends Cell = Cell> {
  readonly kind: string;
  /** What its name stands for in other cells: `orders`, or `$since`. */
  readonly gives: 'table' | 'value' | 'nothing';
  /** Completes a spec, and checks it: what is wrong is a `Problem`. */
  toCell(spec: CellSpec, id: string): C;
  findReads(cell: C): Reads;
  /** The same cell after something that it reads has got another name. */
  rename(cell: C, change: NameChange): C;
}

export interface Kinds {
  find(kind: string): Kind | undefined;
}

/** What `gives` says of a cell, also of one whose kind this version does not know. */
export function toGift(cell: Cell, kinds: Kinds): Kind['gives'] {
  return (cell.name && kinds.find(cell.kind)?.gives) || 'nothing';
}

/** The cell that a name stands for in others: the first of those that go by it and give a table, or a value. */
export function findGiver(
  cells: readonly Cell[],
  name: string,
  gift: 'table' | 'value',
  kinds: Kinds,
): Cell | undefined {
  return cells.find((cell) => toGift(cell, kinds) === gift && isSameName(cell.name!, name));
}

const reads = new WeakMap<Cell, Reads>();

/** What a cell reads, looked for once: a cell that has changed is another object. */
export function findReads(cell: Cell, kinds: Kinds): Reads {
  const known = reads.get(cell);
  if (known) return known;
  const found = kinds.find(cell.kind)?.findReads(cell) ?? { tables: [], values: [] };
  reads.set(cell, found);
  return found;
}
