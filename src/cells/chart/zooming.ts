import { createEffect, createSignal, on, onCleanup, onMount } from 'solid-js';
import type { Rendered } from '../../charts/render/render';
import type { View, Zoom } from '../../charts/spec/look';
import type { Picture } from '../../charts/spec/picture';
import { panView, toFull, toInner, toShift, toSpans, toView } from '../../charts/spec/zoom';

export interface ZoomingOptions {
  stage: () => HTMLElement;
  rendered: () => (Rendered & { picture: Picture }) | undefined;
  /** How much larger the picture stands on the page than it was laid out. */
  scale: () => number;
  zoom: () => Zoom | undefined;
  onZoom: (zoom: Zoom | undefined) => void;
}

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

interface Shift {
  readonly x: number;
  readonly y: number;
}

/** A pointer that has moved less than this was a click. */
const MOVED = 6;
const STEP = 1.5;
const PAN = 0.15;

/** Coming closer, small multiples together: by the wheel with Ctrl, by pinching, by drawing around a region, by keys; with Shift it is moved. */
export function createZooming({ stage, rendered, scale, zoom, onZoom }: ZoomingOptions) {
  const [region, setRegion] = createSignal<Box>();
  let start: { x: number; y: number; id: number; isPan: boolean; shift: Shift } | undefined;
  /** The spans of the whole. */
  let full: Zoom = {};
  let wanted = 0;

  const kind = () => rendered()?.picture.zooms;
  createEffect(
    on(rendered, (drawn) => {
      if (drawn && !zoom()) full = toFull({ scales: drawn.scales, frame: drawn.home });
    }),
  );
  onMount(() => {
    const onWheel = (event: WheelEvent) => {
      if (!kind() || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      const { x, y } = toPlace(event);
      const factor = Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) / 100);
      cancelAnimationFrame(wanted);
      wanted = requestAnimationFrame(() => by(factor, x, y));
    };
    stage().addEventListener('wheel', onWheel, { passive: false });
    onCleanup(() => cancelAnimationFrame(wanted));
  });

  /** A place of the picture as if its panel lay where scales apply, and how far that is away. */
  function toPlace({ clientX, clientY }: { clientX: number; clientY: number }, given?: Shift) {
    const box = stage().getBoundingClientRect();
    const [x, y] = [(clientX - box.left) / scale(), (clientY - box.top) / scale()];
    const drawn = rendered();
    const shift = given ?? (drawn ? toShift(drawn, { x, y }) : { x: 0, y: 0 });
    return { x: x - shift.x, y: y - shift.y, shift };
  }

  /** The frame made smaller or larger around a place. */
  function by(factor: number, x?: number, y?: number): void {
    const drawn = rendered();
    if (!drawn) return;
    const { left, top, width, height } = drawn.home;
    const [cx, cy] = [x ?? left + width / 2, y ?? top + height / 2];
    to({
      left: cx - (cx - left) / factor,
      top: cy - (cy - top) / factor,
      width: width / factor,
      height: height / factor,
    });
  }

  /** Shows what lies in a box of the picture as it is now. */
  function to(box: Box): void {
    const drawn = rendered();
    if (!drawn || !kind()) return;
    if (kind() === 'view') return onZoom(toViewZoom(toView(box, drawn.home, zoom()?.view)));
    onZoom(toInner(toSpans(box, drawn.scales, kind() === 'xy'), full));
  }

  function pan(dx: number, dy: number): void {
    const drawn = rendered();
    if (!drawn || !zoom()) return;
    const { left, top, width, height } = drawn.home;
    if (kind() === 'view') return onZoom(toViewZoom(panView(zoom()!.view, dx, dy, drawn.home)));
    onZoom(
      toInner(
        toSpans({ left: left + dx, top: top + dy, width, height }, drawn.scales, kind() === 'xy'),
        full,
        true,
      ),
    );
  }

  return {
    region,
    can: () => kind() !== undefined,

    onDown(event: PointerEvent): void {
      if (!kind() || event.button !== 0 || event.pointerType === 'touch' || event.ctrlKey) return;
      const { x, y, shift } = toPlace(event);
      start = { x, y, shift, id: event.pointerId, isPan: event.shiftKey && zoom() !== undefined };
    },

    /** Whether a region is being drawn, so that nothing is pointed at. */
    onMove(event: PointerEvent): boolean {
      const drawn = rendered();
      if (!start || !drawn) return false;
      const { x, y } = toPlace(event, start.shift);
      if (!region() && Math.hypot(x - start.x, y - start.y) < MOVED) return false;
      if (!stage().hasPointerCapture(start.id)) stage().setPointerCapture(start.id);
      if (start.isPan) {
        pan(start.x - x, start.y - y);
        start = { ...start, x, y };
        return true;
      }
      const { left, top, width, height } = drawn.home;
      const clampX = (at: number) => Math.max(left, Math.min(left + width, at));
      const clampY = (at: number) => Math.max(top, Math.min(top + height, at));
      const [x1, x2] = [clampX(Math.min(x, start.x)), clampX(Math.max(x, start.x))];
      const [y1, y2] =
        kind() === 'x' ? [top, top + height] : [clampY(Math.min(y, start.y)), clampY(Math.max(y, start.y))];
      const s = scale();
      const { shift } = start;
      setRegion({
        left: (x1 + shift.x) * s,
        top: (y1 + shift.y) * s,
        width: (x2 - x1) * s,
        height: (y2 - y1) * s,
      });
      return true;
    },

    onUp(): void {
      const { x, y } = start?.shift ?? { x: 0, y: 0 };
      start = undefined;
      const box = region();
      setRegion();
      const s = scale();
      if (box && box.width > MOVED && box.height > MOVED)
        to({ left: box.left / s - x, top: box.top / s - y, width: box.width / s, height: box.height / s });
    },

    onCancel(): void {
      start = undefined;
      setRegion();
    },

    /** Whether a key was one of coming closer. */
    onKey({ key, shiftKey }: KeyboardEvent): boolean {
      const drawn = rendered();
      if (!kind() || !drawn) return false;
      if (key === '+' || key === '=') by(STEP);
      else if (key === '-') by(1 / STEP);
      else if (key === '0') onZoom(undefined);
      else if (shiftKey && zoom() && key.startsWith('Arrow')) {
        const { width, height } = drawn.home;
        const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[
          key
        ] ?? [0, 0];
        pan(dx! * PAN * width, dy! * PAN * height);
      } else return false;
      return true;
    },
  };
}

function toViewZoom(view: View | undefined): Zoom | undefined {
  return view && { view };
}
