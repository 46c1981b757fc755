/**
 * The normal distribution: power series to 1.5, continued fraction of Mills' ratio beyond (Abramowitz and Stegun, 26.2.11 and 26.2.14);
 * the square in the exponent is exact.
 */
import { invertTail } from '../invertTail';
import { multiply } from '../pair';

const ROOT_TWO_PI = 2.5066282746310002;
const SERIES_TO = 1.5;

export function toNormalDensity(z: number): number {
  const [high, low] = multiply(z, z);
  return z * z === Infinity ? 0 : (Math.exp(-high / 2) * (1 - low / 2)) / ROOT_TWO_PI;
}

/** The share below z. */
export function toNormalLower(z: number): number {
  return toNormalUpper(-z);
}

/** The share above z. */
export function toNormalUpper(z: number): number {
  if (Number.isNaN(z)) throw new Error('no normal tail of NaN');
  const size = Math.abs(z);
  if (size < SERIES_TO) return 0.5 - Math.sign(z) * toNormalDensity(size) * sumSeries(size);
  const tail = toNormalDensity(size) * toMills(size);
  return z > 0 ? tail : 1 - tail;
}

/** The z with the share `share` below it. */
export function toNormalQuantile(share: number): number {
  return share >= 0.5 ? toUpperNormalQuantile(1 - share) : -toUpperNormalQuantile(share);
}

/** The z with the share `share` above it. */
export function toUpperNormalQuantile(share: number): number {
  if (share === 0.5) return 0;
  if (share > 0.5) return -toUpperNormalQuantile(1 - share);
  return invertTail({
    tail: toNormalUpper,
    density: toNormalDensity,
    isUpper: true,
    share,
    start: Math.sqrt(-2 * Math.log(2 * share)),
  });
}

/** The share of values within ± x √2 standard deviations. */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (size >= 1) return Math.sign(x) * (1 - erfc(size));
  return Math.sign(x) * 2 * toScaledDensity(size) * sumSeries(size * Math.SQRT2);
}

export function erfc(x: number): number {
  if (x < 1) return 1 - erf(x);
  return x > 28 ? 0 : 2 * toScaledDensity(x) * toMills(x * Math.SQRT2);
}

function toScaledDensity(x: number): number {
  const [high, low] = multiply(x, x);
  return (Math.exp(-high) * (1 - low)) / ROOT_TWO_PI;
}

// z + z³/3 + z⁵/(3·5) + …
function sumSeries(z: number): number {
  let sum = 1;
  for (let odd = 49; odd >= 3; odd -= 2) sum = 1 + (sum * z * z) / odd;
  return sum * z;
}

/** The upper tail over the density. */
function toMills(z: number): number {
  if (z === Infinity) return 0;
  let rest = z;
  // so many steps leave less than 2^-55, as tried from 1 to 38
  for (let step = Math.ceil(400 / (z * z) + 10); step >= 1; step--) rest = z + step / rest;
  return 1 / rest;
}
