import { Problem } from '../../../lib/problem';
import { quoteName, quoteText } from '../../../sql/quote';
import type { Column } from '../../../table/column';
import { toFamily } from '../../../table/column';
import { choice } from '../../field';
import type { Made, StepContext } from '../../step';
import { findColumn, toOwnName } from '../../write';
import type { Reading } from './reading';
import { toText } from './reading';

/** What becomes of values that can't be read: they are missing, nothing goes on, or they stand in a column beside. */
export const failing = choice(['clear', 'stop', 'beside']);

export interface Converting {
  names: readonly string[];
  reading: Reading;
  failing: 'clear' | 'stop' | 'beside';
}

/** The same rows with columns read anew. */
export function toConverted(context: StepContext, { names, reading, failing: what }: Converting): Made {
  const columns = names.map((name) => findColumn(context.columns, name)!);
  if (what === 'stop') checkFound(context);
  const set = columns.map((column) => `${reading.read(column)} AS ${quoteName(column.name)}`);
  const beside =
    what === 'beside'
      ? columns.map(
          (column) =>
            `,\n  CASE WHEN ${toFails(reading, column)} THEN ${toText(column)} END AS ${quoteName(toOwnName(context.columns, `${column.name}_unread`))}`,
        )
      : [];
  return {
    sql: [
      ...toWith(reading),
      `SELECT * REPLACE (\n  ${set.join(',\n  ')}\n)${beside.join('')}`,
      `FROM ${context.from} AS it`,
    ].join('\n'),
    changes: columns.map(({ name }) => name),
    sameRows: true,
    readsTwice: reading.tables.length > 0,
  };
}

/** The values that can't be read, by column, and how many rows have each; the most frequent first. */
export function toFailuresSql(
  { from, columns: all }: StepContext,
  { names, reading }: Pick<Converting, 'names' | 'reading'>,
): string {
  const parts = names.map((name) => {
    const column = findColumn(all, name)!;
    return [
      `SELECT ${quoteText(column.name)} AS "column", ${toText(column)} AS "value", count(*) AS "rows"`,
      `FROM ${from} AS it`,
      `WHERE ${toFails(reading, column)}`,
      `GROUP BY ALL`,
    ].join('\n');
  });
  return [...toWith(reading), parts.join('\nUNION ALL\n'), 'ORDER BY "rows" DESC, "column", "value"'].join(
    '\n',
  );
}

/** Asked before a chain goes on only where everything can be read. */
export function toFailingQuestion(failures: string): string {
  return `SELECT sum("rows"), first("value")\nFROM (\n${failures}\n)`;
}

function checkFound({ found }: StepContext): void {
  const [count, value] = found.map(([first]) => first);
  if (count !== null && count !== undefined) refuse({ count: Number(count), example: String(value) });
}

/** Says that values can't be read, where a person wants nothing to go on then. */
export function refuse({ count, example }: { count: number; example: string }): void {
  if (count === 0) return;
  throw new Problem('step-misfit', { params: { why: 'unread', count, value: example } });
}

function toWith({ tables }: Reading): string[] {
  return tables.length > 0 ? [`WITH ${tables.join(',\n')}`] : [];
}

/** A blank text is a missing value, and none that failed. */
function toFails(reading: Reading, column: Column): string {
  const text = toText(column);
  const isThere =
    toFamily(column.type) === 'text' ? `regexp_matches(${text}, '[^\\s\\p{Z}]')` : `${text} IS NOT NULL`;
  return `${isThere} AND (${reading.read(column)}) IS NULL`;
}
