import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/analytics/core/random';
import { fitBoosting, predictBoosting } from '../../../src/analytics/predict/boosting';
import type { Target } from '../../../src/analytics/predict/target';
import { drawn } from './drawn';
import { expectClose, refusal } from './learning';

const known = { rounds: 20, heldShare: 0, seed: 1 };
const predict = (target: Target, options = {}) =>
  predictBoosting(fitBoosting(drawn.columns, target, { ...known, ...options }), drawn.columns);

// HistGradientBoosting…(early_stopping=False, max_iter=20) of scikit-learn 1.2.1, which keeps slopes in 32 bits
describe('boosting', () => {
  it('of a number predicts as scikit-learn', () => {
    const found = predict(drawn.number) as Float64Array;
    expect(found).toHaveLength(300);
    expectClose(
      found.slice(0, 6),
      [
        6.441920028222493, 37.477194547275595, 35.97424509059606, 36.894244698394026, 23.063094195676758,
        15.844089852568814,
      ],
      5,
    );
  });

  it('cuts the leaves that gain most where there may be few', () => {
    // max_leaf_nodes=8
    const found = predict(drawn.number, { mostLeaves: 8 }) as Float64Array;
    expectClose(
      found.slice(0, 6),
      [
        6.943780240169959, 37.503021080512205, 34.95847333452227, 37.1211806658528, 23.68364137473562,
        16.245140574576443,
      ],
      5,
    );
    const { losses } = fitBoosting(drawn.columns, drawn.number, { ...known, mostLeaves: 8 });
    expect(losses.learnt.at(-1)).toBeCloseTo(11.650115135498478, 5);
  });

  it('of two classes has the chances of scikit-learn', () => {
    const [none, one] = predict(drawn.two) as [Float64Array, Float64Array];
    expectClose(
      one.slice(0, 6),
      [
        0.05420274884506467, 0.9014879103061858, 0.9260519652767587, 0.8877122774930469, 0.6431420352644635,
        0.15229075089288888,
      ],
      5,
    );
    expect(none[0]! + one[0]!).toBeCloseTo(1, 14);
  });

  it('of three classes has the chances of scikit-learn', () => {
    const shares = predict(drawn.three) as Float64Array[];
    expect(shares).toHaveLength(3);
    const row = (at: number) => shares.map((share) => share[at]!);
    expectClose(row(0), [0.9772357284214486, 0.017359208570395728, 0.00540506300815578], 5);
    expectClose(row(1), [0.008496290855526566, 0.019391253034994935, 0.9721124561094786], 5);
    expectClose(row(3), [0.020155925204204516, 0.058056924070567444, 0.9217871507252281], 5);
  });
});

describe('boosting with rows held back', () => {
  const random = createRandom(5);
  const columns = Array.from({ length: 3 }, () => Float64Array.from({ length: 800 }, () => random.normal()));
  const values = columns[0]!.map((value, row) => value + 0.5 * columns[1]![row]! ** 2 + random.normal());
  const target = { kind: 'number' as const, values };
  const fit = (seed: number, options = {}) =>
    fitBoosting(columns, target, { rounds: 300, rate: 0.3, patience: 5, seed, ...options });

  it('ends where more rounds no longer help, and goes back to the best', () => {
    const { rounds, trees, losses } = fit(1);
    const held = losses.held!;
    expect(rounds).toBeLessThan(100);
    expect(trees).toHaveLength(rounds);
    expect(held).toHaveLength(rounds + 6);
    expect(held.indexOf(Math.min(...held))).toBe(rounds);
    expect(losses.learnt.at(-1)).toBeLessThan(losses.learnt[rounds]!);
  });

  it('draws the same from the same seed, and others from another', () => {
    expect(fit(1)).toEqual(fit(1));
    expect(fit(2).losses.held![0]).not.toBe(fit(1).losses.held![0]);
  });

  it('finds which columns matter, and how far it is', () => {
    const progress: number[] = [];
    const { importances } = fit(1, { rounds: 4, onProgress: (share: number) => progress.push(share) });
    expect(progress).toEqual([0.25, 0.5, 0.75, 1]);
    expect(importances[0]! + importances[1]! + importances[2]!).toBeCloseTo(1, 12);
    expect(importances[0]).toBeGreaterThan(importances[1]!);
    expect(importances[1]).toBeGreaterThan(5 * importances[2]!);
  });

  it('ends after the same round in other units', () => {
    const small = { kind: 'number' as const, values: values.map((value) => value * 2 ** -30) };
    const options = { rounds: 300, rate: 0.3, patience: 5, seed: 1 };
    expect(fitBoosting(columns, small, options).rounds).toBe(fit(1).rounds);
  });

  it('is but the mean where nothing can be learnt', () => {
    const noise = values.map(() => random.normal());
    const only = fitBoosting(columns.slice(0, 1), { kind: 'number', values: noise }, { seed: 1, rate: 1 });
    expect(only.rounds).toBeLessThan(5);
    const few = Float64Array.of(1, 2, 3, 6);
    const model = fitBoosting([few], { kind: 'number', values: few }, { seed: 1 });
    expect([...(predictBoosting(model, [few]) as Float64Array)]).toEqual([3, 3, 3, 3]);
    expect(model.losses.held).toBeUndefined();
    expect([...model.importances]).toEqual([0]);
  });
});

describe('boosting of what is extreme', () => {
  it('stays finite where classes can be told apart for certain', () => {
    const column = Float64Array.from({ length: 400 }, (_, row) => row);
    const codes = Int32Array.from(column, (value) => (value < 200 ? 0 : 1));
    const target = { kind: 'class' as const, codes, classes: 2 };
    const model = fitBoosting([column], target, { seed: 1, rounds: 400, rate: 1, heldShare: 0 });
    const [none, one] = predictBoosting(model, [column]) as [Float64Array, Float64Array];
    expect(one[399]).toBeGreaterThan(0.9999);
    expect(none[0]).toBeGreaterThan(0.9999);
    expect(model.trees.every(({ leaves }) => leaves.every(Number.isFinite))).toBe(true);
  });

  it('has next to no chance for a class that no row is of', () => {
    const target = { ...drawn.two, classes: 3 };
    const shares = predictBoosting(
      fitBoosting(drawn.columns, target, known),
      drawn.columns,
    ) as Float64Array[];
    expect(Math.max(...shares[2]!)).toBeLessThan(1e-6);
  });

  it('keeps its cuts far from zero', () => {
    const whole = drawn.number.values.map(Math.round);
    const far = whole.map((value) => value + 1e12);
    const [near, distant] = [whole, far].map((values) => predict({ kind: 'number', values }) as Float64Array);
    for (const [row, value] of near!.entries()) expect(distant![row]! - 1e12).toBeCloseTo(value, 2);
  });

  it('refuses squares without end', () => {
    const target = { kind: 'number' as const, values: Float64Array.of(-1e300, 1e300) };
    expect(() => fitBoosting([Float64Array.of(1, 2)], target, known)).toThrow(refusal('numbers-too-large'));
  });
});
