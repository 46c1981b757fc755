/**
 * The exponential by plain arithmetic, so that every browser has the same bits: Math.exp may differ in the last, and what is learnt step
 * by step then drifts apart. Reduced by ln 2 in two parts (Cody and Waite, 1980), then Taylor's series.
 */

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const LEAST = -1074;
const MOST = 1023;

/** From the 13th term down: what is left of the series is below 2^-55. */
const SERIES = Float64Array.of(
  1 / 6227020800,
  1 / 479001600,
  1 / 39916800,
  1 / 3628800,
  1 / 362880,
  1 / 40320,
  1 / 5040,
  1 / 720,
  1 / 120,
  1 / 24,
  1 / 6,
  1 / 2,
);

const POWERS = toPowersOfTwo();

export function toExp(value: number): number {
  if (value > 709.782712893384) return Infinity;
  if (value < -745.1332191019412) return 0;
  if (Number.isNaN(value)) return NaN;
  // as of the likeliest class of every row
  if (value === 0) return 1;
  const power = Math.round(value / Math.LN2);
  const high = value - power * LN2_HIGH;
  const low = power * LN2_LOW;
  const rest = high - low;
  let series = 0;
  for (let at = 0; at < SERIES.length; at++) series = (series + SERIES[at]!) * rest;
  // from here: exp(rest) - 1, with what the reduction left
  series = rest * series + (high - rest - low) + rest;
  if (power > MOST) return 2 * (1 + series) * POWERS[power - 1 - LEAST]!;
  if (power < LEAST) return ((1 + series) / 2) * POWERS[power + 1 - LEAST]!;
  return (1 + series) * POWERS[power - LEAST]!;
}

function toPowersOfTwo(): Float64Array {
  const powers = new Float64Array(MOST - LEAST + 1);
  powers[-LEAST] = 1;
  for (let power = 1; power <= MOST; power++) powers[power - LEAST] = 2 * powers[power - 1 - LEAST]!;
  for (let power = -1; power >= LEAST; power--) powers[power - LEAST] = powers[power + 1 - LEAST]! / 2;
  return powers;
}
