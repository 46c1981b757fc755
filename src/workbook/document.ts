import type { Cell } from './cell';
import type { Dashboard } from './dashboard';
import type { Outputs } from './outputs';
import type { Report } from './report';

/** A workbook: small, immutable, and without rows. */
export interface Workbook {
  readonly id: string;
  readonly title: string;
  /** Whether a change runs what follows from it, or waits for a person to ask. */
  readonly run: RunMode;
  /** What every run begins its random numbers with. */
  readonly seed: number;
  readonly cells: readonly Cell[];
  /** How its readers see it, once somebody has arranged that. */
  readonly dashboard?: Dashboard;
  /** How it leaves as a report, once somebody has said so. */
  readonly report?: Report;
  /** What left it the last time. */
  readonly outputs?: Outputs;
}

export type RunMode = 'auto' | 'asked';

export function createWorkbook({
  id = createId(),
  title = '',
  seed = 1,
  run = 'auto',
  cells = [],
  ...rest
}: Partial<Workbook> = {}): Workbook {
  return { id, title, run, seed, cells, ...rest };
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
