/** Powers and products of columns, by which a linear model follows curves; in the order of scikit-learn's PolynomialFeatures. */
import { toMisfit } from '../core/check';
import { multiplyExactly, type Powers } from '../core/powers';

export interface Polynomial {
  kind: 'polynomial';
  /** By term the columns that it multiplies, in order: 0, 0, 2 is the square of the first times the third. */
  terms: number[][];
}

export interface PolynomialOptions {
  degree?: number;
  /** The columns to be raised; all of them where they are not named. The others stay as they are. */
  chosen?: readonly number[];
  /** Whether columns are multiplied by one another as well as by themselves. */
  products?: boolean;
}

const MOST_TERMS = 500;

export function toPolynomial(
  width: number,
  {
    degree = 2,
    chosen = Array.from({ length: width }, (_, at) => at),
    products = true,
  }: PolynomialOptions = {},
): Polynomial {
  const terms = Array.from({ length: width }, (_, at) => [at]);
  let last = terms.filter(([at]) => chosen.includes(at!));
  for (let power = 2; power <= degree; power++) {
    last = last.flatMap((term) =>
      chosen.filter((at) => (products ? at >= term.at(-1)! : at === term.at(-1))).map((at) => [...term, at]),
    );
    terms.push(...last);
    if (terms.length > MOST_TERMS)
      throw toMisfit('too-many-terms', { terms: terms.length, most: MOST_TERMS });
  }
  return { kind: 'polynomial', terms };
}

/** The terms' columns, with what rounding left of each, which `fitLinear` takes as `low`. */
export function expandPolynomial({ terms }: Polynomial, columns: readonly Float64Array[]): Powers {
  const places = new Map(terms.map((term, at) => [term.join(), at]));
  const powers: Powers = { high: [], low: [] };
  for (const term of terms) {
    const before = places.get(term.slice(0, -1).join());
    const column = columns[term.at(-1)!]!;
    const { high, low } =
      before === undefined
        ? { high: column, low: undefined }
        : multiplyExactly(powers.high[before]!, powers.low[before], column);
    if (!high.every(Number.isFinite)) throw toMisfit('numbers-too-large');
    powers.high.push(high);
    powers.low.push(low);
  }
  return powers;
}
