import type { Points } from './points';

export interface Sorted {
  /** From 0: the largest cluster first; -1 for rows that are of none. */
  codes: Int32Array;
  sizes: Float64Array;
  /** Centres one after another, in the units of the points. */
  centres: Float64Array;
}

/** Clusters by size, and by where they lie where they are of one size. */
export function sortClusters(codes: Int32Array, centres: Float64Array, count: number): Sorted {
  const width = centres.length / count;
  const counts = countRows(codes, count);
  const order = Array.from({ length: count }, (_, code) => code).sort(
    (a, b) => counts[b]! - counts[a]! || compareParts(centres, a * width, b * width, width) || a - b,
  );
  const places = new Int32Array(count);
  for (const [at, code] of order.entries()) places[code] = at;
  return {
    codes: codes.map((code) => (code < 0 ? code : places[code]!)),
    sizes: Float64Array.from(order, (code) => counts[code]!),
    centres: Float64Array.from(centres, (_, at) => {
      return centres[order[Math.floor(at / width)]! * width + (at % width)]!;
    }),
  };
}

/** The means of the points of each cluster. */
export function toCentres({ values, width }: Points, codes: Int32Array, count: number): Float64Array {
  const sizes = countRows(codes, count);
  const centres = new Float64Array(count * width);
  for (const [row, code] of codes.entries()) {
    if (code < 0) continue;
    for (let part = 0, from = row * width, to = code * width; part < width; part++)
      centres[to + part] = centres[to + part]! + values[from + part]!;
  }
  return centres.map((sum, at) => sum / sizes[Math.floor(at / width)]!);
}

function countRows(codes: Int32Array, count: number): Float64Array {
  const sizes = new Float64Array(count);
  for (const code of codes) if (code >= 0) sizes[code] = sizes[code]! + 1;
  return sizes;
}

function compareParts(centres: Float64Array, one: number, other: number, width: number): number {
  for (let part = 0; part < width; part++) {
    const apart = centres[one + part]! - centres[other + part]!;
    if (apart !== 0) return apart;
  }
  return 0;
}
