/** How well rows lie in their clusters, from -1 to 1: the silhouette (Rousseeuw, J. Comput. Appl. Math. 20, 1987). */
import type { Points } from './points';
import { toSquare } from './points';

/** The mean over all points, which takes as long as the square of their number; none where all are of one cluster. */
export function toSilhouette({ values, rows, width }: Points, codes: Int32Array, count: number) {
  const sizes = new Float64Array(count);
  for (const code of codes) sizes[code] = sizes[code]! + 1;
  if (sizes.filter((size) => size > 0).length < 2) return undefined;
  const sums = new Float64Array(rows * count);
  for (let one = 0; one < rows; one++) {
    for (let other = one + 1; other < rows; other++) {
      const apart = Math.sqrt(toSquare(values, one * width, values, other * width, width));
      const ofOne = one * count + codes[other]!;
      const ofOther = other * count + codes[one]!;
      sums[ofOne] = sums[ofOne]! + apart;
      sums[ofOther] = sums[ofOther]! + apart;
    }
  }
  let total = 0;
  for (let row = 0; row < rows; row++) {
    const own = codes[row]!;
    if (sizes[own] === 1) continue;
    const inside = sums[row * count + own]! / (sizes[own]! - 1);
    let outside = Infinity;
    for (let code = 0; code < count; code++) {
      if (code === own || sizes[code] === 0) continue;
      outside = Math.min(outside, sums[row * count + code]! / sizes[code]!);
    }
    const widest = Math.max(inside, outside);
    if (widest > 0) total += (outside - inside) / widest;
  }
  return total / rows;
}
