import { findColumn } from '../../steps/write';
import { isMoment } from './channel';
import type { DatumValue, DrawContext } from './chart';
import { only } from './chart';
import { toTitle, toValueFormat } from './format';
import type { Facets } from './frame';
import { FONT } from './frame';
import { toInks } from './palette';
import type { Margins, Mark, Picture } from './picture';
import { toRuler } from './rulers';

/** Two axes of numbers or moments between which single rows lie. */
export interface Plane {
  readonly height: number;
  readonly margins: Partial<Margins>;
  readonly scales: Picture['scales'];
  readonly marks: readonly Mark[];
  /** What is on a slot as it is drawn: a number, or a moment. */
  readonly toPlaced: Readonly<Record<'x' | 'y', (value: DatumValue) => number | Date | null>>;
}

export interface PlaneOptions {
  facets: Facets;
  /** From the least to the greatest; moments as milliseconds. */
  ends: Readonly<Record<'x' | 'y', readonly [number, number]>>;
  /** Whether nothing is on the y axis, whatever the values are. */
  zero?: boolean;
  /** Whether the x axis ends where the values do. */
  exact?: boolean;
  height?: number;
  inset?: number;
}

export function toPlane(context: DrawContext, options: PlaneOptions): Plane {
  const { facets, ends, zero = false, exact = false, inset = 4 } = options;
  const { chart, look } = context;
  const height = options.height ?? (facets.lines > 1 ? 240 : 380);
  const isFaceted = facets.columns * facets.lines > 1;
  const dates = { x: isDate(context, 'x'), y: isDate(context, 'y') };
  const toAxis = (slot: 'x' | 'y', length: number) =>
    dates[slot]
      ? toMoments(context, slot, { ends: ends[slot], length, nice: !(exact && slot === 'x') })
      : toRuler(context, only(chart, slot)!, {
          side: slot === 'x' ? 'bottom' : 'left',
          values: ends[slot],
          length,
          title: toTitle(look, only(chart, slot)!, context.columns, 'value'),
          zero: zero && slot === 'y',
          nice: !(exact && slot === 'x'),
        });
  const y = toAxis('y', height);
  const x = toAxis('x', look.width / facets.columns - y.room);
  return {
    height: height * facets.lines,
    margins: { left: Math.max(y.room, dates.x ? 44 : 0), bottom: 44, top: isFaceted ? 44 : 26, right: 20 },
    scales: {
      x: { ...x.scale, ...(!exact && { inset }) },
      y: { ...y.scale, ...(!exact && { inset }) },
      ...facets.scales,
    },
    marks: [y.grid, x.grid, y.axis, x.axis],
    toPlaced: {
      x: dates.x ? toMoment : toNumber,
      y: dates.y ? toMoment : toNumber,
    },
  };
}

function isDate({ chart, columns }: DrawContext, slot: string): boolean {
  return isMoment(findColumn(columns, only(chart, slot)!.column!)?.type ?? '');
}

const toMoment = (value: DatumValue) => (value instanceof Date ? value : null);
const toNumber = (value: DatumValue) => (value === null || value === undefined ? null : Number(value));

interface MomentOptions {
  ends: readonly [number, number];
  length: number;
  nice: boolean;
}

function toMoments(context: DrawContext, slot: 'x' | 'y', { ends, length, nice }: MomentOptions) {
  const { chart, look, columns } = context;
  const channel = only(chart, slot)!;
  const inks = toInks(look.dark);
  const [from, to] = ends[0] < ends[1] ? ends : [ends[0] - 864e5, ends[1] + 864e5];
  const days = (to - from) / 864e5;
  const unit =
    days > 1500 ? 'year' : days > 120 ? 'month' : days > 3 ? 'day' : days > 0.1 ? 'hour' : 'second';
  const format = toValueFormat(look, { ...channel, unit }, columns);
  const letter = slot === 'x' ? 'X' : 'Y';
  const ticks = slot === 'x' ? Math.max(2, Math.floor(length / 100)) : 5;
  return {
    scale: { type: 'utc', domain: [new Date(from), new Date(to)], nice, label: null },
    grid: { mark: `grid${letter}`, options: { stroke: inks.line, strokeOpacity: 1, ticks } } satisfies Mark,
    axis: {
      mark: `axis${letter}`,
      options: {
        anchor: slot === 'x' ? 'bottom' : 'left',
        tickSize: 0,
        ticks,
        tickFormat: format,
        fill: inks.ink3,
        fontSize: FONT,
        labelArrow: 'none',
        label: toTitle(look, channel, columns, 'value'),
      },
    } satisfies Mark,
    room: 84,
  };
}

/** From the least to the greatest of what rows have on a slot; moments as milliseconds. */
export function toEnds(values: Iterable<DatumValue>): [number, number] {
  let [least, greatest] = [Infinity, -Infinity];
  for (const value of values) {
    if (value === null || value === undefined) continue;
    const number = Number(value);
    if (number < least) least = number;
    if (number > greatest) greatest = number;
  }
  return least <= greatest ? [least, greatest] : [0, 1];
}
