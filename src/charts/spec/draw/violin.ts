import type { Datum, DrawContext } from '../chart';
import { only } from '../chart';
import type { Density } from '../density';
import { toCounted, toDensity } from '../density';
import { toNumberFormat, toTitle } from '../format';
import { FONT, toFacets, toNameAxis, toPicture } from '../frame';
import { CELLS } from '../kinds/violin';
import { toColors, toInks } from '../palette';
import type { Mark, Picture } from '../picture';
import type { Places } from '../places';
import { toPlaces } from '../places';
import { toRuler } from '../rulers';
import { toStanding } from '../standing';
import { saySpread, toFiveLines, toLaid } from './spread';

const HALF = 0.42;
/** How far a ridge rises over the lines of those behind it. */
const RISE = 2.1;

export function drawViolin(context: DrawContext): Picture {
  const { chart, look } = context;
  const facets = toFacets(withValues(context));
  const places = toPlaces(context, facets.rows);
  const inks = toInks(look.dark);
  const [color] = toColors(String(chart.options.palette), look.dark);
  const groups = toGroups(context, facets.rows, places);
  const outlines = groups.flatMap(({ row, at, curve, values }) => {
    const most = Math.max(...curve.density);
    return curve.density.map((density, place) => ({
      ...toPanel(row),
      group: at,
      value: values[place]!,
      left: at - (HALF * density) / most,
      right: at + (HALF * density) / most,
    }));
  });
  const middles = groups.map(({ row, at }) => ({
    ...row,
    at,
    q1: Number(row.first),
    q2: Number(row.middle),
    q3: Number(row.third),
    start: at - HALF,
    end: at + HALF,
    from: Number(row.least),
    to: Number(row.greatest),
  }));
  const standing = toStanding(context, {
    places,
    facets,
    values: [...outlines.map(({ value }) => value), ...middles.flatMap(({ from, to }) => [from, to])],
    line: 60,
  });
  const marks: Mark[] = [
    {
      mark: 'areaX',
      data: outlines,
      options: {
        y: 'value',
        x1: 'left',
        x2: 'right',
        z: 'group',
        fill: color!,
        fillOpacity: 0.3,
        stroke: color!,
        strokeWidth: 1,
        ...facets.channels,
      },
    },
    {
      mark: 'ruleX',
      data: middles,
      options: {
        x: 'at',
        y1: 'q1',
        y2: 'q3',
        stroke: color!,
        strokeWidth: 5,
        ...facets.channels,
      },
    },
    {
      mark: 'dot',
      data: middles,
      options: {
        x: 'at',
        y: 'q2',
        r: 3,
        fill: inks.paper,
        stroke: color!,
        ...facets.channels,
      },
    },
    {
      mark: 'rect',
      data: middles,
      options: {
        x1: 'start',
        x2: 'end',
        y1: 'from',
        y2: 'to',
        fill: 'none',
        stroke: 'none',
        ...facets.channels,
      },
      spots: (row) => toFiveLines(context, places, row),
    },
  ];
  return toPicture(context, {
    ...standing,
    marks: [...standing.marks, ...toLaid(marks, standing.isAcross), ...facets.marks],
    ...(only(context.chart, 'x') && { brushes: standing.isAcross ? 'y' : 'x' }),
    notes: toNotes(context, groups),
    says: saySpread(withValues(context), places),
  });
}

export function drawRidge(context: DrawContext): Picture {
  const { chart, look, columns } = context;
  const facets = toFacets(withValues(context));
  const places = toPlaces(context, facets.rows);
  const inks = toInks(look.dark);
  const [color] = toColors(String(chart.options.palette), look.dark);
  const groups = toGroups(context, facets.rows, places);
  const greatest = Math.max(0, ...groups.flatMap(({ curve }) => curve.density));
  const ridges = groups.flatMap(({ row, at, curve, values }) =>
    curve.density.map((density, place) => ({
      ...toPanel(row),
      group: at,
      value: values[place]!,
      base: at,
      top: at - (RISE * density) / greatest,
    })),
  );
  const middles = groups.map(({ row, at, curve, values }) => {
    const q2 = Number(row.middle);
    const near = values.findIndex((value) => value >= q2);
    const density = near < 0 ? 0 : curve.density[near]!;
    const top = at - (RISE * density) / greatest;
    return {
      ...row,
      at,
      q2,
      top,
      upper: at - 0.6,
      lower: at + 0.3,
      from: Number(row.least),
      to: Number(row.greatest),
    };
  });
  const y = only(chart, 'y')!;
  const side = toNameAxis(places.names, places.format, { room: look.width / facets.columns / 3, lies: true });
  const left = only(chart, 'x') ? side.size + 14 : 14;
  const ruler = toRuler(context, y, {
    side: 'bottom',
    values: [...ridges.map(({ value }) => value), ...middles.flatMap(({ from, to }) => [from, to])],
    length: (look.width - left) / facets.columns,
    title: toTitle(look, y, columns, 'value'),
  });
  const count = Math.max(places.names.length, 1);
  const line = count === 1 ? 110 : Math.max(16, Math.min(44, 520 / count));
  const isFaceted = facets.columns * facets.lines > 1;
  return toPicture(context, {
    height: (count + RISE - 0.4) * line * facets.lines + 60,
    margins: { left, bottom: 44, top: isFaceted ? 30 : 6, right: 20 },
    scales: {
      x: ruler.scale,
      y: { type: 'linear', domain: [count - 0.6, -RISE], label: null },
      ...facets.scales,
    },
    marks: [
      ruler.grid,
      ruler.axis,
      ...(only(chart, 'x')
        ? [
            {
              mark: 'axisY',
              data: places.names.map((_, at) => at),
              options: {
                tickSize: 0,
                label: null,
                fill: inks.ink2,
                fontSize: FONT,
                tickFormat: (at: number) => side.labels.get(places.names[at]!) ?? '',
              },
            },
          ]
        : []),
      // one after the other, so that those in front cover those behind
      ...groups.flatMap(({ at }) => [
        {
          mark: 'areaY',
          data: ridges.filter(({ group }) => group === at),
          options: {
            x: 'value',
            y1: 'base',
            y2: 'top',
            fill: look.dark ? toDim(color!) : toPale(color!),
            ...facets.channels,
          },
        },
        {
          mark: 'line',
          data: ridges.filter(({ group }) => group === at),
          options: {
            x: 'value',
            y: 'top',
            stroke: color!,
            strokeWidth: 1.5,
            ...facets.channels,
          },
        },
      ]),
      {
        mark: 'ruleX',
        data: middles,
        options: {
          x: 'q2',
          y1: 'at',
          y2: 'top',
          stroke: color!,
          strokeWidth: 1.5,
          ...facets.channels,
        },
      },
      {
        mark: 'rect',
        data: middles,
        options: {
          x1: 'from',
          x2: 'to',
          y1: 'upper',
          y2: 'lower',
          fill: 'none',
          stroke: 'none',
          ...facets.channels,
        },
        spots: (row) => toFiveLines(context, places, row),
      },
      ...facets.marks,
    ],
    ...(only(context.chart, 'x') && { brushes: 'y' }),
    notes: toNotes(context, groups),
    says: saySpread(withValues(context), places),
  });
}

interface Group {
  readonly row: Datum;
  readonly at: number;
  readonly curve: Density;
  /** Where the curve's places lie on the axis. */
  readonly values: readonly number[];
}

const isLog = ({ chart }: DrawContext) => only(chart, 'y')!.scale === 'log';

/** Rows whose powers of ten are numbers again; what they were counted as stays beside them. */
function withValues(context: DrawContext): DrawContext {
  const rows = context.rows.filter((row) => row.least !== null && row.least !== undefined);
  if (!isLog(context)) return { ...context, rows };
  const names = ['least', 'first', 'middle', 'third', 'greatest'];
  return {
    ...context,
    rows: rows.map((row) => ({
      // the mean is that of powers, which nobody asks for
      ...Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'mean')),
      ...Object.fromEntries(names.map((name) => [name, 10 ** Number(row[name])])),
      ...Object.fromEntries(names.map((name) => [`power.${name}`, row[name]!])),
    })),
  };
}

/** Of groups whose values are not all the same, how they lie. */
function toGroups(context: DrawContext, rows: readonly Datum[], places: Places): Group[] {
  const logs = isLog(context);
  // values that are all the same lie nowhere else
  return rows
    .filter((row) => Number(row.least) < Number(row.greatest))
    .map((row) => {
      const powers = Object.entries(row).flatMap(([name, value]) =>
        name.startsWith('power.') ? [[name.slice('power.'.length), value] as const] : [],
      );
      const curve = toDensity(toCounted({ ...row, ...Object.fromEntries(powers) }), CELLS);
      return { row, at: places.at(row), curve, values: logs ? curve.at.map((at) => 10 ** at) : curve.at };
    });
}

function toPanel({ fx, fy }: Datum): Datum {
  return { ...(fx !== undefined && { fx }), ...(fy !== undefined && { fy }) };
}

function toNotes(context: DrawContext, groups: readonly Group[]): string[] {
  if (groups.length === 0) return [];
  const { look, chart } = context;
  const words = look.words.distributions;
  const widths = groups.map(({ curve }) => curve.bandwidth);
  const number = isLog(context)
    ? (value: number) => value.toLocaleString(look.tag, { maximumSignificantDigits: 3 })
    : (toNumberFormat(look, { ...only(chart, 'y'), format: 'compact' }) as (value: number) => string);
  const [least, greatest] = [Math.min(...widths), Math.max(...widths)].map(number) as [string, string];
  return [
    (chart.mark === 'ridge' ? words.ridges : words.kernel)(
      least === greatest ? least : words.between(least, greatest),
    ),
    ...(isLog(context) ? [words.inPowers] : []),
  ];
}

/** A colour that covers what lies behind it and still lets one think of it: on light paper, on dark. */
function toPale(color: string): string {
  return toBlend(color, 255, 0.32);
}

function toDim(color: string): string {
  return toBlend(color, 26, 0.4);
}

function toBlend(color: string, paper: number, share: number): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return `#${parts
    .map((part) =>
      Math.round(paper + (part - paper) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
