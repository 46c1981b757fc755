/**
 * What a customer spends in an order on average, from a few orders of many customers: the gamma-gamma model (Colombo and Jiang 1999;
 * Fader, Hardie and Lee, J. Marketing Research 42, 2005; Fader and Hardie, note 25, 2013). Values vary around the customer's own mean, and
 * means over customers, so that a mean of few orders is drawn towards that of all.
 */
import { checkRows } from '../core/check';
import { digamma } from '../core/digamma';
import { logGamma } from '../core/logGamma';
import { isAtBorder, minimise } from '../core/minimise';

/** A value for each customer. */
export interface Spenders {
  /** Orders, 1 or more. */
  counts: Float64Array;
  /** The mean value of the orders, above 0. */
  means: Float64Array;
}

export interface GammaGamma {
  kind: 'gamma-gamma';
  p: number;
  q: number;
  v: number;
  logLikelihood: number;
  /** The likelihood still grows where the search ends. */
  isAtEdge: boolean;
}

/** On the logarithms of p, q - 1 and v over the mean: without a q above 1 there is no mean of all customers. */
const LOWER = Float64Array.of(-3, -3, -11);
const UPPER = Float64Array.of(8, 8, 11);

export function fitGammaGamma({ counts, means }: Spenders): GammaGamma {
  const rows = counts.length;
  checkRows(rows, 2);
  let unit = 0;
  for (const mean of means) unit += mean / rows;
  const likelihood = createLikelihood({ counts, means: means.map((mean) => mean / unit) });
  const { at, value } = minimise(
    (at, slope) => {
      const [p, more, v] = at.map(Math.exp) as unknown as [number, number, number];
      const found = likelihood(p, more + 1, v, slope);
      if (slope) {
        slope[0]! *= -p / rows;
        slope[1]! *= -more / rows;
        slope[2]! *= -v / rows;
      }
      return -found / rows;
    },
    Float64Array.of(0, 0, 0),
    {
      lower: LOWER,
      upper: UPPER,
      maxRounds: 500,
      tolerance: 1e-14,
    },
  );
  const [p, more, v] = at.map(Math.exp) as unknown as [number, number, number];
  return {
    kind: 'gamma-gamma',
    p,
    q: more + 1,
    v: v * unit,
    logLikelihood: -value * rows - rows * Math.log(unit),
    isAtEdge: isAtBorder(at, LOWER, UPPER),
  };
}

/** The mean value of the orders to come of a customer, of whom nothing is known where there is no order. */
export function expectOrderValue({ p, q, v }: GammaGamma, count: number, mean: number): number {
  return (p * (v + count * mean)) / (p * count + q - 1);
}

/** The logarithm of the likelihood at p, q and v, and its derivatives. */
function createLikelihood({ counts, means }: Spenders) {
  const rows = counts.length;
  const most = counts.reduce((all, count) => Math.max(all, count), 0);
  const customers = new Float64Array(most + 1);
  const logs = new Float64Array(most + 1);
  for (let row = 0; row < rows; row++) {
    customers[counts[row]!]!++;
    logs[counts[row]!]! += Math.log(means[row]!);
  }
  return (p: number, q: number, v: number, slope?: Float64Array): number => {
    const logV = Math.log(v);
    let sum = rows * (q * logV - logGamma(q));
    slope?.fill(0);
    for (let count = 1; count <= most; count++) {
      const many = customers[count]!;
      if (many === 0) continue;
      const shape = p * count;
      const logCount = Math.log(count);
      sum += many * (logGamma(shape + q) - logGamma(shape) + shape * logCount) + (shape - 1) * logs[count]!;
      if (!slope) continue;
      const turn = digamma(shape + q);
      slope[0]! += count * (many * (turn - digamma(shape) + logCount) + logs[count]!);
      slope[1]! += many * turn;
    }
    if (slope) {
      slope[1]! += rows * (logV - digamma(q));
      slope[2]! += (rows * q) / v;
    }
    for (let row = 0; row < rows; row++) {
      const count = counts[row]!;
      const whole = v + count * means[row]!;
      const log = Math.log(whole);
      sum -= (p * count + q) * log;
      if (!slope) continue;
      slope[0]! -= count * log;
      slope[1]! -= log;
      slope[2]! -= (p * count + q) / whole;
    }
    return sum;
  };
}
