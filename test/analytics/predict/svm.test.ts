import { expect, test } from 'vitest';
import { toLikeliest } from '../../../src/analytics/predict/learner';
import { coupleChances, fitSigmoid, toChance } from '../../../src/analytics/predict/platt';
import { decide } from '../../../src/analytics/predict/machine';
import { fitSvm, predictSvm, type SvmModel } from '../../../src/analytics/predict/svm';
import { toPoints } from '../../../src/analytics/segment/points';
import { cars } from './cars';
import { expectClose, flowers, kinds, kindsTarget, refusal, toNumbersTarget } from './learning';

const two = flowers.map((column) => column.slice(50));
const twoTarget = { kind: 'class', codes: kinds.slice(50).map((code) => code - 1), classes: 2 } as const;
const traits = [cars.wt, cars.hp, cars.qsec, Float64Array.from(cars.cyl)];

function decideTwo({ scale, kernel, target }: SvmModel): Float64Array {
  if (target.kind !== 'class') throw new Error('no classes');
  return decide(target.pairs[0]!, kernel, toPoints(two, scale));
}

test('two kinds of iris are told apart by the decisions of scikit-learn', () => {
  // its kernels have 24 bits; scikit-learn 1.2.1: SVC(C=1, gamma='scale', tol=1e-10).decision_function of StandardScaler's columns, and n_support_
  const round = fitSvm(two, twoTarget, { tolerance: 1e-10 });
  const rows = [0, 20, 27, 56, 83];
  expectClose(
    rows.map((row) => decideTwo(round)[row]!),
    [
      1.1932661980600778, 0.05633940237142945, -0.0441310755429096, -0.39650357406989045,
      0.026038063881746176,
    ],
    6,
  );
  expect(round).toMatchObject({ settled: true, kernel: { gamma: expect.closeTo(0.25, 12) } });
  expect(round.target.kind === 'class' && round.target.pairs[0]!.held).toBe(33);
  const straight = fitSvm(two, twoTarget, { kernel: 'linear', tolerance: 1e-10 });
  expectClose(
    rows.map((row) => decideTwo(straight)[row]!),
    [
      2.099386615590655, -0.24662573962479184, -0.11411036239541161, -0.9460123851131031,
      -0.08220853603650449,
    ],
    6,
  );
  expect(straight.target.kind === 'class' && straight.target.pairs[0]!.support.rows).toBe(1);
});

test('a number is what scikit-learn says', () => {
  // scikit-learn 1.2.1: SVR(C=1, epsilon=0.1, tol=1e-10) of standardised columns and target
  const target = toNumbersTarget(cars.mpg);
  const round = fitSvm(traits, target, { tolerance: 1e-10 });
  expectClose(
    (predictSvm(round, traits) as Float64Array).slice(0, 5),
    [21.59320311871154, 20.845291410919966, 24.974226570493062, 19.332506822353917, 16.983405441876048],
    5,
  );
  expect(round.settled).toBe(true);
  const straight = fitSvm(traits, target, { kernel: 'linear', tolerance: 1e-10 });
  expectClose(
    (predictSvm(straight, traits) as Float64Array).slice(0, 5),
    [21.762228726114724, 21.080483778846656, 25.18151794524818, 20.47846504983597, 16.71420063906509],
    5,
  );
});

test('three kinds have shares that are 1 together and mostly right, by a seed the same', () => {
  const model = fitSvm(flowers, kindsTarget);
  const shares = predictSvm(model, flowers) as Float64Array[];
  const right = toLikeliest(shares).filter((code, row) => code === kinds[row]).length;
  expect(right).toBeGreaterThanOrEqual(143);
  for (let row = 0; row < 150; row++)
    expect(shares.reduce((sum, share) => sum + share[row]!, 0)).toBeCloseTo(1, 9);
  expect(fitSvm(flowers, kindsTarget)).toEqual(model);
});

test('a sigmoid has no slope at its end, and the chance of a side without a doubt is not 1', () => {
  const decisions = Float64Array.of(-2, -1, -0.5, 0.2, 1, 2);
  const truth = Uint8Array.of(0, 0, 1, 0, 1, 1);
  const at = fitSigmoid(decisions, truth);
  let [bySlope, byShift] = [0, 0];
  for (const [row, decision] of decisions.entries()) {
    const miss = (truth[row] ? 4 / 5 : 1 / 5) - toChance(at, decision);
    bySlope += miss * decision;
    byShift += miss;
  }
  expect(Math.abs(bySlope) + Math.abs(byShift)).toBeLessThan(1e-8);
  expect(toChance(fitSigmoid(Float64Array.of(-9, 9), Uint8Array.of(0, 1)), 9)).toBeCloseTo(2 / 3, 6);
});

test('chances of pairs that agree come to the shares that they are made of', () => {
  const shares = [0.5, 0.3, 0.2];
  const pairs = Float64Array.from({ length: 9 }, (_, at) => {
    const [one, other] = [shares[Math.floor(at / 3)]!, shares[at % 3]!];
    return one / (one + other);
  });
  const found = new Float64Array(3);
  coupleChances(pairs, 3, found);
  expectClose(found, shares, 9);
  expect(found.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 14);
});

test('too many rows or classes, and a target of one class, are refused', () => {
  const all = Int32Array.from({ length: 51 }, (_, row) => row);
  const each = { kind: 'class', codes: all, classes: 51 } as const;
  expect(() => fitSvm([Float64Array.from(all)], each)).toThrow(refusal('too-many-classes'));
  const many = Float64Array.from({ length: 20_001 }, (_, row) => row);
  expect(() => fitSvm([many], toNumbersTarget(many))).toThrow(refusal('too-many-rows'));
  expect(() => fitSvm(two, { ...twoTarget, codes: new Int32Array(100) })).toThrow(refusal('one-class'));
});

test('classes of a row each, and a class without rows, have shares', () => {
  const target = { kind: 'class', codes: Int32Array.of(0, 2, 0), classes: 3 } as const;
  const shares = predictSvm(fitSvm([Float64Array.of(1, 5, 2)], target), [
    Float64Array.of(1, 5),
  ]) as Float64Array[];
  expect(shares[1]).toEqual(new Float64Array(2));
  expect(shares[0]![0]! + shares[2]![0]!).toBeCloseTo(1, 12);
});
