/**
 * How often customers order, and when they have gone, from counts and two dates of each: the BG/NBD model (Fader, Hardie and Lee,
 * Marketing Science 24, 2005). While active, a customer orders at a rate of its own, and after each order may be gone for good; rates
 * are gamma, chances of going beta over the customers.
 */
import { toMisfit } from '../core/check';
import { isAtBorder, minimise } from '../core/minimise';

/** A value for each customer. Times in any one unit. */
export interface Buyers {
  /** Orders after the first. */
  counts: Float64Array;
  /** From the first order to the last. */
  recencies: Float64Array;
  /** From the first order to now. */
  ages: Float64Array;
}

export interface BgNbd {
  kind: 'bg-nbd';
  r: number;
  alpha: number;
  a: number;
  b: number;
  logLikelihood: number;
  /** The likelihood still grows where the search ends: customers are too much alike, or too few, to tell a parameter. */
  isAtEdge: boolean;
}

/** Customers who ordered again; of fewer nothing is to be told. */
const FEWEST = 2;
/** Where the search ends, on the logarithms of r, of alpha over the longest time, and of a and b. */
const LOWER = Float64Array.of(-6, -10, -6, -6);
const UPPER = new Float64Array(4).fill(8);
const STARTS = [
  [0, 0, 0, 0],
  [-1.5, -2, -0.3, 1],
] as const;

export function fitBgNbd(buyers: Buyers): BgNbd {
  const { ages, counts } = buyers;
  const again = countRepeaters(counts);
  if (again < FEWEST) throw toMisfit('too-few-repeaters', { needed: FEWEST, again });
  const unit = ages.reduce((most, age) => Math.max(most, age), 0);
  if (unit === 0) throw toMisfit('no-variation');
  const likelihood = createLikelihood(buyers);
  const values = new Float64Array(4);
  const fits = STARTS.map((start) =>
    minimise(
      (at, slope) => {
        for (let i = 0; i < 4; i++) values[i] = Math.exp(at[i]!) * (i === 1 ? unit : 1);
        const found = likelihood(values, slope);
        if (slope) for (let i = 0; i < 4; i++) slope[i]! *= -values[i]! / counts.length;
        return -found / counts.length;
      },
      Float64Array.from(start),
      {
        lower: LOWER,
        upper: UPPER,
        maxRounds: 500,
        tolerance: 1e-14,
      },
    ),
  );
  const best = fits.reduce((one, other) => (other.value < one.value ? other : one));
  const [r, alpha, a, b] = best.at.map(Math.exp) as unknown as [number, number, number, number];
  return {
    kind: 'bg-nbd',
    r,
    alpha: alpha * unit,
    a,
    b,
    logLikelihood: -best.value * counts.length,
    isAtEdge: isAtBorder(best.at, LOWER, UPPER),
  };
}

export function countRepeaters(counts: Float64Array): number {
  return counts.reduce((sum, count) => sum + Number(count > 0), 0);
}

/** The logarithm of the likelihood at r, alpha, a and b, and its derivatives. */
function createLikelihood({ counts, recencies, ages }: Buyers) {
  const most = counts.reduce((all, count) => Math.max(all, count), 0);
  // what depends on the count alone: products (r)ₓ and (b)ₓ over (a + b)ₓ, and their derivatives
  const toTable = () => new Float64Array(most + 1);
  const [logs, byR, byA, byB] = [toTable(), toTable(), toTable(), toTable()];
  return ([r, alpha, a, b]: Float64Array, slope?: Float64Array): number => {
    for (let j = 0; j < most; j++) {
      logs[j + 1] = logs[j]! + Math.log(((r! + j) * (b! + j)) / (a! + b! + j));
      byR[j + 1] = byR[j]! + 1 / (r! + j);
      byA[j + 1] = byA[j]! - 1 / (a! + b! + j);
      byB[j + 1] = byB[j]! + 1 / (b! + j) - 1 / (a! + b! + j);
    }
    const logAlpha = Math.log(alpha!);
    let sum = 0;
    slope?.fill(0);
    for (let row = 0; row < counts.length; row++) {
      const count = counts[row]!;
      const shape = r! + count;
      const now = alpha! + ages[row]!;
      const then = alpha! + recencies[row]!;
      const logNow = Math.log(now);
      const logThen = count > 0 ? Math.log(then) : logNow;
      // how much likelier to have gone with the last order than to be still there
      const odds = count > 0 ? (a! / (b! + count - 1)) * Math.exp(shape * (logNow - logThen)) : 0;
      const isFar = odds > 1e300;
      const gone = isFar ? 1 : odds / (1 + odds);
      const more = isFar ? Math.log(a! / (b! + count - 1)) + shape * (logNow - logThen) : Math.log1p(odds);
      sum += logs[count]! + r! * logAlpha - shape * logNow + more;
      if (!slope) continue;
      slope[0]! += byR[count]! + logAlpha - (1 - gone) * logNow - gone * logThen;
      slope[1]! += r! / alpha! - shape * ((1 - gone) / now + gone / then);
      slope[2]! += byA[count]! + gone / a!;
      slope[3]! += byB[count]! - (count > 0 ? gone / (b! + count - 1) : 0);
    }
    return sum;
  };
}

/** How likely a customer is to be still active. */
export function toAlive({ r, alpha, a, b }: BgNbd, count: number, recency: number, age: number): number {
  if (count === 0) return 1;
  return 1 / (1 + (a / (b + count - 1)) * ((alpha + age) / (alpha + recency)) ** (r + count));
}

/**
 * Orders to be expected in `time` of a customer who is active now: of those that would come without an end (negative binomial), as many
 * as come before it. The sum is the paper's 2F1, of positive terms alone, so that nothing is lost where a is near 1.
 */
export function expectWhileAlive(
  { r, alpha, a, b }: BgNbd,
  { count, age }: { count: number; age: number },
  time: number,
): number {
  const shape = r + count;
  const share = time / (alpha + age + time);
  let weight = 1;
  let weights = 1;
  let stays = 1;
  let orders = 0;
  let sum = 0;
  for (let k = 0; ; k++) {
    const ratio = ((shape + k) / (k + 1)) * share;
    weight *= ratio;
    orders += stays;
    stays *= (b + count + k) / (a + b + count + k);
    weights += weight;
    sum += weight * orders;
    if (weights > 1e250) {
      weight *= 1e-250;
      weights *= 1e-250;
      sum *= 1e-250;
    }
    if (ratio < 1 && weight * (orders + 1) < 1e-17 * (1 - ratio) ** 2 * sum) return sum / weights;
    if (share === 0) return 0;
  }
}

/** How likely a customer is to make 0, 1, 2 … orders in `time` after the first, and `limit` or more. */
export function toCountShares({ r, alpha, a, b }: BgNbd, time: number, limit: number): Float64Array {
  const shares = new Float64Array(limit + 1);
  const share = time / (alpha + time);
  let plain = (1 - share) ** r;
  let upTo = 0;
  let stays = 1;
  let before = 0;
  let rest = 1;
  for (let count = 0; count < limit; count++) {
    shares[count] = stays * plain + before * (1 - upTo);
    rest -= shares[count]!;
    upTo += plain;
    plain *= ((r + count) / (count + 1)) * share;
    before = (stays * a) / (a + b + count);
    stays *= (b + count) / (a + b + count);
  }
  shares[limit] = Math.max(0, rest);
  return shares;
}

/** How many days it takes until half of such customers, if they are active, have ordered again; undefined where nobody will see it. */
export function toMedianWait({ r, alpha }: BgNbd, count: number, age: number): number | undefined {
  const days = (alpha + age) * (2 ** (1 / (r + count)) - 1);
  return days < A_CENTURY ? days : undefined;
}

const A_CENTURY = 36_525;
