import type { Cell } from './cell';

/** A workbook: small, immutable, and without rows. */
export interface Workbook {
  readonly id: string;
  readonly title: string;
  /** Whether a change runs what follows from it, or waits for a person to ask. */
  readonly run: RunMode;
  /** What every run begins its random numbers with. */
  readonly seed: number;
  readonly cells: readonly Cell[];
}

export type RunMode = 'auto' | 'asked';

export function createWorkbook({
  id = createId(),
  title = '',
  seed = 1,
  run = 'auto',
  cells = [],
}: Partial<Workbook> = {}): Workbook {
  return { id, title, run, seed, cells };
}

/** Short, and new: 60 bits are enough for every workbook that a person will ever have. */
export function createId({ random = crypto.getRandomValues.bind(crypto) } = {}): string {
  const bytes = random(new Uint8Array(12));
  return Array.from(bytes, (byte) => (byte % 32).toString(32)).join('');
}

export function findCell(workbook: Workbook, id: string): Cell {
  const cell = workbook.cells.find((other) => other.id === id);
  if (!cell) throw new Error(`no cell: ${id}`);
  return cell;
}
