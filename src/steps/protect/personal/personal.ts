import { quoteName } from '../../../sql/quote';
import type { Column, Value } from '../../../table/column';
import { toFamily } from '../../../table/column';
import type { Ask } from '../../chain';
import type { Form } from './forms';
import { forms } from './forms';
import type { PersonalKind } from './headers';
import { judge } from './judge';

/** A column that looks like data on people, and why. */
export interface PersonalColumn {
  column: string;
  kind: PersonalKind;
  /** From 0.5 to 1. */
  score: number;
  /** By its name, by its values, by both; or because texts in it mention such data. */
  why: 'name' | 'values' | 'both' | 'text';
  /** Values that look like it, of those that were looked at. */
  count: number;
  looked: number;
}

/** What was counted of a column's values. */
export interface Seen {
  present: number;
  different: number;
  /** Different beginnings of three characters. */
  heads: number;
  length: number;
  by: Partial<Record<Form, number>>;
}

export interface PersonalOptions {
  ask: Ask;
  /** Rows that are looked at, drawn by chance but always the same. */
  sample?: number;
}

/** Finds the columns of a table that look like data on people; the engine counts, and no value leaves it. */
export async function findPersonal(
  table: string,
  columns: readonly Column[],
  { ask, sample = 20_000 }: PersonalOptions,
): Promise<PersonalColumn[]> {
  const looked = columns.filter(isLookedAt);
  if (looked.length === 0) return [];
  const { values } = await ask(toQuestion(table, looked, sample));
  const nothing: Seen = { present: 0, different: 0, heads: 0, length: 0, by: {} };
  const seen = new Map(values[0]!.map((at, row) => [Number(at), toSeen(values, row)]));
  return looked.flatMap((column, at) => judge(column, seen.get(at) ?? nothing) ?? []);
}

const allForms = Object.keys(forms) as Form[];

/** One row for each column that has values: its place, and what was counted of it. */
export function toQuestion(table: string, columns: readonly Column[], sample: number): string {
  const texts = columns.map(({ name }) => `CAST(${quoteName(name)} AS VARCHAR)`);
  const counts = allForms.map(
    (form) => `coalesce(sum(n) FILTER (WHERE ${forms[form]('it', 'closed')}), 0) AS ${quoteName(form)}`,
  );
  return `WITH sampled AS (
  SELECT ${columns.map(({ name }) => quoteName(name)).join(', ')}
  FROM ${quoteName(table)} USING SAMPLE ${sample} ROWS (reservoir, 1)
), texts AS (
  SELECT unnest(range(${columns.length})) AS nth, unnest([${texts.join(', ')}]) AS written
  FROM sampled
), looked_at AS MATERIALIZED (
  SELECT nth, trim(translate(written, '０１２３４５６７８９＠．（）＋－　', '0123456789@.()+- ')) AS it, replace(it, ' ', '') AS closed, count(*) AS n
  FROM texts
  WHERE trim(written) <> ''
  GROUP BY ALL
)
SELECT nth, sum(n) AS present, count(*) AS different, count(DISTINCT left(it, 3)) AS heads, sum(n * length(it)) / sum(n) AS mean_length,
  ${counts.join(',\n  ')}
FROM looked_at
GROUP BY nth
ORDER BY nth`;
}

function toSeen(values: readonly (readonly Value[])[], row: number): Seen {
  const [, present = 0, different = 0, heads = 0, length = 0, ...counts] = values.map((column) =>
    Number(column[row]),
  );
  const by = Object.fromEntries(allForms.map((form, at) => [form, counts[at]!]));
  return { present, different, heads, length, by };
}

function isLookedAt({ type }: Column): boolean {
  const family = toFamily(type);
  if (family === 'number') return !/^(DOUBLE|FLOAT|DECIMAL)/.test(type);
  return family === 'text' || /^(DATE|TIMESTAMP)/.test(type);
}
