import { expect, test } from 'vitest';
import { createRandom } from '../../../src/analytics/core/random';
import { toShareAlone } from '../../../src/analytics/predict/giveAway';
import { toBrier, toConfusion, toLogLoss, toRoc, toScores } from '../../../src/analytics/predict/metrics';
import { splitRandom, splitStratified } from '../../../src/analytics/predict/split';
import { cars } from './cars';

// scikit-learn 1.2.1: confusion_matrix, precision_score …, roc_curve(drop_intermediate=False), log_loss, brier_score_loss
const truth = Uint8Array.of(1, 0, 1, 1, 0, 0, 1, 0, 1, 0);
const chances = Float64Array.of(0.9, 0.8, 0.8, 0.7, 0.6, 0.55, 0.3, 0.3, 0.2, 0.1);

test('right and wrong are counted as scikit-learn counts them', () => {
  const predicted = Uint8Array.from(chances, (chance) => Number(chance >= 0.5));
  const confusion = toConfusion(truth, predicted);
  expect(confusion).toEqual({ truePositive: 3, falsePositive: 3, falseNegative: 2, trueNegative: 2 });
  expect(toScores(confusion)).toEqual({
    accuracy: 0.5,
    precision: 0.5,
    recall: 0.6,
    specificity: 0.4,
    f1: expect.closeTo(0.5454545454545454, 15),
  });
  expect(toScores(toConfusion(truth, new Uint8Array(10))).precision).toBeUndefined();
});

test('the curve has a point for each score, and ties count by half', () => {
  const { thresholds, falseRates, trueRates, area } = toRoc(truth, chances);
  expect([...thresholds]).toEqual([Infinity, 0.9, 0.8, 0.7, 0.6, 0.55, 0.3, 0.2, 0.1]);
  expect([...falseRates]).toEqual([0, 0, 0.2, 0.2, 0.4, 0.6, 0.8, 0.8, 1]);
  expect([...trueRates]).toEqual([0, 0.2, 0.4, 0.6, 0.6, 0.6, 0.8, 1, 1]);
  expect(area).toBeCloseTo(0.64, 15);
  expect(toRoc(truth, new Float64Array(10).fill(0.5)).area).toBe(0.5);
  expect(toRoc(new Uint8Array(2), Float64Array.of(1, 2)).area).toBeUndefined();
});

test('chances are scored, and a certainty that is wrong costs no infinity', () => {
  expect(toLogLoss(truth, chances)).toBeCloseTo(0.728486152779339, 14);
  expect(toBrier(truth, chances)).toBeCloseTo(0.26725, 14);
  expect(toLogLoss(Uint8Array.of(1), Float64Array.of(0))).toBeCloseTo(52 * Math.LN2, 12);
});

test('each group has its share of the rows held back, the same by the same seed', () => {
  const codes = Int32Array.from({ length: 1000 }, (_, row) => Number(row % 10 === 0));
  const held = splitStratified(codes, 2, { share: 0.3, random: createRandom(1) });
  const count = (group: number) => held.filter((value, row) => value === 1 && codes[row] === group).length;
  expect([count(0), count(1)]).toEqual([270, 30]);
  expect(splitStratified(codes, 2, { share: 0.3, random: createRandom(1) })).toEqual(held);
  expect(splitStratified(codes, 2, { share: 0.3, random: createRandom(2) })).not.toEqual(held);
  expect([...splitStratified(Int32Array.of(0), 1, { share: 0.9, random: createRandom(1) })]).toEqual([0]);
  expect(splitRandom(10, { share: 0.2, random: createRandom(1) }).filter(Boolean)).toHaveLength(2);
});

test('how much a column alone explains is the adjusted R² of R', () => {
  const weight = { name: 'wt', kind: 'number', values: cars.wt } as const;
  // R 4.2.2: summary(lm(mpg ~ wt, mtcars))$adj.r.squared, and of mpg ~ factor(cyl)
  expect(toShareAlone(weight, cars.mpg)).toBeCloseTo(0.74459388678021, 13);
  const codes = cars.cyl.map((count) => count / 2 - 2);
  expect(toShareAlone({ name: 'cyl', kind: 'text', codes, labels: ['4', '6', '8'] }, cars.mpg)).toBeCloseTo(
    0.71400902925487,
    13,
  );
});
