import type { Engine } from '../engine/engine';
import { quoteName } from '../sql/quote';

/** Values of a column that could not be read as its type. */
export interface Unread {
  count: number;
  example: string;
}

/** What is in the list of a table's values that could not be read, by the column's name. */
export async function readUnread(
  engine: Pick<Engine, 'query'>,
  table: string,
  signal: AbortSignal,
): Promise<Map<string, Unread>> {
  const { values } = await engine.query(
    `SELECT "column", count(*), arg_min(value, line) FROM unread.${quoteName(table)} GROUP BY "column"`,
    { signal },
  );
  const [columns = [], counts = [], examples = []] = values;
  return new Map(
    columns.map((column, row) => [
      String(column),
      { count: Number(counts[row]), example: String(examples[row]) },
    ]),
  );
}
