import { toAllCodes, toAllRows } from '../../complete';
import type { GivenColumn } from '../../frame';
import type { Reasons } from '../../odd/reasons';

export interface Marked {
  /** Of the rows that were looked at, by `places`. */
  scores: Float64Array;
  isOdd: Uint8Array;
  reasons: Reasons;
  /** From here on one column alone says why a row is odd; else it is how its values go together. */
  far: number;
}

/** How odd each row is, whether it is marked, and what a marked one is odd in, beside all rows of a frame. */
export function toOddColumns(
  names: readonly string[],
  { scores, isOdd, reasons: { columns, distances }, far }: Marked,
  { places, rows }: { places: Int32Array; rows: number },
): GivenColumn[] {
  const isFar = (row: number) => Math.abs(distances[row]!) >= far;
  const toSide = (row: number) => (isFar(row) ? (distances[row]! > 0 ? HIGH : LOW) : MIX);
  const toAll = (of: (row: number) => number) =>
    toAllCodes(
      Int32Array.from(isOdd, (odd, row) => (odd === 1 ? of(row) : -1)),
      places,
      rows,
    );
  const flags = new Uint8Array(rows).fill(2);
  for (let at = 0; at < places.length; at++) flags[places[at]!] = isOdd[at]!;
  return [
    { name: 'oddness', type: 'DOUBLE', values: toAllRows(scores, places, rows) },
    { name: 'is_odd', type: 'BOOLEAN', values: flags },
    {
      name: 'because',
      type: 'VARCHAR',
      codes: toAll((row) => (isFar(row) ? columns[row]! : -1)),
      labels: names,
    },
    { name: 'side', type: 'VARCHAR', codes: toAll(toSide), labels: ['high', 'low', 'mix'] },
  ];
}

const [HIGH, LOW, MIX] = [0, 1, 2];

export function countMarked(isOdd: Uint8Array): number {
  return isOdd.reduce((sum, odd) => sum + odd, 0);
}

/** The first of the largest. */
export function findLargest(values: Float64Array): number {
  return values.reduce((largest, value, row) => (value > values[largest]! ? row : largest), 0);
}
