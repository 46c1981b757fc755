import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/analytics/core/random';
import { toBaskets } from '../../../src/analytics/together/baskets';
import { findItemSets, toRanks } from '../../../src/analytics/together/itemSets';
import { findRules } from '../../../src/analytics/together/rules';
import { findCorpus } from '../../corpora';

/** Baskets as texts, an item a letter: `ab`. */
function mine(
  given: readonly string[],
  { least = 2, mostItems = 10, confidence = 0, lift = 0, shortest = false },
) {
  const pairs = given.flatMap((items, basket) => [...items].map((item) => [basket, item] as const));
  const labels = [...new Set(pairs.map(([, item]) => item))];
  const baskets = toBaskets(
    Int32Array.from(pairs, ([basket]) => basket),
    Int32Array.from(pairs, ([, item]) => labels.indexOf(item)),
    { minCount: () => least },
  );
  const sets = findItemSets(baskets, { minCount: least, mostItems });
  const found = findRules(baskets, sets, { confidence, lift, shortest });
  const ofRank = (rank: number) => labels[baskets.frequent[rank]!]!;
  const ofSet = (set: number) => toRanks(sets, set).map(ofRank).sort().join('');
  return {
    baskets,
    found,
    sets: Array.from(sets.counts, (count, set) => `${ofSet(set)} ${count}`).sort(),
    rules: Array.from(found.left, (left, at) => `${ofSet(left)}>${ofRank(found.right[at]!)}`),
  };
}

// the nine baskets of Han, Kamber and Pei, Data Mining, 3rd ed. 2011, table 6.1; I1 is a, and so on
const nine = ['abe', 'bd', 'bc', 'abd', 'ac', 'bc', 'ac', 'abce', 'abc'];

describe('frequent sets of items', () => {
  it('are those of Han, Kamber and Pei', () => {
    expect(mine(nine, {}).sets).toEqual([
      'a 6',
      'ab 4',
      'abc 2',
      'abe 2',
      'ac 4',
      'ae 2',
      'b 7',
      'bc 4',
      'bd 2',
      'be 2',
      'c 6',
      'd 2',
      'e 2',
    ]);
  });

  it('are no longer than asked for', () => {
    expect(mine(nine, { mostItems: 2 }).sets).not.toContain('abc 2');
  });

  it('count an item once a basket, and say how many came again', () => {
    const { baskets, sets } = mine(['aab', 'ab', 'b'], {});
    expect(baskets.repeated).toBe(1);
    expect(sets).toEqual(['a 2', 'ab 2', 'b 3']);
  });

  it('do not mind the order of baskets and of items', () => {
    const turned = nine.map((items) => [...items].reverse().join('')).reverse();
    expect(mine(turned, {}).sets).toEqual(mine(nine, {}).sets);
  });

  it('are those that counting each of all sets gives', () => {
    const random = createRandom(4);
    const given = Array.from({ length: 60 }, () => [...'abcdef'].filter(() => random.below(3) > 0).join(''));
    const all = Array.from({ length: 63 }, (_, at) =>
      [...'abcdef'].filter((_, bit) => ((at + 1) >> bit) & 1),
    );
    const counted = all
      .map((set) => ({
        set,
        count: given.filter((items) => set.every((item) => items.includes(item))).length,
      }))
      .filter(({ count }) => count >= 9)
      .map(({ set, count }) => `${set.join('')} ${count}`)
      .sort();
    expect(mine(given, { least: 9 }).sets).toEqual(counted);
  });
});

describe('rules', () => {
  it('have the confidences of Han, Kamber and Pei for I1, I2 and I5', () => {
    const { rules, found } = mine(nine, {});
    const confidence = (rule: string) => found.confidence[rules.indexOf(rule)];
    expect(['ab>e', 'ae>b', 'be>a'].map(confidence)).toEqual([0.5, 1, 1]);
  });

  it('have the other measures as they are defined', () => {
    const { rules, found } = mine(nine, {});
    const at = rules.indexOf('a>c');
    // a in 6 of 9, c in 6, both in 4
    expect(found.support[at]).toBeCloseTo(4 / 9, 14);
    expect(found.lift[at]).toBeCloseTo(1, 14);
    expect(found.leverage[at]).toBe(0);
    expect(found.conviction[at]).toBeCloseTo(1, 14);
    expect(found.zhang[at]).toBe(0);
    const e = rules.indexOf('e>a');
    expect(found.leverage[e]).toBeCloseTo(2 / 9 - (2 / 9) * (6 / 9), 14);
    expect(found.conviction[e]).toBeNaN();
    expect(found.zhang[e]).toBeCloseTo(3 / 7, 14);
  });

  it('come with the highest lift first, above the limits', () => {
    const { found } = mine(nine, { confidence: 0.7, lift: 1.1 });
    expect([...found.lift]).toEqual([...found.lift].sort((a, b) => b - a));
    expect(Math.min(...found.confidence)).toBeGreaterThanOrEqual(0.7);
    expect(Math.min(...found.lift)).toBeGreaterThanOrEqual(1.1);
  });

  it('leave out what a shorter one says as surely, and count it', () => {
    const all = mine(nine, { confidence: 0.9 });
    expect(all.rules.sort()).toEqual(['ae>b', 'be>a', 'd>b', 'e>a', 'e>b']);
    const shortest = mine(nine, { confidence: 0.9, shortest: true });
    expect(shortest.rules.sort()).toEqual(['d>b', 'e>a', 'e>b']);
    expect(shortest.found.redundant).toBe(2);
  });

  it('are told to be too many rather than cut', () => {
    const items = Array.from({ length: 24 }, (_, at) => String.fromCharCode(97 + at)).join('');
    expect(() => mine([items, items], { mostItems: 24 })).toThrow(
      expect.objectContaining({ params: { why: 'too-many-sets', limit: 1_000_000 } }),
    );
  });
});

const folder = findCorpus('groceries');
type Expected = Record<
  string,
  { n_itemsets: number; n_rules: number; top_by_lift: [string[], string, ...number[]][] }
>;

describe.skipIf(!folder)('rules of the groceries that R’s arules has', () => {
  const read = (file: string) => readFileSync(path.join(folder!, file), 'utf8');
  const lines = folder ? read('groceries_long.csv').trim().split(/\r?\n/).slice(1) : [];
  const pairs = lines.map((line) => /^(\d+),"?(.*?)"?$/.exec(line)!.slice(1));
  const labels = [...new Set(pairs.map(([, item]) => item!))];
  const codes = new Map(labels.map((label, code) => [label, code]));
  const basketCodes = Int32Array.from(pairs, ([basket]) => Number(basket));
  const itemCodes = Int32Array.from(pairs, ([, item]) => codes.get(item!)!);

  it.each([
    ['support=0.006,confidence=0.25,minlen=2,maxlen_unbounded', 0.006, 0.25],
    ['support=0.001,confidence=0.8,minlen=1,maxlen_unbounded', 0.001, 0.8],
    ['support=0.01,confidence=0.5,minlen=1,maxlen_unbounded', 0.01, 0.5],
  ])('%s', (key, support, confidence) => {
    const expected = (JSON.parse(read('expected.json')) as Expected)[key]!;
    const minCount = (of: number) => Math.ceil(support * of);
    const baskets = toBaskets(basketCodes, itemCodes, { minCount });
    expect(baskets.baskets).toBe(9835);
    const sets = findItemSets(baskets, { minCount: minCount(9835), mostItems: 100 });
    expect(sets.counts.length).toBe(expected.n_itemsets);
    const rules = findRules(baskets, sets, { confidence, lift: 0, shortest: false });
    expect(rules.size).toBe(expected.n_rules);
    const ofRank = (rank: number) => labels[baskets.frequent[rank]!]!;
    const written = new Map(
      Array.from(rules.left, (left, at) => [
        `${toRanks(sets, left).map(ofRank).sort().join()}>${ofRank(rules.right[at]!)}`,
        at,
      ]),
    );
    for (const [left, right, ...measures] of expected.top_by_lift) {
      const at = written.get(`${[...left].sort().join()}>${right}`)!;
      const own = [rules.support[at]!, rules.confidence[at]!, rules.lift[at]!, rules.count[at]!];
      expect(own).toEqual(measures.map((measure) => expect.closeTo(measure, 12)));
    }
  });
});
