import { createBits, toShare } from '../lib/sfc32';

/** The places of `wanted` rows out of `count`, in order, each set of them as likely as any other; the same for the same seed. */
export function pickRows(count: number, wanted: number, seed: number): Float64Array {
  const bits = createBits([seed | 0, (seed / 2 ** 32) | 0, 0x9e3779b9 | 0], { skipped: 12 });
  const size = Math.min(count, wanted);
  const chosen = new Set<number>();
  // Floyd's method (Bentley and Floyd, 1987): as many numbers as are wanted, however many there are
  for (let k = count - size; k < count; k++) {
    const drawn = Math.floor(toShare(bits) * (k + 1));
    chosen.add(chosen.has(drawn) ? k : drawn);
  }
  return Float64Array.from(chosen).sort();
}
