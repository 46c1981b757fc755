/**
 * Where a tail of a distribution on numbers above zero has a given share: Newton's method on the logarithms of both, within a bracket
 * that each step narrows.
 */
export interface Inversion {
  tail: (value: number) => number;
  density: (value: number) => number;
  /** Whether the tail is what lies above the value. */
  isUpper: boolean;
  share: number;
  start: number;
  most?: number;
}

const MOST_STEPS = 400;

export function invertTail({ tail, density, isUpper, share, start, most = Infinity }: Inversion): number {
  if (!(share >= 0 && share <= 1)) throw new Error(`no share: ${share}`);
  if (share === 0) return isUpper ? most : 0;
  if (share === 1) return isUpper ? 0 : most;
  let low = 0;
  let high = most;
  let value = start > 0 && start < most ? start : Math.min(1, most / 2);
  for (let step = 0; step < MOST_STEPS; step++) {
    const found = tail(value);
    if (found === share) return value;
    if (found < share === isUpper) high = value;
    else low = value;
    const slope = (density(value) * value) / found;
    let next = value * Math.exp((isUpper ? 1 : -1) * (Math.log(found / share) / slope));
    if (!(next > low && next < high)) next = toMiddle(low, high);
    if (Math.abs(next - value) <= 2 ** -53 * value || next === low || next === high) return next;
    value = next;
  }
  return value;
}

function toMiddle(low: number, high: number): number {
  if (low === 0) return high === Infinity ? 1 : high / 16;
  if (high === Infinity) return low * 16;
  return high / low > 4 ? Math.sqrt(low) * Math.sqrt(high) : (low + high) / 2;
}
