import { findPlace } from '../core/sorted';

/** Ranks from 1, equal values sharing the mean of theirs. */
export interface Ranks {
  ranks: Float64Array;
  /** Σ (t³ - t) over the sizes t of the ties. */
  tieCubes: number;
  /** How many different values there are. */
  levels: number;
}

export function toRanks(values: Float64Array): Ranks {
  const sorted = values.slice().sort();
  const means = new Float64Array(sorted.length);
  let tieCubes = 0;
  let levels = 0;
  for (let from = 0; from < sorted.length;) {
    let to = from + 1;
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    means.fill((from + 1 + to) / 2, from, to);
    const size = to - from;
    tieCubes += size * (size - 1) * (size + 1);
    levels++;
    from = to;
  }
  return { ranks: values.map((value) => means[findPlace(sorted, value)]!), tieCubes, levels };
}
