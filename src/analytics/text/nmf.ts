/**
 * A table of no negative values as the product of two small ones (Lee and Seung, Nature 401, 1999), found a column at a time
 * (HALS: Cichocki and Phan, IEICE Trans. Fundamentals E92-A, 2009), as scikit-learn's NMF does with solver `cd`. A text is then so
 * much of each topic, and a topic so much of each word.
 */
import { toMisfit } from '../core/check';
import type { Random } from '../core/random';
import { type Block, multiply, multiplyTurned, toBlock, toColumns, toGram } from './block';
import { findStart } from './nndsvd';
import type { Sparse } from './sparse';

export interface Topics {
  kind: 'topics';
  /** How much of each topic is in each text, topic by topic. */
  texts: Float64Array[];
  /** How much of each word is in each topic. */
  words: Float64Array[];
  /** Of the squares of the table, the share that the topics account for. */
  explained: number;
  rounds: number;
  isSettled: boolean;
}

export interface TopicsOptions {
  topics: number;
  random: Random;
  mostRounds?: number;
  /** Settled once a round moves so little, measured by the first. */
  tolerance?: number;
  onProgress?: (share: number) => void;
}

export function findTopics(
  table: Sparse,
  { topics, random, mostRounds = 200, tolerance = 1e-4, onProgress = () => {} }: TopicsOptions,
): Topics {
  const limit = Math.min(table.rows, table.columns);
  if (topics > limit) throw toMisfit('too-many-topics', { topics, limit });
  const start = findStart(table, topics, random);
  const ofTexts = toBlock(start.left);
  const ofWords = toBlock(start.right);
  let first = 0;
  let rounds = 0;
  let isSettled = false;
  while (rounds < mostRounds && !isSettled) {
    const moved =
      improve(ofTexts, ofWords, multiply(table, ofWords)) +
      improve(ofWords, ofTexts, multiplyTurned(table, ofTexts));
    if (rounds++ === 0) first = moved;
    isSettled = moved <= tolerance * first;
    onProgress(rounds / mostRounds);
  }
  return {
    kind: 'topics',
    texts: toColumns(ofTexts),
    words: toColumns(ofWords),
    explained: toExplained(table, ofTexts, ofWords),
    rounds,
    isSettled,
  };
}

/** One round over one factor, while the other stands: how far the gradient still was from rest. */
function improve({ width, values }: Block, other: Block, { values: products }: Block): number {
  const gram = toGram(other);
  let moved = 0;
  for (let from = 0; from < values.length; from += width) {
    for (let part = 0; part < width; part++) {
      let gradient = -products[from + part]!;
      for (let along = 0; along < width; along++)
        gradient += gram[part * width + along]! * values[from + along]!;
      const value = values[from + part]!;
      moved += value === 0 ? Math.max(-gradient, 0) : Math.abs(gradient);
      const steepness = gram[part * width + part]!;
      if (steepness !== 0) values[from + part] = Math.max(value - gradient / steepness, 0);
    }
  }
  return moved;
}

/** 1 - |X - WH|² / |X|², of which WH is never written out. */
function toExplained({ rows, starts, places, values }: Sparse, left: Block, right: Block): number {
  const { width } = left;
  let squares = 0;
  let across = 0;
  for (let row = 0; row < rows; row++) {
    for (let at = starts[row]!; at < starts[row + 1]!; at++) {
      let guess = 0;
      for (let part = 0; part < width; part++)
        guess += left.values[row * width + part]! * right.values[places[at]! * width + part]!;
      squares += values[at]! * values[at]!;
      across += values[at]! * guess;
    }
  }
  const [one, other] = [toGram(left), toGram(right)];
  const guessed = one.reduce((sum, value, at) => sum + value * other[at]!, 0);
  return (2 * across - guessed) / squares;
}
