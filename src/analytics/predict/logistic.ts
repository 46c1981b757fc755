/**
 * Logistic regression by Newton's method, which is iteratively reweighted least squares (McCullagh and Nelder, Generalized Linear
 * Models, 2nd ed. 1989, 4.4). Where a column splits the two classes the likelihood has no top (Albert and Anderson, Biometrika 71,
 * 1984): a ridge on the standardised columns then gives the fit an end.
 */
import { checkFinite, checkRows, toMisfit } from '../core/check';
import { invertCholesky } from '../core/cholesky';
import { toChiSquare } from '../core/distributions/gamma';
import { toNormalUpper, toUpperNormalQuantile } from '../core/distributions/normal';
import { climb, type Top } from './climb';
import { type Centred, toStandard } from './products';

export interface LogisticFit {
  kind: 'logistic';
  rows: number;
  /** The intercept, then one for each column: what 1 more adds to the logarithm of the odds. */
  coefficients: LogisticCoefficient[];
  /** Columns that those before them make up, which are left out. */
  aliased: number[];
  /** The column that splits the classes most plainly, where the fit had no end without the ridge. */
  separated: number | undefined;
  deviance: number;
  /** Of a model that knows only how many there are of each class. */
  nullDeviance: number;
  aic: number;
  /** McFadden's. */
  pseudoRSquared: number;
  /** Whether chance alone would do as well, by the ratio of likelihoods; there is none under a ridge. */
  pValue: number | undefined;
  rounds: number;
}

export interface LogisticCoefficient {
  estimate: number;
  /** None of a column that is left out, and none under a ridge. */
  error: number | undefined;
  z: number | undefined;
  pValue: number | undefined;
  low: number | undefined;
  high: number | undefined;
}

export interface LogisticOptions {
  confidence?: number;
  /** Of the ridge: half of it times the squares of the standardised columns' coefficients is added to the loss. */
  penalty?: number;
  onProgress?: (share: number) => void;
}

/** Above this many rows every tenth gives the start. */
const LARGE = 100_000;

/** The target is 1 for the class that is asked for, else 0. */
export function fitLogistic(
  columns: readonly Float64Array[],
  target: Uint8Array,
  { confidence = 0.95, penalty = 0, onProgress = () => {} }: LogisticOptions = {},
): LogisticFit {
  const rows = target.length;
  checkRows(rows, 2);
  checkFinite(columns);
  const ones = target.reduce((sum, value) => sum + value, 0);
  if (ones === 0 || ones === rows) throw toMisfit('one-class');

  const table = toStandard(columns);
  const { kept } = table;
  const start = new Float64Array(kept.length + 1);
  start[0] = Math.log(ones / (rows - ones));
  const begun = rows > LARGE ? climbTenth(table, target, start, penalty) : start;
  let top = climb(table, target, begun.every(Number.isFinite) ? begun : start, penalty, onProgress);
  const separated = top.runaway === undefined ? undefined : kept[top.runaway];
  if (separated !== undefined) top = climb(table, target, start, Math.max(1, penalty));

  const isPlain = penalty === 0 && separated === undefined;
  const nullDeviance = -2 * (ones * Math.log(ones / rows) + (rows - ones) * Math.log(1 - ones / rows));
  const deviance = 2 * top.loss;
  return {
    kind: 'logistic',
    rows,
    coefficients: toCoefficients(top, table, { kept, size: columns.length, confidence, isPlain }),
    aliased: Array.from(columns.keys()).filter((at) => !kept.includes(at)),
    separated,
    deviance,
    nullDeviance,
    aic: deviance + 2 * (kept.length + 1),
    pseudoRSquared: 1 - deviance / nullDeviance,
    pValue:
      isPlain && kept.length > 0
        ? toChiSquare(Math.max(0, nullDeviance - deviance), kept.length).upper
        : undefined,
    rounds: top.rounds,
  };
}

/** The chance of the class that is asked for. */
export function predictLogistic(
  { coefficients }: Pick<LogisticFit, 'coefficients'>,
  columns: readonly Float64Array[],
  rows: number,
): Float64Array {
  const chances = new Float64Array(rows).fill(coefficients[0]!.estimate);
  for (const [at, column] of columns.entries()) {
    const { estimate } = coefficients[at + 1]!;
    if (estimate !== 0) for (let row = 0; row < rows; row++) chances[row]! += estimate * column[row]!;
  }
  for (let row = 0; row < rows; row++) chances[row] = 1 / (1 + Math.exp(-chances[row]!));
  return chances;
}

function climbTenth(table: Centred, target: Uint8Array, start: Float64Array, penalty: number): Float64Array {
  const rows = Math.ceil(target.length / 10);
  const columns = table.columns.map((column) => toTenth(column, new Float64Array(rows)));
  return climb({ ...table, columns }, toTenth(target, new Uint8Array(rows)), start, penalty).weights;
}

/** By places, since `filter` takes longer than a round of the fit. */
function toTenth<T extends Float64Array | Uint8Array>(values: T, tenth: T): T {
  for (let at = 0; at < tenth.length; at++) tenth[at] = values[10 * at]!;
  return tenth;
}

interface Around {
  kept: readonly number[];
  size: number;
  confidence: number;
  isPlain: boolean;
}

function toCoefficients(
  { weights, factor }: Top,
  { centers, factors }: Centred,
  { kept, size, confidence, isPlain }: Around,
): LogisticCoefficient[] {
  const wide = kept.length + 1;
  const inverse = invertCholesky(factor, wide);
  const reach = toUpperNormalQuantile((1 - confidence) / 2);
  const shift = Float64Array.from({ length: wide }, (_, at) =>
    at === 0 ? 1 : -centers[at - 1]! * factors[at - 1]!,
  );
  let intercept = 0;
  let variance = 0;
  for (let one = 0; one < wide; one++) {
    intercept += shift[one]! * weights[one]!;
    for (let other = 0; other < wide; other++)
      variance += shift[one]! * shift[other]! * inverse[one * wide + other]!;
  }
  const none = { error: undefined, z: undefined, pValue: undefined, low: undefined, high: undefined };
  const toCoefficient = (estimate: number, error: number): LogisticCoefficient => {
    if (!isPlain) return { estimate, ...none };
    const z = estimate / error;
    const pValue = 2 * toNormalUpper(Math.abs(z));
    return { estimate, error, z, pValue, low: estimate - reach * error, high: estimate + reach * error };
  };
  return Array.from({ length: size + 1 }, (_, at) => {
    if (at === 0) return toCoefficient(intercept, Math.sqrt(variance));
    const place = kept.indexOf(at - 1);
    if (place < 0) return { estimate: 0, ...none };
    return toCoefficient(
      weights[place + 1]! * factors[place]!,
      Math.sqrt(inverse[(place + 1) * (wide + 1)]!) * factors[place]!,
    );
  });
}
