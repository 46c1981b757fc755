/**
 * The likelihood of an exponential smoothing model as a state space model with one source of error, and its gradient by
 * going back over the same steps (Hyndman, Koehler, Ord, Snyder 2008, Forecasting with Exponential Smoothing, ch. 2 and 5;
 * Griewank, Walther 2008, for the gradient).
 */
export interface EtsShape {
  error: 'additive' | 'multiplicative';
  trend: 'none' | 'additive' | 'damped';
  season: 'none' | 'additive' | 'multiplicative';
}

/** Where each of a model's values stands. What a shape lacks is 0, phi is 1. */
export const ALPHA = 0;
/** The share of alpha that beta is. */
export const BETA_SHARE = 1;
/** The share of 1 - alpha that gamma is. */
export const GAMMA_SHARE = 2;
export const PHI = 3;
export const LEVEL = 4;
export const TREND = 5;
/** The first season's; the last of a cycle follows from the others, which it brings to 0 or to the period's length. */
export const SEASONS = 6;

/** A series of values around 1 is met to the last bit at some 1e-12: closer has no meaning, and its logarithm no end. */
const NOISE = 1e-24;

export interface EtsWork {
  fitted: Float64Array;
  errors: Float64Array;
  /** Level and trend brought together, before each value is seen. */
  base: Float64Array;
  trends: Float64Array;
  /** The season's state that each value met. */
  met: Float64Array;
  seasons: Float64Array;
  back: Float64Array;
  level: number;
  trend: number;
}

export function createEtsWork(rows: number, period: number): EtsWork {
  const make = (size: number) => new Float64Array(size);
  return {
    fitted: make(rows),
    errors: make(rows),
    base: make(rows),
    trends: make(rows),
    met: make(rows),
    seasons: make(period),
    back: make(period),
    level: 0,
    trend: 0,
  };
}

/** Twice the negative log-likelihood without its constants; infinite where the model can't be. The states end in `work`. */
export function findEtsLoss(
  shape: EtsShape,
  series: Float64Array,
  values: Float64Array,
  work: EtsWork,
  gradient?: Float64Array,
): number {
  const { fitted, errors, base, trends, met, seasons } = work;
  const rows = series.length;
  const period = seasons.length;
  const { isRelative, adds, multiplies, alpha, beta, gamma, phi } = toParts(shape, values);
  let level = values[LEVEL]!;
  let trend = values[TREND]!;
  if (adds || multiplies) {
    let rest = multiplies ? period : 0;
    for (let at = 0; at < period - 1; at++) rest -= seasons[at] = values[SEASONS + at]!;
    seasons[period - 1] = rest;
    if (multiplies && rest < 1e-3) return Infinity;
  }

  let squares = 0;
  let logs = 0;
  let season = 0;
  for (let row = 0, at = 0; row < rows; row++) {
    trends[row] = trend;
    const damped = phi * trend;
    const q = level + damped;
    let f = q;
    let seen = 1;
    let turned = 1;
    if (adds) {
      season = seasons[at]!;
      f = q + season;
    } else if (multiplies) {
      season = seasons[at]!;
      f = q * season;
      seen = season;
      turned = q;
      if (!(q > 0 && season > 0)) return Infinity;
    }
    const error = series[row]! - f;
    base[row] = q;
    met[row] = season;
    fitted[row] = f;
    errors[row] = error;
    level = q + (alpha * error) / seen;
    trend = damped + (beta * error) / seen;
    if (adds || multiplies) {
      seasons[at] = season + (gamma * error) / turned;
      if (++at === period) at = 0;
    }
    if (isRelative) {
      if (!(f > 0)) return Infinity;
      const share = error / f;
      squares += share * share;
      logs += Math.log(f);
    } else squares += error * error;
  }
  work.level = level;
  work.trend = trend;
  squares = Math.max(squares, rows * NOISE);
  if (gradient) findEtsSlope(shape, series, values, work, (2 * rows) / squares, gradient);
  return rows * Math.log(squares) + 2 * logs;
}

function toParts({ error, season }: EtsShape, values: Float64Array) {
  const alpha = values[ALPHA]!;
  return {
    isRelative: error === 'multiplicative',
    adds: season === 'additive',
    multiplies: season === 'multiplicative',
    alpha,
    beta: alpha * values[BETA_SHARE]!,
    gamma: (1 - alpha) * values[GAMMA_SHARE]!,
    phi: values[PHI]!,
  };
}

function findEtsSlope(
  shape: EtsShape,
  series: Float64Array,
  values: Float64Array,
  { fitted, errors, base, trends, met, back, seasons }: EtsWork,
  weight: number,
  gradient: Float64Array,
): void {
  const period = seasons.length;
  const { isRelative, adds, multiplies, alpha, beta, gamma, phi } = toParts(shape, values);
  let [ofAlpha, ofBeta, ofGamma, ofPhi, ofLevel, ofTrend] = [0, 0, 0, 0, 0, 0];
  back.fill(0);
  let at = (series.length - 1) % period;
  for (let row = series.length - 1; row >= 0; row--) {
    const error = errors[row]!;
    const f = fitted[row]!;
    const q = base[row]!;
    const season = met[row]!;
    const seen = multiplies ? season : 1;
    const turned = multiplies ? q : 1;
    const ofSeason = back[at]!;
    const drawn = (alpha * ofLevel + beta * ofTrend) / seen;
    ofAlpha += (ofLevel * error) / seen;
    ofBeta += (ofTrend * error) / seen;
    ofGamma += (ofSeason * error) / turned;
    let ofError = drawn + (gamma * ofSeason) / turned;
    let ofFitted = 0;
    if (isRelative) ofFitted = (-weight * error * series[row]!) / (f * f * f) + 2 / f;
    else ofError += weight * error;
    ofFitted -= ofError;
    let ofBase = ofLevel;
    if (multiplies) {
      ofBase += ofFitted * season - (gamma * ofSeason * error) / (q * q);
      back[at] = ofSeason + ofFitted * q - (drawn * error) / season;
    } else {
      ofBase += ofFitted;
      if (adds) back[at] = ofSeason + ofFitted;
    }
    const ofDamped = ofTrend + ofBase;
    ofPhi += trends[row]! * ofDamped;
    ofTrend = phi * ofDamped;
    ofLevel = ofBase;
    at = at === 0 ? period - 1 : at - 1;
  }
  const share = values[GAMMA_SHARE]!;
  gradient[ALPHA] = ofAlpha + values[BETA_SHARE]! * ofBeta - share * ofGamma;
  gradient[BETA_SHARE] = alpha * ofBeta;
  gradient[GAMMA_SHARE] = (1 - alpha) * ofGamma;
  gradient[PHI] = ofPhi;
  gradient[LEVEL] = ofLevel;
  gradient[TREND] = ofTrend;
  if (adds || multiplies)
    for (let season = 0; season < period - 1; season++)
      gradient[SEASONS + season] = back[season]! - back[period - 1]!;
}
