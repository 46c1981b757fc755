import type { Channel } from './channel';
import type { DrawContext } from './chart';
import { toNumberFormat } from './format';
import { FONT, toNumberRoom } from './frame';
import { toInks } from './palette';
import type { Mark } from './picture';
import { toYearStep } from './years';

/** An axis of numbers: its scale, its lines, and how much room its labels take. */
export interface Ruler {
  readonly scale: Readonly<Record<string, unknown>>;
  readonly grid: Mark;
  readonly axis: Mark;
  readonly room: number;
  readonly format: (value: number) => string;
}

export interface RulerOptions {
  side: 'left' | 'bottom';
  values: readonly number[];
  /** How many points long the axis is. */
  length: number;
  title: string | null;
  /** Whether nothing is on it, whatever the values are. */
  zero?: boolean;
  nice?: boolean;
  format?: (value: number) => string;
}

/** Of a channel's values, as the channel asks for them: its scale, its ends, its format. */
export function toRuler({ look }: DrawContext, channel: Channel, options: RulerOptions): Ruler {
  const { side, values, length, title, zero = false, nice = true } = options;
  const inks = toInks(look.dark);
  const { scale: type = 'linear' } = channel;
  const known = type === 'log' ? values.filter((value) => value > 0) : values;
  const [least, greatest] = toEnds(known);
  const isFromZero = zero && type !== 'log';
  const number = options.format ?? (toNumberFormat(look, channel, 'axis') as (value: number) => string);
  const ticks =
    side === 'left'
      ? Math.max(2, Math.min(6, Math.round(length / 60)))
      : Math.max(2, Math.floor(length / 90));
  const ends: readonly [number, number] = [
    channel.min ?? (isFromZero ? Math.min(0, least) : least),
    channel.max ?? (isFromZero ? Math.max(0, greatest) : greatest),
  ];
  const domain = ends[0] === ends[1] ? toSpan(ends[0], { type, isFromZero }) : ends;
  // years stand at whole numbers; of what a person has come closer to, as many as there is room for
  const seen = look.zoom?.[side === 'left' ? 'y' : 'x'] ?? domain;
  const isOfYears = channel.format === 'year' && type === 'linear' && seen[1] - seen[0] >= 1;
  const spacing = isOfYears ? { interval: toYearStep(seen, ticks) } : { ticks };
  const isWhole = channel.min !== undefined || channel.max !== undefined;
  const letter = side === 'left' ? 'Y' : 'X';
  return {
    scale: { type, domain, nice: nice && !isWhole, label: null, ...(isWhole && { clamp: false }) },
    grid: {
      mark: `grid${letter}`,
      options: { stroke: inks.line, strokeOpacity: 1, ...spacing },
    },
    axis: {
      mark: `axis${letter}`,
      options: {
        anchor: side,
        tickSize: 0,
        ...spacing,
        tickFormat: number,
        fill: inks.ink3,
        fontSize: FONT,
        label: title,
        labelArrow: 'none',
      },
    },
    // whole, so that what lies on whole places of the frame does so on the page
    room: Math.ceil(toNumberRoom(domain, number as (value: unknown) => string)) + 16,
    format: number,
  };
}

function toEnds(values: readonly number[]): [number, number] {
  let [least, greatest] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return least <= greatest ? [least, greatest] : [0, 1];
}

/** One value alone has no span. */
function toSpan(
  value: number,
  { type, isFromZero }: { type: string; isFromZero: boolean },
): readonly [number, number] {
  if (isFromZero && value === 0) return [0, 1];
  if (type === 'log') return [value / 2, value * 2];
  const around = Math.abs(value) / 2 || 0.5;
  return [value - around, value + around];
}
