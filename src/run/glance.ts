import type { Engine } from '../engine/engine';
import { quoteName } from '../sql/quote';
import type { Column, Value } from '../table/column';
import { toFamily } from '../table/column';

/** What is in a column at a glance. */
export interface Glance {
  rows: number;
  missing: number;
  shape: Shape;
}

export type Shape =
  /** How many values lie in each of several equal parts from the least to the greatest; dates and times in seconds. */
  | ({ kind: 'bins'; from: number; to: number; counts: number[] } & Pick<Bins, 'width' | 'unit'>)
  /** The most frequent values, with how often there are any that come twice. */
  | { kind: 'values'; distinct: number; isExact: boolean; frequent: [Value, number][] }
  | { kind: 'nothing' };

export interface GlanceOptions {
  engine: Pick<Engine, 'query'>;
  /** The table's id. */
  id: string;
  signal: AbortSignal;
}

/** What is cheap to find of many columns in one pass, and says how to find the rest. */
export interface Facts {
  rows: number;
  present: number;
  /** The least and the greatest; of text about how many different values, of flags how many are true. */
  low: number | null;
  high: number | null;
}

const BINS = 12;
const FREQUENT = 2;
/** Of more different texts the engine would hold too many at once, and the two most frequent say little. */
const MOST_COUNTED = 100_000;
const DAY_SECONDS = 86_400;

export async function readFacts(
  columns: readonly Column[],
  { engine, id, signal }: GlanceOptions,
): Promise<Facts[]> {
  const { values } = await engine.query(toFactsQuery(columns), { of: id, background: true, signal });
  const [rows, ...rest] = values.map(([value = null]) => (value === null ? null : Number(value)));
  return columns.map((_, index) => {
    const [present, low, high] = rest.slice(index * 3, index * 3 + 3);
    return { rows: rows!, present: present!, low: low!, high: high! };
  });
}

export async function readGlance(column: Column, facts: Facts, options: GlanceOptions): Promise<Glance> {
  const { rows, present } = facts;
  return { rows, missing: rows - present, shape: await readShape(column, facts, options) };
}

export function toFactsQuery(columns: readonly Column[]): string {
  const facts = columns.flatMap((column) => {
    const name = quoteName(column.name);
    const measure = maybeMeasure(column);
    if (measure) return [`count(${name})`, `min(${measure})`, `max(${measure})`];
    const family = toFamily(column.type);
    if (family === 'text') return [`count(${name})`, `approx_count_distinct(${name})`, 'NULL'];
    return [`count(${name})`, family === 'flag' ? `count_if(${name})` : 'NULL', 'NULL'];
  });
  return `SELECT ${['count(*)', ...facts].map((fact, index) => `(${fact})::DOUBLE AS f${index}`).join(', ')} FROM the_table`;
}

async function readShape(
  column: Column,
  { present, low, high }: Facts,
  { engine, id, signal }: GlanceOptions,
): Promise<Shape> {
  if (present === 0 || low === null) return { kind: 'nothing' };
  const query = (sql: string) => engine.query(sql, { of: id, background: true, signal });
  const measure = maybeMeasure(column);
  if (measure && high !== null) {
    if (!Number.isFinite(high - low)) return { kind: 'nothing' };
    const bins = toBins(column, low, high);
    const { values } = await query(toBinsQuery(measure, low, bins));
    const counts = Array.from({ length: bins.count }, () => 0);
    values[0]!.forEach((bin, row) => (counts[Number(bin)] = Number(values[1]![row])));
    return { kind: 'bins', from: low, to: high, width: bins.width, unit: bins.unit, counts };
  }
  if (toFamily(column.type) === 'flag') {
    const flags: [Value, number][] = [
      [true, low],
      [false, present - low],
    ];
    const frequent = flags.filter(([, count]) => count > 0).toSorted(([, a], [, b]) => b - a);
    return { kind: 'values', distinct: frequent.length, isExact: true, frequent };
  }
  if (low > MOST_COUNTED) return { kind: 'values', distinct: low, isExact: false, frequent: [] };
  const { values } = await query(toFrequentQuery(column));
  const frequent = values[0]!.map((value, row): [Value, number] => [value, Number(values[1]![row])]);
  const isRepeated = frequent.some(([, count]) => count > 1);
  return {
    kind: 'values',
    distinct: Number(values[2]![0]),
    isExact: true,
    frequent: isRepeated ? frequent : [],
  };
}

/** A column as a number on a line: dates and times as seconds. */
function maybeMeasure({ name, type }: Column): string | undefined {
  const value = quoteName(name);
  const finite = `CASE WHEN isfinite(${value}) THEN ${value} END`;
  const family = toFamily(type);
  if (family === 'number') return `(${/^(FLOAT|DOUBLE)/.test(type) ? finite : value})::DOUBLE`;
  if (family !== 'date') return undefined;
  // the seconds of a moment with a time zone are found by an extension, and those of one without in the engine
  if (/^TIMESTAMP/.test(type)) return `epoch((${finite})::TIMESTAMP)`;
  if (type === 'DATE') return `epoch(${finite})`;
  if (/^TIME/.test(type)) return `epoch(${value})`;
  return undefined;
}

export interface Bins {
  width: number;
  count: number;
  /** What lies between a value and the next that there can be; 0 where there is always one between. */
  unit: number;
}

/** Whole numbers and days get bins of whole ones, so that none has more values to hold than another. */
export function toBins({ type }: Column, low: number, high: number): Bins {
  const unit = /INT/.test(type) ? 1 : type === 'DATE' ? DAY_SECONDS : 0;
  if (unit === 0) {
    const count = low === high ? 1 : BINS;
    return { width: (high - low) / count || 1, count, unit };
  }
  const units = Math.round((high - low) / unit) + 1;
  const width = Math.ceil(units / BINS);
  return { width: width * unit, count: Math.ceil(units / width), unit };
}

function toBinsQuery(measure: string, low: number, { width, count }: Bins): string {
  const bin = `least(floor((${measure} - (${low}::DOUBLE)) / ${width}::DOUBLE), ${count - 1})::UTINYINT`;
  return `SELECT ${bin} AS bin, count(*) AS n FROM the_table WHERE ${measure} IS NOT NULL GROUP BY bin`;
}

function toFrequentQuery({ name }: Column): string {
  const value = quoteName(name);
  return `SELECT value, n, count(*) OVER () AS distinct_values FROM (
      SELECT ${value} AS value, count(*) AS n FROM the_table WHERE ${value} IS NOT NULL GROUP BY 1
    ) ORDER BY n DESC, value LIMIT ${FREQUENT}`;
}
