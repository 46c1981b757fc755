import type { Sparse } from './sparse';

/** Values of a table added up by groups of rows: one a group and column, group by group. */
export interface GroupSums {
  groups: number;
  columns: number;
  sums: Float64Array;
  /** In how many rows of the group the column has a value. */
  rows: Int32Array;
  /** Rows of each group. */
  sizes: Int32Array;
}

export function sumByGroup(
  { columns, starts, places, values }: Sparse,
  codes: Int32Array,
  groups: number,
): GroupSums {
  const sums = new Float64Array(groups * columns);
  const rows = new Int32Array(groups * columns);
  const sizes = new Int32Array(groups);
  for (const [row, group] of codes.entries()) {
    sizes[group]!++;
    const from = group * columns;
    for (let at = starts[row]!; at < starts[row + 1]!; at++) {
      sums[from + places[at]!]! += values[at]!;
      rows[from + places[at]!]!++;
    }
  }
  return { groups, columns, sums, rows, sizes };
}
