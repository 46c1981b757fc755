/**
 * Association rules with one item on the right (Agrawal and Srikant, VLDB 1994), and their measures: lift (Brin et al. 1997),
 * leverage (Piatetsky-Shapiro 1991), conviction (Brin et al. 1997) and Zhang's (2000).
 */
import type { Baskets } from './baskets';
import type { ItemSets } from './itemSets';
import { createFinder, toRanks } from './itemSets';

export interface Rules {
  /** How many there are. */
  size: number;
  /** The set of items on the left, and on both sides together, by their places among the sets. */
  left: Int32Array;
  both: Int32Array;
  /** The rank of the item on the right. */
  right: Int32Array;
  count: Int32Array;
  support: Float64Array;
  confidence: Float64Array;
  lift: Float64Array;
  leverage: Float64Array;
  /** Not a number where the rule always holds. */
  conviction: Float64Array;
  zhang: Float64Array;
  /** Left out because a shorter rule holds at least as often. */
  redundant: number;
}

export interface RuleLimits {
  confidence: number;
  lift: number;
  /** Leaves out a rule where fewer items on the left say the right as surely. */
  shortest: boolean;
}

/** The rules that keep the limits, those of the highest lift first. */
export function findRules(
  { baskets, counts }: Baskets,
  sets: ItemSets,
  { confidence: leastConfidence, lift: leastLift, shortest }: RuleLimits,
): Rules {
  const find = createFinder(sets, counts.length);
  const found: { left: number; both: number; right: number; lift: number }[] = [];
  let redundant = 0;
  for (let both = 0; both < sets.counts.length; both++) {
    if (sets.sizes[both]! < 2) continue;
    const ranks = toRanks(sets, both).reverse();
    for (const right of ranks) {
      const others = ranks.filter((rank) => rank !== right);
      const left = find(others);
      const confidence = sets.counts[both]! / sets.counts[left]!;
      const lift = (sets.counts[both]! * baskets) / (sets.counts[left]! * counts[right]!);
      if (confidence < leastConfidence || lift < leastLift) continue;
      if (shortest && isSaidShorter(others, right, confidence)) redundant++;
      else found.push({ left, both, right, lift });
    }
  }
  found.sort((a, b) => b.lift - a.lift || sets.counts[b.both]! - sets.counts[a.both]! || a.both - b.both);
  return { ...measure(found), redundant };

  function isSaidShorter(others: readonly number[], right: number, confidence: number): boolean {
    if (counts[right]! / baskets >= confidence) return true;
    for (let part = 1; part < 2 ** others.length - 1; part++) {
      const fewer = others.filter((_, at) => (part >> at) & 1);
      const set = find([...fewer, right].sort((a, b) => a - b));
      if (sets.counts[set]! / sets.counts[find(fewer)]! >= confidence) return true;
    }
    return false;
  }

  function measure(rules: typeof found): Omit<Rules, 'redundant'> {
    const count = Int32Array.from(rules, ({ both }) => sets.counts[both]!);
    const ofLeft = Int32Array.from(rules, ({ left }) => sets.counts[left]!);
    const ofRight = Int32Array.from(rules, ({ right }) => counts[right]!);
    const each = (of: (at: number) => number) => Float64Array.from(rules, (_, at) => of(at));
    return {
      size: rules.length,
      left: Int32Array.from(rules, ({ left }) => left),
      both: Int32Array.from(rules, ({ both }) => both),
      right: Int32Array.from(rules, ({ right }) => right),
      count,
      support: each((at) => count[at]! / baskets),
      confidence: each((at) => count[at]! / ofLeft[at]!),
      lift: Float64Array.from(rules, ({ lift }) => lift),
      // of whole numbers, so that rules which say nothing have a leverage of nothing but 0
      leverage: each((at) => (count[at]! * baskets - ofLeft[at]! * ofRight[at]!) / (baskets * baskets)),
      conviction: each((at) =>
        count[at] === ofLeft[at]
          ? NaN
          : (ofLeft[at]! * (baskets - ofRight[at]!)) / (baskets * (ofLeft[at]! - count[at]!)),
      ),
      zhang: each((at) => {
        const most = Math.max(
          count[at]! * (baskets - ofLeft[at]!),
          ofLeft[at]! * (ofRight[at]! - count[at]!),
        );
        return most === 0 ? 0 : (count[at]! * baskets - ofLeft[at]! * ofRight[at]!) / most;
      }),
    };
  }
}
