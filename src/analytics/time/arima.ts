/**
 * Seasonal ARIMA of a given order, with regressors, by exact maximum likelihood of the differenced series (Box, Jenkins, Reinsel
 * 1994; likelihood: innovations.ts). Regressors and the constant are found for each ARMA by generalised least squares.
 */
import { toMisfit } from '../core/check';
import { factorCholesky, invertCholesky } from '../core/cholesky';
import { minimise, toSlope } from '../core/minimise';
import { toMean } from '../core/sums';
import { hasRootsBeyond, toArma, toFactors, type ArmaOrder, type Factors } from './armaPolynomials';
import { findErrors, findInnovations, type Innovations } from './innovations';
import { checkSeries, difference, findSize, isFlat } from './series';
import { solveGls, type Gls } from './gls';

export interface ArimaOrder extends ArmaOrder {
  d: number;
  D: number;
  /** A mean where nothing is differenced, a drift where one difference is taken. */
  constant: boolean;
}

export interface ArimaModel {
  kind: 'arima';
  /** `ARIMA(0,1,1)(0,1,1)[12]` */
  name: string;
  order: ArimaOrder;
  coefficients: Factors;
  /** Standard errors in the same places; undefined where the likelihood is flat. */
  errors: Factors | undefined;
  /** Of the differenced series. */
  constant: Estimate | undefined;
  regression: Estimate[];
  /** Of the last errors, by the rows less what was fitted. */
  variance: number;
  logLikelihood: number;
  aic: number;
  aicc: number | undefined;
  bic: number;
  /** The first rows, that differences take: they are their own fitted values. */
  lost: number;
  series: Float64Array;
  regressors: Float64Array[];
  fitted: Float64Array;
  residuals: Float64Array;
  converged: boolean;
  /** A root within 1 % of the unit circle: the model is hardly one, and another order serves better. */
  isNearUnitRoot: boolean;
}

export interface Estimate {
  value: number;
  error: number;
}

export interface ArimaSpec extends Partial<ArimaOrder> {
  regressors?: readonly Float64Array[];
  /** For comparing orders: the likelihood to some 1e-5, no standard errors. */
  quick?: boolean;
}

export function toOrder({
  p = 0,
  d = 0,
  q = 0,
  P = 0,
  D = 0,
  Q = 0,
  period = 1,
  constant,
}: ArimaSpec): ArimaOrder {
  return { p, d, q, P, D, Q, period, constant: constant ?? d + D === 0 };
}

export function fitArima(series: Float64Array, spec: ArimaSpec): ArimaModel {
  const order = toOrder(spec);
  const regressors = [...(spec.regressors ?? [])];
  const count = countArma(order) + regressors.length + (order.constant ? 1 : 0) + 1;
  const lost = order.d + order.D * order.period;
  checkSeries(series, lost + count + 1);
  if (order.constant && order.d + order.D > 1) throw toMisfit('drift-differenced');

  // the digits of values far from 0 would go into their mean
  const shift = order.constant && lost === 0 ? toMean(series) : 0;
  const values = differenceAll(
    series.map((value) => value - shift),
    order,
  );
  const columns = regressors.map((column) => differenceAll(column, order));
  if (order.constant) columns.push(new Float64Array(values.length).fill(1));
  const size = findSize(series);
  if (isFlat(values, size)) throw toMisfit('no-variation');
  const find = createLikelihood(values, columns, order.period);

  const search = { tolerance: spec.quick ? 1e-8 : 1e-11, maxRounds: 150 };
  const slope = toSlope((at) => find(toFactors(at, order))?.loss ?? Infinity);
  let best = minimise(slope, new Float64Array(countArma(order)), search);
  if (order.p + order.P > 0 && order.q + order.Q > 0) {
    const other = minimise(slope, findOtherStart(order), search);
    if (other.value < best.value) best = other;
  }
  const coefficients = toFactors(best.at, order);
  const found = find(coefficients);
  if (!found) throw toMisfit('did-not-converge', { rounds: best.rounds });

  const rows = values.length;
  const { gls, errors } = found;
  if (!(gls.squares > rows * (1e-14 * size) ** 2)) throw toMisfit('no-variation');
  const twice = 2 * rows * found.loss + rows * (Math.log(2 * Math.PI) + 1);
  const variance = gls.squares / (rows - count + 1);
  const residuals = new Float64Array(series.length);
  residuals.set(errors, lost);
  const estimates = Array.from(gls.coefficients, (value, at) => ({
    value,
    error: Math.sqrt((gls.squares / rows) * gls.variances[at]!),
  }));
  const constant = order.constant ? estimates.pop() : undefined;
  const { phi, theta } = toArma(coefficients, order.period);
  return {
    kind: 'arima',
    name: toName(order),
    order,
    coefficients,
    errors: spec.quick
      ? undefined
      : findStandardErrors(coefficients, order, rows, (factors) => find(factors)?.loss),
    constant: constant && { ...constant, value: constant.value + shift },
    regression: estimates,
    variance,
    logLikelihood: -twice / 2,
    aic: twice + 2 * count,
    aicc: rows > count + 1 ? twice + (2 * count * rows) / (rows - count - 1) : undefined,
    bic: twice + Math.log(rows) * count,
    lost,
    series,
    regressors,
    fitted: series.map((value, at) => value - residuals[at]!),
    residuals,
    converged: best.converged,
    isNearUnitRoot:
      !hasRootsBeyond(phi, 1.01) ||
      !hasRootsBeyond(
        theta.map((value) => -value),
        1.01,
      ),
  };
}

export function differenceAll(series: Float64Array, { d, D, period }: ArimaOrder): Float64Array {
  return difference(difference(series, period, D), 1, d);
}

export function countArma({ p, q, P, Q }: ArmaOrder): number {
  return p + q + P + Q;
}

export function toName({ p, d, q, P, D, Q, period, constant }: ArimaOrder): string {
  const season = P + D + Q > 0 ? `(${P},${D},${Q})[${period}]` : '';
  const extra = constant ? (d + D > 0 ? ' with drift' : ' with mean') : '';
  return `ARIMA(${p},${d},${q})${season}${extra}`;
}

interface Likelihood {
  /** Half the negative log-likelihood of a row, without its constants. */
  loss: number;
  gls: Gls;
  errors: Float64Array;
}

/** The space is used again from one point of the search to the next: what it gives is good until then. */
function createLikelihood(values: Float64Array, columns: Float64Array[], period: number) {
  let space: Innovations | undefined;
  const errors = new Float64Array(values.length);
  const parts = columns.map(() => new Float64Array(values.length));
  return (factors: Factors): Likelihood | undefined => {
    const model = findInnovations(toArma(factors, period), values.length, space);
    if (!model) return undefined;
    space = model;
    findErrors(values, model, errors);
    columns.forEach((column, at) => findErrors(column, model, parts[at]!));
    const gls = solveGls(errors, parts, model.variances);
    let logs = 0;
    for (let row = 0; row < model.steady; row++) logs += Math.log(model.variances[row]!);
    return { loss: (Math.log(gls.squares / values.length) + logs / values.length) / 2, gls, errors };
  };
}

/** Away from where autoregression and moving mean take each other off, which is a saddle. */
function findOtherStart({ p, q, P, Q }: ArimaOrder): Float64Array {
  const start = new Float64Array(p + q + P + Q);
  if (p > 0) start[0] = 1;
  if (q > 0) start[p] = 0.5;
  if (P > 0) start[p + q] = 0.5;
  if (Q > 0) start[p + q + P] = 0.8;
  return start;
}

/** From the curve of the likelihood at its top, in steps of 0.001 as R's `arima` takes them. */
function findStandardErrors(
  top: Factors,
  order: ArimaOrder,
  rows: number,
  find: (factors: Factors) => number | undefined,
): Factors | undefined {
  const { p, q, P } = order;
  const size = countArma(order);
  const cut = (all: Float64Array): Factors => ({
    ar: all.slice(0, p),
    ma: all.slice(p, p + q),
    seasonalAr: all.slice(p + q, p + q + P),
    seasonalMa: all.slice(p + q + P),
  });
  const at = Float64Array.of(...top.ar, ...top.ma, ...top.seasonalAr, ...top.seasonalMa);
  const step = 1e-3;
  const off = (i: number, j: number, a: number, b: number) => {
    const near = at.slice();
    near[i]! += a * step;
    near[j]! += b * step;
    return find(cut(near)) ?? NaN;
  };
  const curve = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      curve[i * size + j] =
        (rows * (off(i, j, 1, 1) - off(i, j, 1, -1) - off(i, j, -1, 1) + off(i, j, -1, -1))) /
        (4 * step * step);
  const factor = factorCholesky(curve, size);
  if (!factor) return undefined;
  const inverse = invertCholesky(factor, size);
  return cut(at.map((_, i) => Math.sqrt(inverse[i * size + i]!)));
}
