import { choice } from '../../../steps/field';
import type { ChartKind, MakeContext, Made } from '../chart';
import { only } from '../chart';
import { toParted, VALUE } from '../parted';

/** Each group's values are counted in so many bins, of which its density is made. */
export const CELLS = 256;

const slots = {
  y: { role: 'value', families: ['number'] },
  x: { role: 'group', optional: true },
} as const satisfies ChartKind['slots'];

/** How a group's values lie, on both sides of a middle line. */
export const violin: ChartKind = {
  mark: 'violin',
  slots,
  fields: { direction: choice(['auto', 'up', 'across']) },
  make: toDensities(20),
};

/** How the values of many groups lie, one behind the other. */
export const ridge: ChartKind = { mark: 'ridge', slots, fields: {}, make: toDensities(40) };

/** The counts of which a density is drawn, with what its bandwidth depends on. On a logarithmic axis all are of powers of ten. */
function toDensities(most: number) {
  return async function make(context: MakeContext): Promise<Made> {
    const { from, keys, order, chart, told, reach } = await toParted(context, {
      by: ['x', 'facet', 'rows'],
      value: 'y',
      most: { x: most, facet: 12, rows: 8 },
      moments: most,
      bins: { x: 12 },
    });
    const isLog = only(chart, 'y')!.scale === 'log';
    const it = isLog ? `log10(${VALUE})` : VALUE;
    const names = keys.map(({ sql }) => sql);
    const held = await context.hold(
      `SELECT ${[
        ...names,
        `min(${it}) AS "least"`,
        `quantile_cont(${it}, [0.25, 0.5, 0.75]) AS "quarters"`,
        `max(${it}) AS "greatest"`,
        `avg(${it}) AS "mean"`,
        `coalesce(${toDeviation(it, isLog ? 0 : reach)}, 0) AS "deviation"`,
        'count(*) AS "all rows"',
        ...(keys.length > 0 ? [`row_number() OVER (ORDER BY ${order}) AS "the place"`] : []),
      ].join(', ')}
FROM ${from} AS "rows"${keys.length > 0 ? `\nGROUP BY ${keys.map(({ sql }) => `"rows".${sql}`).join(', ')}` : ' HAVING count(*) > 0'}`,
    );
    const same = names.map((name) => `"rows".${name} IS NOT DISTINCT FROM "found".${name}`);
    const cell = `CAST(least(floor((${it} - "least") / nullif("greatest" - "least", 0) * ${CELLS}), ${CELLS - 1}) AS INTEGER)`;
    const given: readonly (readonly [string, string])[] = [
      ...keys.map(({ slot, sql }) => [slot, `"found".${sql}`] as const),
      ['least', 'any_value("least") AS "least"'],
      ['first', 'any_value("quarters"[1]) AS "first_quartile"'],
      ['middle', 'any_value("quarters"[2]) AS "median"'],
      ['third', 'any_value("quarters"[3]) AS "third_quartile"'],
      ['greatest', 'any_value("greatest") AS "greatest"'],
      ['mean', 'any_value("mean") AS "mean"'],
      ['deviation', 'any_value("deviation") AS "deviation"'],
      ['count', 'any_value("all rows") AS "rows"'],
      ['cells', 'list("cell" ORDER BY "cell") AS "bins"'],
      ['counts', 'list("n" ORDER BY "cell") AS "rows_in_bins"'],
    ];
    const byGroup = keys.length > 0 ? `GROUP BY ${names.map((name) => `"found".${name}`).join(', ')}` : '';
    const sql = `SELECT
  ${given.map(([, part]) => part).join(',\n  ')}
FROM ${held} AS "found"
JOIN (
  SELECT ${[...names.map((name) => `"rows".${name}`), `coalesce(${cell}, 0) AS "cell"`, 'count(*) AS "n"'].join(', ')}
  FROM ${from} AS "rows" JOIN ${held} AS "found" ON ${same.join(' AND ') || 'true'}
  GROUP BY ALL
) AS "rows" ON ${same.join(' AND ') || 'true'}
${byGroup ? `${byGroup}\nORDER BY any_value("the place")` : 'HAVING count(*) > 0'}`;
    return { sql, slots: given.map(([slot]) => slot), chart, told };
  };
}

/** The engine refuses to square numbers of which the squares are beyond any number. */
function toDeviation(it: string, reach: number): string {
  return reach > 1e100 ? `stddev_samp(${it} / 1e200) * 1e200` : `stddev_samp(${it})`;
}
