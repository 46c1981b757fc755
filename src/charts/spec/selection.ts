import { findColumn } from '../../steps/write';
import type { Value } from '../../table/column';
import type { BehindContext } from './behind';
import { findSlotKey, isRest } from './behind';
import { only } from './chart';
import type { Grid } from './grid';
import { findSquares, toGridSql } from './grid';
import { toSpread } from './keys';

/** What a person has chosen in a chart: groups of its rows, or a box between its axes. */
export type Chosen = Groups | Box;

/** Some of the groups on some slots; each of them a value a slot. */
export interface Groups {
  readonly slots: readonly string[];
  readonly picks: readonly Pick[];
}

export type Pick = readonly Picked[];

export interface Picked {
  readonly value: Value;
  /** Those that are shown as one with others. */
  readonly rest?: true;
}

/** What lies in some cells of a grid over the axes. */
export interface Box {
  readonly spans: readonly Span[];
}

export interface Span {
  readonly slot: 'x' | 'y';
  readonly grid: Grid;
  /** The first and the last cell. */
  readonly first: number;
  readonly last: number;
}

/** A condition on rows, by what they are chosen by: so that it can be asked of the rows, or of a cube along these axes. */
export interface Condition {
  readonly axes: readonly string[];
  /** How many places there are along all of them, where it is not only a few. */
  readonly places?: number;
  /** True of what is chosen, where the axes go by these names. */
  toSql(names: readonly string[]): string;
  /** The same of the table's own rows. */
  readonly plain: string;
}

export type SelectionContext = Omit<BehindContext, 'from'>;

/** Undefined where the chart has no such slots. */
export function toCondition(chosen: Chosen, context: SelectionContext): Condition | undefined {
  return 'spans' in chosen ? toBoxCondition(chosen, context) : toGroupsCondition(chosen, context);
}

/** A pick of a row that the chart's query gave. */
export function toPick(slots: readonly string[], row: number, { made, values }: SelectionContext): Pick {
  return slots.map((slot) =>
    isRest(slot, row, { made, values })
      ? { value: null, rest: true }
      : { value: values[made.slots.indexOf(slot)]![row] ?? null },
  );
}

/** Tells picks apart. */
export const toKey = (pick: Pick): string => JSON.stringify(pick);

export function toUniquePicks(picks: Iterable<Pick>): Pick[] {
  return [...new Map([...picks].map((pick) => [toKey(pick), pick])).values()];
}

/** Where every value of one slot goes with every value of another, these values, a list a slot. */
export function toLists({ slots, picks }: Groups): Picked[][] | undefined {
  const lists = slots.map((_, at) => toUniquePicks(picks.map((pick) => [pick[at]!])).map(([one]) => one!));
  return lists.reduce((product, list) => product * list.length, 1) === picks.length ? lists : undefined;
}

function toGroupsCondition(chosen: Groups, context: SelectionContext): Condition | undefined {
  const { slots, picks } = chosen;
  const keys = slots.map((slot) => findSlotKey(slot, context));
  if (keys.length === 0 || keys.some((key) => key === undefined)) return undefined;
  const axes = keys.flatMap((key) => (key!.rest ? [key!.key, key!.rest] : [key!.key]));
  // of the rest an axis has no values, so that a cube stays small
  const kept = keys.flatMap((key) =>
    key!.rest ? [`CASE WHEN NOT ${key!.rest} THEN ${key!.key} END`, key!.rest] : [key!.key],
  );
  const places = keys.map((_, at) => keys.slice(0, at).reduce((sum, key) => sum + (key!.rest ? 2 : 1), 0));
  const lists = toLists(chosen);

  function toSql(names: readonly string[]): string {
    const toOne = (at: number, list: readonly Picked[]) => {
      const { rest, literal } = keys[at]!;
      const name = names[places[at]!]!;
      const ofRest = rest ? names[places[at]! + 1]! : undefined;
      return toAnyOf(name, list, {
        literal,
        ofRest,
        span: rest ? undefined : findRun(slots[at]!, list, context),
      });
    };
    if (picks.length === 0) return 'false';
    if (lists) return lists.map((list, at) => toOne(at, list)).join(' AND ');
    return picks.map((pick) => `(${pick.map((one, at) => toOne(at, [one])).join(' AND ')})`).join(' OR ');
  }

  return { axes: kept, toSql, plain: toSql(axes) };
}

function toAnyOf(
  name: string,
  list: readonly Picked[],
  {
    literal,
    ofRest,
    span,
  }: {
    literal: (value: Value) => string;
    ofRest: string | undefined;
    span: readonly [Value, Value] | undefined;
  },
): string {
  if (span) return `${name} BETWEEN ${literal(span[0])} AND ${literal(span[1])}`;
  const there = list.flatMap(({ value, rest }) => (rest || value === null ? [] : [literal(value)]));
  const isMissing = list.some(({ value, rest }) => !rest && value === null);
  const ways = [
    ...(there.length === 1
      ? [`${name} = ${there[0]}`]
      : there.length > 1
        ? [`${name} IN (${there.join(', ')})`]
        : []),
    ...(isMissing ? [`${name} IS NULL`] : []),
  ];
  const own = ways.length > 1 ? `(${ways.join(' OR ')})` : ways[0];
  if (!ofRest) return own ?? 'false';
  const hasRest = list.some(({ rest }) => rest);
  // a group is shown by itself, or is one of the rest
  const shown = own && `(${own} AND NOT ${ofRest})`;
  if (!hasRest) return shown ?? 'false';
  return shown ? `(${shown} OR ${ofRest})` : ofRest;
}

/** The first and the last of values that stand side by side along time, or of bins: nothing between them is left out. */
export function findRun(
  slot: string,
  list: readonly Picked[],
  { made, columns, values }: SelectionContext,
): readonly [Value, Value] | undefined {
  const channel = only(made.chart, slot);
  // the query's rows are in the order of what stands first
  if (list.length < 2 || made.slots[0] !== slot || !channel) return undefined;
  if (toSpread(channel, columns) === 'names') return undefined;
  const order = [...new Set(values[0])];
  const at = list.map(({ value }) => order.indexOf(value)).toSorted((a, b) => a - b);
  const [first, last] = [at[0]!, at.at(-1)!];
  return first < 0 || last - first !== list.length - 1 ? undefined : [order[first]!, order[last]!];
}

function toBoxCondition({ spans }: Box, { made, columns }: SelectionContext): Condition | undefined {
  const axes = spans.map(({ slot, grid }) => {
    const column = findColumn(columns, only(made.chart, slot)?.column ?? '');
    return column && toGridSql(column, grid);
  });
  if (axes.length === 0 || axes.some((axis) => axis === undefined)) return undefined;
  const toSql = (names: readonly string[]) =>
    spans.map(({ first, last }, at) => `${names[at]!} BETWEEN ${first} AND ${last}`).join(' AND ');
  const places = spans.reduce((product, { grid }) => product * grid.count, 1);
  return { axes: axes as string[], places, toSql, plain: toSql(axes as string[]) };
}

/** The square in which a row's points are counted, as a box. */
export function toSquare(row: number, { made, columns, values }: SelectionContext): Box | undefined {
  const spans = findSquares(made, columns)?.map(({ slot, grid, at }): Span => {
    const cell = Number(values[at]![row]);
    return { slot, grid, first: cell, last: cell };
  });
  return spans && { spans };
}

/** The values between which a span lies; moments as seconds. */
export function toEnds({ grid: { from, step, log }, first, last }: Span): [number, number] {
  const ends: [number, number] = [from + step * first, from + step * (last + 1)];
  return log ? [10 ** ends[0], 10 ** ends[1]] : ends;
}
