/** Local regression over equal steps, as STL needs it (Cleveland, Cleveland, McRae, Terpenning 1990, J. Official Statistics 6). */
export interface Loess {
  /** How many values count; more than there are widens the weights further. */
  window: number;
  degree: 0 | 1;
  /** Fitted at each so many places only, and on a line between them. */
  jump: number;
}

/** Smooths the first `size` values of `from` into `into`. `weights` are those of the values, where they differ. */
export function smooth(
  from: Float64Array,
  into: Float64Array,
  size: number,
  { window, degree, jump: widest }: Loess,
  weights?: Float64Array,
): void {
  if (size < 2) {
    into[0] = from[0]!;
    return;
  }
  const jump = Math.min(widest, size - 1);
  const reach = Math.min(window, size);
  const half = (window + 1) >> 1;
  const fit = (at: number) => {
    const left = window >= size ? 0 : Math.min(Math.max(at + 1 - half, 0), size - reach);
    into[at] = fitAt(from, at, left, left + reach - 1, size, window, degree, weights) ?? from[at]!;
  };
  let at = 0;
  for (; at < size; at += jump) {
    fit(at);
    join(into, at - jump, at);
  }
  const before = at - jump;
  if (before === size - 1) return;
  fit(size - 1);
  join(into, before, size - 1);
}

function join(values: Float64Array, from: number, to: number): void {
  if (from < 0) return;
  const slope = (values[to]! - values[from]!) / (to - from);
  for (let at = from + 1; at < to; at++) values[at] = values[from]! + slope * (at - from);
}

/** The local fit at a place, which may lie a step outside; undefined where all weights are 0. */
export function fitAt(
  values: Float64Array,
  at: number,
  left: number,
  right: number,
  size: number,
  window: number,
  degree: 0 | 1,
  weights?: Float64Array,
): number | undefined {
  let width = Math.max(at - left, right - at);
  if (window > size) width += (window - size) >> 1;
  const far = 0.999 * width;
  const near = 0.001 * width;
  let total = 0;
  let mean = 0;
  let square = 0;
  let sum = 0;
  let product = 0;
  for (let place = left; place <= right; place++) {
    const distance = Math.abs(place - at);
    if (distance > far) continue;
    let weight = 1;
    if (distance > near) {
      const share = distance / width;
      const rest = 1 - share * share * share;
      weight = rest * rest * rest;
    }
    if (weights) weight *= weights[place]!;
    const offset = place - at;
    total += weight;
    mean += weight * offset;
    square += weight * offset * offset;
    sum += weight * values[place]!;
    product += weight * offset * values[place]!;
  }
  if (!(total > 0)) return undefined;
  if (width === 0 || degree === 0) return sum / total;
  mean /= total;
  const spread = square / total - mean * mean;
  // below this the places are as good as one, and have no slope
  if (!(Math.sqrt(Math.max(spread, 0)) > 0.001 * (size - 1))) return sum / total;
  return sum / total - (mean * (product / total - (mean * sum) / total)) / spread;
}
