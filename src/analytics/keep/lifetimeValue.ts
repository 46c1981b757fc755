/**
 * The value of a customer's orders in months to come, brought to today's money: orders by BG/NBD, month by month, times the value of
 * each by gamma-gamma (Fader, Hardie and Lee, J. Marketing Research 42, 2005).
 */
import { daysIn } from '../../lib/daysIn';
import type { BgNbd } from './bgNbd';
import { expectWhileAlive } from './bgNbd';

export interface OrdersAhead {
  orders: number;
  /** The same with those of each month taken off what money loses until its end. */
  discounted: number;
}

/** What is to be expected of a customer who is active now, whose times are in days; `discount` is the share that money loses in a year. */
export function expectAhead(
  model: BgNbd,
  customer: { count: number; age: number },
  { months, discount }: { months: number; discount: number },
): OrdersAhead {
  let orders = 0;
  let discounted = 0;
  for (let month = 1; month <= months; month++) {
    const upTo = expectWhileAlive(model, customer, month * daysIn.month);
    discounted += (upTo - orders) / (1 + discount) ** (month / 12);
    orders = upTo;
  }
  return { orders, discounted };
}
