import { choice, flag, number } from '../../../steps/field';
import { quoteName } from '../../../sql/quote';
import { findColumn } from '../../../steps/write';
import type { Chart, ChartKind, MakeContext, Made } from '../chart';
import { only } from '../chart';
import { toCellSql } from '../bins';
import { isMoment } from '../channel';
import type { Singles } from '../singles';
import { checkMoments, toSingles } from '../singles';

/** Each row a point. Of more rows than can be told apart, what is drawn is how many lie where. */
export const point: ChartKind = {
  mark: 'point',
  slots: {
    x: { role: 'value', families: ['number', 'date'] },
    y: { role: 'value', families: ['number', 'date'] },
    color: { role: 'group', optional: true },
    size: { role: 'value', families: ['number'], optional: true },
    label: { role: 'value', optional: true },
  },
  over: true,
  fields: {
    most: number({ otherwise: 20_000, min: 1, max: 100_000, whole: true }),
    dense: choice(['auto', 'points', 'density']),
    diagonal: flag(),
  },
  asks: ['most', 'dense'],
  check: (chart, columns) => checkMoments(chart, ['x', 'y'], columns),
  make: async (context) => toPoints(context, await readPoints(context)),
};

export function readPoints(context: MakeContext): Promise<Singles> {
  return toSingles(context, {
    needed: ['x', 'y'],
    values: ['size', 'label'],
    most: { color: 10, facet: 12, rows: 8 },
  });
}

/** A square of the density is about so wide. */
const SQUARE = 8;

/** Where squares lie in which points are counted; on a logarithmic axis all are of powers of ten. */
export interface Squares {
  readonly x: Side;
  readonly y: Side;
  readonly points: number;
}

interface Side {
  readonly from: number;
  readonly step: number;
  readonly count: number;
  readonly log: boolean;
}

/** Single points where they are few enough, else how many lie in each square. */
export function toPoints({ chart, columns, pixels }: MakeContext, singles: Singles): Made {
  const { most, dense } = chart.options as { most: number; dense: string };
  const { from, keys, values, rows, told } = singles;
  const isDense = dense === 'density' || (dense === 'auto' && rows > most);
  if (isDense && rows > 0) return toDensity({ chart, columns, pixels, singles });
  const every = Math.ceil(rows / most);
  const given = [...keys, ...values];
  const list = given.map(([, name]) => quoteName(name)).join(', ');
  return {
    // every so many rows, so that the same rows give the same picture
    sql: `SELECT ${list}\nFROM ${from}${every > 1 ? `\nQUALIFY row_number() OVER () % ${every} = 0` : ''}`,
    slots: given.map(([slot]) => slot),
    chart,
    told: { ...told, ...(every > 1 && { thinned: { from: rows, to: Math.floor(rows / every) } }) },
  };
}

function toDensity({
  chart,
  columns,
  pixels,
  singles: { from, keys, values, rows, told, ends },
}: Pick<MakeContext, 'chart' | 'columns' | 'pixels'> & { singles: Singles }): Made {
  const across = Math.max(40, Math.round(pixels / SQUARE));
  const nameOf = new Map(values);
  const toSpan = (slot: string, count: number) => {
    const column = findColumn(columns, only(chart, slot)!.column!)!;
    const moment = isMoment(column.type);
    const log = isLog(chart, slot) && !moment;
    const [least, greatest] = ends[slot]!.map((end) => (log ? Math.log10(end) : end)) as [number, number];
    const step = (greatest - least) / count || 1;
    const it = quoteName(nameOf.get(slot)!);
    const number = moment ? `epoch(${it})` : `CAST(${it} AS DOUBLE)`;
    return {
      span: { from: least, step, count, log },
      sql: toCellSql(log ? `log10(${number})` : number, { from: least, step, count }),
    };
  };
  const [x, y] = [toSpan('x', across), toSpan('y', Math.round(across * 0.55))];
  const color = keys.filter(([slot]) => slot.startsWith('color'));
  const parts = keys.filter(([slot]) => !slot.startsWith('color'));
  const names = parts.map(([, name]) => quoteName(name));
  const places = `${[...names, `${x.sql} AS "column"`, `${y.sql} AS "line"`].join(', ')}`;
  const [own, rest] = color.map(([, name]) => quoteName(name));
  // of several colours in a square, the one of most points
  const sql = own
    ? `SELECT ${[...names, `arg_max(struct_pack(c := ${own}), ("points", ${own})).c AS ${own}`, ...(rest ? [`arg_max(${rest}, ("points", ${own})) AS ${rest}`] : []), '"column"', '"line"', 'CAST(sum("points") AS BIGINT) AS "points"'].join(', ')}
FROM (SELECT ${[places, own, ...(rest ? [rest] : []), 'count(*) AS "points"'].join(', ')} FROM ${from} GROUP BY ALL)
GROUP BY ${[...names, '"column"', '"line"'].join(', ')}
ORDER BY ${[...names, '"line"', '"column"'].join(', ')}`
    : `SELECT ${places}, count(*) AS "points"\nFROM ${from}\nGROUP BY ALL\nORDER BY ALL`;
  const squares: Squares = { x: x.span, y: y.span, points: rows };
  return {
    sql,
    slots: [...parts.map(([slot]) => slot), ...color.map(([slot]) => slot), 'column', 'line', 'count'],
    chart,
    told: { ...told, squares },
  };
}

const isLog = (chart: Chart, slot: string) => only(chart, slot)!.scale === 'log';
