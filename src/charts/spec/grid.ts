import { quoteName } from '../../sql/quote';
import { findColumn } from '../../steps/write';
import type { Column } from '../../table/column';
import { toCellSql } from './bins';
import { isMoment } from './channel';
import type { Made } from './chart';
import { only } from './chart';
import type { Squares } from './kinds/point';

/** Cells side by side from a place on an axis; on a logarithmic one all are of powers of ten. Moments are seconds. */
export interface Grid {
  readonly from: number;
  readonly step: number;
  readonly count: number;
  readonly log?: true;
  /** All values lie in it: one beyond an end, by what rounding left, is in the cell there. */
  readonly whole?: true;
}

/** The cell of a value, from 0; none of a value that lies in none. */
export function toGridSql({ name, type }: Column, { from, step, count, log, whole }: Grid): string {
  const it = quoteName(name);
  const number = isMoment(type) ? `epoch(${it})` : `CAST(${it} AS DOUBLE)`;
  const value = log ? `log10(${number})` : number;
  const cell = toCellSql(value, { from, step, count });
  const end = from + step * count;
  const inside = [
    ...(log ? [`${number} > 0`] : []),
    ...(whole ? [] : [`${value} >= ${from} AND ${value} <= ${end}`]),
  ];
  return inside.length > 0 ? `CASE WHEN ${inside.join(' AND ')} THEN ${cell} END` : cell;
}

export const sides = { x: 'column', y: 'line' } as const;

/** The grid in which a chart's points are counted, where they are, and the numbers of a row's square as SQL. */
export function findSquares(
  { chart, told, slots }: Omit<Made, 'sql'>,
  columns: readonly Column[],
): readonly { slot: 'x' | 'y'; grid: Grid; sql: string; at: number }[] | undefined {
  const squares = told.squares as Squares | undefined;
  if (!squares) return undefined;
  return (['x', 'y'] as const).map((slot) => {
    const { from, step, count, log } = squares[slot];
    const grid: Grid = { from, step, count, whole: true, ...(log && { log }) };
    const column = findColumn(columns, only(chart, slot)!.column!)!;
    return { slot, grid, sql: toGridSql(column, grid), at: slots.indexOf(sides[slot]) };
  });
}
