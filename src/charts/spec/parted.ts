import { toFreeName } from '../../lib/freeName';
import { quoteName } from '../../sql/quote';
import { findColumn } from '../../steps/write';
import { toBinStartSql } from './bins';
import { isMoment } from './channel';
import type { Chart, MakeContext, Told } from './chart';
import { only } from './chart';
import { choose, toRows, toWhere } from './groups';
import { isCyclic, toKeySql, toSpread } from './keys';

export interface PartedOptions {
  /** Slots whose values rows are put together by. */
  by: readonly string[];
  /** The slot of the number that each row has; on a logarithmic axis those of nothing or less have no place. */
  value: string;
  most: Readonly<Record<string, number>>;
  moments?: number;
  bins?: Readonly<Record<string, number>>;
}

/** Rows that are not added up, but looked at group by group. */
export interface Parted {
  /** What stands after `FROM`: a row for each that has a value, with its keys, its `value`, and where its groups stand. */
  readonly from: string;
  readonly keys: readonly { readonly slot: string; readonly name: string; readonly sql: string }[];
  /** By which groups are put in order, where `from` is called "rows". */
  readonly order: string;
  readonly chart: Chart;
  readonly told: Told;
  /** The largest of its values, whatever its sign. */
  readonly reach: number;
}

/** The name of the column of values, in what `from` says. */
export const VALUE = '"the value"';

/** Each row's number beside the groups it is in, of the groups that have the most rows. */
export async function toParted(context: MakeContext, options: PartedOptions): Promise<Parted> {
  const { by, value, most } = options;
  const { chart, bins } = await choose(context, options);
  const { columns, from, ask, hold } = context;
  const names: string[] = ['the value'];
  const keys = by.flatMap((slot) => {
    const channel = only(chart, slot);
    if (!channel) return [];
    const column = findColumn(columns, channel.column!)!;
    const name = toFreeName(column.name, names);
    names.push(name);
    const bin = bins[slot];
    const key = toKeySql(channel, column);
    const named = toSpread(channel, columns) === 'names' && !isCyclic(channel.unit);
    return [{ slot, channel, name, sql: quoteName(name), key: bin ? toBinStartSql(key, bin) : key, named }];
  });
  const column = findColumn(columns, only(chart, value)!.column!)!;
  const it = quoteName(column.name);
  const number = isMoment(column.type) ? `epoch(${it})` : `CAST(${it} AS DOUBLE)`;
  const list = [...keys.map(({ key, sql }) => `${key} AS ${sql}`), `${number} AS ${VALUE}`];
  const all = `SELECT ${list.join(', ')}\nFROM ${from}${toWhere(chart)}`;
  const isLog = only(chart, value)!.scale === 'log';
  const isThere = [
    `${VALUE} IS NOT NULL AND isfinite(${VALUE})${isLog ? ` AND ${VALUE} > 0` : ''}`,
    ...keys.flatMap(({ named, sql }) => (named ? [] : [`${sql} IS NOT NULL`])),
  ].join(' AND ');
  const counted = await hold(
    `SELECT ${[...keys.map(({ sql }) => sql), 'count(*) AS "all rows"', `count(*) FILTER (WHERE ${isThere}) AS "rows there"`, `max(abs(${VALUE})) FILTER (WHERE ${isThere}) AS "their reach"`].join(', ')}
FROM (${all})${keys.length > 0 ? '\nGROUP BY ALL' : ''}`,
  );
  const named = keys.filter((key) => key.named);
  const [answer] = toRows(
    await ask(
      `SELECT ${[
        'sum("all rows")',
        'sum("rows there")',
        'max("their reach")',
        ...named.map(({ sql }) => `count(DISTINCT (${sql}, 1)) FILTER (WHERE "rows there" > 0)`),
      ].join(', ')}\nFROM ${counted}`,
    ),
  );
  const [rows = 0, there = 0, reach = 0, ...groups] = answer!.map(Number);
  const cuts = named.map(({ slot, channel, sql, name }, at) => {
    const shown = channel.top ?? most[slot] ?? 25;
    return { slot, channel, sql, name, shown, groups: groups[at]!, isCut: groups[at]! > shown };
  });
  const cut = cuts.find(({ isCut }) => isCut);
  const told: Told = {
    rows,
    ...(rows > there && { missing: rows - there }),
    ...(cut && { cut: { groups: cut.groups, shown: cut.shown, together: false } }),
    ...(Object.keys(bins).length > 0 && { bins }),
  };
  const place = (name: string) => quoteName(`place of ${name}`);
  // each slot's groups in the order that its channel asks for, of those that have the most rows
  const joins = cuts.map(({ sql, name, channel, shown }, at) => {
    const order = { value: '"n" DESC, "g"', 'value-up': '"n", "g"', name: '"g"', 'name-down': '"g" DESC' }[
      channel.sort ?? 'name'
    ];
    return `JOIN (
  SELECT "g", row_number() OVER (ORDER BY ${order}) AS "p"
  FROM (SELECT ${sql} AS "g", sum("rows there") AS "n" FROM ${counted} GROUP BY ALL ORDER BY 2 DESC, 1 LIMIT ${shown})
) AS "j${at}" ON ${quoteName('rows')}.${quoteName(name)} IS NOT DISTINCT FROM "j${at}"."g"`;
  });
  const places = cuts.map(({ name }, at) => `"j${at}"."p" AS ${place(name)}`);
  return {
    from: `(
SELECT ${['"rows".*', ...places].join(', ')}
FROM (SELECT * FROM (${all})\nWHERE ${isThere}) AS "rows"
${joins.join('\n')}
)`,
    keys: keys.map(({ slot, name, sql }) => ({ slot, name, sql })),
    order: [
      ...cuts.map(({ name }) => `min("rows".${place(name)})`),
      ...keys.filter((key) => !key.named).map(({ sql }) => `"rows".${sql}`),
    ].join(', '),
    chart,
    told,
    reach,
  };
}
