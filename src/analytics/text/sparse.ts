/** A table that is mostly zeros, row by row: the places and values of what is not, the places rising. */
export interface Sparse {
  rows: number;
  columns: number;
  /** Where each row begins in `places` and `values`; one more than there are rows. */
  starts: Int32Array;
  places: Int32Array;
  values: Float64Array;
}

/** Rows of it in any order, as often as they are named. */
export function pickRows({ columns, starts, places, values }: Sparse, picked: Int32Array): Sparse {
  const to = new Int32Array(picked.length + 1);
  for (const [at, row] of picked.entries()) to[at + 1] = to[at]! + starts[row + 1]! - starts[row]!;
  const newPlaces = new Int32Array(to[picked.length]!);
  const newValues = new Float64Array(to[picked.length]!);
  for (const [at, row] of picked.entries()) {
    newPlaces.set(places.subarray(starts[row]!, starts[row + 1]!), to[at]!);
    newValues.set(values.subarray(starts[row]!, starts[row + 1]!), to[at]!);
  }
  return { rows: picked.length, columns, starts: to, places: newPlaces, values: newValues };
}

/** The columns named, which rise. */
export function pickColumns({ rows, columns, starts, places, values }: Sparse, picked: Int32Array): Sparse {
  const newPlace = new Int32Array(columns).fill(-1);
  for (const [at, column] of picked.entries()) newPlace[column] = at;
  const isKept = places.map((place) => (newPlace[place]! < 0 ? 0 : 1));
  const size = isKept.reduce((sum, kept) => sum + kept, 0);
  const to = new Int32Array(rows + 1);
  const newPlaces = new Int32Array(size);
  const newValues = new Float64Array(size);
  let next = 0;
  for (let row = 0; row < rows; row++) {
    for (let at = starts[row]!; at < starts[row + 1]!; at++) {
      if (isKept[at] === 0) continue;
      newPlaces[next] = newPlace[places[at]!]!;
      newValues[next++] = values[at]!;
    }
    to[row + 1] = next;
  }
  return { rows, columns: picked.length, starts: to, places: newPlaces, values: newValues };
}

/** In how many rows each column is. */
export function countRows({ columns, places }: Sparse): Int32Array {
  const counts = new Int32Array(columns);
  for (const place of places) counts[place]!++;
  return counts;
}
