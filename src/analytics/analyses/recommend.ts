import type { Note } from '../../lib/note';
import { MAIN } from '../../table/kept';
import { toComplete, toNumbers, toTexts } from '../complete';
import { checkRows, toMisfit } from '../core/check';
import type { Analysis, GivenColumn, TextColumn } from '../frame';
import { toPurchases } from '../together/purchases';
import type { Offers, Trial } from '../together/recommend';
import { recommend, tryOffers } from '../together/recommend';
import type { Similar } from '../together/similar';
import { findSimilar } from '../together/similar';
import { toColumnsOf } from './columns';
import { toLeftOut } from './leftOut';
import { toPercent } from './percent';
import { sortLabels } from './sortLabels';

export interface RecommendSettings {
  /** Offers for each customer. */
  top: number;
}

/** What to offer each customer, of rows that name a customer and an item each; after these, when, where that is known. */
export const analyse: Analysis<RecommendSettings> = (frame, { top }, { onProgress }) => {
  const complete = toComplete(frame);
  checkRows(complete.rows, 2);
  // numbers come first where rows have a time
  const numbers = complete.columns.filter(({ kind }) => kind === 'number');
  const texts = toTexts(complete.columns.slice(numbers.length));
  const [customer, item] = texts.map(sortLabels) as [TextColumn, TextColumn];
  if (item.labels.length < 2) throw toMisfit('one-item');
  const purchases = toPurchases(
    { codes: customer.codes, count: customer.labels.length },
    { codes: item.codes, count: item.labels.length },
    toNumbers(numbers)[0]?.values,
  );
  const trial = tryOffers(purchases, { top, onProgress: (share) => onProgress(share / 3) });
  const similar = findSimilar(purchases, (share) => onProgress((1 + share) / 3));
  const offers = recommend(purchases, similar, { top, onProgress: (share) => onProgress((2 + share) / 3) });
  return {
    tables: {
      [MAIN]: toOfferColumns(offers, customer, item),
      similar: toSimilarColumns(similar, item.labels),
      check: toCheckColumns(trial),
    },
    notes: [
      ...toFindings(offers, trial, { customers: purchases.customers, top }),
      ...(numbers.length === 0 && trial.customers > 0 ? [{ why: 'offers-no-time', params: {} }] : []),
      ...toLeftOut(complete),
    ],
  };
};

function toOfferColumns(
  { customers, ranks, items, scores, because, both }: Offers,
  customer: TextColumn,
  item: TextColumn,
): GivenColumn[] {
  return [
    { name: 'customer', type: 'VARCHAR', codes: customers, labels: customer.labels },
    { name: 'rank', type: 'BIGINT', values: Float64Array.from(ranks) },
    { name: 'item', type: 'VARCHAR', codes: items, labels: item.labels },
    { name: 'score', type: 'DOUBLE', values: scores },
    { name: 'because', type: 'VARCHAR', codes: because, labels: item.labels },
    { name: 'both', type: 'BIGINT', values: both },
  ];
}

/** Enough to see what an item goes with. */
const MOST_SIMILAR = 10;

function toSimilarColumns(
  { most, sizes, items, cosines, both }: Similar,
  labels: readonly string[],
): GivenColumn[] {
  const places = Array.from(sizes, (size, item) =>
    Array.from({ length: Math.min(size, MOST_SIMILAR) }, (_, at) => item * most + at),
  ).flat();
  const { counts, doubles, words } = toColumnsOf(places);
  return [
    words('item', (place) => labels[Math.floor(place / most)]!),
    words('other', (place) => labels[items[place]!]!),
    doubles('cosine', (place) => cosines[place]),
    counts('both', (place) => both[place]),
  ];
}

function toCheckColumns({ customers, hits, popular }: Trial): GivenColumn[] {
  const { counts, doubles, words } = toColumnsOf([
    { method: 'similar items', found: hits },
    { method: 'most popular', found: popular },
  ]);
  return [
    words('method', ({ method }) => method),
    counts('customers', () => customers),
    counts('hits', ({ found }) => found),
    doubles('hit_rate', ({ found }) => (customers > 0 ? found / customers : undefined)),
  ];
}

function toFindings(
  { items, because }: Offers,
  trial: Trial,
  { customers, top }: { customers: number; top: number },
): Note[] {
  if (items.length === 0) return [{ why: 'offers-none', params: { customers } }];
  const popular = because.reduce((sum, reason) => sum + (reason < 0 ? 1 : 0), 0);
  const params = {
    count: items.length,
    customers,
    top,
    tested: trial.customers,
    percent: toPercent(trial.hits / trial.customers),
    popular: toPercent(trial.popular / trial.customers),
  };
  return [
    trial.customers === 0
      ? { why: 'offers-untried', params: { count: items.length, customers } }
      : { why: trial.hits > trial.popular ? 'offers-better' : 'offers-no-better', params },
    ...(popular > 0 ? [{ why: 'offers-popular', params: { count: popular, of: items.length } }] : []),
  ];
}
