import { expect, test } from 'vitest';
import { fitLogistic } from '../../../src/analytics/predict/logistic';
import { toLikeliest } from '../../../src/analytics/predict/learner';
import { fitMultinomial, predictMultinomial } from '../../../src/analytics/predict/multinomial';
import { expectClose, flowers, kinds, kindsTarget, refusal, toStandardised } from './learning';

test('widths of sepals have the weights of scikit-learn', () => {
  // scikit-learn 1.2.1: LogisticRegression(penalty='none', multi_class='multinomial', solver='newton-cg', tol=1e-13)
  const fit = fitMultinomial([flowers[1]!], kindsTarget);
  expect(fit.separated).toBe(false);
  expectClose(
    fit.coefficients.map((weights) => weights[1]!),
    [3.3993532079561417, -2.7196083238931874, -0.6797448840627911],
    6,
  );
  expectClose(
    fit.coefficients.map((weights) => weights[0]!),
    [-10.61858698866295, 8.23984959653705, 2.3787373921253745],
    5,
  );
  const shares = predictMultinomial(fit, [flowers[1]!]);
  expectClose(
    shares.map((share) => share[0]!),
    [0.7376610840239234, 0.0571429319460023, 0.20519598403007436],
    7,
  );
  expect(toLikeliest(shares).filter((code, row) => code === kinds[row])).toHaveLength(83);
});

test('a ridge gives what scikit-learn gives', () => {
  // scikit-learn 1.2.1: LogisticRegression(C=1, multi_class='multinomial') of StandardScaler's columns
  const fit = fitMultinomial(flowers.map(toStandardised), kindsTarget, { penalty: 1 });
  expect(fit).toMatchObject({ separated: false, penalty: 1 });
  expectClose(
    fit.coefficients[0]!,
    [-0.20524113269971592, -1.0740661547581825, 1.1601151168541264, -1.9306918596942395, -1.811556124343601],
    6,
  );
  expectClose(
    fit.coefficients[2]!,
    [-1.8695986506560933, 0.4862559141527879, -0.7982744898417402, 2.294122883787207, 2.6378257000695564],
    6,
  );
});

test('of two classes it is the logistic regression, half on each side', () => {
  const rows = flowers.map((column) => column.subarray(50));
  const codes = kinds.subarray(50).map((code) => code - 1);
  const fit = fitMultinomial(rows.slice(0, 2), { kind: 'class', codes, classes: 2 });
  const plain = fitLogistic(rows.slice(0, 2), Uint8Array.from(codes));
  for (const [at, { estimate }] of plain.coefficients.entries()) {
    expect(2 * fit.coefficients[1]![at]!).toBeCloseTo(estimate, 7);
    expect(fit.coefficients[0]![at]).toBeCloseTo(-fit.coefficients[1]![at]!, 10);
  }
  expect(fit.deviance).toBeCloseTo(plain.deviance, 8);
});

test('classes that columns part have a ridge, which is said', () => {
  const fit = fitMultinomial(flowers, kindsTarget);
  expect(fit).toMatchObject({ separated: true, penalty: 1 });
  const ridge = fitMultinomial(flowers, kindsTarget, { penalty: 1 });
  expect(ridge.separated).toBe(false);
  expectClose(fit.coefficients[1]!, [...ridge.coefficients[1]!], 9);
});

test('what others make up is left out; a class without rows is never predicted, and the model goes through JSON', () => {
  const twice = [flowers[1]!, flowers[1]!.map((value) => 2 * value), new Float64Array(150)];
  const fit = fitMultinomial(twice, { kind: 'class', codes: kinds, classes: 4 });
  expect(fit.aliased).toEqual([1, 2]);
  const kept: number[][] = JSON.parse(JSON.stringify(fit.coefficients.map((weights) => [...weights])));
  const shares = predictMultinomial(
    { coefficients: kept.map((weights) => Float64Array.from(weights)) },
    twice,
  );
  expect(shares[3]!.every((share) => share === 0)).toBe(true);
  expect(shares[0]![0]).toBeCloseTo(0.7376610840239234, 7);
  expect(() => fitMultinomial(twice, { kind: 'class', codes: new Int32Array(150), classes: 3 })).toThrow(
    refusal('one-class'),
  );
  const many = {
    kind: 'class',
    codes: Int32Array.from({ length: 600 }, (_, row) => row),
    classes: 600,
  } as const;
  expect(() => fitMultinomial([Float64Array.from(many.codes)], many)).toThrow(refusal('too-many-weights'));
});
