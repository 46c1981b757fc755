import { quoteName } from '../../../sql/quote';
import type { Value } from '../../../table/column';
import { toFamily } from '../../../table/column';
import type { ColumnFacts, TableFacts } from './facts';

/** A map with fewer regions says less than a bar chart, and no map has more. */
const FEWEST = 3;
const MOST = 600;
/** So many of a column's different values have to be regions of one map. */
const ENOUGH = 0.6;
const LOOKED_AT = 100_000;

/** The column whose values are regions of a map, by one question for all columns that may have them. */
export async function findRegion(
  { columns }: TableFacts,
  from: string,
  ask: (sql: string) => Promise<readonly (readonly Value[])[]>,
): Promise<ColumnFacts | undefined> {
  const asked = columns.filter(
    ({ column, distinct }) => toFamily(column.type) === 'text' && distinct >= FEWEST && distinct <= MOST,
  );
  if (asked.length === 0) return undefined;
  const lists = asked.map(
    ({ column }, at) =>
      `(SELECT DISTINCT ${at} AS place, CAST(${quoteName(column.name)} AS VARCHAR) AS name FROM looked_at WHERE ${quoteName(column.name)} IS NOT NULL LIMIT ${MOST})`,
  );
  const [[places = [], names = []], { loadNames, matchNames }] = await Promise.all([
    ask(`WITH looked_at AS (SELECT * FROM ${from} LIMIT ${LOOKED_AT})\n${lists.join('\nUNION ALL ')}`),
    import('../maps/names'),
  ]);
  const gazetteer = await loadNames();
  const shares = asked.map((facts, at) => {
    const own = names.filter((_, row) => Number(places[row]) === at).map(String);
    const { ids } = matchNames(own, gazetteer);
    const regions = new Set(ids.values()).size;
    return { facts, share: regions >= FEWEST ? ids.size / own.length : 0 };
  });
  const best = shares.reduce((a, b) => (b.share > a.share ? b : a));
  return best.share >= ENOUGH ? best.facts : undefined;
}
