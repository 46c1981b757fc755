import { toFreeName } from '../../lib/freeName';
import { Problem } from '../../lib/problem';
import { quoteName } from '../../sql/quote';
import { findColumn } from '../../steps/write';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import type { Channel } from './channel';
import { isMoment } from './channel';
import type { Chart, MakeContext, Told } from './chart';
import { only } from './chart';
import { toRows, toWhere } from './groups';
import { toKeySql } from './keys';

/** Rows that are drawn one by one: which there are, and by what they are told apart. */
export interface Singles {
  /** What stands after `FROM`: the rows that have a place, with a column for each slot. */
  readonly from: string;
  /** The columns of the slots that tell rows apart, as the query's list has them; `color.rest` is true of colours beyond the most. */
  readonly keys: readonly (readonly [slot: string, name: string])[];
  /** The columns of the slots that each row has a value of. */
  readonly values: readonly (readonly [slot: string, name: string])[];
  /** How many there are. */
  readonly rows: number;
  readonly told: Told;
  /** From the least to the greatest, by slot, as numbers; moments as seconds. */
  readonly ends: Readonly<Record<string, readonly [number, number]>>;
}

export interface SinglesOptions {
  /** Slots that a row must have a number or a moment of. */
  needed: readonly string[];
  /** Of these slots a row must have a number or a moment on at least one. */
  either?: readonly string[];
  /** Slots that a row may have a value of. */
  values?: readonly string[];
  most: { readonly color: number; readonly facet: number; readonly rows: number };
}

/** Times of a day and spans of time have no axis. */
export function checkMoments(
  chart: Chart,
  slots: readonly string[],
  columns: readonly Column[],
): Problem | undefined {
  for (const slot of slots) {
    const column = findColumn(columns, only(chart, slot)?.column ?? '');
    if (column && toFamily(column.type) === 'date' && !isMoment(column.type))
      return new Problem('step-family', { params: { column: column.name, type: column.type } });
  }
  return undefined;
}

/** A column as a number: a moment by its seconds. */
export function toNumberSql({ name, type }: Column): string {
  return isMoment(type) ? `epoch(${quoteName(name)})` : `CAST(${quoteName(name)} AS DOUBLE)`;
}

/** Reads what columns reach over, and which groups are the largest, so that a picture of single rows can be asked for. */
export async function toSingles(context: MakeContext, options: SinglesOptions): Promise<Singles> {
  const { chart, columns, from, ask, hold } = context;
  const { needed, either = [], values = [], most } = options;
  const where = toWhere(chart);
  const columnOf = (slot: string) => findColumn(columns, only(chart, slot)!.column!)!;
  const toThere = ({ column: name, scale }: Channel) => {
    const column = findColumn(columns, name!)!;
    const it = quoteName(column.name);
    const isLog = scale === 'log' && !isMoment(column.type);
    return `${it} IS NOT NULL AND isfinite(${toNumberSql(column)})${isLog ? ` AND ${it} > 0` : ''}`;
  };
  const channelsOf = (slots: readonly string[]) =>
    slots.flatMap((slot) => (chart.slots[slot] ?? []).map((channel) => [slot, channel] as const));
  const someOf = channelsOf(either).map(([, channel]) => `(${toThere(channel)})`);
  const isThere = [
    ...needed.map((slot) => toThere(only(chart, slot)!)),
    ...(someOf.length > 0 ? [`(${someOf.join(' OR ')})`] : []),
  ].join(' AND ');
  const spans = needed.flatMap((slot) =>
    ['min', 'max'].map((end) => `${end}(${toNumberSql(columnOf(slot))}) FILTER (WHERE ${isThere})`),
  );
  const [answer] = toRows(
    await ask(
      `SELECT count(*), count(*) FILTER (WHERE ${isThere}), ${spans.join(', ')}\nFROM ${from}${where}`,
    ),
  );
  const [all = 0, there = 0, ...ends] = answer!.map(Number);
  const names: string[] = [];
  const toName = (wanted: string) => {
    const name = toFreeName(wanted, names);
    names.push(name);
    return name;
  };
  const list: string[] = [];
  const joins: string[] = [];
  const keys: (readonly [string, string])[] = [];
  let cut: Told['cut'];
  for (const slot of ['color', 'facet', 'rows'] as const) {
    const channel = only(chart, slot);
    if (!channel) continue;
    const column = columnOf(slot);
    const key = toKeySql({ unit: 'none', ...channel }, column);
    const shown = channel.top ?? most[slot];
    const largest = await hold(
      `SELECT ${key} AS "the group", count(*) AS "its rows"\nFROM ${from}\nWHERE ${isThere}${where ? ` AND (${where.slice(7)})` : ''}\nGROUP BY ALL`,
    );
    const [[groups]] = toRows(await ask(`SELECT count(*) FROM ${largest}`)) as [[number]];
    const isCut = Number(groups) > shown;
    const name = toName(column.name);
    if (!isCut) {
      list.push(`${key} AS ${quoteName(name)}`);
      keys.push([slot, name]);
      continue;
    }
    const kept = slot === 'color' ? Math.max(shown - 1, 1) : shown;
    const held = await hold(
      `SELECT "the group", true AS "it is kept" FROM ${largest} ORDER BY "its rows" DESC, "the group" LIMIT ${kept}`,
    );
    cut ??= { groups: Number(groups), shown: kept, together: slot === 'color' };
    const alias = quoteName(`${slot} kept`);
    joins.push(
      `${slot === 'color' ? 'LEFT JOIN' : 'JOIN'} ${held} AS ${alias} ON ${key} IS NOT DISTINCT FROM ${alias}."the group"`,
    );
    list.push(`${slot === 'color' ? `${alias}."the group"` : key} AS ${quoteName(name)}`);
    keys.push([slot, name]);
    if (slot === 'color') {
      const rest = toName(`${column.name}_rest`);
      list.push(`${alias}."it is kept" IS NULL AS ${quoteName(rest)}`);
      keys.push(['color.rest', rest]);
    }
  }
  const given = channelsOf([...needed, ...either, ...values]).map(([slot, channel]) => {
    const column = findColumn(columns, channel.column!)!;
    const name = toName(column.name);
    const it = quoteName(column.name);
    const isZoned = column.type === 'TIMESTAMP WITH TIME ZONE';
    list.push(`${isZoned ? `CAST(${it} AS TIMESTAMP)` : it} AS ${quoteName(name)}`);
    return [slot, name] as const;
  });
  return {
    from: `(
SELECT ${list.join(', ')}
FROM ${from}${joins.map((join) => `\n${join}`).join('')}
WHERE ${isThere}${where ? ` AND (${where.slice(7)})` : ''}
)`,
    keys,
    values: given,
    rows: there,
    told: { rows: all, ...(all > there && { missing: all - there }), ...(cut && { cut }) },
    ends: Object.fromEntries(needed.map((slot, at) => [slot, [ends[2 * at]!, ends[2 * at + 1]!] as const])),
  };
}
