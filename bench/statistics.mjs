/** @param {readonly number[]} values */
export function median(values) {
  return quantile(values, 0.5);
}

/** The value below which a share of the values lies, between two neighbours in proportion. @param {readonly number[]} values @param {number} share */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

/** @param {readonly number[]} values */
export function geometricMean(values) {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

/**
 * How many times as long one took as the other: the ratio of the medians, and the least and the most of the rounds, in each
 * of which the two ran one after the other.
 * @param {readonly number[]} ours
 * @param {readonly number[]} theirs
 */
export function toRatio(ours, theirs) {
  const rounds = ours.map((value, round) => value / theirs[round]);
  return { value: median(ours) / median(theirs), min: Math.min(...rounds), max: Math.max(...rounds) };
}
