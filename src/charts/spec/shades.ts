import { toRamp } from './palette';
import type { Ramp } from './picture';

/** Colours of values that go over into one another. */
export interface Shades {
  readonly colorOf: (value: number) => string;
  /** Of what is written upon it. */
  readonly inkOn: (color: string) => string;
  readonly ramp: Ramp;
}

export interface ShadesOptions {
  values: readonly number[];
  dark: boolean;
  title: string;
  format: (value: number) => string;
  /** From nothing both ways; by itself where there are values on both sides. */
  ways?: 'auto' | 'one-way' | 'two-way';
  /** How a value lies between the ends, where not evenly. */
  bend?: (share: number) => number;
  unbend?: (share: number) => number;
  /** Where little begins, if not at the least of the values. */
  from?: number;
}

const STEPS = 24;

export function toShades(options: ShadesOptions): Shades {
  const { values, dark, title, format, ways = 'auto', bend = (x) => x, unbend = (x) => x } = options;
  let [least, greatest] = [Infinity, -Infinity];
  for (const value of values) {
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  if (!(least <= greatest)) [least, greatest] = [0, 1];
  const isTwoWay = ways === 'two-way' || (ways === 'auto' && least < 0 && greatest > 0);
  const reach = Math.max(Math.abs(least), Math.abs(greatest)) || 1;
  const from = isTwoWay ? -reach : (options.from ?? least);
  const to = isTwoWay ? reach : greatest;
  const colors = toRamp(dark, isTwoWay ? 'two' : 'one');
  const colorAt = (share: number) => toMixed(colors, Math.min(1, Math.max(0, share)));
  // one value alone is neither little nor much
  const shareOf = (value: number) => (to > from ? bend((value - from) / (to - from)) : 0.5);
  const valueAt = (share: number) => from + unbend(share) * (to - from);
  return {
    colorOf: (value) => colorAt(shareOf(value)),
    inkOn: (color) => (toLightness(color) > 0.42 ? '#1c2026' : '#ffffff'),
    ramp: {
      title,
      colors:
        to > from ? Array.from({ length: STEPS }, (_, at) => colorAt(at / (STEPS - 1))) : [colorAt(0.5)],
      labels: to > from ? [0, 0.5, 1].map((share) => format(valueAt(share))) : [format(from)],
    },
  };
}

function toParts(color: string): [number, number, number] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)) as [number, number, number];
}

/** Between the colours of a ramp, evenly. */
function toMixed(colors: readonly string[], share: number): string {
  const at = share * (colors.length - 1);
  const low = Math.min(Math.floor(at), colors.length - 2);
  const [a, b] = [toParts(colors[low]!), toParts(colors[low + 1]!)];
  const mixed = a.map((part, index) => Math.round(part + (b[index]! - part) * (at - low)));
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** How light a colour is, from 0 to 1 (WCAG's relative luminance, its square root). */
function toLightness(color: string): number {
  const [r, g, b] = toParts(color).map((part) => (part / 255) ** 2.2) as [number, number, number];
  return Math.sqrt(0.2126 * r + 0.7152 * g + 0.0722 * b);
}
