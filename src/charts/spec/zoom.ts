import type { View, Zoom } from './look';
import type { PanelBox } from './pointing';

export type Span = readonly [number, number];

/** From points of the picture to values. */
interface Ruler {
  toValue(at: number): number;
}

interface Ruled {
  readonly scales: { readonly x?: Ruler | undefined; readonly y?: Ruler | undefined };
  readonly frame: PanelBox;
}

/** So much larger at most, and so small a part of the whole. */
const MOST = 64;
const LEAST = 1e-6;

/** How far the panel of small multiples that lies at a place, or nearest to it, is from where scales apply as they are. */
export function toShift(
  { panels, home }: { readonly panels: readonly PanelBox[]; readonly home: PanelBox },
  { x, y }: { readonly x: number; readonly y: number },
): { readonly x: number; readonly y: number } {
  const away = ({ left, top, width, height }: PanelBox) =>
    Math.hypot(Math.max(left - x, 0, x - left - width), Math.max(top - y, 0, y - top - height));
  const nearest = panels.reduce((a, b) => (away(b) < away(a) ? b : a), panels[0] ?? home);
  return { x: nearest.left - home.left, y: nearest.top - home.top };
}

/** The spans that a picture shows. */
export function toFull({ scales, frame }: Ruled): Zoom {
  return toSpans(frame, scales, true);
}

/** What lies in a box of the picture, as spans of its scales. */
export function toSpans(
  { left, top, width, height }: PanelBox,
  { x, y }: Ruled['scales'],
  both: boolean,
): Zoom {
  const spans = {
    ...(x && { x: toSpan(x.toValue(left), x.toValue(left + width)) }),
    ...(both && y && { y: toSpan(y.toValue(top + height), y.toValue(top)) }),
  };
  return spans;
}

const toSpan = (a: number, b: number): Span => (a <= b ? [a, b] : [b, a]);

/** Spans kept within the whole; undefined where they are all of it. While they are moved, they stay as wide as they are. */
export function toInner(zoom: Zoom, full: Zoom, moved = false): Zoom | undefined {
  const inner: { x?: Span; y?: Span } = {};
  let isAll = true;
  for (const side of ['x', 'y'] as const) {
    const [span, whole] = [zoom[side], full[side]];
    if (!span || !whole) continue;
    const size = whole[1] - whole[0];
    let [from, to] = span;
    if (!Number.isFinite(from) || !Number.isFinite(to) || !(size > 0)) continue;
    if (moved) {
      const by = Math.max(whole[0] - from, 0) + Math.min(whole[1] - to, 0);
      [from, to] = [from + by, to + by];
    }
    from = Math.max(from, whole[0]);
    to = Math.min(to, whole[1]);
    to = Math.max(to, from + size * LEAST);
    if (to - from < size * (1 - 1e-9)) isAll = false;
    inner[side] = [from, to];
  }
  return isAll ? undefined : inner;
}

/** A part of a view that has no scales, given as a box of what is seen of it now. */
export function toView(box: PanelBox, frame: PanelBox, now: View = whole): View | undefined {
  const larger = Math.min(frame.width / box.width, frame.height / box.height);
  const k = Math.min(MOST, now.k * larger);
  if (k <= 1) return undefined;
  const middle = {
    x: now.x + (box.left + box.width / 2 - frame.left) / now.k,
    y: now.y + (box.top + box.height / 2 - frame.top) / now.k,
  };
  return toWithin({ k, x: middle.x - frame.width / 2 / k, y: middle.y - frame.height / 2 / k }, frame);
}

export function panView(now: View | undefined, dx: number, dy: number, frame: PanelBox): View | undefined {
  return now && toWithin({ k: now.k, x: now.x + dx / now.k, y: now.y + dy / now.k }, frame);
}

const whole: View = { k: 1, x: 0, y: 0 };

function toWithin({ k, x, y }: View, { width, height }: PanelBox): View {
  return {
    k,
    x: Math.max(0, Math.min(width - width / k, x)),
    y: Math.max(0, Math.min(height - height / k, y)),
  };
}
