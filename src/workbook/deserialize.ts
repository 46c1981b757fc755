import { Problem } from '../lib/problem';
import type { Cell } from './cell';
import { checkDashboard } from './dashboard';
import type { Workbook } from './document';
import { createId } from './document';
import { migrate } from './migrate';
import { checkOutputs } from './outputs';
import { checkReport } from './report';
import type { SourceNeed } from './serialize';
import { formatNumber } from './serialize';

/**
 * Whatever was saved, by any version. Cells of a kind that this version does not know are kept as they are; what is no
 * workbook is refused in words.
 */
export function deserialize(json: unknown): { workbook: Workbook; sources: SourceNeed[] } {
  const { id, title, run, seed, cells, dashboard, report, outputs, sources } = migrate(
    toObject(json),
    formatNumber,
  );
  const ids = new Set<string>();
  const arranged = checkDashboard(dashboard);
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
      ...(arranged && { dashboard: arranged }),
      ...(report !== undefined && { report: checkReport(report) }),
      ...(outputs !== undefined && { outputs: checkOutputs(outputs) }),
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
