import type { Value } from '../../table/column';
import type { BehindContext } from './behind';
import { ROW } from './behind';
import type { Datum } from './chart';
import { toData } from './compile';
import type { Answer, Refill } from './cube';
import type { Squares } from './kinds/point';

/** More places of squares and of what is chosen than this are no fewer than rows. */
const MOST_PLACES = 2_000_000;

/** Whether squares are kept as a cube along what rows are chosen by; else the rows are counted at each step. */
export function isCubeOfUse(made: BehindContext['made'], places: number | undefined): boolean {
  const squares = made.told.squares as Squares | undefined;
  return !squares || squares.x.count * squares.y.count * (places ?? 1) <= MOST_PLACES;
}

/**
 * The squares in which some of the rows lie, with how many. Squares of no rows are left out; of several colours in one, it has that of most
 * points, as in the picture of all.
 */
export function toRefilledSquares(
  { keys, measures }: Refill,
  { rows, values, made }: Pick<BehindContext, 'values' | 'made'> & { rows: readonly Datum[] },
  found: Answer,
): { rows: Datum[]; told: BehindContext['made']['told'] } {
  const given = keys.flatMap(({ slot, rest }) => (rest ? [slot, `${slot}.rest`] : [slot]));
  const data = toData(found, [...given, ...measures.map(({ slot }) => slot), '']);
  const places = made.slots.filter((slot) => !/^(?:color|count$)/.test(slot));
  const listOf = (slot: string) => ({ own: values[made.slots.indexOf(slot)]!, at: given.indexOf(slot) });
  const lists = places.map(listOf);
  const wholes = new Map(rows.map((row) => [toKey(lists.map(({ own }) => own[row[ROW] as number])), row]));
  const best = new Map<string, { whole: Datum; row: Datum; sum: number }>();
  for (const [at, row] of data.entries()) {
    const key = toKey(lists.map(({ at: column }) => found.values[column]![at]));
    const whole = wholes.get(key);
    const count = Number(row.count ?? 0);
    // panels that are not shown have no squares
    if (!whole || count === 0) continue;
    const before = best.get(key);
    const isMore = !before || count > Number(before.row.count);
    best.set(key, { whole, row: isMore ? row : before.row, sum: (before?.sum ?? 0) + count });
  }
  const colors = made.slots.filter((slot) => slot.startsWith('color'));
  const filled = [...best.values()].map(({ whole, row, sum }): Datum => ({
    ...whole,
    ...Object.fromEntries(colors.map((slot) => [slot, row[slot] ?? null])),
    count: sum,
  }));
  const points = filled.reduce((sum, { count }) => sum + Number(count), 0);
  const squares = { ...(made.told.squares as Squares), points };
  return { rows: filled, told: { ...made.told, squares } };
}

const toKey = (parts: readonly (Value | undefined)[]): string =>
  parts.map((value) => (value === null || value === undefined ? 'null' : String(value))).join('\n');
