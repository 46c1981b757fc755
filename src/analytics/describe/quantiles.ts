/** Quantiles in the nine ways of Hyndman and Fan (The American Statistician 50, 1996); 7 is that of R, NumPy, Excel and DuckDB. */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

export function toSorted(values: Float64Array): Float64Array {
  return values.slice().sort();
}

/** Undefined where there is no value. `sorted` rises. */
export function toQuantile(sorted: Float64Array, share: number, type: QuantileType = 7): number | undefined {
  const count = sorted.length;
  if (count === 0) return undefined;
  const exact = count * share + toShift(share, type);
  // a share such as 0.1 of 10 rows lands beside the whole number that is meant
  const fuzz = 4 * Number.EPSILON * Math.max(1, exact);
  const before = Math.floor(exact + fuzz);
  const rest = exact - before;
  const part = toPart(Math.abs(rest) < fuzz ? 0 : rest, before, type);
  const low = sorted[Math.max(0, Math.min(count - 1, before - 1))]!;
  const high = sorted[Math.max(0, Math.min(count - 1, before))]!;
  if (part === 0) return low;
  if (part === 1) return high;
  const gap = high - low;
  return Number.isFinite(gap) ? low + part * gap : (1 - part) * low + part * high;
}

export function toMedian(sorted: Float64Array): number | undefined {
  return toQuantile(sorted, 0.5);
}

/** The median distance from the median; times 1.4826 it estimates the deviation of a normal distribution. */
export function toMedianDeviation(sorted: Float64Array): number | undefined {
  const median = toMedian(sorted);
  return median === undefined ? undefined : toMedian(sorted.map((value) => Math.abs(value - median)).sort());
}

export interface Mode {
  /** The least of those that are most frequent. */
  value: number;
  count: number;
  /** How many values are as frequent. */
  ties: number;
}

/** Undefined where no value comes twice. */
export function toMode(sorted: Float64Array): Mode | undefined {
  let mode: Mode = { value: 0, count: 1, ties: 0 };
  for (let from = 0; from < sorted.length;) {
    let to = from + 1;
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    if (to - from > mode.count) mode = { value: sorted[from]!, count: to - from, ties: 1 };
    else if (to - from === mode.count) mode.ties++;
    from = to;
  }
  return mode.count > 1 ? mode : undefined;
}

function toShift(share: number, type: QuantileType): number {
  switch (type) {
    case 1:
    case 2:
    case 4:
      return 0;
    case 3:
      return -0.5;
    case 5:
      return 0.5;
    case 6:
      return share;
    case 7:
      return 1 - share;
    case 8:
      return (share + 1) / 3;
    case 9:
      return share / 4 + 3 / 8;
  }
}

function toPart(rest: number, before: number, type: QuantileType): number {
  if (type > 3) return rest;
  if (rest > 0) return 1;
  if (type === 1) return 0;
  if (type === 2) return 0.5;
  return before % 2 === 0 ? 0 : 1;
}
