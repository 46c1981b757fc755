import { findDistinct, findPlace } from '../core/sorted';
import { toSorted } from '../describe/quantiles';

/** A column as codes in the order of its values: one for each, or for as many neighbours as quantiles put together. */
export interface Coded {
  codes: Uint8Array | Int32Array;
  /** The least and the largest value of each code. */
  lows: Float64Array;
  highs: Float64Array;
}

export function toCoded(column: Float64Array, most = Infinity): Coded {
  const sorted = toSorted(column);
  const values = findDistinct(sorted);
  const { lows, highs } =
    values.length > most ? toBins(sorted, values, most) : { lows: values, highs: values };
  const codes = most <= 256 ? new Uint8Array(column.length) : new Int32Array(column.length);
  for (let row = 0; row < column.length; row++) codes[row] = findPlace(highs, column[row]!);
  return { codes, lows, highs };
}

/** Half way, and always below the larger, however close they are. */
export function toMiddle(less: number, more: number): number {
  const middle = less / 2 + more / 2;
  return middle < more && middle >= less ? middle : less;
}

function toBins(sorted: Float64Array, values: Float64Array, most: number) {
  const ends = new Set<number>();
  for (let bin = 1; bin <= most; bin++)
    ends.add(findPlace(values, sorted[Math.ceil((bin * sorted.length) / most) - 1]!));
  const places = Int32Array.from(ends);
  return {
    lows: Float64Array.from(places, (_, bin) => values[bin === 0 ? 0 : places[bin - 1]! + 1]!),
    highs: Float64Array.from(places, (place) => values[place]!),
  };
}
