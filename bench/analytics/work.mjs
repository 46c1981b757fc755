import { createRandom } from '../../src/analytics/core/random.ts';
import { findOddness } from '../../src/analytics/odd/isolationForest.ts';
import { fitBoosting } from '../../src/analytics/predict/boosting.ts';
import { fitForest } from '../../src/analytics/predict/forest.ts';
import { fitLinear } from '../../src/analytics/predict/linear.ts';
import { fitLogistic } from '../../src/analytics/predict/logistic.ts';
import { findClusters } from '../../src/analytics/segment/kmeans.ts';
import { toPoints, toScale } from '../../src/analytics/segment/points.ts';
import { forecastMany } from '../../src/analytics/time/many.ts';
import { toBaskets } from '../../src/analytics/together/baskets.ts';
import { findItemSets } from '../../src/analytics/together/itemSets.ts';
import { findRules } from '../../src/analytics/together/rules.ts';

const SEED = 1;

/**
 * What is timed: `columns` are what the peer reads too, the last being what is to be predicted where something is.
 * @type {Record<string, {columns: () => Float64Array[], run: (columns: Float64Array[]) => number}>}
 */
export const works = {
  kmeans: {
    columns: () => toBlobs(1_000_000, 5, 5),
    run(columns) {
      const points = toPoints(columns, toScale(columns), { scaled: false });
      return findClusters(points, { count: 5, restarts: 1, random: createRandom(SEED) }).inertia;
    },
  },
  linear: {
    columns: () => toLine(1_000_000, 5, (sum, noise) => sum + noise),
    run: (columns) => fitLinear(columns.slice(0, -1), columns.at(-1)).coefficients[1].estimate,
  },
  logistic: {
    columns: () => toLine(1_000_000, 5, (sum, noise) => Number(sum + 2 * noise > 0)),
    run: (columns) =>
      fitLogistic(columns.slice(0, -1), Uint8Array.from(columns.at(-1))).coefficients[1].estimate,
  },
  forest: {
    columns: () => toLine(100_000, 10, (sum, noise) => Number(Math.abs(sum) + noise > 2)),
    run: (columns) =>
      fitForest(columns.slice(0, -1), toClass(columns), { seed: SEED, leastRows: 1 }).outOfBag.score,
  },
  boosting: {
    columns: () => toLine(100_000, 10, (sum, noise) => Number(Math.abs(sum) + noise > 2)),
    run: (columns) =>
      fitBoosting(columns.slice(0, -1), toClass(columns), { seed: SEED, heldShare: 0 }).losses.learnt.at(-1),
  },
  isolation: {
    columns: () => toBlobs(100_000, 5, 3),
    run(columns) {
      const points = toPoints(columns, toScale(columns), { scaled: false });
      const { scores } = findOddness(points, { trees: 100, random: createRandom(SEED) });
      return scores.reduce((sum, score) => sum + score, 0) / scores.length;
    },
  },
  rules: {
    columns: () => toPurchases(100_000, 1000),
    run([baskets, items]) {
      const minCount = 0.005 * 100_000;
      const read = toBaskets(Int32Array.from(baskets), Int32Array.from(items), { minCount: () => minCount });
      const sets = findItemSets(read, { minCount });
      return findRules(read, sets, { confidence: 0.5, lift: 0, shortest: false }).size;
    },
  },
  ets: {
    columns: () => toSeries(1000, 60),
    run: (series) =>
      forecastMany(series, { method: 'ets', period: 12, horizon: 12 }).filter(({ kind }) => kind === 'done')
        .length,
  },
};

/** Clouds of points around as many centres. @param {number} rows @param {number} width @param {number} count */
function toBlobs(rows, width, count) {
  const random = createRandom(SEED);
  const centres = Array.from({ length: count }, () => Array.from({ length: width }, () => 8 * random.next()));
  const columns = Array.from({ length: width }, () => new Float64Array(rows));
  for (let row = 0; row < rows; row++) {
    const centre = centres[random.below(count)];
    for (const [at, column] of columns.entries()) column[row] = centre[at] + random.normal();
  }
  return columns;
}

/** Columns, and what follows from a sum of them and chance. @param {number} rows @param {number} width @param {(sum: number, noise: number) => number} toTarget */
function toLine(rows, width, toTarget) {
  const random = createRandom(SEED);
  const columns = Array.from({ length: width + 1 }, () => new Float64Array(rows));
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let at = 0; at < width; at++) sum += (columns[at][row] = random.normal()) * (at % 2 ? -0.5 : 1);
    columns[width][row] = toTarget(sum, random.normal());
  }
  return columns;
}

/** @param {Float64Array[]} columns */
function toClass(columns) {
  return { kind: 'class', codes: Int32Array.from(columns.at(-1)), classes: 2 };
}

/** Baskets of ten items or so, made of patterns that come again and again, as those of T10I4D100K. @param {number} baskets @param {number} items */
function toPurchases(baskets, items) {
  const random = createRandom(SEED);
  const draw = () => Math.floor(items * random.next() ** 2);
  const patterns = Array.from({ length: 500 }, () => Array.from({ length: 1 + random.below(7) }, draw));
  const pairs = [[], []];
  for (let basket = 0; basket < baskets; basket++) {
    const bought = new Set();
    const size = 5 + random.below(11);
    while (bought.size < size) {
      const pattern = patterns[Math.floor(patterns.length * random.next() ** 2)];
      for (const item of pattern) if (random.next() < 0.75) bought.add(item);
    }
    for (const item of bought) {
      pairs[0].push(basket);
      pairs[1].push(item);
    }
  }
  return pairs.map((codes) => Float64Array.from(codes));
}

/** Monthly sales with a trend and a season. @param {number} count @param {number} length */
function toSeries(count, length) {
  const random = createRandom(SEED);
  return Array.from({ length: count }, () => {
    const [level, slope, swing] = [100 + 900 * random.next(), 4 * random.next() - 1, 0.4 * random.next()];
    return Float64Array.from({ length }, (_, month) => {
      const season = 1 + swing * Math.sin((2 * Math.PI * month) / 12);
      return Math.max(1, (level + slope * month) * season * (1 + 0.08 * random.normal()));
    });
  });
}
