/**
 * Householder's QR of a tall table of columns (Golub and Van Loan, Matrix Computations, 4th ed. 2013, 5.2 and 5.4), with the
 * limited pivoting of LINPACK's dqrdc2 as R's `lm` has it: a column that those before it make up goes to the end.
 */
export interface Qr {
  /** The reflections, in the columns' own memory: the k-th vector stands from row k on. */
  vectors: Float64Array[];
  scales: Float64Array;
  /** Upper triangle, `rank` × `rank`, column by column. */
  r: Float64Array;
  rank: number;
  /** Which of the columns given stands at each place; those from `rank` on are left out. */
  order: Int32Array;
}

export interface QrOptions {
  /** The column of the largest rest first, instead of the order given. */
  pivot?: boolean;
  /** A column whose rest is shorter than this share of its length counts as made up by the others. */
  tolerance?: number;
}

/** Overwrites the columns. */
export function factorQr(columns: Float64Array[], { pivot = false, tolerance = 1e-12 }: QrOptions = {}): Qr {
  const rows = columns[0]?.length ?? 0;
  const vectors = [...columns];
  const order = Int32Array.from(columns.keys());
  const lengths = columns.map((column) => toLength(column, 0));
  const scales = new Float64Array(columns.length);
  const diagonal = new Float64Array(columns.length);
  let limit = columns.length;
  let rank = 0;

  while (rank < limit && rank < rows) {
    if (pivot) moveToFront(vectors, lengths, order, rank, limit);
    const vector = vectors[rank]!;
    const length = toLength(vector, rank);
    if (length <= tolerance * lengths[rank]! || length === 0) {
      limit--;
      for (const list of [vectors, lengths, order] as { [at: number]: unknown }[]) rotate(list, rank, limit);
      continue;
    }
    const head = vector[rank]!;
    const onto = head > 0 ? -length : length;
    scales[rank] = (onto - head) / onto;
    diagonal[rank] = onto;
    const below = 1 / (head - onto);
    for (let row = rank + 1; row < rows; row++) vector[row]! *= below;
    vector[rank] = 1;
    for (let other = rank + 1; other < columns.length; other++) {
      reflect(vector, scales[rank]!, vectors[other]!, rank);
    }
    rank++;
  }

  const r = new Float64Array(rank * rank);
  for (let column = 0; column < rank; column++) {
    for (let row = 0; row < column; row++) r[column * rank + row] = vectors[column]![row]!;
    r[column * rank + column] = diagonal[column]!;
  }
  return { vectors, scales, r, rank, order };
}

/** Q'v, in place. */
export function applyQt({ vectors, scales, rank }: Qr, values: Float64Array): void {
  for (let at = 0; at < rank; at++) reflect(vectors[at]!, scales[at]!, values, at);
}

/** Qv, in place. */
export function applyQ({ vectors, scales, rank }: Qr, values: Float64Array): void {
  for (let at = rank - 1; at >= 0; at--) reflect(vectors[at]!, scales[at]!, values, at);
}

function reflect(vector: Float64Array, scale: number, values: Float64Array, from: number): void {
  let along = 0;
  for (let row = from; row < vector.length; row++) along += vector[row]! * values[row]!;
  along *= scale;
  for (let row = from; row < vector.length; row++) values[row]! -= along * vector[row]!;
}

function toLength(values: Float64Array, from: number): number {
  let squares = 0;
  for (let row = from; row < values.length; row++) squares += values[row]! * values[row]!;
  if (squares > 1e-280 && squares < 1e300) return Math.sqrt(squares);
  let largest = 0;
  for (let row = from; row < values.length; row++) largest = Math.max(largest, Math.abs(values[row]!));
  if (largest === 0) return 0;
  squares = 0;
  for (let row = from; row < values.length; row++) squares += (values[row]! / largest) ** 2;
  return largest * Math.sqrt(squares);
}

function moveToFront(
  vectors: Float64Array[],
  lengths: number[],
  order: Int32Array,
  from: number,
  limit: number,
): void {
  let best = from;
  let most = -1;
  for (let at = from; at < limit; at++) {
    const length = toLength(vectors[at]!, from);
    if (length > most) [best, most] = [at, length];
  }
  [vectors[from], vectors[best]] = [vectors[best]!, vectors[from]!];
  [lengths[from], lengths[best]] = [lengths[best]!, lengths[from]!];
  [order[from], order[best]] = [order[best]!, order[from]!];
}

function rotate(list: { [at: number]: unknown }, from: number, to: number): void {
  const first = list[from];
  for (let at = from; at < to; at++) list[at] = list[at + 1];
  list[to] = first;
}
