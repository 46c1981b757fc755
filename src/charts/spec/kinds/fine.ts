import { Problem } from '../../../lib/problem';
import { quoteName } from '../../../sql/quote';
import { findColumn } from '../../../steps/write';
import type { Chart, MakeContext, Made } from '../chart';
import { only } from '../chart';
import { toCellSql } from '../bins';
import { isMoment } from '../channel';
import { toSpread } from '../keys';
import { checkMoments, toSingles } from '../singles';
import type { Column } from '../../../table/column';

/** How a line of single rows was thinned: what its columns of points reach over. */
export interface Fine {
  readonly from: number;
  readonly to: number;
  /** So many columns were asked for; none where every row is drawn. */
  readonly columns: number;
  /** All there are. */
  readonly rows: number;
}

/** Below so many rows to a column of points nothing is gained by thinning. */
const WORTH = 4;

/** Whether a line goes from row to row, and not from group to group. */
export function isFine(chart: Chart, columns: readonly Column[]): boolean {
  const x = only(chart, 'x');
  const y = only(chart, 'y');
  return (
    y?.aggregate === 'none' &&
    y.column !== undefined &&
    x !== undefined &&
    toSpread({ ...x, unit: 'none' }, columns) !== 'names'
  );
}

/** What a line from row to row needs besides. */
export function checkFine(chart: Chart, columns: readonly Column[]): Problem | undefined {
  const isNameless = chart.slots.layers?.some(({ column }) => column === undefined) ?? false;
  if (isNameless) return new Problem('step-required', { params: { setting: 'column' } });
  return checkMoments(chart, ['x', 'y'], columns);
}

/** What may lie on a line from row to row besides the line. */
const BESIDE = ['layers', 'lower', 'upper'];

/**
 * A line from row to row. Of more rows than there are points across, each column of points keeps its first and last row and those of
 * its least and greatest value, from which it looks the same (M4: Jugel et al., VLDB 2014).
 */
export async function toFineLine(context: MakeContext): Promise<Made> {
  const { chart, columns, pixels } = context;
  const most = { color: 8, facet: 12, rows: 8 };
  const isAlone = BESIDE.every((slot) => !only(chart, slot));
  const singles = await toSingles(context, {
    ...(isAlone ? { needed: ['x', 'y'] } : { needed: ['x'], either: ['y', ...BESIDE] }),
    values: ['marked'],
    most,
  });
  const { from, keys, values, rows, told, ends } = singles;
  const nameOf = new Map(values);
  const [x, y] = [quoteName(nameOf.get('x')!), quoteName(nameOf.get('y')!)];
  const more = values
    .filter(([slot]) => slot !== 'x' && slot !== 'y')
    .map(([slot, name]) => ({ slot, it: quoteName(name) }));
  const asNumbers = more.map(({ slot, it }) => (slot === 'marked' ? it : `CAST(${it} AS DOUBLE) AS ${it}`));
  const { type } = findColumn(columns, only(chart, 'x')!.column!)!;
  const [least, greatest] = ends.x!;
  const names = keys.map(([, name]) => quoteName(name));
  const slots = [...keys.map(([slot]) => slot), 'x', 'y', ...more.map(({ slot }) => slot)];
  const fine: Fine = { from: least, to: greatest, columns: rows > WORTH * pixels ? pixels : 0, rows };
  if (fine.columns === 0)
    return {
      sql: `SELECT ${[...names, x, `CAST(${y} AS DOUBLE) AS ${y}`, ...asNumbers].join(', ')}\nFROM ${from}\nORDER BY ${[...names, x].join(', ')}`,
      slots,
      chart,
      told: { ...told, fine },
    };
  const number = isMoment(type) ? `epoch(${x})` : `CAST(${x} AS DOUBLE)`;
  const step = (greatest - least) / pixels || 1;
  const column = toCellSql(number, { from: least, step, count: pixels });
  const parts = ['first', 'low', 'high', 'last'];
  const toCase = (ending: string) =>
    `CASE "part" ${parts.map((part, at) => `WHEN ${at} THEN "${part} ${ending}"`).join(' ')} END`;
  const others = more.map((one, at) => toThinned(one, { x, at }));
  const shown = [...names, x, y, ...more.map(({ it }) => it)].join(', ');
  const sql = `SELECT ${shown}
FROM (
  SELECT ${[...names, '"part"', `${toCase('x')} AS ${x}`, `${toCase('y')} AS ${y}`, ...others.map(({ drawn }) => drawn)].join(', ')}
  FROM (
    SELECT ${[
      ...names,
      `${column} AS "column"`,
      `min(${x}) AS "first x"`,
      `arg_min(${y}, ${x}) AS "first y"`,
      `arg_min(${x}, ${y}) AS "low x"`,
      `min(${y}) AS "low y"`,
      `arg_max(${x}, ${y}) AS "high x"`,
      `max(${y}) AS "high y"`,
      `max(${x}) AS "last x"`,
      `arg_max(${y}, ${x}) AS "last y"`,
      ...others.flatMap(({ asked }) => asked),
    ].join(',\n      ')}
    FROM (SELECT ${[...names, x, `CAST(${y} AS DOUBLE) AS ${y}`, ...asNumbers].join(', ')} FROM ${from})
    GROUP BY ALL
  ) CROSS JOIN (SELECT unnest(range(${parts.length})) AS "part")
)
GROUP BY ${shown}
ORDER BY ${[...names, x, 'min("part")'].join(', ')}`;
  return { sql, slots, chart, told: { ...told, fine } };
}

/** What else lies on a column of points: a band reaches over all of it, a further line has the same four rows as the first. */
function toThinned(
  { slot, it }: { slot: string; it: string },
  { x, at }: { x: string; at: number },
): { asked: readonly string[]; drawn: string } {
  const name = (part: string) => `"${part} of ${at}"`;
  if (slot !== 'layers') {
    const whole = slot === 'lower' ? `min(${it})` : slot === 'upper' ? `max(${it})` : `bool_or(${it})`;
    return { asked: [`${whole} AS ${name('all')}`], drawn: `${name('all')} AS ${it}` };
  }
  const parts = [`arg_min(${it}, ${x})`, `min(${it})`, `max(${it})`, `arg_max(${it}, ${x})`];
  return {
    asked: parts.map((part, place) => `${part} AS ${name(String(place))}`),
    drawn: `CASE "part" ${parts.map((_, place) => `WHEN ${place} THEN ${name(String(place))}`).join(' ')} END AS ${it}`,
  };
}
