import { createMemo, createSignal, onCleanup } from 'solid-js';
import type { Rendered, Ruler, Spot } from '../../charts/render/render';
import { ROW } from '../../charts/spec/behind';
import type { Brushes, Picture } from '../../charts/spec/picture';
import type { Pointing } from '../../charts/spec/pointing';
import type { Grid } from '../../charts/spec/grid';
import type { Span } from '../../charts/spec/selection';
import { toEnds } from '../../charts/spec/selection';
import type { Brush } from './linking';

export interface BrushingOptions {
  stage: () => HTMLElement;
  rendered: () => (Rendered & { picture: Picture }) | undefined;
  /** How much larger the picture stands on the page than it was laid out. */
  scale: () => number;
  pointing: () => Pointing;
  isAlong: () => boolean;
  brush: Brush;
  /** Whether dragging chooses, not comes closer. */
  drags: () => boolean;
}

/** A part of the picture, in its points. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A pointer that has moved less than this was a click. */
const MOVED = 6;
/** As near a click has to be to a mark. */
const NEAR = 8;
/** A cell of the grid in which a box is chosen. */
const CELL = 5;
/** Of more marks than these it is not shown which are chosen: so many outlines are a plain of their own. */
const MOST_MARKED = 500;
/** A mark is shown as chosen at least so wide. */
const LEAST = 3;

/** Choosing marks, so that other charts show their rows: by drawing across them, by a click, by keys. */
export function createBrushing(options: BrushingOptions) {
  const { stage, rendered, scale, pointing, isAlong, brush, drags } = options;
  const [region, setRegion] = createSignal<Box>();
  let start: { x: number; y: number; id: number } | undefined;
  let pressed: { x: number; y: number } | undefined;
  let hasMoved = false;
  let anchor: number | undefined;
  let frame = 0;
  onCleanup(() => cancelAnimationFrame(frame));

  const way = (): Brushes | undefined => rendered()?.picture.brushes;
  const spots = () => rendered()?.spots ?? [];
  const rowOf = ({ datum }: Spot) => datum[ROW] as number;
  /** What is of no row, as a land without a value, cannot be chosen. */
  const isOfRow = ({ datum }: Spot) => typeof datum[ROW] === 'number';
  /** Between axes of small multiples there is no box. */
  const canDraw = () => way() !== undefined && (!brush.isBox() || !('fx' in rendered()!.picture.scales));

  function toPlace({ clientX, clientY }: { clientX: number; clientY: number }) {
    const box = stage().getBoundingClientRect();
    return { x: (clientX - box.left) / scale(), y: (clientY - box.top) / scale() };
  }

  /** What tells of a choice takes room above the pictures: this one stays where it is. */
  function keepStill(act: () => void): void {
    const before = stage().getBoundingClientRect().top;
    act();
    const moved = stage().getBoundingClientRect().top - before;
    if (moved !== 0) findScroller(stage())?.scrollBy({ top: moved, behavior: 'instant' });
  }

  function begin(): void {
    brush.begin(way(), brush.isBox() ? toSpans(rendered()!.frame) : []);
  }

  /** Chooses what a box of the picture meets. */
  function choose(box: Box): void {
    if (!rendered()) return;
    if (brush.isBox()) return brush.box(toSpans(box));
    const met = spots().filter(({ x, y, w, h }) => {
      const isBeside = x + w < box.left || x - w > box.left + box.width;
      const isAbove = y + h < box.top || y - h > box.top + box.height;
      return !(isBeside && way() !== 'y') && !(isAbove && way() !== 'x');
    });
    brush.pick(way(), met.filter(isOfRow).map(rowOf));
  }

  function toSpans(box: Box): Span[] {
    const { scales, frame: whole, picture } = rendered()!;
    const across =
      scales.x &&
      toSpan('x', scales.x, {
        ends: [whole.left, whole.left + whole.width],
        part: [box.left, box.left + box.width],
        type: picture.scales.x?.type,
      });
    const up =
      scales.y &&
      toSpan('y', scales.y, {
        ends: [whole.top + whole.height, whole.top],
        part: [box.top + box.height, box.top],
        type: picture.scales.y?.type,
      });
    return [...(across ? [across] : []), ...(up && way() === 'xy' ? [up] : [])];
  }

  function toBox(event: PointerEvent): Box {
    const { left, top, width, height } = rendered()!.frame;
    const { x, y } = toPlace(event);
    const clampX = (at: number) => Math.max(left, Math.min(left + width, at));
    const clampY = (at: number) => Math.max(top, Math.min(top + height, at));
    const [x1, x2] =
      way() === 'y' ? [left, left + width] : [clampX(Math.min(x, start!.x)), clampX(Math.max(x, start!.x))];
    const [y1, y2] =
      way() === 'x' ? [top, top + height] : [clampY(Math.min(y, start!.y)), clampY(Math.max(y, start!.y))];
    return { left: x1, top: y1, width: x2 - x1, height: y2 - y1 };
  }

  /** Chooses all from one mark to another. */
  function extend(from: number, to: number): void {
    const [a, b] = [spots()[from], spots()[to]];
    if (!a || !b) return;
    if (way() === undefined)
      return brush.pick(
        undefined,
        spots()
          .slice(Math.min(from, to), Math.max(from, to) + 1)
          .filter(isOfRow)
          .map(rowOf),
      );
    const [left, top] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
    choose({ left, top, width: Math.max(a.x, b.x) - left, height: Math.max(a.y, b.y) - top });
  }

  /** What is chosen, as parts of the picture. */
  const marked = createMemo((): readonly Box[] => {
    const chosen = brush.chosen();
    const drawn = rendered();
    if (!chosen || !drawn) return [];
    if ('spans' in chosen) return toBoxOfSpans(chosen.spans, drawn);
    const found = drawn.spots.filter((spot) => brush.has(rowOf(spot)));
    const along = way();
    if (along !== 'x' && along !== 'y') return found.length > MOST_MARKED ? [] : found.map(toBoxOf);
    return toRuns(found, drawn.spots, along, drawn);
  });

  return {
    region,
    marked,
    can: () => brush.can(),

    /** Whether a press belongs to choosing. */
    onDown(event: PointerEvent): boolean {
      hasMoved = false;
      pressed = toPlace(event);
      if (!brush.can() || event.button !== 0 || event.pointerType === 'touch') return false;
      if (!drags() || event.altKey || event.ctrlKey || event.shiftKey || !canDraw()) return false;
      start = { ...toPlace(event), id: event.pointerId };
      begin();
      return true;
    },

    /** Whether something is being drawn across, so that nothing is pointed at. */
    onMove(event: PointerEvent): boolean {
      if (!start || !rendered()) return false;
      const { x, y } = toPlace(event);
      if (!hasMoved && Math.hypot(x - start.x, y - start.y) < MOVED) return false;
      hasMoved = true;
      anchor = undefined;
      if (!stage().hasPointerCapture(start.id)) stage().setPointerCapture(start.id);
      const box = toBox(event);
      setRegion(box);
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => keepStill(() => choose(box)));
      return true;
    },

    onUp(): void {
      if (!start) return;
      start = undefined;
      const box = region();
      setRegion();
      cancelAnimationFrame(frame);
      if (box) keepStill(() => choose(box));
      else if (!brush.chosen()) brush.end();
    },

    onCancel(): void {
      start = undefined;
      setRegion();
    },

    /** A click chooses a mark alone, or with Ctrl or Shift besides others; beside all marks it lets go of them. */
    onClick(event: MouseEvent): void {
      if (hasMoved || !brush.can()) return void (hasMoved = false);
      const { x, y } = toPlace(event);
      // what was drawn around to come closer to is not pressed
      if (pressed && Math.hypot(x - pressed.x, y - pressed.y) >= MOVED) return;
      const at = isAlong() ? pointing().findAlong(x, y)?.at : pointing().find(x, y);
      const spot = at === undefined ? undefined : spots()[at];
      if (spot && isOfRow(spot) && isMeant(spot, x, y, isAlong())) {
        anchor = at;
        const more = event.shiftKey || event.ctrlKey || event.metaKey;
        keepStill(() => brush.toggle(way(), rowOf(spot), more));
      } else if (brush.chosen()) keepStill(() => brush.clear());
    },

    /** The mark that a key has gone to, if it was one of choosing; null where it stays. */
    onKey({ key, shiftKey }: KeyboardEvent, at: number | undefined): number | null | undefined {
      if (!brush.can() || !rendered()) return undefined;
      if (key === ' ' && !shiftKey && at !== undefined) {
        anchor = at;
        if (isOfRow(spots()[at]!)) keepStill(() => brush.toggle(way(), rowOf(spots()[at]!), true));
        return null;
      }
      if (shiftKey && /^Arrow/.test(key) && at !== undefined && (way() === undefined || canDraw())) {
        anchor ??= at;
        const next = pointing().step(at, key, isAlong()) ?? at;
        const from = anchor;
        keepStill(() => extend(from, next));
        return next;
      }
      if (/^(Arrow|Home$|End$|Page|Escape$)/.test(key)) anchor = undefined;
      return undefined;
    },
  };
}

function findScroller(element: HTMLElement): HTMLElement | undefined {
  for (let one = element.parentElement; one; one = one.parentElement)
    if (one.scrollHeight > one.clientHeight && /auto|scroll/.test(getComputedStyle(one).overflowY))
      return one;
  return undefined;
}

interface SpanOptions {
  /** Where the axis begins and ends, in points. */
  ends: readonly [number, number];
  part: readonly [number, number];
  type: unknown;
}

/** The cells of a grid along an axis that a part of it meets. */
function toSpan(slot: 'x' | 'y', ruler: Ruler, { ends, part, type }: SpanOptions): Span {
  const toNumber = (at: number) => {
    const value = ruler.toValue(at);
    return type === 'log' ? Math.log10(value) : type === 'utc' ? value / 1000 : value;
  };
  const [from, to] = [toNumber(ends[0]), toNumber(ends[1])];
  const count = Math.max(1, Math.round(Math.abs(ends[1] - ends[0]) / CELL));
  const grid: Grid = { from, step: (to - from) / count, count, ...(type === 'log' && { log: true }) };
  const cell = (at: number) => ((at - ends[0]) / (ends[1] - ends[0])) * count;
  const first = Math.max(0, Math.min(count - 1, Math.floor(cell(part[0]) + 1e-6)));
  const last = Math.max(first, Math.min(count - 1, Math.ceil(cell(part[1]) - 1e-6) - 1));
  return { slot, grid, first, last };
}

function toBoxOfSpans(
  spans: readonly Span[],
  { scales, frame, picture }: Rendered & { picture: Picture },
): Box[] {
  const sides = { x: [frame.left, frame.left + frame.width], y: [frame.top, frame.top + frame.height] };
  for (const span of spans) {
    const ruler = scales[span.slot];
    if (!ruler) return [];
    const ends = toEnds(span).map((end) =>
      ruler.toPlace(picture.scales[span.slot]?.type === 'utc' ? end * 1000 : end),
    );
    const [least, most] = sides[span.slot] as [number, number];
    sides[span.slot] = ends.toSorted((a, b) => a - b).map((at) => Math.max(least, Math.min(most, at)));
  }
  const [left, right] = sides.x as [number, number];
  const [top, bottom] = sides.y as [number, number];
  return [{ left, top, width: right - left, height: bottom - top }];
}

function toBoxOf({ x, y, w, h }: Spot): Box {
  const [dx, dy] = [Math.max(w, LEAST), Math.max(h, LEAST)];
  return { left: x - dx, top: y - dy, width: 2 * dx, height: 2 * dy };
}

/** Chosen groups along an axis as bands, those side by side as one. */
function toRuns(found: readonly Spot[], all: readonly Spot[], along: 'x' | 'y', { frame }: Rendered): Box[] {
  const half = ({ w, h }: Spot) => Math.max(along === 'x' ? w : h, LEAST);
  const placeOf = (spot: Spot) => Math.round(spot[along]);
  const panels = Map.groupBy(found, ({ panel }) => panel ?? frame);
  return [...panels].flatMap(([panel, chosen]) => {
    const places = new Set(all.filter((spot) => (spot.panel ?? frame) === panel).map(placeOf));
    const order = [...places].toSorted((a, b) => a - b);
    const widest = new Map<number, Spot>();
    for (const spot of chosen) {
      const other = widest.get(placeOf(spot));
      if (!other || half(spot) > half(other)) widest.set(placeOf(spot), spot);
    }
    const runs: [number, number][] = [];
    let before = -2;
    for (const [at, place] of order.entries()) {
      const spot = widest.get(place);
      if (!spot) continue;
      const [from, to] = [spot[along] - half(spot), spot[along] + half(spot)];
      if (before === at - 1) runs.at(-1)![1] = to;
      else runs.push([from, to]);
      before = at;
    }
    return runs.map(([from, to]) =>
      along === 'x'
        ? { left: from, top: panel.top, width: to - from, height: panel.height }
        : { left: panel.left, top: from, width: panel.width, height: to - from },
    );
  });
}

/** Whether a click was on a mark, or of marks along an axis in its frame. */
function isMeant({ x, y, w, h, panel, contains }: Spot, px: number, py: number, along: boolean): boolean {
  if (contains) return contains(px, py);
  if (along && panel)
    return (
      px >= panel.left - NEAR &&
      px <= panel.left + panel.width + NEAR &&
      py >= panel.top &&
      py <= panel.top + panel.height
    );
  return Math.abs(px - x) <= w + NEAR && Math.abs(py - y) <= h + NEAR;
}
