/** Correlations of every two of many columns; columns are centred or ranked once. */
import { checkFinite, checkRows } from '../core/check';
import { type Adjustment, adjustPValues } from './adjust';
import { toKendall } from './kendall';
import { correlate, toCorrelationP, toUnit } from './pearson';
import { toRanks } from './ranks';
import { toSpearmanP } from './spearman';

export type CorrelationMethod = 'pearson' | 'spearman' | 'kendall';

export interface Correlations {
  method: CorrelationMethod;
  size: number;
  count: number;
  /** `size` × `size`; undefined for a pair with a column that does not vary. */
  values: (number | undefined)[];
  /** Corrected together, each pair once. */
  pValues: (number | undefined)[];
  constant: number[];
}

export interface CorrelationsOptions {
  method?: CorrelationMethod;
  adjustment?: Adjustment;
  onProgress?: (share: number) => void;
}

export function toCorrelations(
  columns: readonly Float64Array[],
  { method = 'pearson', adjustment = 'none', onProgress }: CorrelationsOptions = {},
): Correlations {
  const size = columns.length;
  const count = columns[0]?.length ?? 0;
  checkRows(count, 3);
  checkFinite(columns);
  const isConstant = columns.map((column) => column.every((value) => value === column[0]));
  const relate = toRelation(columns, method);

  const values: (number | undefined)[] = Array(size * size).fill(undefined);
  const pValues = values.slice();
  const places: number[] = [];
  const found: number[] = [];
  for (let one = 0; one < size; one++) {
    if (!isConstant[one]) {
      values[one * size + one] = 1;
      pValues[one * size + one] = 0;
    }
    for (let other = one + 1; other < size; other++) {
      if (isConstant[one] || isConstant[other]) continue;
      const { value, pValue } = relate(one, other);
      values[one * size + other] = value;
      values[other * size + one] = value;
      places.push(one * size + other);
      found.push(pValue);
    }
    onProgress?.((one + 1) / size);
  }
  const adjusted = adjustPValues(Float64Array.from(found), adjustment);
  for (const [at, place] of places.entries()) {
    pValues[place] = adjusted[at]!;
    pValues[(place % size) * size + Math.floor(place / size)] = adjusted[at]!;
  }
  return {
    method,
    size,
    count,
    values,
    pValues,
    constant: [...isConstant.keys()].filter((at) => isConstant[at]),
  };
}

type Relation = (one: number, other: number) => { value: number; pValue: number };

function toRelation(columns: readonly Float64Array[], method: CorrelationMethod): Relation {
  const count = columns[0]!.length;
  if (method === 'kendall') return (one, other) => toKendall(columns[one]!, columns[other]!);
  const ranked = method === 'spearman' ? columns.map(toRanks) : undefined;
  const units = (ranked ?? columns).map((column) => toUnit('ranks' in column ? column.ranks : column));
  return (one, other) => {
    const value = correlate(units[one]!, units[other]!);
    if (!ranked) return { value, pValue: toCorrelationP(value, count) };
    const hasTies = ranked[one]!.tieCubes + ranked[other]!.tieCubes > 0;
    return { value, pValue: toSpearmanP(value, count, hasTies).pValue };
  };
}
