import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createRandom } from '../../../src/analytics/core/random';
import { squaresFrom, toMean } from '../../../src/analytics/core/sums';
import { fitLogistic, predictLogistic } from '../../../src/analytics/predict/logistic';
import { toRoc } from '../../../src/analytics/predict/metrics';
import { findCorpus } from '../../corpora';
import { toDigits } from '../digits';
import { cars } from './cars';

const am = Uint8Array.from(cars.am);
const columns = [cars.wt, cars.hp];

function toSpread(column: Float64Array): number {
  return Math.sqrt(squaresFrom(column, toMean(column)) / column.length);
}

test('cars have the coefficients, errors and tests of statsmodels', () => {
  const fit = fitLogistic(columns, am);
  // statsmodels 0.13.5: Logit(am, const + wt + hp).fit(method='newton', tol=1e-14); R's glm has the same estimates and deviance, but
  // errors of the round before the last
  const expected = [
    [18.866298717204156, 7.443558427981992, 2.534580590686511, 0.011258202740765891, 4.27719228153987],
    [-8.08347518244465, 3.0686752753907056, -2.6341904753722947, 0.008433816061293517, -14.097968202458965],
    [
      0.036255596082216617, 0.01773415433194739, 2.0443938517498728, 0.04091465421038827,
      0.001497292295324748,
    ],
  ] as const;
  for (const [at, [estimate, error, z, pValue, low]] of expected.entries()) {
    const found = fit.coefficients[at]!;
    expect(toDigits(found.estimate, estimate)).toBeGreaterThan(11);
    expect(toDigits(found.error!, error)).toBeGreaterThan(11);
    expect(toDigits(found.z!, z)).toBeGreaterThan(11);
    expect(toDigits(found.pValue!, pValue)).toBeGreaterThan(11);
    expect(toDigits(found.low!, low)).toBeGreaterThan(10);
  }
  expect(fit.deviance).toBeCloseTo(10.059110472266989, 12);
  expect(fit.nullDeviance).toBeCloseTo(43.2297332768578, 12);
  expect(fit.aic).toBeCloseTo(16.05911047226699, 12);
  const chances = predictLogistic(fit, columns, 32);
  expect(chances[0]).toBeCloseTo(0.8423355365169385, 12);
  expect(chances[2]).toBeCloseTo(0.9702408222138892, 12);
});

test('a ridge gives what scikit-learn gives of standardised columns', () => {
  const fit = fitLogistic(columns, am, { penalty: 1 });
  const spreads = columns.map(toSpread);
  // scikit-learn 1.2.1: LogisticRegression(C=1, tol=1e-12, solver='newton-cholesky') of the columns less their mean by their spread
  expect(fit.coefficients[1]!.estimate * spreads[0]!).toBeCloseTo(-2.3178785635993426, 9);
  expect(fit.coefficients[2]!.estimate * spreads[1]!).toBeCloseTo(0.5502442742090717, 9);
  expect(fit.coefficients[1]!.error).toBeUndefined();
});

test('a column that splits the classes is named, and the fit has an end', () => {
  const light = Uint8Array.from(cars.wt, (weight) => Number(weight < 3));
  const fit = fitLogistic([cars.qsec, cars.wt], light);
  expect(fit.separated).toBe(1);
  expect(fit.pValue).toBeUndefined();
  const alone = fitLogistic([cars.wt], light);
  // scikit-learn 1.2.1, as above
  expect(alone.coefficients[1]!.estimate * toSpread(cars.wt)).toBeCloseTo(-2.466639615789575, 8);
  // one side alone: every car with four cylinders here is of class 1
  const four = Float64Array.from(cars.cyl, (count) => Number(count === 4));
  const half = fitLogistic(
    [cars.hp, four],
    am.map((value, row) => (four[row] ? 1 : value)),
  );
  expect(half.separated).toBe(1);
});

test('columns that others make up, and one that does not vary, are left out', () => {
  const sum = cars.wt.map((value, row) => value + cars.hp[row]!);
  const fit = fitLogistic([cars.wt, new Float64Array(32).fill(7), cars.hp, sum], am);
  expect(fit.aliased).toEqual([1, 3]);
  const plain = fitLogistic(columns, am);
  expect(fit.coefficients[3]!.estimate).toBeCloseTo(plain.coefficients[2]!.estimate, 11);
  expect(fit.coefficients[4]).toMatchObject({ estimate: 0, error: undefined });
});

test('a large table comes to the same from its start by every tenth row', () => {
  const random = createRandom(4);
  const one = Float64Array.from({ length: 100_010 }, random.normal);
  const target = Uint8Array.from(one, (value) => Number(random.next() < 1 / (1 + Math.exp(1 - value))));
  const large = fitLogistic([one], target);
  const small = fitLogistic([one.subarray(0, 99_999)], target.subarray(0, 99_999));
  expect(large.rounds).toBeLessThan(small.rounds);
  const chances = predictLogistic(large, [one], one.length);
  const left = (weigh: (row: number) => number) =>
    target.reduce((sum, value, row) => sum + weigh(row) * (value - chances[row]!), 0);
  expect(Math.abs(left(() => 1))).toBeLessThan(1e-6);
  expect(Math.abs(left((row) => one[row]!))).toBeLessThan(1e-6);
});

test('one class alone is refused', () => {
  const why = expect.objectContaining({ params: expect.objectContaining({ why: 'one-class' }) });
  expect(() => fitLogistic(columns, new Uint8Array(32))).toThrow(why);
  expect(() => fitLogistic([], new Uint8Array(0))).toThrow('analysis-misfit');
});

const telco = findCorpus('telco-churn');
test.runIf(telco)('customers who leave have the figures of statsmodels to 6 digits', () => {
  const [head, ...lines] = readFileSync(path.join(telco!, 'data/Telco-Customer-Churn.csv'), 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  const at = (name: string) => head!.indexOf(name);
  const rows = lines.filter((cells) => cells[at('TotalCharges')]!.trim() !== '');
  const number = (name: string) => Float64Array.from(rows, (cells) => Number(cells[at(name)]));
  const is = (name: string, value: string) =>
    Float64Array.from(rows, (cells) => Number(cells[at(name)] === value));
  const table = [
    number('tenure'),
    number('MonthlyCharges'),
    is('Contract', 'One year'),
    is('Contract', 'Two year'),
    is('InternetService', 'DSL'),
    is('InternetService', 'No'),
  ];
  const target = Uint8Array.from(is('Churn', 'Yes'));
  const fit = fitLogistic(table, target);
  // statsmodels 0.13.5: Logit(...).fit(tol=1e-14), its params, bse and prsquared; scikit-learn 1.2.1: roc_auc_score
  const estimates = [
    0.5334119650103368, -0.03242683192283173, 0.004364249028901381, -0.8652363204385679, -1.7010310276619727,
    -1.046683262749814, -1.9581269286054133,
  ];
  for (const [place, estimate] of estimates.entries())
    expect(toDigits(fit.coefficients[place]!.estimate, estimate)).toBeGreaterThan(9);
  expect(toDigits(fit.coefficients[0]!.error!, 0.25230338283368237)).toBeGreaterThan(9);
  expect(toDigits(fit.coefficients[6]!.error!, 0.22697356023091084)).toBeGreaterThan(9);
  expect(toDigits(fit.pseudoRSquared, 0.2555985828503653)).toBeGreaterThan(9);
  expect(toRoc(target, predictLogistic(fit, table, rows.length)).area).toBeCloseTo(0.833660288298629, 12);
});
