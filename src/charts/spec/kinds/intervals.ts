import { toFreeName } from '../../../lib/freeName';
import { quoteName } from '../../../sql/quote';
import { number } from '../../../steps/field';
import type { ChartKind, MakeContext, Made } from '../chart';
import { only } from '../chart';
import { toRows, toWhere } from '../groups';

/** More colours than these are not told apart. */
const MOST_COLORS = 9;

/** What lasts from one moment to another, each name in a row of its own. */
export const intervals: ChartKind = {
  mark: 'intervals',
  slots: {
    start: { role: 'value', families: ['date', 'number'] },
    end: { role: 'value', families: ['date', 'number'] },
    y: { role: 'value' },
    color: { role: 'value', optional: true },
    label: { role: 'value', optional: true },
  },
  fields: { most: number({ otherwise: 200, min: 1, max: 2000, whole: true }) },
  asks: ['most'],
  make,
};

async function make({ chart, from, ask }: MakeContext): Promise<Made> {
  const { most } = chart.options as { most: number };
  const slots = ['start', 'end', 'y', 'color', 'label', 'facet', 'rows'].filter((slot) => only(chart, slot));
  const names: string[] = [];
  const list = slots.map((slot) => {
    const { column } = only(chart, slot)!;
    const name = toFreeName(column!, names);
    names.push(name);
    return `${quoteName(column!)} AS ${quoteName(name)}`;
  });
  const [start, end] = ['start', 'end'].map((slot) => quoteName(only(chart, slot)!.column!));
  const there = `${start} IS NOT NULL AND ${end} IS NOT NULL`;
  const where = toWhere(chart);
  const [answer] = toRows(
    await ask(
      `SELECT count(*), count(*) FILTER (WHERE ${there}), count(*) FILTER (WHERE ${start} <= ${end})\nFROM ${from}${where}`,
    ),
  );
  const [rows = 0, whole = 0, drawn = 0] = answer!.map(Number);
  const all = `SELECT ${list.join(', ')}\nFROM ${from}${where}${where ? ' AND' : '\nWHERE'} ${start} <= ${end}`;
  const at = (slot: string) => quoteName(names[slots.indexOf(slot)]!);
  const isColored = slots.includes('color');
  const color = isColored ? at('color') : '';
  const rest = quoteName(toFreeName('rest', names));
  const groups = isColored
    ? Number(toRows(await ask(`SELECT count(DISTINCT (${color}, 1)) FROM (${all})`))[0]![0])
    : 0;
  const isCut = groups > MOST_COLORS + 1;
  const count = quoteName(toFreeName('rows', [...names, 'rest']));
  const shown = names
    .map((name) => quoteName(name))
    .map((name) => (name === color ? `CASE WHEN NOT ${rest} THEN ${name} END AS ${name}` : name))
    .join(', ');
  const sql = isCut
    ? [
        `SELECT ${shown}, ${rest}`,
        `FROM (\n  SELECT *, dense_rank() OVER (ORDER BY ${count} DESC, ${color}) > ${MOST_COLORS} AS ${rest}`,
        `  FROM (SELECT *, count(*) OVER (PARTITION BY ${color}) AS ${count} FROM (${all}))\n)`,
      ].join('\n')
    : all;
  return {
    sql: `${sql}\nORDER BY ${at('start')}, ${at('end')}, ${at('y')}\nLIMIT ${most}`,
    slots: [...slots, ...(isCut ? ['color.rest'] : [])],
    chart,
    told: {
      rows,
      ...(rows > whole && { missing: rows - whole }),
      ...(whole > drawn && { backwards: whole - drawn }),
      ...(isCut && { cut: { groups, shown: MOST_COLORS, together: true } }),
      ...(drawn > most && { firstOf: { shown: most, groups: drawn } }),
    },
  };
}
