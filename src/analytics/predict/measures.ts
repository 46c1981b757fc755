/** How good predictions are, of numbers and of any number of classes, each of which counts alike where the measure is a mean of them. */
import { squaresFrom, toMean } from '../core/sums';
import { toLikeliest } from './learner';
import { toLogLoss, toRoc, toScores } from './metrics';
import type { Predicted, Target } from './target';

export type Measure =
  | 'rSquared'
  | 'rmse'
  | 'mae'
  | 'accuracy'
  /** The mean of how many of each class are found. */
  | 'balanced'
  | 'f1'
  | 'logLoss'
  /** Of several classes: the mean of each against the rest. */
  | 'auc';

/** A measure that does not exist for these rows is not there: an area under a curve of one class. */
export type Measured = Partial<Record<Measure, number>>;

export function measure(target: Target, predicted: Predicted): Measured {
  return target.kind === 'number'
    ? measureNumbers(target.values, predicted as Float64Array)
    : measureClasses(target.codes, predicted as Float64Array[]);
}

/** The larger the better: errors count as what is below 0. */
export function toScore(measured: Measured, by: Measure): number | undefined {
  const value = measured[by];
  return value !== undefined && isError(by) ? -value : value;
}

export function isError(by: Measure): boolean {
  return by === 'rmse' || by === 'mae' || by === 'logLoss';
}

/** How many rows of each class, one after another, are said to be of which. */
export function toConfusionMatrix(codes: Int32Array, predicted: Int32Array, classes: number): Int32Array {
  const counts = new Int32Array(classes * classes);
  for (let row = 0; row < codes.length; row++) counts[codes[row]! * classes + predicted[row]!]!++;
  return counts;
}

/** The area under the curve of each class against the rest; none of a class that no row is of, or every row. */
export function toAreas(codes: Int32Array, shares: readonly Float64Array[]): (number | undefined)[] {
  return shares.map((share, code) => {
    const truth = Uint8Array.from(codes, (each) => Number(each === code));
    return toRoc(truth, share).area;
  });
}

/** The mean of such areas where each class counts by its rows; none where no class has one. */
export function toWeightedArea(
  codes: Int32Array,
  areas: readonly (number | undefined)[],
): number | undefined {
  let [sum, rows] = [0, 0];
  for (const code of codes) {
    const area = areas[code];
    if (area === undefined) continue;
    sum += area;
    rows++;
  }
  return rows > 0 ? sum / rows : undefined;
}

function measureNumbers(values: Float64Array, predicted: Float64Array): Measured {
  let [squares, absolute] = [0, 0];
  for (let row = 0; row < values.length; row++) {
    const error = values[row]! - predicted[row]!;
    squares += error * error;
    absolute += Math.abs(error);
  }
  const total = squaresFrom(values, toMean(values));
  return {
    ...(total > 0 && { rSquared: 1 - squares / total }),
    rmse: Math.sqrt(squares / values.length),
    mae: absolute / values.length,
  };
}

function measureClasses(codes: Int32Array, shares: readonly Float64Array[]): Measured {
  const classes = shares.length;
  const matrix = toConfusionMatrix(codes, toLikeliest(shares), classes);
  const there = Array.from({ length: classes }, (_, code) => code).filter((code) => codes.includes(code));
  const scores = there.map((code) => toScores(toConfusion(matrix, code, classes)));
  const toMeanOf = (values: (number | undefined)[]) =>
    values.reduce<number>((sum, value) => sum + (value ?? 0), 0) / values.length;
  const areas = toAreas(codes, shares);
  const right = Float64Array.from(codes, (code, row) => shares[code]![row]!);
  return {
    accuracy: there.reduce((sum, code) => sum + matrix[code * (classes + 1)]!, 0) / codes.length,
    balanced: toMeanOf(scores.map(({ recall }) => recall)),
    f1: toMeanOf(scores.map(({ f1 }) => f1)),
    logLoss: toLogLoss(new Uint8Array(codes.length).fill(1), right),
    ...(there.length > 1 && { auc: toMeanOf(there.map((code) => areas[code])) }),
  };
}

function toConfusion(matrix: Int32Array, code: number, classes: number) {
  let [row, column, all] = [0, 0, 0];
  for (let at = 0; at < matrix.length; at++) {
    all += matrix[at]!;
    if (Math.floor(at / classes) === code) row += matrix[at]!;
    if (at % classes === code) column += matrix[at]!;
  }
  const truePositive = matrix[code * (classes + 1)]!;
  const [falseNegative, falsePositive] = [row - truePositive, column - truePositive];
  return { truePositive, falsePositive, falseNegative, trueNegative: all - row - falsePositive };
}
