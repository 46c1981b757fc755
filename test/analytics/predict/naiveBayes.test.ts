import { expect, test } from 'vitest';
import { toLikeliest } from '../../../src/analytics/predict/learner';
import { fitNaiveBayes, predictNaiveBayes } from '../../../src/analytics/predict/naiveBayes';
import { expectClose, flowers, kinds, kindsTarget, refusal } from './learning';

const rows = [50, 70, 77, 106];
const pick = (shares: readonly Float64Array[]) => rows.flatMap((row) => [shares[1]![row]!, shares[2]![row]!]);

test('irises have the chances that scikit-learn gives them', () => {
  // scikit-learn 1.2.1: GaussianNB of StandardScaler's columns
  const shares = predictNaiveBayes(fitNaiveBayes(flowers, kindsTarget), flowers);
  expectClose(
    pick(shares),
    [
      0.8040376755209867, 0.19596232447901313, 0.1544940613336473, 0.8455059386663527, 0.07526912493221144,
      0.9247308750677884, 0.9735143432538887, 0.026485656746111395,
    ],
    11,
  );
  expect(shares[0]![50]! / 3.2137632891284303e-109).toBeCloseTo(1, 9);
});

test('columns of 0 and 1 count as shares beside the others', () => {
  const mixed = [
    flowers[1]!,
    flowers[2]!,
    flowers[0]!.map((value) => Number(value > 5.8)),
    flowers[3]!.map((value) => Number(value > 1.5)),
  ];
  const model = fitNaiveBayes(mixed, kindsTarget);
  expect(model.columns.map(({ kind }) => kind)).toEqual(['normal', 'normal', 'binary', 'binary']);
  // scikit-learn 1.2.1: the joint likelihoods of GaussianNB and BernoulliNB(alpha=1), the prior once
  expectClose(
    pick(predictNaiveBayes(model, mixed)),
    [
      0.898514040877191, 0.10148595912280892, 0.05540536002036267, 0.9445946399796373, 0.03143971715433764,
      0.9685602828456623, 0.8613857808039961, 0.13861421919600397,
    ],
    10,
  );
});

test('units do not matter, nor does the order of columns', () => {
  const shares = predictNaiveBayes(fitNaiveBayes(flowers, kindsTarget), flowers);
  const moved = flowers.map((column) => column.map((value) => value * 1000 - 1e6)).reverse();
  const others = predictNaiveBayes(fitNaiveBayes(moved, kindsTarget), moved);
  expectClose(pick(others), pick(shares), 7);
  expect([...toLikeliest(others)]).toEqual([...toLikeliest(shares)]);
});

test('a class without rows is never predicted, and rows far off have shares', () => {
  const model = fitNaiveBayes(flowers, { kind: 'class', codes: kinds, classes: 4 });
  expect(predictNaiveBayes(model, flowers)[3]!.every((share) => share === 0)).toBe(true);
  const far = predictNaiveBayes(
    model,
    flowers.map(() => Float64Array.of(1e200)),
  );
  expect(far.reduce((sum, share) => sum + share[0]!, 0)).toBeCloseTo(1, 12);
  expect(() => fitNaiveBayes(flowers, { kind: 'class', codes: new Int32Array(150), classes: 1 })).toThrow(
    refusal('one-class'),
  );
});
