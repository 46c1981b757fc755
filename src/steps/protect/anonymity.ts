import { quoteName } from '../../sql/quote';
import type { Value } from '../../table/column';
import type { Ask } from '../chain';

/**
 * How well people hide among others: k-anonymity (L. Sweeney, 2002) and distinct l-diversity (A. Machanavajjhala et al., 2007). A group
 * is all rows that agree in the columns by which somebody may be known; a missing value is a value like others.
 */
export interface Anonymity {
  rows: number;
  groups: number;
  /** The size of the smallest group. */
  smallest: number;
  /** Rows that stand alone. */
  unique: number;
  /** Rows in groups of less than k, and how many such groups there are. */
  exposed: number;
  exposedGroups: number;
  diversity: readonly Diversity[];
  /** The smallest groups, with their values and their rows. */
  worst: readonly { values: readonly Value[]; rows: number }[];
}

/** How many different values of a sensitive column a group has at least. */
export interface Diversity {
  column: string;
  least: number;
  /** Rows in groups with less than l of them: who knows the group knows the value, or nearly. */
  exposed: number;
}

export interface AnonymitySpec {
  table: string;
  /** Columns by which somebody may be known: age, city, sex. */
  known: readonly string[];
  sensitive?: readonly string[];
  k?: number;
  l?: number;
  worst?: number;
}

export async function readAnonymity(spec: AnonymitySpec, ask: Ask): Promise<Anonymity> {
  const { values } = await ask(toReportSql(spec));
  const numbers = values.map(([value]) => Number(value ?? 0));
  const [rows, groups, smallest, unique, exposed, exposedGroups, ...rest] = numbers as [
    number,
    number,
    number,
    number,
    number,
    number,
    ...number[],
  ];
  const diversity = (spec.sensitive ?? []).map((column, at) => ({
    column,
    least: rest[2 * at]!,
    exposed: rest[2 * at + 1]!,
  }));
  const listed = (await ask(toWorstSql(spec))).values;
  const worst = (listed.at(-1) ?? []).map((size, row) => ({
    values: listed.slice(0, -1).map((column) => column[row]!),
    rows: Number(size),
  }));
  return { rows, groups, smallest, unique, exposed, exposedGroups, diversity, worst };
}

/** One row of numbers. */
export function toReportSql({ table, known, sensitive = [], k = 5, l = 2 }: AnonymitySpec): string {
  const kinds = sensitive.map((_, at) => `l_${at + 1}`);
  const counts = sensitive.map(
    (name, at) =>
      `count(DISTINCT ${quoteName(name)}) + max(CASE WHEN ${quoteName(name)} IS NULL THEN 1 ELSE 0 END) AS ${kinds[at]}`,
  );
  const reported = kinds.flatMap((kind) => [
    `coalesce(min(${kind}), 0) AS ${kind}_least`,
    `coalesce(sum(n) FILTER (WHERE ${kind} < ${l}), 0) AS ${kind}_exposed`,
  ]);
  return `WITH of_group AS (
  SELECT ${['count(*) AS n', ...counts].join(', ')}
  FROM ${quoteName(table)}
  ${known.length > 0 ? `GROUP BY ${toKeys(known)}` : 'HAVING count(*) > 0'}
)
SELECT ${[
    'coalesce(sum(n), 0) AS in_all',
    'count(*) AS of_groups',
    'coalesce(min(n), 0) AS smallest',
    'coalesce(sum(n) FILTER (WHERE n = 1), 0) AS alone',
    `coalesce(sum(n) FILTER (WHERE n < ${k}), 0) AS exposed`,
    `count(*) FILTER (WHERE n < ${k}) AS exposed_groups`,
    ...reported,
  ].join(',\n  ')}
FROM of_group`;
}

/** The smallest groups: their values, and how many rows each has as the last column. */
export function toWorstSql({ table, known, worst = 20 }: AnonymitySpec): string {
  const size = 'count(*) AS "rows of the group"';
  if (known.length === 0) return `SELECT ${size} FROM ${quoteName(table)} HAVING count(*) > 0`;
  const keys = toKeys(known);
  return `SELECT ${keys}, ${size}
FROM ${quoteName(table)}
GROUP BY ${keys}
ORDER BY count(*), ${keys}
LIMIT ${worst}`;
}

function toKeys(names: readonly string[]): string {
  return names.map(quoteName).join(', ');
}
