import type { Sparse } from '../../../src/analytics/text/sparse';

export function toSparse(rows: readonly (readonly number[])[]): Sparse {
  const columns = rows[0]!.length;
  const filled = rows.map((row) => [...row.keys()].filter((column) => row[column] !== 0));
  const starts = new Int32Array(rows.length + 1);
  for (const [row, places] of filled.entries()) starts[row + 1] = starts[row]! + places.length;
  return {
    rows: rows.length,
    columns,
    starts,
    places: Int32Array.from(filled.flat()),
    values: Float64Array.from(filled.flatMap((places, row) => places.map((place) => rows[row]![place]!))),
  };
}

export function toDense({ rows, columns, starts, places, values }: Sparse): number[][] {
  return Array.from({ length: rows }, (_, row) => {
    const dense = Array.from({ length: columns }, () => 0);
    for (let at = starts[row]!; at < starts[row + 1]!; at++) dense[places[at]!] = values[at]!;
    return dense;
  });
}
