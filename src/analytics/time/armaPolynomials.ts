/** What an ARMA model's few values stand for. Signs as in R: y[t] = Σ phi[k] y[t-k] + e[t] + Σ theta[k] e[t-k]. */
export interface ArmaOrder {
  p: number;
  q: number;
  /** Of the season, in cycles. */
  P: number;
  Q: number;
  period: number;
}

export interface Arma {
  phi: Float64Array;
  theta: Float64Array;
}

export interface Factors {
  ar: Float64Array;
  ma: Float64Array;
  seasonalAr: Float64Array;
  seasonalMa: Float64Array;
}

/**
 * Numbers without bounds as factors that are stationary and can be inverted: tanh makes partial autocorrelations of them, and these make
 * coefficients (Barndorff-Nielsen, Schou 1973; Monahan 1984, Biometrika 71).
 */
export function toFactors(values: Float64Array, { p, q, P, Q }: ArmaOrder): Factors {
  const ma = toCoefficients(values.subarray(p, p + q));
  const seasonalMa = toCoefficients(values.subarray(p + q + P, p + q + P + Q));
  return {
    ar: toCoefficients(values.subarray(0, p)),
    ma: ma.map((value) => -value),
    seasonalAr: toCoefficients(values.subarray(p + q, p + q + P)),
    seasonalMa: seasonalMa.map((value) => -value),
  };
}

/** The product of the factors, season and all. */
export function toArma({ ar, ma, seasonalAr, seasonalMa }: Factors, period: number): Arma {
  return { phi: multiply(ar, seasonalAr, period, -1), theta: multiply(ma, seasonalMa, period, 1) };
}

/** Whether all roots of 1 - Σ c[k] z^k lie further out than `distance`, by going down in order (Schur, Cohn). */
export function hasRootsBeyond(coefficients: Float64Array, distance = 1): boolean {
  return toPartials(coefficients.map((value, at) => value * distance ** (at + 1))) !== undefined;
}

/** Partial autocorrelations of an autoregression; undefined where it is not stationary. */
export function toPartials(coefficients: Float64Array): Float64Array | undefined {
  const partials = coefficients.slice();
  const before = new Float64Array(partials.length);
  for (let order = partials.length; order >= 1; order--) {
    const last = partials[order - 1]!;
    if (!(Math.abs(last) < 1)) return undefined;
    for (let at = 0; at < order - 1; at++)
      before[at] = (partials[at]! + last * partials[order - 2 - at]!) / (1 - last * last);
    partials.set(before.subarray(0, order - 1));
  }
  return partials;
}

/** Autocovariances of an autoregression at the lags 0 to `lags`, its errors' variance being 1; undefined where it is not stationary. */
export function toAutocovariances(phi: Float64Array, lags: number): Float64Array | undefined {
  const partials = toPartials(phi);
  if (!partials) return undefined;
  const order = phi.length;
  const found = new Float64Array(Math.max(lags, order) + 1);
  found[0] = partials.reduce((variance, partial) => variance / (1 - partial * partial), 1);
  const weights = new Float64Array(order);
  for (let lag = 1; lag < found.length; lag++) {
    if (lag <= order) stepUp(weights, partials[lag - 1]!, lag);
    let sum = 0;
    for (let back = 1; back <= Math.min(lag, order); back++) sum += weights[back - 1]! * found[lag - back]!;
    found[lag] = sum;
  }
  return found;
}

function toCoefficients(values: Float64Array): Float64Array {
  const weights = new Float64Array(values.length);
  for (let order = 1; order <= values.length; order++) stepUp(weights, Math.tanh(values[order - 1]!), order);
  return weights;
}

/** Durbin and Levinson: the weights of one order more. */
function stepUp(weights: Float64Array, partial: number, order: number): void {
  for (let low = 0, high = order - 2; low <= high; low++, high--) {
    const [a, b] = [weights[low]!, weights[high]!];
    weights[low] = a - partial * b;
    weights[high] = b - partial * a;
  }
  weights[order - 1] = partial;
}

function multiply(plain: Float64Array, seasonal: Float64Array, period: number, sign: 1 | -1): Float64Array {
  const product = new Float64Array(plain.length + period * seasonal.length);
  product.set(plain);
  for (let cycle = 1; cycle <= seasonal.length; cycle++) {
    const weight = seasonal[cycle - 1]!;
    product[cycle * period - 1]! += weight;
    for (let at = 0; at < plain.length; at++) product[cycle * period + at]! += sign * weight * plain[at]!;
  }
  return product;
}
