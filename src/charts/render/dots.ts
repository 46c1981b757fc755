import type { Dimensions, RenderFunction } from '@observablehq/plot';

/** From so many on, an element for each would keep the page busy. */
export const MOST_DOTS = 1500;
/** Dots of one colour that become one path. Within it they do not darken one another, so that they are few. */
const TOGETHER = 48;
/** What is drawn later lies on top, but for dots so near in the order of rows. */
const BLOCK = 1024;

/** Many dots as few paths: each dot is a line of no length with round ends. */
export function toManyDots({
  fill = 'currentColor',
  fillOpacity = 1,
  r = 3,
  clip = false,
}: Readonly<Record<string, unknown>>): RenderFunction {
  return (index, _scales, values, dimensions, { document }) => {
    const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    group.setAttribute('fill', 'none');
    group.setAttribute('stroke-linecap', 'round');
    group.setAttribute('stroke-opacity', String(fillOpacity));
    const channels = values as unknown as Record<string, ArrayLike<number | string> | undefined>;
    const [xs, ys] = [channels.x!, channels.y!] as ArrayLike<number>[];
    const { fill: fills, r: sizes } = channels;
    const open = new Map<string, { color: string; size: number; dots: string[] }>();
    const close = (key: string) => {
      const { color, size, dots } = open.get(key)!;
      const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
      path.setAttribute('d', dots.join(''));
      path.setAttribute('stroke', color);
      path.setAttribute('stroke-width', String(2 * size));
      group.append(path);
      open.delete(key);
    };
    let drawn = 0;
    for (const at of index) {
      if (clip && !isWithin([xs![at]!], [ys![at]!], dimensions)) continue;
      const color = String(fills?.[at] ?? fill);
      const size = Math.round(2 * Number(sizes?.[at] ?? r)) / 2;
      const key = `${color} ${size}`;
      const part = open.get(key) ?? { color, size, dots: [] };
      open.set(key, part);
      part.dots.push(`M${toTenths(xs![at]!)},${toTenths(ys![at]!)}h0`);
      if (part.dots.length === TOGETHER) close(key);
      if (++drawn % BLOCK === 0) for (const one of open.keys()) close(one);
    }
    for (const one of open.keys()) close(one);
    return group;
  };
}

/** What rounding has put beyond the very edge lies on it. */
const EDGE = 0.5;

/** Whether something between two places, or at one, lies within the axes at least in part. */
export function isWithin(
  [x1, x2 = x1]: readonly [number, number?],
  [y1, y2 = y1]: readonly [number, number?],
  { width, height, marginLeft, marginRight, marginTop, marginBottom }: Dimensions,
): boolean {
  return (
    Math.max(x1, x2) >= marginLeft - EDGE &&
    Math.min(x1, x2) <= width - marginRight + EDGE &&
    Math.max(y1, y2) >= marginTop - EDGE &&
    Math.min(y1, y2) <= height - marginBottom + EDGE
  );
}

const toTenths = (value: number) => Math.round(value * 10) / 10;
