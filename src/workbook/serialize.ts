import { Problem } from '../lib/problem';
import type { Cell } from './cell';
import type { RunMode, Workbook } from './document';
import { createId } from './document';
import { migrate } from './migrate';

/** The number of the saved form. A new number comes with a step in `migrate.ts` and a frozen file in its test. */
export const formatNumber = 1;

/** A workbook as it is saved, sent and given to scripts. */
export interface WorkbookJson {
  quire: number;
  id: string;
  title: string;
  run: RunMode;
  seed: number;
  cells: Cell[];
  /** What its cells read of sources, so that someone without them can find theirs. */
  sources: SourceNeed[];
}

export interface SourceNeed {
  name: string;
  columns: { name: string; type: string }[];
}

export function serialize(
  { id, title, run, seed, cells }: Workbook,
  sources: SourceNeed[] = [],
): WorkbookJson {
  return structuredClone({ quire: formatNumber, id, title, run, seed, cells: [...cells], sources });
}

/**
 * Whatever was saved, by any version. Cells of a kind that this version does not know are kept as they are; what is no
 * workbook is refused in words.
 */
export function deserialize(json: unknown): { workbook: Workbook; sources: SourceNeed[] } {
  const { id, title, run, seed, cells, sources } = migrate(toObject(json), formatNumber);
  const ids = new Set<string>();
  return {
    workbook: {
      id: typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? id : createId(),
      title: typeof title === 'string' ? title : '',
      run: run === 'asked' ? 'asked' : 'auto',
      seed: typeof seed === 'number' && Number.isFinite(seed) ? seed : 1,
      cells: toList(cells).map((value) => {
        const cell = toKnownShape(toObject(value));
        const free = ids.has(cell.id) ? { ...cell, id: createId() } : cell;
        ids.add(free.id);
        return free;
      }),
    },
    sources: toList(sources).map(toNeed),
  };
}

function toKnownShape(cell: Record<string, unknown>): Cell {
  const { id, kind, name, collapsed } = cell;
  if (typeof kind !== 'string') throw new Problem('quire-unreadable', { params: { detail: 'kind' } });
  const { collapsed: _, name: __, ...settings } = cell;
  return {
    ...settings,
    kind,
    id: typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? id : createId(),
    ...(typeof name === 'string' && name.trim() && { name: name.trim() }),
    ...(collapsed === true && { collapsed }),
  };
}

function toNeed(value: unknown): SourceNeed {
  const { name, columns } = toObject(value);
  return {
    name: String(name),
    columns: toList(columns)
      .map(toObject)
      .map((column) => ({ name: String(column['name']), type: String(column['type']) })),
  };
}

function toObject(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new Problem('quire-unreadable', { params: { detail: typeof value } });
}

function toList(value: unknown): unknown[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value as unknown[];
  throw new Problem('quire-unreadable', { params: { detail: typeof value } });
}
