import type { BgNbd, Buyers } from '../../keep/bgNbd';
import { toCountShares } from '../../keep/bgNbd';

export interface CountRow {
  /** Orders after the first: `0` to `6`, and `7+`. */
  again: string;
  customers: number;
  expected: number;
}

/** From here on counts are put together, as in the paper of the model. */
const MANY = 7;

/** How many customers ordered again so and so often, beside what the model has for customers of these ages. */
export function compareCounts(model: BgNbd, { counts, ages }: Buyers): CountRow[] {
  const rows = Array.from({ length: MANY + 1 }, (_, again) => ({
    again: again < MANY ? String(again) : `${MANY}+`,
    customers: 0,
    expected: 0,
  }));
  const byAge = new Map<number, number>();
  for (const [at, age] of ages.entries()) {
    rows[Math.min(MANY, counts[at]!)]!.customers++;
    byAge.set(age, (byAge.get(age) ?? 0) + 1);
  }
  for (const [age, many] of byAge)
    for (const [again, share] of toCountShares(model, age, MANY).entries())
      rows[again]!.expected += many * share;
  return rows;
}
