import type { Datum, DrawContext } from '../chart';
import { only } from '../chart';
import { toNumberFormat, toTitle } from '../format';
import type { Drawing } from '../frame';
import { toFacets, toPicture } from '../frame';
import { withOver } from '../over';
import { toColors, toInks } from '../palette';
import type { Mark, Picture } from '../picture';
import { toPlaces } from '../places';
import { toStanding } from '../standing';
import { saySpread, toFiveLines, toLaid } from './spread';

const HALF = 0.28;

export function drawBox(context: DrawContext): Picture {
  const { chart, look, columns } = context;
  const facets = toFacets(context);
  const places = toPlaces(context, facets.rows);
  const inks = toInks(look.dark);
  const [color] = toColors(String(chart.options.palette), look.dark);
  const boxes = facets.rows
    .filter((row) => row.middle !== null && row.middle !== undefined)
    .map((row): Datum & Box => {
      const at = places.at(row);
      const first = Number(row.first);
      const third = Number(row.third);
      return {
        ...row,
        at,
        start: at - HALF,
        end: at + HALF,
        near: at - HALF / 2,
        far: at + HALF / 2,
        q1: first,
        q2: Number(row.middle),
        q3: third,
        reachFrom: Math.min(Number(row.low), first),
        reachTo: Math.max(Number(row.high), third),
      };
    });
  const outliers = boxes.flatMap((row) =>
    [row.below, row.above].flatMap((some) =>
      (Array.isArray(some) ? some : []).map((value) => ({ ...row, value: Number(value) })),
    ),
  );
  const all = boxes.reduce((sum, row) => sum + Number(row.outliers ?? 0), 0);
  const standing = toStanding(context, {
    places,
    facets,
    values: [
      ...boxes.flatMap(({ reachFrom, reachTo }) => [reachFrom, reachTo]),
      ...outliers.map(({ value }) => value),
    ],
  });
  const count = (value: number) => value.toLocaleString(look.tag);
  const number = toNumberFormat(look, only(chart, 'y')!);
  const line = { stroke: inks.ink2, ...facets.channels };
  const marks: Mark[] = [
    { mark: 'ruleX', data: boxes, options: { x: 'at', y1: 'reachFrom', y2: 'q1', ...line } },
    { mark: 'ruleX', data: boxes, options: { x: 'at', y1: 'q3', y2: 'reachTo', ...line } },
    { mark: 'ruleY', data: boxes, options: { y: 'reachFrom', x1: 'near', x2: 'far', ...line } },
    { mark: 'ruleY', data: boxes, options: { y: 'reachTo', x1: 'near', x2: 'far', ...line } },
    {
      mark: 'dot',
      data: outliers,
      options: { x: 'at', y: 'value', r: 2, fill: color!, fillOpacity: 0.55, ...facets.channels },
      spots: (row) => [
        ...(only(chart, 'x')
          ? [
              {
                slot: 'x',
                name: toTitle(look, only(chart, 'x')!, columns, 'group'),
                text: places.format(places.names[places.at(row)]!),
              },
            ]
          : []),
        { slot: 'y', name: look.words.distributions.outlier, text: number(row.value!) },
      ],
    },
    {
      mark: 'rect',
      data: boxes,
      options: {
        x1: 'start',
        x2: 'end',
        y1: 'q1',
        y2: 'q3',
        fill: color!,
        fillOpacity: 0.28,
        stroke: color!,
        strokeWidth: 1,
        ...facets.channels,
      },
      spots: (row) => toFiveLines(context, places, row),
    },
    {
      mark: 'ruleY',
      data: boxes,
      options: { y: 'q2', x1: 'start', x2: 'end', stroke: color!, strokeWidth: 2.5, ...facets.channels },
    },
  ];
  const drawing: Drawing = {
    height: standing.height,
    margins: standing.margins,
    scales: standing.scales,
    marks: [...standing.marks, ...toLaid(marks, standing.isAcross), ...facets.marks],
    ...(only(chart, 'x') && { brushes: standing.isAcross ? 'y' : 'x' }),
    notes: [
      ...(boxes.length > 0 ? [look.words.distributions.boxes] : []),
      ...(outliers.length < all
        ? [look.words.distributions.outliersShown(count(outliers.length), count(all))]
        : []),
    ],
    says: saySpread(context, places),
  };
  // of all values only five of each group are here, so that neither their mean nor their median is known
  return toPicture(context, withOver(context, drawing, { places, values: [], isAcross: standing.isAcross }));
}

interface Box {
  readonly at: number;
  readonly start: number;
  readonly end: number;
  /** The ends of the short lines at the whiskers'. */
  readonly near: number;
  readonly far: number;
  readonly q1: number;
  readonly q2: number;
  readonly q3: number;
  readonly reachFrom: number;
  readonly reachTo: number;
}
