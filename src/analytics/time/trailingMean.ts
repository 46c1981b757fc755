/**
 * The mean of the last values up to each, which is not a number before there are as many. The series is cut in blocks as long as the
 * window, which is always the end of one and the beginning of the next: so sums are only added to, and no value that has left is felt.
 */
export function toTrailingMeans(series: Float64Array, window: number): Float64Array {
  const means = new Float64Array(series.length).fill(NaN);
  if (window > series.length) return means;
  // of the block before, from each place to its end
  const ends = new Float64Array(window + 1);
  let begun = 0;
  for (let at = 0; at < series.length; at++) {
    const place = at % window;
    begun += series[at]!;
    if (at + 1 >= window) means[at] = (ends[place + 1]! + begun) / window;
    if (place + 1 < window) continue;
    for (let back = 0; back < window; back++)
      ends[place - back] = ends[place - back + 1]! + series[at - back]!;
    begun = 0;
  }
  return means;
}
