/**
 * Linear regression and what is asked of it: standard errors, t, F, intervals, variance inflation, Durbin and Watson's statistic
 * (Seber and Lee, Linear Regression Analysis, 2nd ed. 2003), and Breusch and Pagan's test of unequal spread as Koenker made it
 * hold for residuals that are not normal (Journal of Econometrics 17, 1981).
 */
import { checkFinite, checkRows, toMisfit } from '../core/check';
import { toFisher } from '../core/distributions/fisher';
import { toChiSquare } from '../core/distributions/gamma';
import { toTwoTails, toUpperStudentQuantile } from '../core/distributions/student';
import {
  type Basis,
  fitLeastSquares,
  type LeastSquares,
  toColumnSquares,
  toLeverages,
} from '../core/leastSquares';
import { squaresFrom, toMean } from '../core/sums';
import { fitTall } from './tall';

export interface LinearFit {
  kind: 'linear';
  rows: number;
  /** The intercept first, where there is one, then a coefficient for each column. */
  coefficients: Coefficient[];
  intercept: boolean;
  /** Columns that those before them make up, which are left out. */
  aliased: number[];
  /** Rows less coefficients. */
  freedom: number;
  /** The spread of the residuals. */
  deviation: number;
  rSquared: number;
  adjusted: number;
  /** Of all columns together; there is none for a fit through every row. */
  f: { statistic: number; above: number; pValue: number } | undefined;
  durbinWatson: number | undefined;
  residuals: Float64Array;
  basis: Basis;
}

export interface Coefficient {
  estimate: number;
  error: number;
  low: number;
  high: number;
  /** None of a column that is left out, or of a fit through every row. */
  t: number | undefined;
  pValue: number | undefined;
  /** How many times the others make its variance larger; none of the intercept. */
  inflation: number | undefined;
}

export interface LinearOptions {
  intercept?: boolean;
  confidence?: number;
  /** What rounding left of the columns' values, as `toPowers` gives it. */
  low?: readonly (Float64Array | undefined)[];
}

/** From here on the faster way is tried first. */
const TALL = 50_000;

export function fitLinear(
  columns: readonly Float64Array[],
  target: Float64Array,
  { intercept = true, confidence = 0.95, low }: LinearOptions = {},
): LinearFit {
  const rows = target.length;
  checkRows(rows, Number(intercept) + 2);
  checkFinite([...columns, target]);
  const total = squaresFrom(target, intercept ? toMean(target) : 0);
  if (total === 0) throw toMisfit('constant-target');
  if (!Number.isFinite(total)) throw toMisfit('numbers-too-large');
  const tall = rows >= TALL && intercept && !low ? fitTall(columns, target) : undefined;
  const fit = tall ?? fitLeastSquares(columns, target, { intercept, ...(low && { low }) });
  const freedom = rows - fit.rank;
  if (freedom < 1) throw toMisfit('too-few-rows', { needed: fit.rank + 1, rows });

  const isExact = fit.residualSquares <= total * (8 * Number.EPSILON) ** 2;
  const deviation = Math.sqrt(fit.residualSquares / freedom);
  const rSquared = Math.max(0, 1 - fit.residualSquares / total);
  const above = fit.rank - Number(intercept);
  const statistic = (total - fit.residualSquares) / above / (fit.residualSquares / freedom);
  return {
    kind: 'linear',
    rows,
    coefficients: toCoefficients(fit, { intercept, confidence, freedom, deviation, isExact }),
    intercept,
    aliased: fit.aliased,
    freedom,
    deviation,
    rSquared,
    adjusted: 1 - ((1 - rSquared) * (rows - Number(intercept))) / freedom,
    f:
      isExact || above === 0
        ? undefined
        : { statistic, above, pValue: toFisher(Math.max(0, statistic), { above, below: freedom }).upper },
    durbinWatson: isExact ? undefined : toDurbinWatson(fit.residuals, fit.residualSquares),
    residuals: fit.residuals,
    basis: fit.basis,
  };
}

interface Around {
  intercept: boolean;
  confidence: number;
  freedom: number;
  deviation: number;
  isExact: boolean;
}

function toCoefficients(
  { coefficients, inverse, aliased, basis }: LeastSquares,
  { intercept, confidence, freedom, deviation, isExact }: Around,
): Coefficient[] {
  const shift = Number(intercept);
  const reach = toUpperStudentQuantile((1 - confidence) / 2, freedom);
  return Array.from(coefficients, (estimate, at) => {
    const isLeftOut = aliased.includes(at - shift);
    const variance = inverse[at * coefficients.length + at]!;
    const error = deviation * Math.sqrt(variance);
    const t = isLeftOut || isExact ? undefined : estimate / error;
    return {
      estimate,
      error,
      low: estimate - reach * error,
      high: estimate + reach * error,
      t,
      pValue: t === undefined ? undefined : toTwoTails(t, freedom),
      inflation: intercept && at > 0 && !isLeftOut ? variance * toColumnSquares(basis, at - 1) : undefined,
    };
  });
}

/** What the model says of rows, those that it was fitted to or others. */
export function predictLinear(
  { coefficients, intercept }: Pick<LinearFit, 'coefficients' | 'intercept'>,
  columns: readonly Float64Array[],
  rows: number,
): Float64Array {
  const shift = Number(intercept);
  const predicted = new Float64Array(rows).fill(intercept ? coefficients[0]!.estimate : 0);
  for (const [at, column] of columns.entries()) {
    const { estimate } = coefficients[at + shift]!;
    if (estimate !== 0) for (let row = 0; row < rows; row++) predicted[row]! += estimate * column[row]!;
  }
  return predicted;
}

/** How far to both sides of what is predicted a single new value lies, with this confidence. */
export function toPredictionReach(
  { basis, deviation, freedom }: LinearFit,
  columns: readonly Float64Array[],
  rows: number,
  { confidence = 0.95 } = {},
): Float64Array {
  const reach = deviation * toUpperStudentQuantile((1 - confidence) / 2, freedom);
  const leverages = toLeverages(basis, columns, rows);
  for (let row = 0; row < rows; row++) leverages[row] = reach * Math.sqrt(1 + leverages[row]!);
  return leverages;
}

/** Whether the residuals spread the more the larger a column is. Undefined where they do not spread at all. */
export function testBreuschPagan(
  { residuals, aliased, deviation }: LinearFit,
  columns: readonly Float64Array[],
): { statistic: number; freedom: number; pValue: number } | undefined {
  const kept = columns.filter((_, at) => !aliased.includes(at));
  const squares = residuals.map((residual) => (residual / deviation) ** 2);
  const total = squaresFrom(squares, toMean(squares));
  if (!(total > 0) || kept.length === 0) return undefined;
  const fit =
    (residuals.length >= TALL ? fitTall(kept, squares) : undefined) ??
    fitLeastSquares(kept, squares, { refine: false });
  const statistic = residuals.length * Math.max(0, 1 - fit.residualSquares / total);
  return { statistic, freedom: kept.length, pValue: toChiSquare(statistic, kept.length).upper };
}

function toDurbinWatson(residuals: Float64Array, squares: number): number {
  let steps = 0;
  for (let row = 1; row < residuals.length; row++) steps += (residuals[row]! - residuals[row - 1]!) ** 2;
  return steps / squares;
}
