import { quoteName, quoteText } from '../../sql/quote';
import { findColumn } from '../../steps/write';
import type { Column, Value } from '../../table/column';
import { toFamily } from '../../table/column';
import type { Bins } from './bins';
import { toBinStartSql } from './bins';
import { findChartKind } from './catalog';
import type { Channel } from './channel';
import type { Datum, Made } from './chart';
import { only, toSlots } from './chart';
import { findSquares } from './grid';
import { toKeySql } from './keys';

/** Under this name a row that is drawn says which of the query's rows it is. */
export const ROW = '#';

export interface BehindContext {
  /** What stands after `FROM`. */
  from: string;
  /** Of the table that the chart is drawn from. */
  columns: readonly Column[];
  made: Omit<Made, 'sql'>;
  /** What the chart's query gave, one array of values a column, as the engine wrote them. */
  values: readonly (readonly Value[])[];
}

/**
 * The query of the rows that a mark stands for: by the units and bins of its groups, the others that are shown as one, and missing
 * values. Undefined where a mark is of no rows in particular, as a line that was fitted to all of them.
 */
export function toBehindSql(datum: Datum, context: BehindContext): string | undefined {
  const { from, made } = context;
  const at = datum[ROW];
  if (typeof at !== 'number') return undefined;
  const kind = findChartKind(made.chart.mark)!;
  const slots = toSlots(kind);
  // of a span of time a candle has the first and the last value, which are not those of all its rows
  const isGrouped = Object.values(kind.slots).some(({ role, optional }) => role === 'group' && !optional);
  const squares = findSquares(made, context.columns);
  const conditions = (squares ?? []).map(({ sql, at: place }) => `${sql} = ${context.values[place]![at]}`);
  for (const [place, slot] of made.slots.entries()) {
    const role = slots[slot]?.role;
    if ((role !== 'group' && role !== 'value') || made.slots.indexOf(slot) !== place) continue;
    if (role === 'value' && isGrouped) continue;
    // of several colours in a square all are counted
    if (squares && slot === 'color') continue;
    const condition = toCondition(slot, at, context);
    if (condition === undefined) return undefined;
    conditions.push(condition);
  }
  const { where } = made.chart.options;
  if (where) conditions.push(`(${String(where)})`);
  return [
    `SELECT *\nFROM ${from}`,
    ...(conditions.length > 0 ? [`WHERE ${conditions.join('\n  AND ')}`] : []),
  ].join('\n');
}

function toCondition(slot: string, row: number, context: BehindContext): string | undefined {
  const { made, values } = context;
  const found = findSlotKey(slot, context);
  if (!found) return undefined;
  const { key, rest, literal } = found;
  if (rest !== undefined && isRest(slot, row, context)) return rest;
  const value = values[made.slots.indexOf(slot)]![row] ?? null;
  const names = made.told.names?.[slot]?.[String(value)];
  if (names) return `CAST(${key} AS VARCHAR) IN (${names.map(quoteText).join(', ')})`;
  return value === null ? `${key} IS NULL` : `${key} = ${literal(value)}`;
}

/** What tells the groups of a slot apart. */
export interface SlotKey {
  readonly key: string;
  /** True of rows whose group is shown as one with others, where some are. */
  readonly rest?: string;
  /** A group's value as the chart's query gave it, as SQL. */
  literal(value: Value): string;
}

export function findSlotKey(
  slot: string,
  { columns, made, values }: Omit<BehindContext, 'from'>,
): SlotKey | undefined {
  const { chart, slots, told } = made;
  const channel = only(chart, slot);
  const column = channel?.column === undefined ? undefined : findColumn(columns, channel.column);
  if (!channel || !column) return undefined;
  const bins = (told.bins as Record<string, Bins> | undefined)?.[slot];
  const isGroup = toSlots(findChartKind(chart.mark)!)[slot]!.role === 'group';
  const plain = isGroup ? toKeySql(channel, column) : quoteName(column.name);
  const key = bins ? toBinStartSql(plain, bins) : plain;
  const literal = (value: Value) => toLiteral(value, bins ? 'DOUBLE' : toKeyType(channel, column, isGroup));
  const rest = slots.indexOf(`${slot}.rest`);
  if (rest < 0) return { key, literal };
  const given = values[slots.indexOf(slot)]!;
  const shown = new Set(given.filter((_, at) => values[rest]![at] !== true));
  const named = [...shown].filter((value) => value !== null);
  const others = named.length > 0 ? `${key} NOT IN (${named.map(literal).join(', ')})` : 'true';
  return {
    key,
    literal,
    rest: shown.has(null) ? `(${key} IS NOT NULL AND ${others})` : `(${key} IS NULL OR ${others})`,
  };
}

export function isRest(
  slot: string,
  row: number,
  { made, values }: Pick<BehindContext, 'made' | 'values'>,
): boolean {
  return values[made.slots.indexOf(`${slot}.rest`)]?.[row] === true;
}

/** The type of what rows are put together by. */
function toKeyType({ unit = 'none' }: Channel, { type }: Column, isGroup: boolean): string {
  if (!isGroup || toFamily(type) !== 'date') return type;
  if (unit === 'none') return /^(DATE$|TIMESTAMP)/.test(type) ? type : 'VARCHAR';
  if (['month-of-year', 'weekday', 'hour-of-day'].includes(unit)) return 'BIGINT';
  return ['hour', 'minute', 'second'].includes(unit) ? 'TIMESTAMP' : 'DATE';
}

/** A value of a type as it is written in SQL, so that the engine reads the very same one. */
function toLiteral(value: Value, type: string): string {
  if (typeof value === 'boolean') return String(value);
  const text = String(value);
  if (type === 'VARCHAR') return quoteText(text);
  if (/INT$|^DECIMAL/.test(type) && /^-?\d+(\.\d+)?$/.test(text)) return text;
  return `CAST(${quoteText(text)} AS ${type})`;
}
