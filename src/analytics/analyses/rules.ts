import type { Note } from '../../lib/note';
import { MAIN } from '../../table/kept';
import type { Analysis, GivenColumn } from '../frame';
import type { Baskets } from '../together/baskets';
import { toBaskets } from '../together/baskets';
import type { ItemSets } from '../together/itemSets';
import { findItemSets, toRanks } from '../together/itemSets';
import type { Rules } from '../together/rules';
import { findRules } from '../together/rules';
import { readBaskets } from './baskets';
import { toColumnsOf } from './columns';
import { toPercent } from './percent';

export interface RulesSettings {
  support: number;
  confidence: number;
  lift: number;
  /** Items of a rule, both sides together. */
  longest: number;
  shortest: boolean;
}

/** What is bought together: rules of rows that name a basket and an item each. */
export const analyse: Analysis<RulesSettings> = (frame, { support, longest, ...limits }, { onProgress }) => {
  const read = readBaskets(frame);
  // what happened once is no rule; and a share such as 0.07 of 100 must not come to 8
  const minCount = (baskets: number) => Math.max(2, Math.ceil(support * baskets - 1e-9));
  const baskets = toBaskets(read.baskets, read.items, { minCount, empty: read.empty });
  const sets = findItemSets(baskets, {
    minCount: minCount(baskets.baskets),
    mostItems: longest,
    onProgress,
  });
  const rules = findRules(baskets, sets, limits);
  const words = toWords(baskets, sets, read.labels);
  return {
    tables: { [MAIN]: toRuleColumns(rules, words), itemsets: toSetColumns(baskets, sets, words) },
    notes: [
      toLead(baskets, rules, words),
      ...(rules.redundant > 0 ? [{ why: 'rules-redundant', params: { count: rules.redundant } }] : []),
      ...(baskets.repeated > 0 ? [{ why: 'items-repeated', params: { count: baskets.repeated } }] : []),
      ...read.notes,
    ],
  };
};

interface Words {
  ofRank: (rank: number) => string;
  ofSet: (set: number) => string;
}

function toWords({ frequent }: Baskets, sets: ItemSets, labels: readonly string[]): Words {
  const ofRank = (rank: number) => labels[frequent[rank]!]!;
  const known = new Map<number, string>();
  const ofSet = (set: number) => {
    const written = known.get(set) ?? toRanks(sets, set).map(ofRank).sort().join(', ');
    known.set(set, written);
    return written;
  };
  return { ofRank, ofSet };
}

function toLead({ baskets, frequent, counts }: Baskets, rules: Rules, { ofRank, ofSet }: Words): Note {
  if (rules.size > 0) {
    return {
      why: 'rules-found',
      params: {
        count: rules.size,
        baskets,
        one: ofSet(rules.left[0]!),
        other: ofRank(rules.right[0]!),
        percent: toPercent(rules.confidence[0]!),
        lift: rules.lift[0]!,
      },
    };
  }
  const rank = frequent.length - 1;
  if (rank < 0) return { why: 'rules-no-items', params: { baskets } };
  return { why: 'rules-none', params: { baskets, item: ofRank(rank), count: counts[rank]! } };
}

function toRuleColumns(rules: Rules, { ofRank, ofSet }: Words): GivenColumn[] {
  const measures = ['support', 'confidence', 'lift', 'leverage', 'conviction', 'zhang'] as const;
  const { counts, words } = toColumnsOf(rules.count);
  return [
    words('if_items', (_, at) => ofSet(rules.left[at]!)),
    words('then_items', (_, at) => ofRank(rules.right[at]!)),
    ...measures.map((name): GivenColumn => ({ name, type: 'DOUBLE', values: rules[name] })),
    counts('count', (count) => count),
  ];
}

/** The most frequent first. */
function toSetColumns({ baskets }: Baskets, sets: ItemSets, { ofSet }: Words): GivenColumn[] {
  const found = sets.counts;
  const order = Int32Array.from(found.keys()).sort((a, b) => found[b]! - found[a]! || a - b);
  const { counts, doubles, words } = toColumnsOf(order);
  return [
    words('items', ofSet),
    counts('size', (set) => sets.sizes[set]),
    doubles('support', (set) => found[set]! / baskets),
    counts('count', (set) => found[set]),
  ];
}
