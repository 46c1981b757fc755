import type { Area } from '../picture';

export type Ring = readonly (readonly [number, number])[];

/** Less than this across is hard to see and to point at. */
const TINY = 4;

/** Where a pointer finds what is drawn by straight lines. What is tiny is found near by. */
export function toArea(rings: readonly Ring[]): Area | undefined {
  if (rings.length === 0) return undefined;
  const [left, top, right, bottom] = toBounds(rings.flat());
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  if (Math.max(right - left, bottom - top) < 2 * TINY)
    return { x, y, w: TINY, h: TINY, contains: (px, py) => Math.hypot(px - x, py - y) <= 1.5 * TINY };
  const [middleX, middleY] = toMiddle(rings);
  return {
    x,
    y,
    w: (right - left) / 2,
    h: (bottom - top) / 2,
    contains: (px, py) => isWithin(rings, px, py),
    tip: { dx: middleX - x, dy: middleY - y },
  };
}

export function toRings(path: string): Ring[] {
  return path.split('M').flatMap((part): Ring[] => {
    const numbers = (part.match(/-?\d+(?:\.\d+)?(?:e-?\d+)?/g) ?? []).map(Number);
    if (numbers.length < 6) return [];
    return [
      Array.from(
        { length: numbers.length / 2 },
        (_, at) => [numbers[2 * at]!, numbers[2 * at + 1]!] as const,
      ),
    ];
  });
}

export function toBounds(points: Ring): [left: number, top: number, right: number, bottom: number] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return [left, top, right, bottom];
}

/** The middle of the largest part: where a name or a circle stands. */
export function toMiddle(rings: readonly Ring[]): [x: number, y: number] {
  const [largest] = rings
    .map((ring) => ({ ring, area: Math.abs(toDoubleArea(ring)) }))
    .sort((a, b) => b.area - a.area);
  const { ring } = largest!;
  const double = toDoubleArea(ring);
  if (Math.abs(double) < 1e-6) {
    const [left, top, right, bottom] = toBounds(ring);
    return [(left + right) / 2, (top + bottom) / 2];
  }
  let [x, y] = [0, 0];
  for (const [at, [x1, y1]] of ring.entries()) {
    const [x2, y2] = ring[(at + 1) % ring.length]!;
    const cross = x1 * y2 - x2 * y1;
    x += (x1 + x2) * cross;
    y += (y1 + y2) * cross;
  }
  return [x / (3 * double), y / (3 * double)];
}

function toDoubleArea(ring: Ring): number {
  return ring.reduce((sum, [x1, y1], at) => {
    const [x2, y2] = ring[(at + 1) % ring.length]!;
    return sum + x1 * y2 - x2 * y1;
  }, 0);
}

/** By how often a line to the right crosses the borders. */
export function isWithin(rings: readonly Ring[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings)
    for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
      const [[x1, y1], [x2, y2]] = [ring[at]!, ring[before]!];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  return inside;
}
