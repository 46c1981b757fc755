/**
 * Where a curve bends most: the point farthest below the straight line between its ends (after Satopaa et al., Kneedle, ICDCS
 * Workshops 2011). Its place; undefined where the curve does not lie below that line.
 */
export function findKnee(values: ArrayLike<number>): number | undefined {
  const last = values.length - 1;
  let knee: number | undefined;
  let most = 0;
  for (let at = 1; at < last; at++) {
    const below = values[0]! + ((values[last]! - values[0]!) * at) / last - values[at]!;
    if (below > most) [most, knee] = [below, at];
  }
  return knee;
}
