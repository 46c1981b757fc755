/**
 * How much a word says of a text: how often it is there, times how rare it is among all texts (Spärck Jones, 1972), as
 * scikit-learn's TfidfVectorizer has it: idf = ln((1 + n) / (1 + texts with it)) + 1, and each text of length 1.
 */
import { countRows, type Sparse } from './sparse';

export interface Rarity {
  kind: 'rarity';
  /** By what each word's count is multiplied. */
  weights: Float64Array;
}

export function fitRarity(counts: Sparse): Rarity {
  const weights = Float64Array.from(
    countRows(counts),
    (texts) => Math.log((1 + counts.rows) / (1 + texts)) + 1,
  );
  return { kind: 'rarity', weights };
}

/** Other texts, too, whose words are counted in the same columns. */
export function weighWords(counts: Sparse, { weights }: Rarity): Sparse {
  const { rows, starts, places } = counts;
  const values = counts.values.map((count, at) => count * weights[places[at]!]!);
  for (let row = 0; row < rows; row++) {
    let squares = 0;
    for (let at = starts[row]!; at < starts[row + 1]!; at++) squares += values[at]! * values[at]!;
    const length = Math.sqrt(squares);
    for (let at = starts[row]!; at < starts[row + 1]!; at++) values[at] = values[at]! / length;
  }
  return { ...counts, values };
}
