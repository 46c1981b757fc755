import { toPlaceAxis } from '../axes';
import type { Datum, DrawContext } from '../chart';
import { only } from '../chart';
import { FONT, OTHERS, toFacets, toMeasureTitle, toPicture } from '../frame';
import { isAdditive, toAggregate } from '../keys';
import { toColors, toInks } from '../palette';
import type { Picture, SpotLine } from '../picture';
import { toPlaces } from '../places';
import { toRuler } from '../rulers';
import { sayGroups } from '../say';
import { toSpots } from '../series';

const WIDTH = 0.82;

/** Bars from the largest on, and the share that they come to together. */
export function drawPareto(context: DrawContext): Picture {
  const { chart, look, columns } = context;
  const measure = only(chart, 'y') ?? {};
  const facets = toFacets(context);
  const places = toPlaces(context, facets.rows);
  const inks = toInks(look.dark);
  const colors = toColors(String(chart.options.palette), look.dark);
  const adds = isAdditive(toAggregate(measure, columns));
  const isNegative = facets.rows.some((row) => Number(row.y ?? 0) < 0);
  const hasShares = adds && !isNegative;
  const bars = toBars(facets.rows, places.at);
  const wholes = Map.groupBy(bars, ({ panel }) => panel);
  const total = Math.max(0, ...[...wholes.values()].map((some) => some[0]!.whole));
  const height = (facets.lines > 1 ? 220 : 320) * facets.lines;
  const ruler = toRuler(context, measure, {
    side: 'left',
    values: hasShares ? [0, total] : bars.map(({ value }) => value),
    length: height / facets.lines,
    zero: true,
    nice: !hasShares,
    title: toMeasureTitle(context, 'y'),
  });
  const isFaceted = facets.columns * facets.lines > 1;
  const axis = toPlaceAxis(places, {
    look,
    columns: facets.columns,
    left: ruler.room + (hasShares ? 26 : 0),
  });
  const percent = (share: number, digits = 0) =>
    share.toLocaleString(look.tag, { style: 'percent', maximumFractionDigits: digits });
  const spots = toSpots(context);
  const lines = (row: Datum): SpotLine[] => {
    const { share, together } = row as unknown as Bar;
    return [
      ...spots(row),
      ...(hasShares
        ? [
            { name: look.words.distributions.share, text: percent(share, 1) },
            { name: look.words.distributions.together, text: percent(together, 1) },
          ]
        : []),
    ];
  };
  return toPicture(context, {
    height,
    margins: { left: ruler.room, right: hasShares ? 44 : 16, bottom: axis.height, top: isFaceted ? 44 : 26 },
    scales: {
      x: { type: 'linear', domain: [-0.5, Math.max(places.names.length, 1) - 0.5], label: null },
      y: ruler.scale,
      ...facets.scales,
    },
    marks: [
      ruler.grid,
      ruler.axis,
      ...(hasShares && total > 0
        ? [
            {
              mark: 'axisY',
              data: [0, 0.2, 0.4, 0.6, 0.8, 1].map((share) => share * total),
              options: {
                anchor: 'right',
                tickSize: 0,
                tickFormat: (value: number) => percent(value / total),
                fill: inks.ink3,
                fontSize: FONT,
                label: null,
              },
            },
          ]
        : []),
      axis.mark,
      {
        mark: 'rect',
        data: bars,
        options: {
          x1: 'start',
          x2: 'end',
          y1: 0,
          y2: 'value',
          fill: {
            value: (bar: Bar) => (bar.isRest ? inks.rest : colors[0]!),
            scale: null,
          },
          ...facets.channels,
        },
        spots: lines,
      },
      { mark: 'ruleY', data: [0], options: { stroke: inks.strong } },
      ...(hasShares && total > 0
        ? [
            {
              mark: 'line',
              data: bars,
              options: { x: 'at', y: 'line', stroke: colors[1]!, strokeWidth: 2, ...facets.channels },
            },
            {
              mark: 'dot',
              data: bars,
              options: {
                x: 'at',
                y: 'line',
                r: 3,
                fill: colors[1]!,
                stroke: inks.paper,
                strokeWidth: 1,
                ...facets.channels,
              },
              spots: lines,
            },
          ]
        : []),
      ...facets.marks,
    ],
    legend: hasShares
      ? [
          { label: toMeasureTitle(context, 'y'), color: colors[0]!, shape: 'square' },
          { label: look.words.distributions.together, color: colors[1]!, shape: 'line' },
        ]
      : [],
    brushes: 'x',
    notes: [
      ...(adds ? [] : [look.words.distributions.notAdded]),
      ...(isNegative ? [look.words.distributions.negative] : []),
    ],
    says: sayPareto(context, { bars, places, percent, hasShares }),
  });
}

interface Bar {
  readonly at: number;
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly whole: number;
  readonly share: number;
  readonly together: number;
  /** Where the line is, on the axis of the bars. */
  readonly line: number;
  readonly isRest: boolean;
  readonly panel: string;
}

function toBars(rows: readonly Datum[], at: (row: Datum) => number): (Datum & Bar)[] {
  const panels = Map.groupBy(rows, (row) => `${String(row.fx)} ${String(row.fy)}`);
  const sums = new Map(
    [...panels].map(([name, some]) => [name, some.reduce((sum, row) => sum + Number(row.y ?? 0), 0)]),
  );
  const greatest = Math.max(0, ...sums.values());
  return [...panels].flatMap(([panel, some]) => {
    const whole = sums.get(panel)!;
    let sum = 0;
    return some
      .filter((row) => row.y !== null && row.y !== undefined)
      .toSorted((a, b) => at(a) - at(b))
      .map((row) => {
        const value = Number(row.y);
        sum += value;
        const together = whole > 0 ? sum / whole : 0;
        const place = at(row);
        return {
          ...row,
          at: place,
          start: place - WIDTH / 2,
          end: place + WIDTH / 2,
          value,
          whole,
          panel,
          share: whole > 0 ? value / whole : 0,
          together,
          line: together * greatest,
          isRest: row['x.rest'] === true,
        };
      });
  });
}

interface Said {
  bars: readonly Bar[];
  places: ReturnType<typeof toPlaces>;
  percent: (share: number, digits?: number) => string;
  hasShares: boolean;
}

/** How few groups come to four fifths of the whole. */
function sayPareto(context: DrawContext, { bars, places, percent, hasShares }: Said): string {
  const { look, told } = context;
  const { words, tag } = look;
  const isOne = new Set(bars.map(({ panel }) => panel)).size === 1;
  const enough = bars.findIndex(({ together }) => together >= 0.8);
  if (!hasShares || !isOne || enough < 0 || bars[0]!.whole <= 0) return sayGroups(context);
  if (bars[enough]!.isRest) return sayGroups(context);
  const groups = told.cut?.groups ?? bars.length;
  const names = bars.slice(0, Math.min(enough + 1, 3)).map(({ at }) => places.names[at]!);
  return words.distributions.pareto({
    kind: words.marks.pareto!,
    what: toMeasureTitle(context, 'y'),
    shown: (enough + 1).toLocaleString(tag),
    groups: groups.toLocaleString(tag),
    share: percent(bars[enough]!.together, 1),
    first: names.filter((name) => name !== OTHERS).map((name) => places.format(name)),
    more: enough + 1 > 3,
  });
}
