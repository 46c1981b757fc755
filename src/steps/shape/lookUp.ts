import { quoteName } from '../../sql/quote';
import type { StepContext } from '../step';
import { toOwnName } from '../write';
import type { Key } from './keys';
import type { Taken } from './taken';
import { toTakenColumns, toTakenSql } from './taken';

const WHOLE = /^(U?(TINYINT|SMALLINT|INTEGER|BIGINT)|U?HUGEINT)$/;

/** Whether values of the other table that differ cannot be equal to the same one here, as 2⁵³ and 2⁵³ + 1 are to a double. */
export function isDistinct({ left, right, isText }: Key): boolean {
  return isText || left.type === right.type || (WHOLE.test(left.type) && WHOLE.test(right.type));
}

/** A query of how many keys of a table have several rows; more than one is not looked for. */
export function toRepeatedQuestion(table: string, keys: readonly Key[]): string {
  const values = keys.map((key) => key.toSql('right'));
  return [
    'SELECT count(*)',
    `FROM (SELECT 1 FROM ${quoteName(table)} WHERE ${values.map((value) => `${value} IS NOT NULL`).join(' AND ')}`,
    `  GROUP BY ${values.join(', ')} HAVING count(*) > 1 LIMIT 1)`,
  ].join('\n');
}

export interface LookUp {
  /** A table, whose keys are each in one row of it, unless they are all that is wanted of it. */
  rows: string;
  keys: readonly Key[];
  given: readonly Taken[];
}

/**
 * The rows here, and as `found` the row of another table that has their key; missing where there is none. They stay where they
 * are, whereas a join has to be sorted by their numbers afterwards, which takes as long as itself.
 */
export function toLookUp(
  { from, columns }: Pick<StepContext, 'from' | 'columns'>,
  { rows, keys, given }: LookUp,
  named: (wanted: string) => string,
): { found: string; with: string; from: string } {
  const others = named('others');
  const found = quoteName(toOwnName(columns, 'found'));
  const names = keys.map((_, at) => quoteName(toOwnName(toTakenColumns(given), `key_${at + 1}`)));
  const values = [
    ...keys.map((key, at) => `${key.toSql('right', 'other')} AS ${names[at]!}`),
    ...toTakenSql(given, 'other'),
  ];
  const on = keys.map((key, at) => `${others}.${names[at]!} = ${key.toSql('left', 'it')}`);
  return {
    found,
    with: [
      `WITH ${others} AS MATERIALIZED (`,
      `  SELECT ${given.length === 0 ? 'DISTINCT ' : ''}${values.join(', ')}`,
      `  FROM ${rows} AS other`,
      ')',
    ].join('\n'),
    from: [
      'FROM (',
      `  SELECT *, (SELECT ${others} FROM ${others} WHERE ${on.join(' AND ')}) AS ${found}`,
      `  FROM ${from} AS it`,
      ') AS it',
    ].join('\n'),
  };
}
