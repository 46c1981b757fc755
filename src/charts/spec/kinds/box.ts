import { choice } from '../../../steps/field';
import type { ChartKind, MakeContext, Made } from '../chart';
import { toParted, VALUE } from '../parted';
import type { Parted } from '../parted';

/** So many outliers of a group are drawn on either side. */
const MOST_OUTLIERS = 40;

/** A group's values as five numbers: its middle, its quarters, and how far it reaches. */
export const box: ChartKind = {
  mark: 'box',
  slots: {
    y: { role: 'value', families: ['number'] },
    x: { role: 'group', optional: true },
  },
  over: true,
  fields: { direction: choice(['auto', 'up', 'across']) },
  make,
};

/**
 * Quartiles lie between values by linear interpolation: definition 7 of Hyndman and Fan (1996), as R, NumPy and Excel's QUARTILE.INC have
 * them. Whiskers end at the furthest values within 1.5 times the distance of the quartiles (Tukey 1977).
 */
async function make(context: MakeContext): Promise<Made> {
  const parted = await toParted(context, {
    by: ['x', 'facet', 'rows'],
    value: 'y',
    most: { x: 25, facet: 12, rows: 8 },
    moments: 25,
    bins: { x: 12 },
  });
  const { from, keys, order, chart, told } = parted;
  const held = await context.hold(
    `SELECT ${[...keys.map(({ sql }) => sql), `quantile_cont(${VALUE}, [0.25, 0.5, 0.75]) AS "quarters"`].join(', ')}
FROM ${from}${keys.length > 0 ? '\nGROUP BY ALL' : ''}`,
  );
  const [low, high] = [
    '"quarters"[1] - 1.5 * ("quarters"[3] - "quarters"[1])',
    '"quarters"[3] + 1.5 * ("quarters"[3] - "quarters"[1])',
  ];
  const given: readonly (readonly [string, string])[] = [
    ...keys.map(({ slot, sql }) => [slot, `"rows".${sql}`] as const),
    ['least', `min(${VALUE}) AS "least"`],
    ['low', `min(${VALUE}) FILTER (WHERE ${VALUE} >= ${low}) AS "whisker_from"`],
    ['first', 'any_value("quarters"[1]) AS "first_quartile"'],
    ['middle', 'any_value("quarters"[2]) AS "median"'],
    ['third', 'any_value("quarters"[3]) AS "third_quartile"'],
    ['high', `max(${VALUE}) FILTER (WHERE ${VALUE} <= ${high}) AS "whisker_to"`],
    ['greatest', `max(${VALUE}) AS "greatest"`],
    ['mean', `avg(${VALUE}) AS "mean"`],
    ['count', 'count(*) AS "rows"'],
    ['outliers', `count(*) FILTER (WHERE ${VALUE} < ${low} OR ${VALUE} > ${high}) AS "outliers"`],
    ['below', `min(${VALUE}, ${MOST_OUTLIERS}) FILTER (WHERE ${VALUE} < ${low}) AS "furthest_below"`],
    ['above', `max(${VALUE}, ${MOST_OUTLIERS}) FILTER (WHERE ${VALUE} > ${high}) AS "furthest_above"`],
  ];
  const sql = `SELECT
  ${given.map(([, part]) => part).join(',\n  ')}
FROM ${from} AS "rows"
${toJoin(keys, held)}
${keys.length > 0 ? `GROUP BY ${keys.map(({ sql }) => `"rows".${sql}`).join(', ')}\nORDER BY ${order}` : 'HAVING count(*) > 0'}`;
  return { sql, slots: given.map(([slot]) => slot), chart, told };
}

/** What was found of each group, beside its rows. */
function toJoin(keys: Parted['keys'], held: string): string {
  const same = keys.map(({ sql }) => `"rows".${sql} IS NOT DISTINCT FROM "found".${sql}`);
  return `JOIN ${held} AS "found" ON ${same.join(' AND ') || 'true'}`;
}
