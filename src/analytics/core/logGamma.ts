/** The logarithm of the gamma function by Stirling's series from 20 on, and by the recursion below (Abramowitz and Stegun, 6.1.41). */
import { add, divide, log, multiply, type Pair, type PairOr, subtract, toPair } from './pair';

const STIRLING_FROM = 20;
const HALF_LOG_TWO_PI: Pair = [0.9189385332046728, -3.8782941580672414e-17];
/** Bernoulli's numbers over 2k (2k - 1). */
const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];

export function logGamma(value: number): number {
  const [high, low] = logGammaPair(value);
  return high + low;
}

/** With 18 digits behind the point; for numbers above zero. */
export function logGammaPair(value: PairOr): Pair {
  let from = value;
  let product: PairOr = 1;
  while (toPair(from)[0] < STIRLING_FROM) {
    product = multiply(product, from);
    from = add(from, 1);
  }
  const stirling = toStirling(from);
  return product === 1 ? stirling : subtract(stirling, log(product));
}

/** log (n over k). */
export function logChoose(n: number, k: number): Pair {
  return subtract(logGammaPair(n + 1), add(logGammaPair(k + 1), logGammaPair(n - k + 1)));
}

/** log of Β(a, b). */
export function logBeta(a: number, b: number): Pair {
  return subtract(add(logGammaPair(a), logGammaPair(b)), logGammaPair(add(a, b)));
}

function toStirling(value: PairOr): Pair {
  const [high] = toPair(value);
  const inverse = 1 / high;
  const square = inverse * inverse;
  let series = 0;
  for (let term = SERIES.length - 1; term >= 1; term--) series = (series + SERIES[term]!) * square;
  const first = divide(divide(1, value), 12);
  const main = subtract(multiply(subtract(value, 0.5), log(value)), value);
  return add(add(main, HALF_LOG_TWO_PI), add(first, series * inverse));
}
