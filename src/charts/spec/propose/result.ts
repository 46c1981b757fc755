import type { Column } from '../../../table/column';
import type { Proposal } from './drawable';
import { findKnownCharts } from './known';

/** A table that an analysis has given, '' for the cell's own rows. */
export interface ResultPart {
  readonly table: string;
  readonly columns: readonly Column[];
}

export interface ResultChart extends Proposal {
  readonly table: string;
}

const MOST = 6;

/** The charts that show what an analysis has found: the first of each of its tables, then what else there is. */
export function toResultCharts(parts: readonly ResultPart[]): ResultChart[] {
  // clusters are seen on their map first, and not along two columns of many
  const hasMap = parts.some(({ table }) => table === 'map');
  const rank = ({ table }: ResultPart) => (table === 'map' ? 0 : table === 'choice' ? 1 : 2);
  const shown = parts.filter(({ table }) => !(hasMap && table === '')).toSorted((a, b) => rank(a) - rank(b));
  const found = shown.map(({ table, columns }) =>
    findKnownCharts(columns).map((proposal): ResultChart => ({ ...proposal, table })),
  );
  const most = Math.max(0, ...found.map(({ length }) => length));
  return Array.from({ length: most }, (_, at) => found.flatMap((ways) => ways[at] ?? []))
    .flat()
    .slice(0, MOST);
}
