import { findColumn } from '../../steps/write';
import type { Column, Value } from '../../table/column';
import { toFamily } from '../../table/column';
import type { BehindContext } from './behind';
import { findSlotKey, ROW } from './behind';
import { findChartKind } from './catalog';
import type { Aggregate } from './channel';
import type { Datum } from './chart';
import { toSlots } from './chart';
import { toData } from './compile';
import { findSquares, sides } from './grid';
import { toAggregate, toMeasureSql } from './keys';
import { quoteName } from '../../sql/quote';

/**
 * A chart of groups drawn of fewer rows: the groups stay what they are, and what they come to is asked for anew. Where that can be put
 * together from parts, a cube has the parts of each group for each value along which rows are being chosen, so that a step of choosing reads
 * thousands of rows in place of millions (Liu, Jiang, Heer: imMens, 2013; Mosaic, 2024).
 */
export interface Refill {
  readonly from: string;
  /** What is true of the chart's rows. */
  readonly where: string | undefined;
  readonly keys: readonly Key[];
  readonly measures: readonly Measure[];
}

interface Key {
  readonly slot: string;
  /** The group's value; of those shown as one with others, none. */
  readonly sql: string;
  readonly rest: string | undefined;
}

interface Measure {
  readonly slot: string;
  readonly aggregate: Exclude<Aggregate, 'none'>;
  readonly column: Column | undefined;
}

/** A query's answer, one array of values a column. */
export interface Answer {
  readonly columns: readonly Column[];
  readonly values: readonly (readonly Value[])[];
}

/** Kinds whose rows are groups and what they come to, and nothing that depends on how groups compare. */
const plain = new Set(
  'bar line area histogram heat pie funnel treemap kpi waterfall pareto table slope calendar'.split(' '),
);

/** Undefined of a chart whose rows are something else than its groups. */
export function maybeRefill(context: BehindContext): Refill | undefined {
  const { made, columns, from } = context;
  const { chart } = made;
  const { where } = chart.options;
  const squares = chart.mark === 'point' ? findSquares(made, columns) : undefined;
  if (!plain.has(chart.mark) && !squares) return undefined;
  const taken = toSlots(findChartKind(chart.mark)!);
  const keys: Key[] = [];
  const measures: Measure[] = [];
  for (const [at, slot] of made.slots.entries()) {
    if (slot.endsWith('.rest')) continue;
    const role = taken[slot]?.role;
    const nth = made.slots.slice(0, at).filter((other) => other === slot).length;
    if (role === 'group' && nth === 0) {
      const found = findSlotKey(slot, context);
      if (!found) return undefined;
      const { key, rest } = found;
      keys.push({ slot, sql: rest ? `CASE WHEN NOT ${rest} THEN ${key} END` : key, rest });
    } else if (role === 'measure') {
      const channel = chart.slots[slot]?.[nth];
      if (!channel) return undefined;
      const column = findColumn(columns, channel.column ?? '');
      measures.push({ slot, aggregate: toAggregate(channel, columns), column });
    } else if (!squares) return undefined;
  }
  if (squares) {
    keys.push(...squares.map(({ slot, sql }): Key => ({ slot: sides[slot], sql, rest: undefined })));
    measures.push({ slot: 'count', aggregate: 'count', column: undefined });
  }
  return { from, where: where ? String(where) : undefined, keys, measures };
}

/** What the groups come to of the rows that fit. */
export function toDirectSql(refill: Refill, condition: string): string {
  return toGrouped(
    refill,
    [condition],
    [...refill.measures.map(({ aggregate, column }) => toMeasureSql(aggregate, column)), 'count(*)'],
  );
}

/** Undefined where something cannot be put together from parts, as a median. `axes` are what rows will be chosen by. */
export function toCubeSql(
  refill: Refill,
  axes: readonly string[],
  conditions: readonly string[] = [],
): string | undefined {
  const parts = refill.measures.map(toParts);
  if (parts.some((part) => part === undefined)) return undefined;
  const list = [...parts.flatMap((part) => part!.kept), 'count(*)'];
  return toGrouped(refill, conditions, list, axes);
}

/** What the groups come to, from a cube; `condition` speaks of its axes. */
export function toStepSql(refill: Refill, cube: string, condition: string): string {
  let at = 0;
  const take = () => partName(at++);
  const measures = refill.measures.map((measure) => {
    const { kept, together } = toParts(measure)!;
    return together(kept.map(take));
  });
  const keys = toKeyNames(refill);
  return [
    `SELECT ${[...keys, ...measures, `CAST(sum(${take()}) AS BIGINT)`].join(', ')}`,
    `FROM ${cube}`,
    `WHERE ${condition}`,
    ...(keys.length > 0 ? [`GROUP BY ${keys.join(', ')}`] : []),
  ].join('\n');
}

/** What an axis of a cube goes by. */
export const axisName = (at: number): string => quoteName(`axis ${at}`);
const keyName = (at: number) => quoteName(`key ${at}`);
const restName = (at: number) => quoteName(`rest ${at}`);
const partName = (at: number) => quoteName(`part ${at}`);

function toKeyNames({ keys }: Refill): string[] {
  return keys.flatMap(({ rest }, at) => [keyName(at), ...(rest ? [restName(at)] : [])]);
}

function toGrouped(
  { from, where, keys }: Refill,
  conditions: readonly string[],
  parts: readonly string[],
  axes: readonly string[] = [],
): string {
  const list = [
    ...keys.flatMap(({ sql, rest }, at) => [
      `${sql} AS ${keyName(at)}`,
      ...(rest ? [`${rest} AS ${restName(at)}`] : []),
    ]),
    ...axes.map((sql, at) => `${sql} AS ${axisName(at)}`),
  ];
  const all = [...(where ? [where] : []), ...conditions];
  return [
    `SELECT\n  ${[...list, ...parts.map((sql, at) => `${sql} AS ${partName(at)}`)].join(',\n  ')}`,
    `FROM ${from}`,
    ...(all.length > 0 ? [`WHERE ${all.map((one) => `(${one})`).join(' AND ')}`] : []),
    ...(list.length > 0 ? ['GROUP BY ALL'] : []),
  ].join('\n');
}

interface Parts {
  readonly kept: readonly string[];
  together(names: readonly string[]): string;
}

/** How a measure is kept in parts that can be put together. */
function toParts({ aggregate, column }: Measure): Parts | undefined {
  const own = toMeasureSql(aggregate, column);
  const one = (together: (name: string) => string): Parts => ({
    kept: [own],
    together: ([name]) => together(name!),
  });
  // of no column rows are counted, whatever is said
  const added = one((name) => `CAST(sum(${name}) AS BIGINT)`);
  if (!column) return added;
  switch (aggregate) {
    case 'count':
      return added;
    case 'sum':
    case 'share':
      return one((name) => `sum(${name})`);
    case 'least':
      return one((name) => `min(${name})`);
    case 'greatest':
      return one((name) => `max(${name})`);
    case 'mean': {
      if (toFamily(column.type) === 'date') return undefined;
      const it = quoteName(column.name);
      const sum = column.type.startsWith('DECIMAL')
        ? `sum(CAST(${it} AS DOUBLE))`
        : toMeasureSql('sum', column);
      return {
        kept: [sum, `count(${it})`],
        together: ([sums, counts]) => `CAST(sum(${sums!}) AS DOUBLE) / nullif(sum(${counts!}), 0)`,
      };
    }
    case 'median':
    case 'stddev':
    case 'distinct':
      return undefined;
  }
}

/** The chart's rows with what was found of each; a group of which no row fits comes to nothing. */
export function toRefilled(
  { keys, measures }: Refill,
  { rows, values, made }: Pick<BehindContext, 'values' | 'made'> & { rows: readonly Datum[] },
  found: Answer,
): Datum[] {
  const keyColumns = keys.reduce((sum, { rest }) => sum + (rest ? 2 : 1), 0);
  const own = keys.flatMap(({ slot, rest }) => [
    values[made.slots.indexOf(slot)]!,
    ...(rest ? [values[made.slots.indexOf(`${slot}.rest`)]!] : []),
  ]);
  const toKey = (columns: readonly (readonly Value[])[], row: number) =>
    columns.map((column) => toTold(column[row] ?? null)).join('\n');
  const places = new Map<string, number>();
  const given = found.values.slice(0, keyColumns);
  const count = found.values.at(-1)?.length ?? 0;
  for (let row = 0; row < count; row++) places.set(toKey(given, row), row);
  const slots = [...Array<string>(keyColumns).fill(''), ...measures.map(({ slot }) => slot), 'rows of it'];
  const data = toData(found, slots);
  const names = toNames(measures);
  const filled = rows.map((row) => {
    const at = places.get(toKey(own, row[ROW] as number));
    const there = at !== undefined && Number(data[at]!['rows of it']) > 0 ? data[at]! : undefined;
    return {
      ...row,
      ...Object.fromEntries(
        measures.map(({ aggregate }, nth) => [
          names[nth]!,
          there?.[names[nth]!] ?? (aggregate === 'count' ? 0 : null),
        ]),
      ),
    };
  });
  return toShares(filled, measures, names);
}

/** Of several measures on one slot the second goes by `y.1`, as in `toData`. */
function toNames(measures: readonly Measure[]): string[] {
  return measures.map(({ slot }, at) => {
    const nth = measures.slice(0, at).filter((other) => other.slot === slot).length;
    return nth === 0 ? slot : `${slot}.${nth}`;
  });
}

/** Shares are of what all the groups that are shown come to. */
function toShares(rows: Datum[], measures: readonly Measure[], names: readonly string[]): Datum[] {
  let filled = rows;
  for (const [at, { aggregate }] of measures.entries()) {
    if (aggregate !== 'share') continue;
    const name = names[at]!;
    const whole = filled.reduce((sum, row) => sum + Number(row[name] ?? 0), 0);
    filled = filled.map((row) => ({
      ...row,
      [name]: row[name] === null || whole === 0 ? null : Number(row[name]) / whole,
    }));
  }
  return filled;
}

const toTold = (value: Value): string => (value === null ? 'null' : `${typeof value} ${String(value)}`);
