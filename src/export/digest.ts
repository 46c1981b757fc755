import { quoteName } from '../sql/quote';
import type { Column } from '../table/column';

/**
 * What a table's rows come to, whatever their order. Of the engine's own hash, so it is told together with the version:
 * another version's says nothing.
 */
export function toDigestQuery(table: string, columns: readonly Column[]): string {
  const values = columns.map(({ name }) => quoteName(name)).join(', ');
  return `SELECT concat_ws(' ', version(), count(*), sum(CAST(hash(${values}) AS HUGEINT))) FROM main.${quoteName(table)}`;
}
