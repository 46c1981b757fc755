import type { Datum, DrawContext } from './chart';
import { only } from './chart';
import { toNumberFormat } from './format';
import type { Drawing } from './frame';
import { FONT } from './frame';
import { toFinite } from './laid';
import { toInks } from './palette';
import type { Mark } from './picture';

/** Where one panel reaches over so many times as much as another, along one axis the other is a flat line. */
const APART = 20;
const TICKS = 4;
/** Half of a label at the beginning of the other axis. */
const LEFT = 30;
const sides = ['y', 'y1', 'y2'] as const;

interface Scale {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

/**
 * Small multiples of lines each along an axis of its own, where one for all would hide some of them: every panel's values become shares
 * of its height, and what its lines stand for is written in it.
 */
export function withOwnScales(context: DrawContext, drawing: Drawing): Drawing {
  const { chart, look } = context;
  if (!isFree(context, drawing)) return drawing;
  const reach = new Map<string, [number, number]>();
  for (const { mark, row } of toFaceted(drawing.marks))
    for (const value of sides.flatMap((side) => toValue(mark, side, row) ?? [])) {
      const [least, most] = reach.get(panelOf(row)) ?? (chart.options.zero ? [0, 0] : [value, value]);
      reach.set(panelOf(row), [Math.min(least, value), Math.max(most, value)]);
    }
  const sizes = [...reach.values()].map(([least, most]) => most - least).filter((size) => size > 0);
  const isApart = sizes.length > 1 && Math.max(...sizes) > APART * Math.min(...sizes);
  if (chart.options.axes !== 'own' && !isApart) return drawing;
  const scales = new Map([...reach].map(([panel, [least, most]]) => [panel, toScale(least, most)]));
  const toShare = (panel: string, value: number) => {
    const { from, to } = scales.get(panel)!;
    return (value - from) / (to - from);
  };
  const inks = toInks(look.dark);
  const format = toNumberFormat(look, only(chart, 'y') ?? {}, 'axis');
  const ticks = [...scales].flatMap(([panel, { ticks: values }]) => {
    const [fx, fy] = panel.split(' ').map(Number);
    return values.map((value) => ({
      fx,
      fy,
      share: toShare(panel, value),
      text: format(value),
      isZero: value === 0,
      // above it stands what the panel is called
      isTop: value === values.at(-1),
    }));
  });
  const places = { fx: 'fx', fy: 'fy', y: 'share' };
  const toLabels = (isTop: boolean): Mark => ({
    mark: 'text',
    data: ticks.filter((tick) => tick.isTop === isTop),
    options: {
      ...places,
      text: 'text',
      frameAnchor: 'left',
      textAnchor: 'start',
      lineAnchor: isTop ? 'top' : 'bottom',
      dy: isTop ? 3 : -2,
      fill: inks.ink3,
      stroke: inks.paper,
      strokeWidth: 3,
      fontSize: FONT,
    },
  });
  const title = drawing.marks.find(({ mark }) => mark === 'axisY');
  return {
    ...drawing,
    margins: { ...drawing.margins, left: LEFT },
    scales: { ...drawing.scales, y: { type: 'linear', domain: [0, 1], label: null } },
    marks: [
      { mark: 'ruleY', data: ticks, options: { ...places, stroke: inks.line } },
      {
        mark: 'ruleY',
        data: ticks.filter(({ isZero }) => isZero),
        options: { ...places, stroke: inks.strong },
      },
      // no number of it is true of all panels
      ...(title ? [{ ...title, options: { ...title.options, ticks: [] } }] : []),
      ...drawing.marks.filter((mark) => !isOfAll(mark)).map((mark) => toShared(mark, toShare)),
      toLabels(false),
      toLabels(true),
    ],
    notes: [...(drawing.notes ?? []), look.words.lines.ownScales],
    own: true,
  };
}

/** Whether nothing hangs on one axis for all: what a person has set along it, or a line drawn across all panels. */
function isFree({ chart }: DrawContext, { scales }: Drawing): boolean {
  const { axes, references, annotations, diagonal } = chart.options as Record<string, unknown>;
  const { min, max } = only(chart, 'y') ?? {};
  const isSet = min !== undefined || max !== undefined || diagonal === true;
  const hasOver = [references, annotations].some((list) => Array.isArray(list) && list.length > 0);
  const hasRight = (chart.slots.layers ?? []).some(({ axis }) => axis === 'right');
  return 'fx' in scales && axes !== 'same' && scales.y?.type === 'linear' && !isSet && !hasOver && !hasRight;
}

/** Axis, lines and ground that are the same in all panels. */
const isOfAll = ({ mark, options }: Mark) => /^(?:axisY|gridY|ruleY)$/.test(mark) && !('fx' in options);

const panelOf = (row: Datum) => `${String(row.fx)} ${String(row.fy)}`;

function toFaceted(marks: readonly Mark[]): { mark: Mark; row: Datum }[] {
  return marks.flatMap((mark) =>
    'fx' in mark.options ? ((mark.data ?? []) as Datum[]).map((row) => ({ mark, row })) : [],
  );
}

function toValue({ options }: Mark, side: (typeof sides)[number], row: Datum): number | undefined {
  const given = options[side];
  if (typeof given === 'string') return toFinite(row[given]);
  return typeof given === 'function' ? toFinite((given as (row: Datum) => Datum[string])(row)) : undefined;
}

/** A mark whose values are shares of its panel's height. */
function toShared(mark: Mark, toShare: (panel: string, value: number) => number): Mark {
  const given = sides.filter((side) => mark.options[side] !== undefined);
  if (!('fx' in mark.options) || given.length === 0) return mark;
  const data = ((mark.data ?? []) as Datum[]).map((row) => {
    const shares = given.map((side) => {
      const value = toValue(mark, side, row);
      return [`share ${side}`, value === undefined ? null : toShare(panelOf(row), value)];
    });
    return { ...row, ...Object.fromEntries(shares) };
  });
  const options = Object.fromEntries(given.map((side) => [side, `share ${side}`]));
  return { ...mark, data, options: { ...mark.options, ...options } };
}

/** From round number to round number, a few steps apart. */
function toScale(least: number, most: number): Scale {
  const [low, high] =
    least < most ? [least, most] : [least - (Math.abs(least) / 2 || 0.5), most + (Math.abs(most) / 2 || 0.5)];
  const rough = (high - low) / TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((nice) => nice * power).find((one) => one >= rough * (1 - 1e-9))!;
  const [first, last] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)];
  const ticks = Array.from({ length: last - first + 1 }, (_, at) =>
    Number(((first + at) * step).toPrecision(12)),
  );
  return { from: ticks[0]!, to: ticks.at(-1)!, ticks };
}
