import { pick } from '../../complete';
import type { Buyers } from '../../keep/bgNbd';
import { countRepeaters, expectWhileAlive, fitBgNbd, toAlive } from '../../keep/bgNbd';

/** How a model that knows all but the last days did on these, beside as many orders again as in as many days before. */
export interface Trial {
  days: number;
  actual: number;
  ways: readonly Way[];
}

interface Way {
  name: string;
  orders: number;
  /** Orders that a customer made more or fewer than foreseen, on average. */
  error: number;
}

/** With fewer customers who had come again by then, a test tells nothing. */
const FEWEST = 10;

/** Of customers who had ordered before the last days; undefined where there are too few. */
export function testModel(read: (name: string) => Float64Array): Trial | undefined {
  const known = read('known');
  const days = read('held_days')[0] ?? 0;
  const places = Int32Array.from(known.keys()).filter((at) => known[at]! > 0);
  const of = (name: string) => pick(read(name), places);
  const buyers: Buyers = {
    counts: of('known').map((count) => count - 1),
    recencies: of('known_recency'),
    ages: of('known_age'),
  };
  if (days < 1 || countRepeaters(buyers.counts) < FEWEST) return undefined;
  const model = fitBgNbd(buyers);
  const actual = of('held');
  const foreseen = Float64Array.from(buyers.counts, (count, at) => {
    const age = buyers.ages[at]!;
    return toAlive(model, count, buyers.recencies[at]!, age) * expectWhileAlive(model, { count, age }, days);
  });
  const judge = (name: string, orders: Float64Array): Way => ({
    name,
    orders: add(orders),
    error: add(orders.map((value, at) => Math.abs(value - actual[at]!))) / actual.length,
  });
  return {
    days,
    actual: add(actual),
    ways: [judge('model', foreseen), judge('as before', of('before'))],
  };
}

function add(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
