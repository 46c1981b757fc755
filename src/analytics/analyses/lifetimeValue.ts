import { toFreeName } from '../../lib/freeName';
import type { Note } from '../../lib/note';
import { MAIN } from '../../table/kept';
import { pick, toNumbers, toTexts } from '../complete';
import type { Analysis, Frame, GivenColumn } from '../frame';
import type { BgNbd, Buyers } from '../keep/bgNbd';
import { countRepeaters, fitBgNbd, toAlive, toMedianWait } from '../keep/bgNbd';
import type { GammaGamma } from '../keep/gammaGamma';
import { expectOrderValue, fitGammaGamma } from '../keep/gammaGamma';
import type { OrdersAhead } from '../keep/lifetimeValue';
import { expectAhead } from '../keep/lifetimeValue';
import { correlate, toUnit } from '../relate/pearson';
import { toColumnsOf } from './columns';
import type { CountRow } from './lifetime/counts';
import { compareCounts } from './lifetime/counts';
import type { Trial } from './lifetime/trial';
import { testModel } from './lifetime/trial';
import { toPercent } from './percent';

export interface LifetimeSettings {
  /** What the column of customers is called. */
  customer: string;
  /** In months. */
  horizon: number;
  /** The share that money loses in a year. */
  discount: number;
}

interface Customer {
  name: string;
  orders: number;
  last: number;
  active: number;
  ahead: number;
  orderValue: number;
  value: number;
  wait: number | undefined;
}

/** What each customer is worth in the months to come; of a row for each, as the step counts them. */
export const analyse: Analysis<LifetimeSettings> = (frame, settings, { onProgress }) => {
  const { name, read } = readFrame(frame);
  const orders = read('orders');
  const means = read('mean');
  const buyers = { counts: orders.map((count) => count - 1), recencies: read('recency'), ages: read('age') };
  const model = fitBgNbd(buyers);
  onProgress(0.3);
  const values = fitGammaGamma({ counts: orders, means });
  onProgress(0.4);
  const trial = testModel(read);
  onProgress(0.5);
  const expect = rememberAhead(model, settings);
  const last = read('last');
  const customers = Array.from(orders, (count, at): Customer => {
    if (at % PROGRESS_EACH === 0) onProgress(0.5 + at / orders.length / 2);
    const [recency, age] = [buyers.recencies[at]!, buyers.ages[at]!];
    const active = toAlive(model, count - 1, recency, age);
    const { orders: ahead, discounted } = expect(count - 1, age);
    const orderValue = expectOrderValue(values, count, means[at]!);
    return {
      name: name(at),
      orders: count,
      last: last[at]!,
      active,
      ahead: active * ahead,
      orderValue,
      value: active * discounted * orderValue,
      wait: toMedianWait(model, count - 1, age),
    };
  }).sort((one, other) => other.value - one.value);
  const counts = compareCounts(model, buyers);
  return {
    tables: {
      [MAIN]: toCustomerColumns(customers, settings.customer),
      model: toModelColumns(model, values),
      counts: toCountColumns(counts),
      ...(trial && { backtest: toTrialColumns(trial) }),
    },
    notes: [
      ...toLead(customers, settings.horizon),
      ...toTrialNotes(trial),
      toCountNote(counts, customers.length),
      ...toDoubts(buyers, means, model, values),
      ...toLeftOutDays(read),
    ],
  };
};

const PROGRESS_EACH = 10_000;

function readFrame({ columns }: Frame) {
  const who = toTexts(columns.slice(0, 1))[0]!;
  const numbers = new Map(toNumbers(columns.slice(1)).map(({ name, values }) => [name, values]));
  return {
    name: (at: number) => who.labels[who.codes[at]!]!,
    read: (name: string) => numbers.get(name)!,
  };
}

/** It hangs on the number of orders and the age alone, which many customers share. */
function rememberAhead(model: BgNbd, { horizon, discount }: LifetimeSettings) {
  const known = new Map<string, OrdersAhead>();
  return (count: number, age: number): OrdersAhead => {
    const key = `${count} ${age}`;
    const ahead = known.get(key) ?? expectAhead(model, { count, age }, { months: horizon, discount });
    known.set(key, ahead);
    return ahead;
  };
}

function toCustomerColumns(customers: readonly Customer[], customer: string): GivenColumn[] {
  const { doubles, counts, words } = toColumnsOf(customers);
  const others = [
    counts('orders', ({ orders }) => orders),
    counts('last_order', ({ last }) => last),
    doubles('p_active', ({ active }) => active),
    doubles('expected_orders', ({ ahead }) => ahead),
    doubles('order_value', ({ orderValue }) => orderValue),
    doubles('lifetime_value', ({ value }) => value),
    doubles('days_to_next', ({ wait }) => wait),
  ];
  const taken = others.map(({ name }) => name);
  return [words(toFreeName(customer, taken), ({ name }) => name), ...others];
}

function toModelColumns(model: BgNbd, values: GammaGamma): GivenColumn[] {
  const rows = [
    ...(['r', 'alpha', 'a', 'b', 'logLikelihood'] as const).map((key) => ({
      of: 'BG/NBD',
      key,
      value: model[key],
    })),
    ...(['p', 'q', 'v', 'logLikelihood'] as const).map((key) => ({
      of: 'gamma-gamma',
      key,
      value: values[key],
    })),
  ];
  const { doubles, words } = toColumnsOf(rows);
  return [
    words('model', ({ of }) => of),
    words('parameter', ({ key }) => (key === 'logLikelihood' ? 'log-likelihood' : key)),
    doubles('value', ({ value }) => value),
  ];
}

function toCountColumns(rows: readonly CountRow[]): GivenColumn[] {
  const { doubles, counts, words } = toColumnsOf(rows);
  return [
    words('orders_again', ({ again }) => again),
    counts('customers', ({ customers }) => customers),
    doubles('expected', ({ expected }) => expected),
  ];
}

function toTrialColumns({ days, actual, ways }: Trial): GivenColumn[] {
  const { doubles, counts, words } = toColumnsOf(ways);
  return [
    words('way', ({ name }) => name),
    counts('days', () => days),
    counts('actual_orders', () => actual),
    doubles('foreseen_orders', ({ orders }) => orders),
    doubles('mean_absolute_error', ({ error }) => error),
  ];
}

/** Of many orders a sentence has whole ones. */
function toWhole(orders: number): number {
  return orders < 10 ? orders : Math.round(orders);
}

/** Less likely than not. */
const GONE_BELOW = 0.5;

function toLead(customers: readonly Customer[], months: number): Note[] {
  const total = (of: readonly Customer[], read: (customer: Customer) => number) =>
    of.reduce((sum, customer) => sum + read(customer), 0);
  const count = customers.length;
  const value = total(customers, (customer) => customer.value);
  const best = Math.ceil(count / 10);
  return [
    {
      why: 'ltv-found',
      params: { customers: count, months, value, orders: toWhole(total(customers, ({ ahead }) => ahead)) },
    },
    {
      why: 'ltv-best',
      params: {
        best,
        customers: count,
        share: toPercent(total(customers.slice(0, best), (one) => one.value) / value),
      },
    },
    {
      why: 'ltv-gone',
      params: {
        again: customers.filter(({ orders }) => orders > 1).length,
        gone: customers.filter(({ active }) => active < GONE_BELOW).length,
        once: customers.filter(({ orders }) => orders === 1).length,
      },
    },
  ];
}

function toTrialNotes(trial: Trial | undefined): Note[] {
  if (!trial) return [{ why: 'ltv-untested', params: {} }];
  const { days, actual, ways } = trial;
  const [model, plain] = ways;
  const params = { days, actual, foreseen: toWhole(model!.orders), plain: plain!.orders };
  const errors = { error: model!.error, plainError: plain!.error };
  const isWorse = model!.error >= plain!.error;
  return [
    { why: 'ltv-tested', params: { ...params, ...errors } },
    ...(isWorse ? [{ why: 'ltv-no-better', params: {} }] : []),
  ];
}

function toCountNote([none]: readonly CountRow[], customers: number): Note {
  return {
    why: 'ltv-fit',
    params: { customers, actual: none!.customers, expected: Math.round(none!.expected) },
  };
}

/** With fewer who came again the parameters hang on a few people. */
const FEW = 30;
/** Orders and their value are taken to have nothing to do with one another. */
const RELATED_FROM = 0.3;

function toDoubts({ counts }: Buyers, means: Float64Array, model: BgNbd, values: GammaGamma): Note[] {
  const again = countRepeaters(counts);
  const places = Int32Array.from(counts.keys()).filter((at) => counts[at]! > 0);
  const [often, much] = [counts, means].map((column) => toUnit(pick(column, places)));
  const related = often && much ? correlate(often, much) : 0;
  const isRelated = Math.abs(related) >= RELATED_FROM && again >= FEW;
  return [
    ...(again < FEW ? [{ why: 'ltv-few', params: { count: again, few: FEW } }] : []),
    ...(model.isAtEdge ? [{ why: 'ltv-edge', params: {} }] : []),
    ...(values.isAtEdge ? [{ why: 'ltv-value-edge', params: {} }] : []),
    ...(isRelated ? [{ why: related > 0 ? 'ltv-related' : 'ltv-related-against', params: { related } }] : []),
  ];
}

function toLeftOutDays(read: (name: string) => Float64Array): Note[] {
  const [worthless, count, of] = ['worthless', 'left_out', 'all_rows'].map((name) => read(name)[0] ?? 0);
  return [
    ...(worthless! > 0 ? [{ why: 'ltv-worthless', params: { count: worthless! } }] : []),
    ...(count! > 0 ? [{ why: 'left-out-missing', params: { count: count!, of: of! } }] : []),
  ];
}
