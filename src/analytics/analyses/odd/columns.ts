import type { Note } from '../../../lib/note';
import { pick, toNumbers } from '../../complete';
import { checkRows } from '../../core/check';
import { toNormalUpper } from '../../core/distributions/normal';
import { sortCodes } from '../../core/sortCodes';
import type { Frame, NumberColumn, Outcome, TextColumn } from '../../frame';
import { findReasons } from '../../odd/reasons';
import type { Spread } from '../../odd/spread';
import { countMarked, findLargest, toOddColumns } from './marked';

export interface ColumnsSettings {
  method: Spread;
  /** How far from what is usual a value is odd. */
  times: number;
}

/** Rows with a value that lies far from the others of its column, and of its group where the last column is text. */
export function analyseColumns({ rows, columns }: Frame, { method, times }: ColumnsSettings): Outcome {
  checkRows(rows, 3);
  const by = columns.find((column): column is TextColumn => column.kind === 'text');
  const numbers = toNumbers(columns.filter((column) => column !== by));
  const groups = by && toGroups(by);
  const reasons = findReasons(
    numbers.map(({ values }) => values),
    { spread: method, ...(groups && { groups }) },
  );
  const places = Int32Array.from({ length: rows }, (_, row) => row).filter(
    (row) => !Number.isNaN(reasons.distances[row]),
  );
  checkRows(places.length, 3);
  const looked = {
    columns: Int32Array.from(places, (row) => reasons.columns[row]!),
    distances: pick(reasons.distances, places),
  };
  const scores = looked.distances.map(Math.abs);
  const isOdd = Uint8Array.from(scores, (score) => (score > times ? 1 : 0));
  return {
    added: toOddColumns(
      numbers.map(({ name }) => name),
      { scores, isOdd, reasons: looked, far: times },
      { places, rows },
    ),
    notes: [
      ...toFindings(numbers, { places, looked, scores, isOdd, method, times }),
      ...(groups ? [{ why: 'odd-in-groups', params: { groups: groups.length, column: by.name } }] : []),
      ...toTooSmall(groups ?? [places], { method, times }),
      ...toPassedOver(numbers, rows - places.length),
    ],
  };
}

/** The rows of each group that has any; those of none are one, too. */
function toGroups({ codes, labels }: TextColumn): Int32Array[] {
  const known = codes.map((code) => (code < 0 ? labels.length : code));
  const { starts, places } = sortCodes(known, labels.length + 1);
  const groups = Array.from({ length: labels.length + 1 }, (_, code) =>
    places.subarray(starts[code], starts[code + 1]),
  );
  return groups.filter(({ length }) => length > 0);
}

function toFindings(
  numbers: readonly NumberColumn[],
  {
    places,
    looked,
    scores,
    isOdd,
    method,
    times,
  }: {
    places: Int32Array;
    looked: ReturnType<typeof findReasons>;
    scores: Float64Array;
    isOdd: Uint8Array;
    method: Spread;
    times: number;
  },
): Note[] {
  const count = countMarked(isOdd);
  const rows = places.length;
  const first = findLargest(scores);
  const { name, values } = numbers[looked.columns[first]!]!;
  const distance = looked.distances[first]!;
  const params = { count, rows, column: name, value: values[places[first]!]!, distance };
  return [
    { why: count > 0 ? `odd-${method}` : `odd-${method}-none`, params: { ...params, times } },
    {
      why: 'odd-by-chance',
      params: { percent: toExpected(numbers.length, { method, times }) },
    },
  ];
}

/** Where the quartiles of a normal distribution are, in standard deviations. */
const QUARTILE = 0.6744897501960817;

/** How many in a hundred rows would be marked if columns were normal, and had nothing to do with one another. */
function toExpected(columns: number, { method, times }: ColumnsSettings): number {
  const deviations = method === 'iqr' ? QUARTILE + times * 2 * QUARTILE : times;
  return 100 * (1 - (1 - 2 * toNormalUpper(deviations)) ** columns);
}

/** No value of n is farther from their mean than (n - 1) / sqrt(n) standard deviations (Shiffler, The American Statistician 42, 1988). */
function toTooSmall(groups: readonly Int32Array[], { method, times }: ColumnsSettings): Note[] {
  if (method !== 'z') return [];
  const small = groups.filter(({ length }) => (length - 1) / Math.sqrt(length) <= times);
  const count = small.reduce((sum, { length }) => sum + length, 0);
  return count > 0 ? [{ why: 'odd-z-small', params: { count, times } }] : [];
}

function toPassedOver(numbers: readonly NumberColumn[], count: number): Note[] {
  const infinite = numbers.reduce(
    (sum, { values }) => values.reduce((of, value) => of + (Math.abs(value) === Infinity ? 1 : 0), sum),
    0,
  );
  return [
    ...(infinite > 0 ? [{ why: 'odd-infinite', params: { count: infinite } }] : []),
    ...(count > 0 ? [{ why: 'odd-not-judged', params: { count } }] : []),
  ];
}
