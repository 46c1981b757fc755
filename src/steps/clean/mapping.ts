import type { StepContext } from '../step';
import { toFree } from './reading/free';

export interface Mapping {
  /** What is looked for among the given, of the table `it`. */
  key: string;
  /** A query of `given` and `value`, each `given` once and none missing. */
  pairs: string;
  /** Whether a pair may lead to a missing value. */
  leadsToMissing: boolean;
  /** What becomes of a value that is in no pair, in SQL. */
  otherwise: string;
}

/** The tables that a mapping needs, and what it makes of a column of the table `it`. */
export function toMapping(
  { from }: Pick<StepContext, 'from'>,
  { key, pairs, leadsToMissing, otherwise }: Mapping,
  others: readonly string[] = [],
): { table: string; value: string } {
  const name = toFree(from, ...others)('pairs');
  const find = (what: string) => `(SELECT ${what} FROM ${name} WHERE ${name}.given = ${key})`;
  return {
    table: `${name} AS MATERIALIZED (\n  ${pairs}\n)`,
    value: leadsToMissing
      ? `CASE WHEN ${find('true')} THEN ${find('value')} ELSE ${otherwise} END`
      : `coalesce(${find('value')}, ${otherwise})`,
  };
}

/** Texts as rows of pairs. */
export function toPairs(rows: readonly (readonly [given: string, value: string])[]): string {
  return `FROM (VALUES\n    ${rows.map(([given, value]) => `(${given}, ${value})`).join(',\n    ')}\n  ) AS pair(given, value)`;
}
