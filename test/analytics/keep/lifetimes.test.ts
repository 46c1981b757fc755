import { beforeAll, describe, expect, it } from 'vitest';
import {
  expectWhileAlive,
  fitBgNbd,
  toAlive,
  toCountShares,
  toMedianWait,
  type BgNbd,
  type Buyers,
} from '../../../src/analytics/keep/bgNbd';
import { expectOrderValue, fitGammaGamma, type GammaGamma } from '../../../src/analytics/keep/gammaGamma';
import { createRandom } from '../../../src/analytics/core/random';
import { expectAhead } from '../../../src/analytics/keep/lifetimeValue';
import { toDigits } from '../digits';
import cdnow from './cdnow.json';

const customers = [
  ...Object.entries(cdnow.once).flatMap(([age, many]) =>
    Array.from({ length: many }, () => [0, 0, Number(age), 0]),
  ),
  ...cdnow.again,
];
/** Weeks as they are published, with two digits. */
const toWeeks = (days: number) => Math.round((days / 7) * 100) / 100;

function toBuyers(rows: readonly (readonly number[])[], toTime: (days: number) => number): Buyers {
  const read = (of: (row: readonly number[]) => number) => Float64Array.from(rows, of);
  return {
    counts: read(([count]) => count!),
    recencies: read(([, recency]) => toTime(recency!)),
    ages: read(([, , age]) => toTime(age!)),
  };
}

/** The paper's parameters for CDNOW, in weeks. */
const paper: BgNbd = {
  kind: 'bg-nbd',
  r: 0.243,
  alpha: 4.414,
  a: 0.793,
  b: 2.426,
  logLikelihood: -9582.4,
  isAtEdge: false,
};

describe('how often customers order', () => {
  let fitted: BgNbd;
  beforeAll(() => {
    fitted = fitBgNbd(toBuyers(customers, toWeeks));
  });

  it('is fitted to CDNOW as published: 2357 customers, r 0.243, alpha 4.414, a 0.793, b 2.426, log-likelihood -9582.4', () => {
    expect(customers).toHaveLength(2357);
    const { r, alpha, a, b, logLikelihood, isAtEdge } = fitted;
    expect([r, alpha, a, b].map((value) => value.toFixed(3))).toEqual(['0.243', '4.414', '0.793', '2.426']);
    expect(logLikelihood.toFixed(1)).toBe('-9582.4');
    expect(isAtEdge).toBe(false);
  });

  // scipy 1.10.1: the likelihood by gammaln and betaln, Nelder-Mead to 1e-12 and begun anew twice
  it('comes to where an independent search comes', () => {
    expect(fitted.r).toBeCloseTo(0.242592897, 6);
    expect(fitted.alpha).toBeCloseTo(4.41353131, 5);
    expect(fitted.a).toBeCloseTo(0.792886145, 5);
    expect(fitted.b).toBeCloseTo(2.42575363, 5);
    expect(toDigits(fitted.logLikelihood, -9582.42556056736)).toBeGreaterThan(12);
  });

  it('is the same in days as in weeks, and in any order of the rows', () => {
    const days = fitBgNbd(toBuyers([...customers].reverse(), (time) => toWeeks(time) * 7));
    expect(days.r).toBeCloseTo(fitted.r, 6);
    expect(days.alpha).toBeCloseTo(fitted.alpha * 7, 4);
    expect(days.a).toBeCloseTo(fitted.a, 5);
    expect(days.b).toBeCloseTo(fitted.b, 5);
  });

  it('tells that a parameter is not told by the data', () => {
    const alike = Array.from({ length: 40 }, () => [3, 30, 31]);
    expect(fitBgNbd(toBuyers(alike, Number)).isAtEdge).toBe(true);
  });

  it('wants two customers who came again', () => {
    const once = [
      [0, 0, 10],
      [1, 3, 8],
    ];
    expect(() => fitBgNbd(toBuyers(once, Number))).toThrow('analysis-misfit');
    const atOnce = [
      [1, 0, 0],
      [2, 0, 0],
    ];
    expect(() => fitBgNbd(toBuyers(atOnce, Number))).toThrow('analysis-misfit');
    expect(() => fitBgNbd(toBuyers([], Number))).toThrow('analysis-misfit');
  });
});

describe('few customers, or odd ones', () => {
  it.each([1, 2, 3, 4, 5, 6])('give numbers all the same, seed %d', (seed) => {
    const random = createRandom(seed);
    const size = 3 + random.below(30);
    const ages = Float64Array.from({ length: size }, () => 3 + random.below(seed % 2 === 0 ? 3000 : 5));
    const counts = ages.map((age, at) => (at < 2 ? 1 : seed % 3 === 0 ? age : random.below(age)));
    const recencies = ages.map((age, at) =>
      counts[at] === 0 ? 0 : counts[at]! + random.below(age - counts[at]! + 1),
    );
    const means = ages.map(() => 10 ** (random.next() * 8 - 2));
    const model = fitBgNbd({ counts, recencies, ages });
    const values = fitGammaGamma({ counts: counts.map((count) => count + 1), means });
    const found = Array.from(ages, (age, at) => {
      const ahead = expectAhead(model, { count: counts[at]!, age }, { months: 12, discount: 0.1 });
      const value = expectOrderValue(values, counts[at]! + 1, means[at]!);
      return [toAlive(model, counts[at]!, recencies[at]!, age), ahead.orders, ahead.discounted, value];
    }).flat();
    expect(found.filter((value) => !(value >= 0 && value < Infinity))).toEqual([]);
  });
});

describe('what is to be expected of a customer', () => {
  // Fader, Hardie and Lee, "Implementing the BG/NBD model … in Excel" (brucehardie.com/notes/004): 2 orders, the last in week 30.43 of 38.86
  it('is 1.226 orders in 39 weeks for the example of the paper', () => {
    const alive = toAlive(paper, 2, 30.43, 38.86);
    expect((alive * expectWhileAlive(paper, { count: 2, age: 38.86 }, 39)).toFixed(3)).toBe('1.226');
    expect(toAlive(paper, 0, 0, 38.86)).toBe(1);
  });

  // scipy 1.10.1: quad over the beta distribution of the chance to go, in six pieces
  it.each([
    [{}, 2, 38.86, 39, 1.687399305805299],
    [{ a: 1 }, 3, 10, 100, 8.675001561206155],
    [{ r: 3, a: 2.5, b: 0.3 }, 40, 10, 500, 27.741400544285906],
    [{ alpha: 0.01 }, 0, 0, 365, 33.650167278907645],
    [{ r: 900, alpha: 300 }, 700, 100, 400, 945.3477089551271],
  ])('is what the integral is with %o after %d orders, at age %d', (other, count, age, time, expected) => {
    const found = expectWhileAlive({ ...paper, ...other }, { count, age }, time);
    expect(toDigits(found, expected)).toBeGreaterThan(10);
  });

  it('is nothing in no time, and adds up to the shares of counts', () => {
    expect(expectWhileAlive(paper, { count: 3, age: 9 }, 0)).toBe(0);
    const shares = toCountShares(paper, 38.86, 4000);
    expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(1, 12);
    const mean = shares.reduce((sum, share, count) => sum + count * share, 0);
    expect(mean).toBeCloseTo(expectWhileAlive(paper, { count: 0, age: 0 }, 38.86), 9);
  });

  it('is half to have come again after the median wait', () => {
    const wait = toMedianWait(paper, 2, 38.86)!;
    expect(((paper.alpha + 38.86) / (paper.alpha + 38.86 + wait)) ** (paper.r + 2)).toBeCloseTo(0.5, 12);
    expect(toMedianWait({ ...paper, r: 0.01 }, 0, 10)).toBeUndefined();
  });
});

describe('the value of an order', () => {
  // Fader and Hardie, note 25 (2013), and lifetimes 0.11's tests, which have its values
  it('is fitted to those of CDNOW who came again as published: p 6.25, q 3.74, v 15.45', () => {
    const counts = Float64Array.from(cdnow.again, ([count]) => count!);
    const means = Float64Array.from(cdnow.again, ([, , , mean]) => mean!);
    const { p, q, v, logLikelihood, isAtEdge } = fitGammaGamma({ counts, means });
    expect([p.toFixed(2), q.toFixed(2), v.toFixed(2), isAtEdge]).toEqual(['6.25', '3.74', '15.45', false]);
    // scipy 1.10.1, Nelder-Mead to 1e-12
    expect(p).toBeCloseTo(6.2488023, 4);
    expect(q).toBeCloseTo(3.7445884, 4);
    expect(v).toBeCloseTo(15.4477483, 4);
    expect(toDigits(logLikelihood, -4055.923243502857)).toBeGreaterThan(11);
  });

  it('is drawn towards the mean of all the more, the fewer orders there are', () => {
    const published: GammaGamma = {
      kind: 'gamma-gamma',
      p: 6.25,
      q: 3.74,
      v: 15.44,
      logLikelihood: 0,
      isAtEdge: false,
    };
    const first = [
      [2, 22.35, 24.65],
      [1, 11.77, 18.91],
      [0, 0, 35.17],
      [7, 73.74, 71.46],
      [2, 25.55, 27.28],
    ] as const;
    for (const [count, mean, expected] of first)
      expect(Math.abs(expectOrderValue(published, count, mean) - expected)).toBeLessThan(0.06);
  });

  it('follows the currency, and says where all spend alike', () => {
    const counts = Float64Array.of(1, 2, 3, 4, 2, 1, 5, 2);
    const means = Float64Array.of(5, 7, 30, 12, 8, 25, 9, 14);
    const [one, other] = [1, 1e6].map((rate) =>
      fitGammaGamma({ counts, means: means.map((mean) => mean * rate) }),
    );
    expect(other!.v / one!.v / 1e6).toBeCloseTo(1, 6);
    expect(expectOrderValue(other!, 2, 7e6) / expectOrderValue(one!, 2, 7)).toBeCloseTo(1e6, 0);
    expect(fitGammaGamma({ counts, means: new Float64Array(8).fill(3) }).isAtEdge).toBe(true);
  });
});
