/** Everything that can learn, by the name that a person chooses it by. */
import { squaresFrom, toMean } from '../core/sums';
import { fitBoosting, predictBoosting, type BoostingModel } from './boosting';
import { type ForestModel, fitForest, predictForest } from './forest';
import type { Grid, Settings } from './gridSearch';
import { fitLasso } from './lasso';
import type { Learner } from './learner';
import { toNumbers } from './learner';
import { toLine } from './line';
import { fitLinear } from './linear';
import { fitMultinomial, type MultinomialModel, predictMultinomial } from './multinomial';
import { fitNaiveBayes, type NaiveBayesModel, predictNaiveBayes } from './naiveBayes';
import { fitNeighbours, type NeighboursModel, type NeighbourWeights, predictNeighbours } from './neighbours';
import { fitNetwork, type NetworkModel, predictNetwork } from './network';
import { type PenalisedModel, predictPenalised } from './penalised';
import { expandPolynomial, type Polynomial, toPolynomial } from './polynomial';
import { fitRidge } from './ridge';
import { fitSvm, predictSvm, type SvmModel } from './svm';
import { countRows, type Predicted, type Target } from './target';
import { fitTree, predictTree, type TreeModel } from './tree';

interface LineModel {
  kind: 'line';
  /** The intercept first. */
  coefficients: Float64Array;
}

interface CurveModel {
  kind: 'curve';
  terms: Polynomial;
  coefficients: Float64Array;
}

/** What was learnt, by what it was learnt with. */
export type Fitted =
  | LineModel
  | CurveModel
  | PenalisedModel
  | MultinomialModel
  | NaiveBayesModel
  | TreeModel
  | ForestModel
  | BoostingModel
  | NeighboursModel
  | SvmModel
  | NetworkModel;

export interface MethodContext {
  seed: number;
  onProgress?: (share: number) => void;
}

interface Way {
  of: readonly Target['kind'][];
  /** Of more rows it takes longer than anybody wants to wait for. */
  most?: number;
  fit(columns: readonly Float64Array[], target: Target, settings: Settings, context: MethodContext): Fitted;
  /** What is tried where the best settings are looked for. */
  grid?: Grid;
}

const both = ['number', 'class'] as const;

/** Leaves of large tables need not be of single rows: trees of as many as these are enough. */
const MOST_LEAVES = 5000;

/** The plainest first. */
const ways = {
  linear: {
    of: both,
    fit: (columns, target, _, { onProgress }) =>
      target.kind === 'class'
        ? fitMultinomial(columns, target, { ...(onProgress && { onProgress }) })
        : { kind: 'line', coefficients: toEstimates(fitLinear(columns, target.values)) },
  },
  ridge: { of: ['number'], fit: (columns, target, _, { seed }) => fitRidge(columns, target, { seed }) },
  lasso: { of: ['number'], fit: (columns, target, _, { seed }) => fitLasso(columns, target, { seed }) },
  polynomial: {
    of: ['number'],
    fit: (columns, target, { degree = 2 }) => {
      const terms = toPolynomial(columns.length, { degree: Number(degree) });
      const { high, low } = expandPolynomial(terms, columns);
      const fit = fitLinear(high, toNumbers(target), { low });
      return { kind: 'curve', terms, coefficients: toEstimates(fit) };
    },
    grid: { degree: [2, 3] },
  },
  bayes: { of: ['class'], fit: (columns, target) => fitNaiveBayes(columns, target) },
  tree: {
    of: both,
    fit: (columns, target, { depth = 5, leaf, prune = 0 }) =>
      fitTree(columns, target, {
        maxDepth: Number(depth),
        leastRows: Number(leaf ?? Math.max(5, Math.ceil(countRows(target) / 200))),
        ccpAlpha: Number(prune) * toImpurity(target),
      }),
    grid: { depth: [3, 5, 8, 12], prune: [0, 0.001, 0.005] },
  },
  forest: {
    of: both,
    fit: (columns, target, { trees = 100, depth, leaf }, { seed, onProgress }) =>
      fitForest(columns, target, {
        trees: Number(trees),
        seed,
        leastRows: Number(leaf ?? toLeaf(target)),
        ...(depth !== undefined && { maxDepth: Number(depth) }),
        ...(onProgress && { onProgress }),
      }),
    grid: { leaf: [1, 5, 20] },
  },
  boosting: {
    of: both,
    fit: (columns, target, { trees = 100, depth, rate = 0.1, leaves = 31 }, { seed, onProgress }) =>
      fitBoosting(columns, target, {
        rounds: Number(trees),
        rate: Number(rate),
        mostLeaves: Number(leaves),
        seed,
        ...(depth !== undefined && { maxDepth: Number(depth) }),
        ...(onProgress && { onProgress }),
      }),
    grid: { rate: [0.05, 0.1], leaves: [7, 15, 31] },
  },
  neighbours: {
    of: both,
    most: 50_000,
    fit: (columns, target, { neighbours = 5, weights = 'uniform' }) =>
      fitNeighbours(columns, target, {
        count: Math.min(Number(neighbours), countRows(target)),
        weights: weights as NeighbourWeights,
      }),
    grid: { neighbours: [3, 5, 10, 20, 40], weights: ['uniform', 'distance'] },
  },
  svm: {
    of: both,
    most: 5000,
    fit: (columns, target, { cost = 1 }, { seed, onProgress }) =>
      fitSvm(columns, target, { cost: Number(cost), seed, ...(onProgress && { onProgress }) }),
    grid: { cost: [0.1, 1, 10] },
  },
  network: {
    of: both,
    fit: (columns, target, { hidden = 32 }, { seed, onProgress }) =>
      fitNetwork(columns, target, {
        hidden: [Number(hidden)],
        seed,
        ...(onProgress && { onProgress }),
      }),
    grid: { hidden: [8, 32, 64] },
  },
} satisfies Record<string, Way>;

export type Method = keyof typeof ways;

const METHODS = Object.keys(ways) as Method[];

const findWay = (method: Method): Way => ways[method];

/** What can learn such a target of so many rows, the plainest first. */
export function findMethods(kind: Target['kind'], rows: number): Method[] {
  return METHODS.filter((method) => {
    const { of, most = Infinity } = findWay(method);
    return of.includes(kind) && rows <= most;
  });
}

export function isMethodFor(method: Method, kind: Target['kind']): boolean {
  return findWay(method).of.includes(kind);
}

export const findGrid = (method: Method): Grid | undefined => findWay(method).grid;

/** A method that is set up; it begins with the same seed each time that it learns. */
export function toLearner(method: Method, settings: Settings, context: MethodContext): Learner<Fitted> {
  const { fit } = findWay(method);
  return {
    fit: (columns, target) => fit(columns, target, settings, context),
    predict: predictFitted,
  };
}

export function predictFitted(model: Fitted, columns: readonly Float64Array[]): Predicted {
  switch (model.kind) {
    case 'line':
      return toLine(model.coefficients, columns);
    case 'curve':
      return toLine(model.coefficients, expandPolynomial(model.terms, columns).high);
    case 'ridge':
    case 'lasso':
      return predictPenalised(model, columns);
    case 'multinomial':
      return predictMultinomial(model, columns);
    case 'naive-bayes':
      return predictNaiveBayes(model, columns);
    case 'tree':
      return predictTree(model, columns);
    case 'forest':
      return predictForest(model, columns);
    case 'boosting':
      return predictBoosting(model, columns);
    case 'neighbours':
      return predictNeighbours(model, columns);
    case 'svm':
      return predictSvm(model, columns);
    case 'network':
      return predictNetwork(model, columns);
  }
}

function toEstimates({ coefficients }: { coefficients: readonly { estimate: number }[] }): Float64Array {
  return Float64Array.from(coefficients, ({ estimate }) => estimate);
}

function toLeaf(target: Target): number {
  return Math.max(target.kind === 'class' ? 1 : 5, Math.ceil(countRows(target) / MOST_LEAVES));
}

/** Of all rows together, in units of which pruning is said. */
function toImpurity(target: Target): number {
  if (target.kind === 'class') return 1;
  return squaresFrom(target.values, toMean(target.values)) / target.values.length;
}
