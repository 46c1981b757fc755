/**
 * Means of a cycle around each value, from the first that has half a cycle before it to the last that has one after it. Of an even period
 * the two ends count half each, so that every place of the cycle weighs the same.
 */
export function toCentredMeans(series: Float64Array, period: number): Float64Array {
  const half = period >> 1;
  const end = period % 2 === 0 ? 0.5 : 0;
  const means = new Float64Array(Math.max(0, series.length - 2 * half));
  let sum = 0;
  for (let at = 0; at < Math.min(2 * half, series.length); at++) sum += series[at]!;
  for (let at = 0; at < means.length; at++) {
    const [first, last] = [series[at]!, series[at + 2 * half]!];
    sum += last;
    means[at] = (sum - end * (first + last)) / period;
    sum -= first;
  }
  return means;
}
