/** The intercept and, for each column, its weight times its values. */
export function toLine(weights: Float64Array, columns: readonly Float64Array[]): Float64Array {
  const line = new Float64Array(columns[0]!.length).fill(weights[0]!);
  for (const [at, column] of columns.entries()) {
    const weight = weights[at + 1]!;
    if (weight !== 0) for (let row = 0; row < line.length; row++) line[row]! += weight * column[row]!;
  }
  return line;
}
