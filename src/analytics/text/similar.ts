/** How alike texts are: the cosine of the angle between their words' weights (Salton, Wong and Yang, CACM 18, 1975). */
import type { Sparse } from './sparse';

/** Of each row with one other, all of length 1; 0 where they share no word. */
export function toSimilarities({ rows, columns, starts, places, values }: Sparse, one: Sparse): Float64Array {
  const wanted = new Float64Array(columns);
  for (let at = 0; at < one.starts[1]!; at++) wanted[one.places[at]!] = one.values[at]!;
  const cosines = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let at = starts[row]!; at < starts[row + 1]!; at++) sum += values[at]! * wanted[places[at]!]!;
    cosines[row] = Math.min(sum, 1);
  }
  return cosines;
}
