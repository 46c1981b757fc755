import { expect, test } from 'vitest';
import { toPowers } from '../../../src/analytics/core/powers';
import { createRandom } from '../../../src/analytics/core/random';
import { encode, fitEncoding, toTerms } from '../../../src/analytics/predict/encode';
import {
  fitLinear,
  predictLinear,
  testBreuschPagan,
  toPredictionReach,
} from '../../../src/analytics/predict/linear';
import { fitTall } from '../../../src/analytics/predict/tall';
import { testJarqueBera } from '../../../src/analytics/relate/normality';
import { toDigits } from '../digits';
import { readOwnColumns } from '../nist';
import { cars } from './cars';

const all = Int32Array.from(cars.mpg.keys());
const features = [
  { name: 'wt', kind: 'number', values: cars.wt },
  { name: 'hp', kind: 'number', values: cars.hp },
  { name: 'qsec', kind: 'number', values: cars.qsec },
  { name: 'cyl', kind: 'text', codes: cars.cyl.map((count) => count / 2 - 2), labels: ['4', '6', '8'] },
] as const;
const encoding = fitEncoding(features, all);
const { columns } = encode(encoding, features, all.length);

test('cars have the coefficients, errors and tests that R gives', () => {
  expect(toTerms(encoding)).toEqual([
    { column: 'wt' },
    { column: 'hp' },
    { column: 'qsec' },
    { column: 'cyl', level: '4' },
    { column: 'cyl', level: '6' },
  ]);
  const fit = fitLinear(columns, cars.mpg);
  // R 4.2.2: summary(lm(mpg ~ wt + hp + qsec + factor(cyl, levels = c('8', '4', '6')), mtcars)), confint, car's vif by hand
  const expected = [
    [31.22320951653134, 8.415917437048192, 3.710018515519397, 9.912710442075594e-4, 13.92404347149091],
    [-3.3095781411555727, 0.9895317950284294, -3.3445899947666553, 0.0025116584064770902, -5.343589876309634],
    [-0.021258691877170555, 0.0155360731430989, -1.3683439619112265, 0.18291365603033133, -0.053193547583719],
    [0.09301880593651514, 0.48259090677396793, 0.1927487746470999, 0.848653430693858, -0.898961009758734],
    [2.981834599989276, 2.45068828975313, 1.2167335243967936, 0.23463572138286129, -2.055627324535637],
    [-0.23650255255684424, 1.7160074606702984, -0.13782140111702, 0.8914433921219236, -3.7638064048954436],
  ] as const;
  for (const [at, [estimate, error, t, pValue, low]] of expected.entries()) {
    const found = fit.coefficients[at]!;
    expect(toDigits(found.estimate, estimate)).toBeGreaterThan(11);
    expect(toDigits(found.error, error)).toBeGreaterThan(12);
    expect(toDigits(found.t!, t)).toBeGreaterThan(11);
    expect(toDigits(found.pValue!, pValue)).toBeGreaterThan(11);
    expect(toDigits(found.low, low)).toBeGreaterThan(11);
  }
  const inflations = [
    undefined,
    4.706227632030657,
    5.696262740718813,
    3.7334412648032704,
    7.021113592009764,
    2.6079199728632294,
  ];
  for (const [at, { inflation }] of fit.coefficients.entries()) {
    if (inflations[at] === undefined) expect(inflation).toBeUndefined();
    else expect(toDigits(inflation!, inflations[at]!)).toBeGreaterThan(12);
  }
  expect(fit.rSquared).toBeCloseTo(0.8574231842586814, 14);
  expect(fit.adjusted).toBeCloseTo(0.8300045658468893, 14);
  expect(fit.deviation).toBeCloseTo(2.484940971038714, 13);
  expect(fit.f!.statistic).toBeCloseTo(31.27156778584897, 11);
  expect(toDigits(fit.f!.pValue, 3.288963111115052e-10)).toBeGreaterThan(11);
  expect(fit.durbinWatson).toBeCloseTo(1.7823738049129483, 13);
});

test('what is predicted has the interval of a single new value, and texts that were not seen are told', () => {
  const fit = fitLinear(columns, cars.mpg);
  const more = [
    { name: 'wt', kind: 'number', values: Float64Array.of(3, 3) },
    { name: 'hp', kind: 'number', values: Float64Array.of(150, 150) },
    { name: 'qsec', kind: 'number', values: Float64Array.of(18, 18) },
    { name: 'cyl', kind: 'text', codes: Int32Array.of(1, 0), labels: ['12', '6'] },
  ] as const;
  const other = encode(encoding, more, 2);
  expect([...other.unseen]).toEqual([0, 1]);
  // R 4.2.2: predict(m, data.frame(wt = 3, hp = 150, qsec = 18, cyl = '6'), interval = 'prediction')
  const predicted = predictLinear(fit, other.columns, 2)[0]!;
  expect(predicted).toBeCloseTo(19.54350726578947, 12);
  const reach = toPredictionReach(fit, other.columns, 2)[0]!;
  expect(predicted - reach).toBeCloseTo(13.98736339982081, 11);
  expect(predicted + reach).toBeCloseTo(25.09965113175813, 11);
});

test('spread and shape of the residuals are tested as R does it', () => {
  const fit = fitLinear(columns, cars.mpg);
  // n R² of the squared residuals on the columns; Jarque and Bera by their formula, both in R 4.2.2
  const spread = testBreuschPagan(fit, columns)!;
  expect(spread.statistic).toBeCloseTo(6.653494502090529, 11);
  expect(spread.pValue).toBeCloseTo(0.24771172640625694, 12);
  const shape = testJarqueBera(fit.residuals);
  expect(shape.statistic).toBeCloseTo(1.731097640823254, 12);
  expect(shape.pValue).toBeCloseTo(0.42082053434046535, 12);
});

test('Longley and Filip have the digits that NIST certified for them', () => {
  const { y, ...x } = readOwnColumns('Longley');
  const longley = fitLinear(Object.values(x), y!);
  expect(toDigits(longley.rSquared, '0.995479004577296')).toBeGreaterThan(13);
  expect(toDigits(longley.f!.statistic, '330.285339234588')).toBeGreaterThan(12);
  expect(toDigits(longley.coefficients[1]!.error, '84.9149257747669')).toBeGreaterThan(13);
  const filip = readOwnColumns('Filip');
  const { high, low } = toPowers(filip.x!, 10);
  const powers = fitLinear(high, filip.y!, { low });
  expect(toDigits(powers.rSquared, '0.996727416185620')).toBeGreaterThan(13);
  expect(toDigits(powers.f!.statistic, '2162.43954511489')).toBeGreaterThan(11);
  expect(toDigits(powers.coefficients[10]!.estimate, '-0.0000402962525080404')).toBeGreaterThan(13);
});

test('a tall table has the same digits by the faster way', () => {
  const random = createRandom(3);
  const draw = (center: number) => Float64Array.from({ length: 5000 }, () => center + random.normal());
  const [one, two] = [draw(1000), draw(0)];
  const three = one.map((value, row) => value * 50 - two[row]! + 0.5 * random.normal());
  const target = one.map((value, row) => 3 + 2 * value - three[row]! + random.normal());
  const table = [one, two, three];
  const slow = fitLinear(table, target);
  const fast = fitTall(table, target)!;
  for (const [at, { estimate, error }] of slow.coefficients.entries()) {
    expect(toDigits(fast.coefficients[at]!, estimate)).toBeGreaterThan(9);
    expect(toDigits(slow.deviation * Math.sqrt(fast.inverse[at * 5]!), error)).toBeGreaterThan(9);
  }
  expect(toDigits(fast.residualSquares, slow.deviation ** 2 * slow.freedom)).toBeGreaterThan(12);
  const reaches = toPredictionReach(slow, table, 5000);
  const quick = toPredictionReach({ ...slow, basis: fast.basis }, table, 5000);
  expect(toDigits(quick[77]!, reaches[77]!)).toBeGreaterThan(11);
  const close = two.map((value) => value * (1 + 1e-9 * random.normal()));
  expect(fitTall([two, close], target)).toBeUndefined();
});

test('order of rows and columns, scale and shift do not matter', () => {
  const plain = fitLinear([cars.wt, cars.hp], cars.mpg);
  const turned = fitLinear([cars.hp.toReversed(), cars.wt.toReversed()], cars.mpg.toReversed());
  expect(turned.coefficients[2]!.estimate).toBeCloseTo(plain.coefficients[1]!.estimate, 12);
  const far = fitLinear([cars.wt.map((value) => 1e6 + value / 8), cars.hp], cars.mpg);
  expect(far.coefficients[1]!.estimate / 8).toBeCloseTo(plain.coefficients[1]!.estimate, 7);
  expect(far.rSquared).toBeCloseTo(plain.rSquared, 9);
});

test('columns that others make up are left out, and a fit through every row has no test', () => {
  const fit = fitLinear([cars.wt, cars.wt.map((value) => 2 * value), cars.hp], cars.mpg);
  expect(fit.aliased).toEqual([1]);
  expect(fit.coefficients[2]).toMatchObject({ estimate: 0, t: undefined, inflation: undefined });
  const exact = fitLinear(
    [cars.wt],
    cars.wt.map((value) => 3 * value + 1),
  );
  expect(exact.rSquared).toBe(1);
  expect(exact.f).toBeUndefined();
  expect(exact.coefficients[1]).toMatchObject({ t: undefined, pValue: undefined });
  expect(exact.coefficients[1]!.estimate).toBeCloseTo(3, 13);
});

test('too few rows, a target that does not vary and values without end are refused', () => {
  const why = (why: string) => expect.objectContaining({ params: expect.objectContaining({ why }) });
  const one = Float64Array.of(1, 2, 3);
  expect(() => fitLinear([one, Float64Array.of(1, 4, 9)], Float64Array.of(1, 2, 2))).toThrow(
    why('too-few-rows'),
  );
  expect(() => fitLinear([one], Float64Array.of(5, 5, 5))).toThrow(why('constant-target'));
  expect(() => fitLinear([one], Float64Array.of(5, Infinity, 5))).toThrow(why('not-finite'));
  expect(() =>
    fitEncoding(
      [{ name: 'id', kind: 'text', codes: Int32Array.of(0, 1, 2), labels: ['a', 'b', 'c'] }],
      Int32Array.of(0, 1, 2),
      { most: 2 },
    ),
  ).toThrow(why('too-many-values'));
});
