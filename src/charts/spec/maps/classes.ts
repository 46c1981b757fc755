import { toPlain } from '../bins';
import { toRamp } from '../palette';

/** Numbers in classes that have a colour each. */
export interface Classes {
  /** Where classes end, from the least value to the greatest: one more than there are classes. */
  readonly ends: readonly number[];
  readonly colors: readonly string[];
  colorOf(value: number): string;
}

export interface ClassOptions {
  dark: boolean;
  /** About so many. */
  count: number;
  /** `even`: as wide as one another. `quantiles`: with as many values each. `auto`: even, unless most values would be in one. */
  by: 'auto' | 'even' | 'quantiles';
  /** `two-way`: away from a middle, on both sides. `auto`: where there are values below and above nothing. */
  scheme: 'auto' | 'one-way' | 'two-way';
  middle: number;
}

export function toClasses(values: readonly number[], options: ClassOptions): Classes {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const [least = 0, greatest = 0] = [sorted[0], sorted.at(-1)];
  const isTwoWay = isBothWays(least, greatest, options);
  const ends = isTwoWay ? toTwoWayEnds(least, greatest, options) : toEnds(sorted, options);
  const colors = toShades(toRamp(options.dark, isTwoWay ? 'two' : 'one'), ends.length - 1, isTwoWay);
  return {
    ends,
    colors,
    colorOf(value) {
      const at = ends.findLastIndex((end) => value >= end);
      return colors[Math.min(Math.max(at, 0), colors.length - 1)]!;
    },
  };
}

function isBothWays(least: number, greatest: number, { scheme, middle }: ClassOptions): boolean {
  return scheme === 'auto' ? least < middle && greatest > middle : scheme === 'two-way';
}

function toEnds(sorted: readonly number[], { by, count }: ClassOptions): number[] {
  const [least = 0, greatest = 0] = [sorted[0], sorted.at(-1)];
  if (!(greatest > least)) return [least, greatest];
  const even = toEvenEnds(least, greatest, count);
  if (by === 'even') return even;
  const most = Math.max(
    ...even.slice(1).map((end, at) => sorted.filter((one) => one >= even[at]! && one < end).length),
  );
  if (by === 'auto' && most <= sorted.length * 0.6) return even;
  return toQuantiles(sorted, count);
}

/** Ends at round numbers. */
function toEvenEnds(least: number, greatest: number, count: number): number[] {
  const rough = (greatest - least) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * [1, 2, 2.5, 5, 10].find((nice) => nice * power >= rough * 0.85)!;
  const [first, last] = [Math.floor(least / step + 1e-9), Math.ceil(greatest / step - 1e-9)];
  return Array.from({ length: Math.max(last - first, 1) + 1 }, (_, at) => toPlain((first + at) * step));
}

/** Ends between values, as R's seventh way has them; those that fall together are one. */
function toQuantiles(sorted: readonly number[], count: number): number[] {
  const ends = Array.from({ length: count + 1 }, (_, at) => {
    const place = ((sorted.length - 1) * at) / count;
    const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
    return low + (high - low) * (place - Math.floor(place));
  });
  return ends.filter((end, at) => at === 0 || end > ends[at - 1]!);
}

function toTwoWayEnds(least: number, greatest: number, { count, middle }: ClassOptions): number[] {
  const far = Math.max(Math.abs(greatest - middle), Math.abs(middle - least)) || 1;
  const side = toEvenEnds(0, far, Math.max(1, Math.floor(count / 2)));
  return [
    ...side
      .slice(1)
      .reverse()
      .map((end) => toPlain(middle - end)),
    ...side.map((end) => toPlain(middle + end)),
  ];
}

/** So many colours of a ramp, from end to end; of two ways none is the middle's own. */
function toShades(ramp: readonly string[], count: number, isTwoWay = false): string[] {
  return Array.from({ length: count }, (_, at) => {
    // paper-like first colours would look like regions without a value
    const from = isTwoWay ? 0 : 0.12;
    return mix(ramp, count === 1 ? 0.6 : from + ((1 - from) * at) / (count - 1));
  });
}

function mix(ramp: readonly string[], share: number): string {
  const place = share * (ramp.length - 1);
  const low = Math.min(Math.floor(place), ramp.length - 2);
  const parts = [1, 3, 5].map((at) => {
    const [a, b] = [ramp[low]!, ramp[low + 1]!].map((color) => parseInt(color.slice(at, at + 2), 16));
    return Math.round(a! + (b! - a!) * (place - low))
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}
