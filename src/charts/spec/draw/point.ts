import type { DatumValue, DrawContext } from '../chart';
import { only } from '../chart';
import { toDiagonal } from '../diagonal';
import { toTitle } from '../format';
import { FONT, toFacets, toPicture } from '../frame';
import type { Drawing } from '../frame';
import type { Squares } from '../kinds/point';
import { withOver } from '../over';
import { toInks } from '../palette';
import type { Mark, Picture } from '../picture';
import { toEnds, toPlane } from '../plane';
import { toSeries, toSpots } from '../series';
import { toSizeNotes } from '../sizes';
import { drawDensity } from './density';

/** What another kind adds to a picture of points. */
export interface Cloud {
  /** Upon the points. */
  readonly marks?: readonly Mark[];
  readonly notes?: readonly string[];
  readonly says?: string;
  /** What its marks reach over, where that is more than the points do. */
  readonly ends?: readonly number[];
}

export function drawPoint(context: DrawContext): Picture {
  return drawCloud(context);
}

/** Rows as points, or where there are too many as squares that are the darker the more lie in them. */
export function drawCloud(context: DrawContext, cloud: Cloud = {}): Picture {
  const squares = context.told.squares as Squares | undefined;
  const drawing = squares ? drawDensity(context, squares, cloud) : toDots(context, cloud);
  // squares have no values of their own
  const values = squares ? [] : context.rows.flatMap(({ y }) => (typeof y === 'number' ? [y] : []));
  return toPicture(context, withOver(context, drawing, { values }));
}

function toDots(context: DrawContext, { marks = [], notes = [], says, ends = [] }: Cloud): Drawing {
  const { chart, look, columns } = context;
  const facets = toFacets(context);
  const series = toSeries(context, facets.rows, { shape: 'dot' });
  const inks = toInks(look.dark);
  const { toPlaced, ...plane } = toPlane(context, {
    facets,
    ends: {
      x: toEnds(series.rows.map((row) => row.x ?? null)),
      y: toEnds([...series.rows.map((row) => row.y ?? null), ...(series.rows.length > 0 ? ends : [])]),
    },
  });
  const diagonal = toDiagonal(context, plane.scales);
  // these rows are the series' own, and there may be 100,000 of them: no copy is made of each
  const data = series.rows as Record<string, DatumValue>[];
  for (const row of data) {
    row['px'] = toPlaced.x(row['x'] ?? null);
    row['py'] = toPlaced.y(row['y'] ?? null);
    row['r'] = row['size'] === undefined ? 0 : Math.abs(Number(row['size'] ?? 0));
  }
  const sized = only(chart, 'size') !== undefined;
  const opacity = data.length > 2000 ? 0.35 : data.length > 300 ? 0.6 : 0.8;
  return {
    ...plane,
    scales: { ...plane.scales, color: series.scale, r: { range: [1.5, 18] } },
    marks: [
      ...plane.marks,
      ...diagonal.marks,
      {
        mark: 'dot',
        data,
        options: {
          x: 'px',
          y: 'py',
          fill: 'series',
          fillOpacity: opacity,
          ...(sized ? { r: 'r', stroke: inks.paper, strokeWidth: 0.5 } : { r: data.length > 5000 ? 1.5 : 3 }),
          ...facets.channels,
        },
        spots: toSpots(context, series),
      },
      ...(only(chart, 'label')
        ? [
            {
              mark: 'text',
              data: data.slice(0, 60),
              options: {
                x: 'px',
                y: 'py',
                text: 'label',
                dy: -9,
                fontSize: FONT,
                fill: inks.ink2,
                ...facets.channels,
              },
            },
          ]
        : []),
      ...marks,
      ...facets.marks,
    ],
    legend: series.legend,
    zooms: 'xy',
    brushes: 'xy',
    notes: [...notes, ...diagonal.notes, ...toSizeNotes(context)],
    says:
      says ??
      look.words.say.groups(
        look.words.marks.point!,
        toTitle(look, only(chart, 'y')!, columns, 'value'),
        toTitle(look, only(chart, 'x')!, columns, 'value'),
        data.length.toLocaleString(look.tag),
      ),
  };
}
