import type { Loose } from '../../../steps/field';
import { findColumn } from '../../../steps/write';
import type { Column } from '../../../table/column';
import { toFamily } from '../../../table/column';
import type { Proposal } from './drawable';
import { isDrawable } from './drawable';
import { ofGroups } from './knownGroups';
import { ofModels } from './knownModels';
import { ofTime } from './knownTime';

/** A table of an analysis, and the charts that show it. */
export interface Known {
  /** Columns by which it is known. */
  readonly has: readonly string[];
  /** Columns that it may have besides; all others are a person's own, such as the one that tells series apart. */
  readonly may?: readonly string[];
  /** Ways to draw it, the best first; `own` are the person's columns. */
  ways(own: readonly string[]): readonly (readonly [mark: string, settings: Loose])[];
}

/** Those with more columns come before those that have some of them. */
const known: readonly Known[] = [...ofTime, ...ofModels, ...ofGroups];

/** Every way in which a table that an analysis has given is drawn, the best first; none of all other tables. */
export function findKnownCharts(columns: readonly Column[]): Proposal[] {
  const names = new Set(columns.map(({ name }) => name));
  for (const { has, may = [], ways } of known) {
    if (!has.every((name) => names.has(name))) continue;
    const own = [...names].filter((name) => !has.includes(name) && !may.includes(name));
    const found = ways(own)
      .map(([mark, settings]): Proposal => ({ mark, settings }))
      .filter((proposal) => isDrawable(proposal, columns));
    if (found.length > 0) return found;
  }
  const clusters = findClusters(columns);
  return clusters ? [clusters] : [];
}

/** How a table that an analysis has given is drawn; undefined for all other tables. */
export const findKnownChart = (columns: readonly Column[]): Proposal | undefined =>
  findKnownCharts(columns)[0];

/** Rows that were sorted into clusters: two of their numbers, a colour for each cluster. */
function findClusters(columns: readonly Column[]): Proposal | undefined {
  const cluster = findColumn(columns, 'cluster');
  if (!cluster || toFamily(cluster.type) !== 'number') return undefined;
  const numbers = columns.filter(
    (column) => column !== cluster && /^(DOUBLE|FLOAT|DECIMAL|BIGINT|INTEGER)/.test(column.type),
  );
  const [x, y] = numbers.filter(({ name }) => !/(^|_)id$/i.test(name));
  if (!x || !y) return undefined;
  const proposal = { mark: 'point', settings: { x: x.name, y: y.name, color: 'cluster' } };
  return isDrawable(proposal, columns) ? proposal : undefined;
}
