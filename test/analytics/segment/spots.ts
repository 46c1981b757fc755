import { toPoints, type Points } from '../../../src/analytics/segment/points';

/** Points of whole numbers' arithmetic, crowded near one corner: the same in any language. */
export function toSpots(rows: number): Float64Array[] {
  const spots = Array.from({ length: rows }, (_, at) => {
    const x = ((at * 7919 + 13) % 1009) / 1009;
    const y = ((at * at * 31 + 17 * at) % 1013) / 1013;
    return [x * x * 3, y * y * y * 2 + x] as const;
  });
  return [Float64Array.from(spots, ([x]) => x), Float64Array.from(spots, ([, y]) => y)];
}

/** Rows as they are: neither moved nor scaled. */
export function toPlain(columns: readonly Float64Array[]): Points {
  const none = new Float64Array(columns.length);
  return toPoints(columns, { means: none, deviations: none }, { scaled: false });
}
