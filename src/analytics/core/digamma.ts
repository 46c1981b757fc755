/** The derivative of log gamma: its asymptotic series from 10 on, and the recursion below (Abramowitz and Stegun, 6.3.18 and 6.3.5). */
const SERIES_FROM = 10;
/** Bernoulli's numbers over 2k. */
const SERIES = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12];

/** For numbers above zero. */
export function digamma(value: number): number {
  let from = value;
  let below = 0;
  while (from < SERIES_FROM) {
    below += 1 / from;
    from += 1;
  }
  const square = 1 / (from * from);
  let series = 0;
  for (let term = SERIES.length - 1; term >= 0; term--) series = (series + SERIES[term]!) * square;
  return Math.log(from) - 0.5 / from - series - below;
}
