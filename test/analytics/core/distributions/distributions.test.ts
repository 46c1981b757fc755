import { expect, test } from 'vitest';
import { toBeta, toBetaDensity, toBetaQuantile } from '../../../../src/analytics/core/distributions/beta';
import {
  toBinomial,
  toBinomialChance,
  toBinomialQuantile,
  toHypergeometric,
  toHypergeometricChance,
} from '../../../../src/analytics/core/distributions/counts';
import {
  toFisher,
  toFisherDensity,
  toFisherQuantile,
} from '../../../../src/analytics/core/distributions/fisher';
import {
  toChiSquare,
  toChiSquareQuantile,
  toGamma,
  toGammaDensity,
  toGammaQuantile,
} from '../../../../src/analytics/core/distributions/gamma';
import {
  erf,
  erfc,
  toNormalDensity,
  toNormalLower,
  toNormalQuantile,
  toNormalUpper,
  toUpperNormalQuantile,
} from '../../../../src/analytics/core/distributions/normal';
import {
  toStudentDensity,
  toStudentLower,
  toStudentQuantile,
  toStudentUpper,
  toTwoTails,
  toUpperStudentQuantile,
} from '../../../../src/analytics/core/distributions/student';
import {
  toStudentizedRangeUpper,
  toUpperStudentizedRangeQuantile,
} from '../../../../src/analytics/core/distributions/studentizedRange';
import { logGamma } from '../../../../src/analytics/core/logGamma';
import answers from '../../../data/analytics/distributions.json';

type Table = (number | string)[][];

/** The largest error as a share of the answer, over a table of arguments and, last, answers. */
function toWorst(table: Table, compute: (...given: number[]) => number | number[]): number {
  let worst = 0;
  for (const row of table) {
    const given = row.filter((value) => typeof value === 'number');
    const expected = row.filter((value) => typeof value === 'string').map(Number);
    for (const [at, found] of [compute(...given)].flat().entries()) {
      const error = found === expected[at] ? 0 : Math.abs(found - expected[at]!) / Math.abs(expected[at]!);
      // numbers below 1e-300 have fewer digits by themselves
      if (Math.abs(expected[at]!) > 1e-300) worst = Math.max(worst, Number.isNaN(error) ? Infinity : error);
    }
  }
  return worst;
}

const both = ({ lower, upper }: { lower: number; upper: number }) => [lower, upper];

test.for<[string, Table, (...given: number[]) => number | number[]]>([
  ['normal upper tail', answers.normalUpper, toNormalUpper],
  ['normal density', answers.normalDensity, toNormalDensity],
  ['erf', answers.erf, erf],
  ['erfc', answers.erfc, erfc],
  ['log gamma', answers.logGamma, logGamma],
  ['two tails of t', answers.twoTails, (t, freedom) => toTwoTails(t!, freedom!)],
  ['density of t', answers.studentDensity, (t, freedom) => toStudentDensity(t!, freedom!)],
  ['gamma', answers.gamma, (shape, value) => both(toGamma(value!, { shape: shape!, scale: 1 }))],
  [
    'gamma density',
    answers.gammaDensity,
    (shape, value) => toGammaDensity(value!, { shape: shape!, scale: 1 }),
  ],
  ['beta', answers.beta, (a, b, value) => both(toBeta(value!, { a: a!, b: b! }))],
  ['beta density', answers.betaDensity, (a, b, value) => toBetaDensity(value!, { a: a!, b: b! })],
  ['F', answers.fisher, (value, above, below) => both(toFisher(value!, { above: above!, below: below! }))],
  [
    'density of F',
    answers.fisherDensity,
    (value, above, below) => toFisherDensity(value!, { above: above!, below: below! }),
  ],
  [
    'binomial',
    answers.binomial,
    (count, trials, chance) => {
      const binomial = { trials: trials!, chance: chance! };
      return [toBinomialChance(count!, binomial), ...both(toBinomial(count!, binomial))];
    },
  ],
  [
    'hypergeometric',
    answers.hypergeometric,
    (count, population, marked, drawn) => {
      const given = { population: population!, marked: marked!, drawn: drawn! };
      return [toHypergeometricChance(count!, given), ...both(toHypergeometric(count!, given))];
    },
  ],
])('%s has fourteen digits, far out too', ([, table, compute]) => {
  expect(toWorst(table, compute)).toBeLessThan(1e-14);
});

const toError = (found: number, expected: number) => Math.abs(found / expected - 1);

test('quantiles are those of R 4.2.2', () => {
  const worst = Math.max(
    toError(toNormalQuantile(0.975), 1.959963984540054),
    toError(toUpperStudentQuantile(0.025, 7.5), 2.333039626864974),
    toError(toUpperStudentQuantile(1e-10, 3), 2225.769284683094),
    toError(toFisherQuantile(0.05, { above: 3, below: 20 }, 'upper'), 3.098391212140781),
    toError(toFisherQuantile(1e-8, { above: 5, below: 7.5 }, 'upper'), 357.5105157661831),
    toError(toChiSquareQuantile(0.05, 1), 3.932140000019525e-3),
    toError(toChiSquareQuantile(0.95, 10), 18.30703805327515),
    toError(toChiSquareQuantile(1e-12, 3), 2.417987942718036e-8),
    toError(toBetaQuantile(0.025, { a: 2, b: 3 }), 0.06758598648854296),
    toError(toBetaQuantile(0.9, { a: 0.5, b: 0.5 }), 0.9755282581475768),
    toError(toBetaQuantile(1e-6, { a: 30, b: 4 }), 0.5065932006126108),
    toError(toGammaQuantile(0.01, { shape: 0.1, scale: 1 }), 6.073048362407921e-21),
    toError(toGammaQuantile(0.5, { shape: 20, scale: 1 }), 19.66767242330567),
  );
  expect(worst).toBeLessThan(1e-12);
  expect([0.025, 0.5].map((share) => toBinomialQuantile(share, { trials: 10, chance: 0.3 }))).toEqual([0, 3]);
  expect(toBinomialQuantile(0.975, { trials: 1000, chance: 0.01 })).toBe(17);
});

test('a quantile leads back to its share, far out too', () => {
  const gamma = { shape: 3.3, scale: 0.2 };
  const freedoms = { above: 4, below: 37 };
  const beta = { a: 2.5, b: 7 };
  for (const share of [1e-300, 1e-100, 1e-20, 1e-3, 0.2, 0.4999, 0.7, 0.999]) {
    const found = [
      toNormalUpper(toUpperNormalQuantile(share)),
      toNormalLower(toNormalQuantile(share)),
      toBeta(toBetaQuantile(share, beta), beta).lower,
    ];
    for (const side of ['lower', 'upper'] as const) {
      found.push(
        toGamma(toGammaQuantile(share, gamma, side), gamma)[side],
        toChiSquare(toChiSquareQuantile(share, 5, side), 5)[side],
        toFisher(toFisherQuantile(share, freedoms, side), freedoms)[side],
      );
    }
    for (const freedom of [1, 2.5, 30, 1e5, Infinity]) {
      found.push(
        toStudentUpper(toUpperStudentQuantile(share, freedom), freedom),
        toStudentLower(toStudentQuantile(share, freedom), freedom),
      );
    }
    expect(Math.max(...found.map((value) => toError(value, share)))).toBeLessThan(1e-12);
  }
});

test('the ends of each distribution are where they should be', () => {
  expect([
    toNormalUpper(Infinity),
    toNormalUpper(-Infinity),
    toNormalQuantile(0),
    toNormalQuantile(0.5),
  ]).toEqual([0, 1, -Infinity, 0]);
  expect([toTwoTails(Infinity, 3), toTwoTails(0, 3), toTwoTails(1e200, 2)]).toEqual([0, 1, 0]);
  expect(toTwoTails(1e200, 1)).toBeCloseTo(0.6366197723675814e-200, 213);
  expect(toFisher(0, { above: 2, below: 3 })).toEqual({ lower: 0, upper: 1 });
  expect(toFisher(Infinity, { above: 2, below: 3 })).toEqual({ lower: 1, upper: 0 });
  expect([toBetaQuantile(0, { a: 2, b: 3 }), toBetaQuantile(1, { a: 2, b: 3 })]).toEqual([0, 1]);
  expect(toBinomial(-1, { trials: 3, chance: 0.5 })).toEqual({ lower: 0, upper: 1 });
  expect(toBinomialQuantile(1, { trials: 3, chance: 0.5 })).toBe(3);
});

test('the studentized range has the digits of a quadrature with mpmath 1.2.1, and R’s quantiles', () => {
  expect(toStudentizedRangeUpper(3.5, { groups: 3, freedom: 20 })).toBeCloseTo(0.055891849081749, 15);
  expect(toStudentizedRangeUpper(5, { groups: 4, freedom: 60 })).toBeCloseTo(0.004290615250354941, 16);
  expect(toStudentizedRangeUpper(2, { groups: 5, freedom: 10 })).toBeCloseTo(0.6330822625273642, 14);
  expect(toStudentizedRangeUpper(3.314493, { groups: 3, freedom: Infinity })).toBeCloseTo(
    0.05000001390393806,
    15,
  );
  expect(toUpperStudentizedRangeQuantile(0.05, { groups: 3, freedom: 10 })).toBeCloseTo(3.876776749191559, 6);
  expect(toUpperStudentizedRangeQuantile(0.05, { groups: 10, freedom: 60 })).toBeCloseTo(
    4.646323967679429,
    6,
  );
  // of two groups it is t: q = t √2
  const upper = toStudentizedRangeUpper(6 * Math.SQRT2, { groups: 2, freedom: 1 });
  expect(upper).toBeCloseTo(toTwoTails(6, 1), 14);
  const far = toStudentizedRangeUpper(25, { groups: 2, freedom: 12 });
  expect(toError(far, toTwoTails(25 / Math.SQRT2, 12))).toBeLessThan(1e-12);
  expect(toStudentizedRangeUpper(0, { groups: 3, freedom: 5 })).toBe(1);
});
