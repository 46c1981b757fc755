import { quoteName } from '../../sql/quote';
import type { Made, StepContext } from '../step';
import { toOwnName } from '../write';

/** A name for the numbers of rows, and the table with them. */
export interface Numbered {
  row: string;
  rows: string;
}

/**
 * The rows whose numbers a query gives, in the order in which they were. It reads a table of nothing but what it needs, where `QUALIFY`
 * would carry every column through its windows. The engine may turn the join around, so that the order is told.
 */
export function toPicked(
  { from, columns }: Pick<StepContext, 'from' | 'columns'>,
  write: (numbered: Numbered) => string,
): Made {
  const row = quoteName(toOwnName(columns, 'row_no'));
  const numbered = `SELECT *, row_number() OVER () AS ${row} FROM ${from}`;
  return {
    sql: [
      `SELECT * EXCLUDE (${row})`,
      `FROM (${numbered})`,
      `WHERE ${row} IN (`,
      ...write({ row, rows: `(${numbered})` })
        .split('\n')
        .map((line) => `  ${line}`),
      `)\nORDER BY ${row}`,
    ].join('\n'),
    columns,
    readsTwice: true,
  };
}
