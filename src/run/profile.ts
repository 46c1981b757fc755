import type { Engine } from '../engine/engine';
import { quoteName } from '../sql/quote';
import type { Column, Value } from '../table/column';
import { toFamily } from '../table/column';

/** What is in a column. */
export interface ColumnProfile {
  rows: number;
  missing: number;
  distinct: number;
  /** Whether `distinct` was counted, not estimated. */
  exact: boolean;
  /** Of text, the lengths of its values in characters. */
  min: Value;
  max: Value;
  mean: number | null;
  frequent: [Value, number][];
}

/** Up to so many different values are counted; above it an estimate costs a tenth and says as much. */
const COUNTED_ROWS = 1_000_000;
const FREQUENT = 6;

export async function readProfile(
  engine: Engine,
  table: string,
  column: Column,
  signal: AbortSignal,
): Promise<ColumnProfile> {
  const name = quoteName(column.name);
  const family = toFamily(column.type);
  const measured = family === 'text' ? `length(${name})` : name;
  const mean = family === 'number' ? `avg(${name})::DOUBLE` : 'NULL::DOUBLE';
  const summary = await engine.query(
    `SELECT count(*), count(${name}), approx_count_distinct(${name}), min(${measured}), max(${measured}), ${mean}
     FROM ${quoteName(table)}`,
    { signal },
  );
  const [rows, present, about, min = null, max = null, average] = summary.values.map(
    (values) => values[0] ?? null,
  );
  const exact = Number(rows) <= COUNTED_ROWS;
  const distinct = exact
    ? (await engine.query(`SELECT count(DISTINCT ${name}) FROM ${quoteName(table)}`, { signal }))
        .values[0]![0]
    : about;
  const frequent = await engine.query(
    `SELECT ${name}, count(*) AS n FROM ${quoteName(table)} WHERE ${name} IS NOT NULL
     GROUP BY ALL HAVING count(*) > 1 ORDER BY n DESC, ${name} LIMIT ${FREQUENT}`,
    { signal },
  );
  return {
    rows: Number(rows),
    missing: Number(rows) - Number(present),
    distinct: Number(distinct),
    exact,
    min,
    max,
    mean: average === null ? null : Number(average),
    frequent: frequent.values[0]!.map((value, row) => [value, Number(frequent.values[1]![row])]),
  };
}
