import { describe, expect, it } from 'vitest';
import { toPurchases } from '../../../src/analytics/together/purchases';
import { recommend, tryOffers } from '../../../src/analytics/together/recommend';
import { findSimilar } from '../../../src/analytics/together/similar';

const toCodes = (codes: readonly number[], count: number) => ({ codes: Int32Array.from(codes), count });

/** Purchases of whole numbers' arithmetic: the same in any language. */
const rows = Array.from({ length: 400 }, (_, at) => at);
const purchases = toPurchases(
  toCodes(
    rows.map((at) => ((at * at * 7 + 3 * at) % 41) % 40),
    40,
  ),
  toCodes(
    rows.map((at) => ((at * at * 5 + 11 * at) % 97) % 12),
    12,
  ),
);
const toItems = (customer: number) => [
  ...purchases.bought.subarray(purchases.starts[customer], purchases.starts[customer + 1]),
];

describe('purchases', () => {
  it('have each item once a customer, in the order in which it came', () => {
    expect(toItems(0)).toEqual([0, 1, 5, 2, 3, 8, 7, 11]);
    expect(toItems(2)).toEqual([]);
    expect(purchases.bought).toHaveLength(163);
  });

  it('go by time where it is known', () => {
    const { bought, starts } = toPurchases(
      toCodes([0, 1, 0, 0], 2),
      toCodes([4, 4, 2, 4], 5),
      Float64Array.of(9, 1, 3, 2),
    );
    expect([...bought]).toEqual([4, 2, 4]);
    expect([...starts]).toEqual([0, 2, 3]);
  });
});

// scikit-learn 1.2.1: sklearn.metrics.pairwise.cosine_similarity of the items' columns; scores are X @ S without the diagonal
describe('items that the same customers have', () => {
  it('are as alike as the cosine says', () => {
    const { most, sizes, items, cosines, both, owners } = findSimilar(purchases);
    expect(most).toBe(11);
    expect([...owners]).toEqual([11, 12, 18, 12, 17, 15, 12, 19, 14, 4, 10, 19]);
    const first = Array.from({ length: sizes[0]! }, (_, at) => [items[at], cosines[at], both[at]]);
    expect(first.slice(0, 4)).toEqual([
      [2, expect.closeTo(0.78173596, 8), 11],
      [1, expect.closeTo(0.69631062, 8), 8],
      [7, expect.closeTo(0.69171446, 8), 10],
      [8, expect.closeTo(0.64465837, 8), 8],
    ]);
    // nobody has 9 or 10 beside it
    expect(sizes[0]).toBe(9);
  });
});

describe('offers', () => {
  const { customers, ranks, items, scores, because } = recommend(purchases, findSimilar(purchases), {
    top: 3,
  });
  const toOffers = (customer: number) =>
    [...customers.keys()]
      .filter((at) => customers[at] === customer)
      .map((at) => [ranks[at], items[at], scores[at], because[at]]);

  it('are the items most like those that a customer has, with the one most like each', () => {
    expect(toOffers(0)).toEqual([
      [1, 4, expect.closeTo(5.769240464113125, 12), 7],
      [2, 6, expect.closeTo(4.666943048810556, 12), 7],
      [3, 10, expect.closeTo(3.9733148167135406, 12), 11],
    ]);
    expect(toOffers(1)).toEqual([
      [1, 7, expect.closeTo(4.063487250960829, 12), 2],
      [2, 8, expect.closeTo(3.4582435770186866, 12), 11],
      [3, 4, expect.closeTo(3.3957985074708867, 12), 11],
    ]);
  });

  it('are what most have where nothing is known of a customer, and never what it has', () => {
    expect(toOffers(2)).toEqual([
      [1, 7, NaN, -1],
      [2, 11, NaN, -1],
      [3, 2, NaN, -1],
    ]);
    for (const [at, customer] of customers.entries()) expect(toItems(customer)).not.toContain(items[at]);
  });

  it('are fewer where there is nothing left', () => {
    const all = toPurchases(toCodes([0, 0, 1], 2), toCodes([0, 1, 0], 2));
    const { customers: who, items: what } = recommend(all, findSimilar(all), { top: 5 });
    expect([...who]).toEqual([1]);
    expect([...what]).toEqual([1]);
  });

  it('are tried on the last item of each customer, beside what most have', () => {
    // the same matrices without the last items
    expect(tryOffers(purchases, { top: 3 })).toEqual({ customers: 21, hits: 17, popular: 16 });
  });
});
