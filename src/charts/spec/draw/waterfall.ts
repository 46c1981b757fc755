import type { Datum, DrawContext } from '../chart';
import { only } from '../chart';
import { toNumberFormat, toTitle, toValueFormat } from '../format';
import { FONT, toFacets, toMeasureTitle, toName, toPicture, type Drawing } from '../frame';
import { toInOrder } from '../inOrder';
import { toFinite } from '../laid';
import { toColors, toInks } from '../palette';
import type { Mark, Picture, SpotLine } from '../picture';
import { toPlaces, type Places } from '../places';
import { toPlaceAxis } from '../axes';
import { withOver } from '../over';
import { toRuler } from '../rulers';

const WIDTH = 0.72;
const TOTAL = '\u0000total';

interface Step extends Record<string, Datum[string]> {
  at: number;
  from: number;
  to: number;
  kind: 'rises' | 'falls' | 'total';
}

export function drawWaterfall(context: DrawContext): Picture {
  const { chart, look, columns } = context;
  const { total, values, totals } = chart.options as {
    total: boolean;
    values: boolean;
    totals: readonly string[];
  };
  const { words } = look;
  const inks = toInks(look.dark);
  const palette = toColors(String(chart.options.palette), look.dark);
  const colors = { rises: palette[0]!, falls: palette[1]!, total: inks.rest };
  const facets = toFacets({ ...context, rows: toInOrder(context.rows) });
  const inner = toPlaces(context, facets.rows);
  const places = total ? withTotal(inner, words.figures.total) : inner;
  const unread = facets.rows.filter((row) => toFinite(row.y) === undefined).length;
  const groups = [...Map.groupBy(facets.rows, (row) => `${String(row.fx)} ${String(row.fy)}`).values()];
  const differing = new Set<string>();
  const steps = groups.flatMap((rows) => toSteps(rows));
  const ends = steps.flatMap(({ from, to }) => [from, to]);
  const measure = only(chart, 'y') ?? {};
  const room = look.width / facets.columns;
  const isFaceted = facets.columns * facets.lines > 1;
  const ruler = toRuler(context, measure, {
    side: 'left',
    values: ends,
    length: isFaceted ? 150 : 260,
    title: toMeasureTitle(context, 'y'),
    zero: true,
  });
  const axis = toPlaceAxis(places, { look, columns: facets.columns, left: ruler.room });
  const number = toValueFormat(look, measure, columns, { measured: true });
  const short = toNumberFormat(look, measure, 'axis');
  const sorted = steps
    .filter(({ kind }) => kind !== 'total')
    .toSorted((a, b) => b.to - b.from - (a.to - a.from));
  const nameOf = (step: Step) => places.format(places.names[step.at]!);
  const sum = steps.filter(({ kind }) => kind !== 'total').reduce((all, { from, to }) => all + to - from, 0);
  const count = (value: number) => value.toLocaleString(look.tag);
  const lines = (datum: Datum): SpotLine[] => {
    const step = datum as Step;
    return [
      { slot: 'x', name: toTitle(look, only(chart, 'x')!, columns, 'group'), text: nameOf(step) },
      {
        slot: 'y',
        name: step.kind === 'total' ? words.figures.total : words.figures[step.kind],
        text: number(step.to - step.from),
        color: colors[step.kind],
      },
      ...(step.kind === 'total' ? [] : [{ name: words.figures.total, text: number(step.to) }]),
    ];
  };
  const kinds = (['rises', 'falls', 'total'] as const).filter((kind) =>
    steps.some((step) => step.kind === kind),
  );
  const drawing: Drawing = {
    height: (facets.lines > 1 ? 220 : 320) * facets.lines,
    margins: { left: ruler.room, bottom: axis.height, top: isFaceted ? 44 : 26 },
    scales: {
      x: { type: 'linear', domain: [-0.5, places.names.length - 0.5], label: null },
      y: ruler.scale,
      color: { type: 'ordinal', domain: kinds, range: kinds.map((kind) => colors[kind]) },
      ...facets.scales,
    },
    marks: [
      ruler.grid,
      ruler.axis,
      axis.mark,
      {
        mark: 'link',
        data: steps.flatMap((step, at) => {
          const next = steps[at + 1];
          return next && next.fx === step.fx && next.fy === step.fy
            ? [{ ...step, x1: step.at + WIDTH / 2, x2: next.at - WIDTH / 2 }]
            : [];
        }),
        options: {
          x1: 'x1',
          x2: 'x2',
          y1: 'to',
          y2: 'to',
          stroke: inks.ink3,
          strokeWidth: 1,
          ...facets.channels,
        },
      },
      {
        mark: 'rect',
        data: steps,
        options: {
          x1: ({ at }: Step) => at - WIDTH / 2,
          x2: ({ at }: Step) => at + WIDTH / 2,
          y1: 'from',
          y2: 'to',
          fill: 'kind',
          ...facets.channels,
        },
        spots: lines,
      },
      // a number on each bar only where there is room for it
      ...(values && room / places.names.length > 30 ? [toMark('up'), toMark('down')] : []),
      { mark: 'ruleY', data: [0], options: { stroke: inks.strong } },
      ...facets.marks,
    ],
    legend: kinds.map((kind, at) => ({ label: words.figures[kind], color: colors[kind], pattern: at })),
    brushes: 'x',
    notes: [
      ...(unread > 0 ? [words.figures.notes.unread(count(unread))] : []),
      ...(differing.size > 0 ? [words.figures.notes.differs([...differing].join(', '))] : []),
    ],
    says:
      sorted.length === 0
        ? words.say.empty(words.marks.waterfall!, toMeasureTitle(context, 'y'))
        : words.figures.say.sums(
            `${words.marks.waterfall!} · ${toMeasureTitle(context, 'y')}`,
            number(sum),
            words.say.with(nameOf(sorted[0]!), number(sorted[0]!.to - sorted[0]!.from)),
            words.say.with(nameOf(sorted.at(-1)!), number(sorted.at(-1)!.to - sorted.at(-1)!.from)),
          ),
  };
  return toPicture(context, withOver(context, drawing, { places, values: steps.map(({ to }) => to) }));

  function toMark(way: 'up' | 'down'): Mark {
    return {
      mark: 'text',
      data: steps
        .filter(({ from, to }) => to < from === (way === 'down'))
        .map((step) => ({ ...step, text: short(step.to - step.from) })),
      options: {
        x: 'at',
        y: 'to',
        text: 'text',
        fontSize: FONT,
        fill: inks.ink2,
        lineAnchor: way === 'up' ? 'bottom' : 'top',
        dy: way === 'up' ? -4 : 4,
        ...facets.channels,
      },
    };
  }

  function toSteps(rows: readonly Datum[]): Step[] {
    let sum = 0;
    const all = rows
      .toSorted((a, b) => inner.at(a) - inner.at(b))
      .flatMap((row): Step[] => {
        const value = toFinite(row.y);
        if (value === undefined) return [];
        const name = toName(row.x ?? null, row['x.rest'] ?? false);
        const at = inner.at(row);
        if (totals.includes(name)) {
          // rounding is no difference
          if (Math.abs(value - sum) > 1e-9 * Math.max(Math.abs(value), Math.abs(sum))) differing.add(name);
          sum = value;
          return [{ ...row, at, from: 0, to: value, kind: 'total' }];
        }
        const from = sum;
        sum += value;
        return [{ ...row, at, from, to: sum, kind: value < 0 ? 'falls' : 'rises' }];
      });
    if (!total || all.length === 0) return all;
    const { fx, fy } = all[0]!;
    return [
      ...all,
      { x: TOTAL, fx: fx!, fy: fy!, y: sum, at: inner.names.length, from: 0, to: sum, kind: 'total' },
    ];
  }
}

function withTotal(places: Places, word: string): Places {
  return {
    names: [...places.names, TOTAL],
    at: (row) => places.at(row),
    format: (name) => (name === TOTAL ? word : places.format(name)),
  };
}
