/**
 * A small neural network: one or two layers of rectifiers between the columns, at mean 0 and spread 1, and the target. Learnt in batches by
 * Adam until rows that are held back are predicted no better (Prechelt, Neural Networks 11, 1998); the best weights are kept. All of it is
 * plain arithmetic, so that a seed gives the same network in every browser.
 */
import { checkRows } from '../core/check';
import { createRandom, type Random } from '../core/random';
import { type Points, type Scale, toPoints, toScale } from '../segment/points';
import { type Adam, createAdam } from './adam';
import { findSides } from './folds';
import { createActivations, createLayers, feedBack, feedForward, type Layer } from './layers';
import { checkLearnable } from './learner';
import { setShares } from './softmax';
import { splitTarget } from './split';
import { countRows, type Predicted, type Target } from './target';

export interface NetworkModel {
  kind: 'network';
  scale: Scale;
  layers: Layer[];
  target: { kind: 'number'; mean: number; deviation: number } | { kind: 'class'; classes: number };
  /** The loss on the rows held back, by round: half the square of what a number is off by, in deviations; of a class, the logarithm's. */
  losses: Float64Array;
  /** The round that was best, from 1. */
  best: number;
}

export interface NetworkOptions {
  /** How wide each layer is. */
  hidden?: readonly number[];
  rate?: number;
  /** Of a ridge, as scikit-learn's alpha. */
  penalty?: number;
  batch?: number;
  most?: number;
  /** So many rounds without a better one end it. */
  patience?: number;
  held?: number;
  seed?: number;
  onProgress?: (share: number) => void;
}

export function fitNetwork(
  columns: readonly Float64Array[],
  target: Target,
  {
    hidden = [32],
    rate = 0.005,
    penalty = 1e-4,
    batch = 32,
    most = 300,
    patience = 20,
    held = 0.15,
    seed = 1,
    onProgress = () => {},
  }: NetworkOptions = {},
): NetworkModel {
  checkLearnable(columns, target);
  checkRows(countRows(target), 10);
  const scale = toScale(columns);
  const points = toPoints(columns, scale);
  const random = createRandom(seed);
  const { held: tried, learnt } = findSides(splitTarget(target, { share: held, random }), 1);
  const goals = toGoals(target);
  const layers = createLayers([points.width, ...hidden, goals.width], random);
  const trainer = createTrainer(layers, { points, goals, rate, penalty, batch, random });

  const losses: number[] = [];
  let best = 0;
  let share = 0;
  let kept = copy(layers);
  for (let round = 0; round < most && round - best < patience; round++) {
    trainer.learn(learnt);
    // of classes with a row each nothing may be held back
    losses.push(trainer.toLoss(tried.length > 0 ? tried : learnt));
    if (round === 0 || losses[round]! < losses[best]!) [best, kept] = [round, copy(layers)];
    share = Math.max(share, round / most, (round - best) / patience);
    onProgress(share);
  }
  const { means, deviations } = goals.scale;
  return {
    kind: 'network',
    scale,
    layers: kept,
    target:
      target.kind === 'class'
        ? { kind: 'class', classes: target.classes }
        : { kind: 'number', mean: means[0]!, deviation: deviations[0]! },
    losses: Float64Array.from(losses),
    best: best + 1,
  };
}

export function predictNetwork(
  { scale, layers, target }: NetworkModel,
  columns: readonly Float64Array[],
): Predicted {
  const points = toPoints(columns, scale);
  const activations = createActivations(layers);
  const into = Array.from(layers.at(-1)!.biases, () => new Float64Array(points.rows));
  for (let row = 0; row < points.rows; row++) {
    const output = toOutput(layers, points, row, activations, target.kind === 'class');
    for (let code = 0; code < output.length; code++) into[code]![row] = output[code]!;
  }
  return target.kind === 'class' ? into : into[0]!.map((value) => target.mean + value * target.deviation);
}

/** What the network should say of each row: a number, or that the share of this class is 1. */
interface Goals {
  values: Float64Array;
  width: number;
  isClass: boolean;
  scale: Scale;
}

function toGoals(target: Target): Goals {
  if (target.kind === 'number') {
    const scale = toScale([target.values]);
    return { values: toPoints([target.values], scale).values, width: 1, isClass: false, scale };
  }
  return {
    values: Float64Array.from(target.codes),
    width: target.classes,
    isClass: true,
    scale: toScale([]),
  };
}

function toGoal({ values, isClass }: Goals, row: number, code: number): number {
  return isClass ? Number(values[row] === code) : values[row]!;
}

interface Training {
  points: Points;
  goals: Goals;
  rate: number;
  penalty: number;
  batch: number;
  random: Random;
}

function createTrainer(layers: Layer[], { points, goals, rate, penalty, batch, random }: Training) {
  const gradients = layers.map((layer) => ({
    ...layer,
    weights: new Float64Array(layer.weights.length),
    biases: new Float64Array(layer.biases.length),
  }));
  const adam: Adam = createAdam(
    layers.flatMap(({ weights, biases }) => [weights.length, biases.length]),
    rate,
  );
  const activations = createActivations(layers);
  const misses = createActivations(layers);

  const learn = (places: Int32Array) => {
    random.shuffle(places);
    for (let from = 0; from < places.length; from += batch) {
      const count = Math.min(batch, places.length - from);
      for (let at = from; at < from + count; at++) {
        const output = toOutput(layers, points, places[at]!, activations, goals.isClass);
        const miss = misses[layers.length]!;
        for (let code = 0; code < output.length; code++)
          miss[code] = (output[code]! - toGoal(goals, places[at]!, code)) / count;
        feedBack(layers, activations, misses, gradients);
      }
      adam.begin();
      for (const [at, { weights, biases }] of layers.entries()) {
        const { weights: byWeight, biases: byBias } = gradients[at]!;
        for (let place = 0; place < weights.length; place++)
          byWeight[place]! += (penalty / count) * weights[place]!;
        adam.step(weights, byWeight, 2 * at);
        adam.step(biases, byBias, 2 * at + 1);
      }
    }
  };

  const toLoss = (places: Int32Array) => {
    let loss = 0;
    for (const row of places) {
      const output = toOutput(layers, points, row, activations, goals.isClass);
      for (let code = 0; code < output.length; code++) {
        const goal = toGoal(goals, row, code);
        if (!goals.isClass) loss += (output[code]! - goal) ** 2 / 2;
        else if (goal === 1) loss -= Math.log(Math.max(output[code]!, Number.EPSILON));
      }
    }
    // logarithms may differ in their last digits from browser to browser, and the best round with them
    return Math.round((loss / places.length) * 1e9) / 1e9;
  };

  return { learn, toLoss };
}

function toOutput(
  layers: readonly Layer[],
  { values, width }: Points,
  row: number,
  activations: readonly Float64Array[],
  isClass: boolean,
): Float64Array {
  activations[0]!.set(values.subarray(row * width, (row + 1) * width));
  const output = feedForward(layers, activations);
  if (isClass) setShares(output);
  return output;
}

function copy(layers: readonly Layer[]): Layer[] {
  return layers.map((layer) => ({ ...layer, weights: layer.weights.slice(), biases: layer.biases.slice() }));
}
