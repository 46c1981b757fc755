/** As many values as are quick to write and small to hold. */
const MOST_ROWS = 100_000;
const MOST_VALUES = 1_500_000;

export interface Range {
  from: number;
  to: number;
}

/** Rows that are read at once, of a table of so many columns. There is a range at least: a table without rows tells its types. */
export function toRanges(from: number, to: number, width: number): Range[] {
  const size = Math.max(1000, Math.min(MOST_ROWS, Math.floor(MOST_VALUES / Math.max(1, width))));
  const ranges: Range[] = [];
  for (let at = from; at < to; at += size) ranges.push({ from: at, to: Math.min(to, at + size) });
  return ranges.length > 0 ? ranges : [{ from, to: from }];
}
