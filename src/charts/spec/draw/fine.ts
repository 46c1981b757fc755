import { isApart, toApart } from '../apart';
import { toAlong } from '../bands';
import type { Datum, DrawContext } from '../chart';
import { only } from '../chart';
import { toDiagonal } from '../diagonal';
import { toNumberFormat, toTitle } from '../format';
import type { Drawing } from '../frame';
import { toFacets, toPicture } from '../frame';
import type { Fine } from '../kinds/fine';
import { withLayers } from '../layers';
import { withOver } from '../over';
import { withOwnScales } from '../ownScales';
import { toInks } from '../palette';
import type { Picture } from '../picture';
import { toEnds, toPlane } from '../plane';
import type { Series } from '../series';
import { toSeries, toSpots } from '../series';

export const curves: Record<string, string> = {
  straight: 'linear',
  smooth: 'monotone-x',
  steps: 'step-after',
};

/** A line from row to row, drawn through all of them or through those of which it looks the same. */
export function drawFineLine(given: DrawContext, fine: Fine): Picture {
  // each row has its own values, of which nothing was made
  const plain: DrawContext = { ...given, isMeasured: () => false };
  const apart = isApart(plain) ? toApart(plain) : undefined;
  const context = apart?.context ?? plain;
  const { chart, look, columns } = context;
  const { zero, dots, curve } = chart.options as { zero: boolean; dots: boolean; curve: string };
  const words = look.words.distributions;
  const facets = apart?.facets ?? toFacets(context);
  const series = toSeries(context, facets.rows, { shape: 'line' });
  const height = apart ? 130 : facets.lines > 1 ? 200 : 320;
  const isThinned = fine.columns > 0;
  const toAt = toColumns(fine);
  const placed = series.rows.map((row): Datum => ({
    ...row,
    at: toAt(row.x),
    value: (apart ? row.value : row.y) ?? null,
  }));
  // where a value is missing beside others, the line goes on to the next
  const there = placed.filter(({ value }) => value !== null);
  const ys = toEnds(there.map(({ value }) => value!));
  const shape = isThinned ? 'linear' : curves[curve]!;
  const along = toAlong(context, { rows: placed, series, facets, curve: shape });
  const { toPlaced: _, ...plane } = toPlane(context, {
    facets,
    ends: {
      x: toEnds([toMilliseconds(fine.from, placed), toMilliseconds(fine.to, placed)]),
      y: toEnds([...there.map(({ value }) => value!), ...along.ends]),
    },
    zero,
    exact: true,
    height,
  });
  const diagonal = toDiagonal(context, plane.scales);
  const count = (value: number) => value.toLocaleString(look.tag);
  const number = toNumberFormat(look, only(chart, 'y')!);
  const title = (slot: string) => toTitle(look, only(chart, slot)!, columns, 'value');
  const isMany = there.length > 2000;
  const channels = { x: 'at', y: 'value', ...facets.channels };
  const spots = toSpots(plain, series);
  const drawing: Drawing = {
    ...plane,
    scales: { ...plane.scales, color: series.scale },
    marks: [
      ...plane.marks,
      ...diagonal.marks,
      ...along.band,
      {
        mark: 'line',
        data: there,
        options: {
          ...channels,
          z: 'series',
          stroke: 'series',
          strokeWidth: isMany ? 1 : 1.75,
          strokeLinejoin: 'round',
          strokeLinecap: 'round',
          ...(shape !== 'linear' && { curve: shape }),
          ...(isThinned && { shapeRendering: 'crispEdges' }),
        },
        // a pointer finds the rows themselves, as the line goes through each of them
        ...(!dots && { spots }),
      },
      ...(dots && !isThinned
        ? [{ mark: 'dot', data: there, options: { ...channels, r: 3, fill: 'series' }, spots }]
        : []),
      ...along.dots,
      ...facets.marks,
    ],
    legend: series.legend,
    pointing: 'along',
    zooms: 'x',
    brushes: 'x',
    notes: [
      ...along.notes,
      ...diagonal.notes,
      ...(chart.options.under ? [toUnder(context, there, series, isThinned)] : []),
      ...(isThinned ? [words.thinnedLine(count(placed.length), count(fine.rows))] : []),
    ],
    says:
      there.length === 0
        ? look.words.say.empty(look.words.marks.line!, title('y'))
        : words.fine({
            kind: look.words.marks.line!,
            x: title('x'),
            y: title('y'),
            points: count(fine.rows),
            least: number(ys[0]),
            greatest: number(ys[1]),
          }),
  };
  const color = series.colors[0] ?? toInks(look.dark).accent;
  const layered = withLayers(context, drawing, {
    place: ({ at }) => at as number | Date,
    rows: placed,
    color,
  });
  const values = there.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
  return toPicture(context, withOver(context, withOwnScales(context, layered), { values }));
}

/** The area between a line and nothing, by the trapezoids under it: of a ROC curve what is called AUC. */
function toUnder({ look }: DrawContext, rows: readonly Datum[], series: Series, isThinned: boolean): string {
  const { lines, say } = look.words;
  const isOfNumbers = rows.every(({ at }) => typeof at === 'number');
  if (isThinned || !isOfNumbers || rows.length < 2) return lines.noUnder;
  const format = (area: number) => area.toLocaleString(look.tag, { maximumSignificantDigits: 3 });
  const panels = Map.groupBy(rows, (row) => `${String(row.fx)} ${String(row.fy)} ${String(row.series)}`);
  const said = [...panels.values()].map((some) => {
    const area = some.reduce((sum, { at, value }, place) => {
      const before = some[place - 1];
      if (!before) return sum;
      return sum + ((Number(at) - Number(before.at)) * (Number(value) + Number(before.value))) / 2;
    }, 0);
    const name = String(some[0]!.series);
    return series.names.length > 1 ? say.with(series.format(name), format(area)) : format(area);
  });
  return lines.under(said.join(', '));
}

/**
 * Where a row stands along the axis. Of thinned rows all those of a column stand in its middle: there its line is upright, and covers
 * what it would if it went through every row.
 */
function toColumns({ from, to, columns }: Fine): (value: unknown) => number | Date | null {
  const step = (to - from) / columns || 1;
  return (value) => {
    const isDate = value instanceof Date;
    const seconds = isDate
      ? value.getTime() / 1000
      : value === null || value === undefined
        ? null
        : Number(value);
    if (seconds === null || columns === 0) return isDate ? value : seconds;
    const column = Math.max(0, Math.min(Math.floor((seconds - from) / step), columns - 1));
    const middle = from + (column + 0.5) * step;
    return isDate ? new Date(middle * 1000) : middle;
  };
}

/** Ends are in seconds where rows have moments. */
function toMilliseconds(end: number, rows: readonly Datum[]): number {
  return rows[0]?.at instanceof Date ? end * 1000 : end;
}
