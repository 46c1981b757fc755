import { quoteName } from '../../sql/quote';

const MOST_LOOKED = 200;
const MOST_SHOWN = 3;

/** A few different values of a column, and what a step that leaves rows in place makes of them. */
export function toSampleSql(made: string, from: string, column: string): string {
  const it = quoteName(column);
  const first = (sql: string, name: string) =>
    `(SELECT CAST(${it} AS VARCHAR) AS ${name} FROM ${sql} LIMIT ${MOST_LOOKED})`;
  return `SELECT was, any_value(becomes)
FROM ${first(from, 'was')}
POSITIONAL JOIN ${first(`(\n${made}\n)`, 'becomes')}
WHERE was IS NOT NULL
GROUP BY was
ORDER BY was
LIMIT ${MOST_SHOWN}`;
}
