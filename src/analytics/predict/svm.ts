/**
 * Support vector machines (Cortes and Vapnik, Machine Learning 20, 1995; Smola and Schölkopf, Statistics and Computing 14, 2004), solved
 * as LIBSVM does (Chang and Lin, ACM TIST 2, 2011): one machine for every two classes. Columns, and a target of numbers, have mean 0
 * and spread 1 within.
 */
import { toMisfit } from '../core/check';
import { createRandom } from '../core/random';
import { pickPoints, type Scale, toPoints, toScale } from '../segment/points';
import { toStratifiedFolds } from './folds';
import { type Kernel, toGamma } from './kernel';
import { checkLearnable, checkMost } from './learner';
import { decide, decideFolds, FOLDS, fitNumbers, fitSides, type Machine } from './machine';
import { coupleChances, fitSigmoid, type Sigmoid, toChance } from './platt';
import { countRows, type Predicted, type Target } from './target';

export interface SvmModel {
  kind: 'svm';
  scale: Scale;
  kernel: Kernel;
  target:
    | { kind: 'number'; mean: number; deviation: number; machine: Machine }
    | { kind: 'class'; classes: number; pairs: PairMachine[] };
  /** Whether every machine came to its end. */
  settled: boolean;
}

/** Above 0 is `one`. */
export interface PairMachine extends Machine {
  one: number;
  other: number;
  sigmoid: Sigmoid;
}

export interface SvmOptions {
  kernel?: Kernel['kind'];
  /** One over the squared distance at which rows are strangers; from the columns' variance where it is not given. */
  gamma?: number | undefined;
  /** What a row on the wrong side costs. */
  cost?: number;
  /** How far off a number may be at no cost, in deviations of the target. */
  slack?: number;
  tolerance?: number;
  seed?: number;
  onProgress?: (share: number) => void;
}

/** Time grows with the square of rows: these take a minute. */
const MOST_ROWS = 20_000;

/** Every two of them have a machine. */
const MOST_CLASSES = 50;

export function fitSvm(
  columns: readonly Float64Array[],
  target: Target,
  {
    kernel: kind = 'rbf',
    gamma,
    cost = 1,
    slack = 0.1,
    tolerance = 1e-3,
    seed = 1,
    onProgress = () => {},
  }: SvmOptions = {},
): SvmModel {
  checkLearnable(columns, target);
  checkMost(countRows(target), MOST_ROWS);
  const scale = toScale(columns);
  const points = toPoints(columns, scale);
  const kernel: Kernel = kind === 'linear' ? { kind } : { kind, gamma: gamma ?? toGamma(points) };
  const how = { kernel, cost, tolerance };
  if (target.kind === 'number') {
    const { means, deviations } = toScale([target.values]);
    const [mean, deviation] = [means[0]!, deviations[0]!];
    const goals = target.values.map((value) => (value - mean) / deviation);
    const machine = fitNumbers(points, goals, { ...how, slack, onProgress });
    return {
      kind: 'svm',
      scale,
      kernel,
      target: { kind: 'number', mean, deviation, machine },
      settled: machine.settled,
    };
  }
  const { codes, classes } = target;
  const present = [...new Set(codes)].sort((a, b) => a - b);
  if (present.length > MOST_CLASSES)
    throw toMisfit('too-many-classes', { classes: present.length, limit: MOST_CLASSES });
  const choices = present.flatMap((one, at) => present.slice(at + 1).map((other) => ({ one, other })));
  const random = createRandom(seed);
  const pairs = choices.map(({ one, other }, at): PairMachine => {
    const places = Int32Array.from(codes.keys()).filter(
      (place) => codes[place] === one || codes[place] === other,
    );
    const signs = Int8Array.from(places, (place) => (codes[place] === one ? 1 : -1));
    const picked = pickPoints(points, places);
    const truth = Int32Array.from(signs, (sign) => Number(sign > 0));
    const folds = toStratifiedFolds(truth, 2, { count: Math.min(FOLDS, places.length), random });
    const report = (share: number) => onProgress((at + share) / choices.length);
    const machine = fitSides(picked, signs, { ...how, onProgress: (share) => report(share / 2) });
    const decisions = decideFolds(picked, signs, folds, how) ?? decide(machine, kernel, picked);
    report(1);
    return { one, other, ...machine, sigmoid: fitSigmoid(decisions, Uint8Array.from(truth)) };
  });
  return {
    kind: 'svm',
    scale,
    kernel,
    target: { kind: 'class', classes, pairs },
    settled: pairs.every(({ settled }) => settled),
  };
}

export function predictSvm({ scale, kernel, target }: SvmModel, columns: readonly Float64Array[]): Predicted {
  const points = toPoints(columns, scale);
  if (target.kind === 'number')
    return decide(target.machine, kernel, points).map((value) => target.mean + value * target.deviation);
  const { classes, pairs } = target;
  const present = [...new Set(pairs.flatMap(({ one, other }) => [one, other]))].sort((a, b) => a - b);
  const count = present.length;
  const places = pairs.map(({ one, other }) => [present.indexOf(one), present.indexOf(other)] as const);
  const decisions = pairs.map((machine) => decide(machine, kernel, points));
  const predicted = Array.from({ length: classes }, () => new Float64Array(points.rows));
  const chances = new Float64Array(count * count);
  const shares = new Float64Array(count);
  for (let row = 0; row < points.rows; row++) {
    for (const [at, [one, other]] of places.entries()) {
      // LIBSVM's least chance, which keeps the coupling solvable
      const chance = Math.min(1 - 1e-7, Math.max(1e-7, toChance(pairs[at]!.sigmoid, decisions[at]![row]!)));
      chances[one * count + other] = chance;
      chances[other * count + one] = 1 - chance;
    }
    coupleChances(chances, count, shares);
    for (const [at, code] of present.entries()) predicted[code]![row] = shares[at]!;
  }
  return predicted;
}
