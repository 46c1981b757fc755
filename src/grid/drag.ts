import type { findHit } from './hit';
import type { Intent } from './selection';

type Hit = ReturnType<typeof findHit>;

export interface DragOptions {
  /** What is under a point, in pixels of the pane. */
  toHit(x: number, y: number): Hit;
  onIntent(intent: Intent): void;
  /** How far the pointer is outside of the cells, to scroll that way. */
  toOverflow(x: number, y: number): { x: number; y: number };
  scrollBy(x: number, y: number): void;
}

const SPANS = {
  corner: 'all',
  columns: 'columns',
  rows: 'rows',
  cells: 'cells',
  outside: undefined,
} as const;
const FASTEST = 60;

/** Selecting by pointer: a mouse drags, a finger taps, since a finger's drag scrolls. */
export function attachDrag(
  pane: HTMLElement,
  { toHit, onIntent, toOverflow, scrollBy }: DragOptions,
): () => void {
  let span: 'cells' | 'rows' | 'columns' | undefined;
  let pointer = { x: 0, y: 0 };
  let frame = 0;
  let isTouch = false;

  function press(event: MouseEvent): void {
    if (event.button !== 0 || isControl(event.target)) return;
    const { part, cell } = hitAt(event);
    const pressed = SPANS[part];
    if (pressed === undefined) return;
    if (pressed === 'all') return onIntent({ kind: 'widen', span: 'all' });
    span = pressed;
    onIntent({ kind: 'point', cell, span, extend: event.shiftKey });
  }

  function down(event: PointerEvent): void {
    isTouch = event.pointerType === 'touch';
    if (isTouch) return;
    press(event);
    if (!span) return;
    pane.setPointerCapture(event.pointerId);
  }

  function move(event: PointerEvent): void {
    if (!span) return;
    pointer = toPoint(event);
    extend();
    const { x, y } = toOverflow(pointer.x, pointer.y);
    if (x !== 0 || y !== 0) frame ||= requestAnimationFrame(roll);
  }

  function roll(): void {
    frame = 0;
    if (!span) return;
    const { x, y } = toOverflow(pointer.x, pointer.y);
    if (x === 0 && y === 0) return;
    scrollBy(span === 'rows' ? 0 : toSpeed(x), span === 'columns' ? 0 : toSpeed(y));
    extend();
    frame = requestAnimationFrame(roll);
  }

  function extend(): void {
    if (span) onIntent({ kind: 'point', cell: toHit(pointer.x, pointer.y).cell, span, extend: true });
  }

  function up(): void {
    span = undefined;
  }

  function tap(event: MouseEvent): void {
    if (!isTouch) return;
    press(event);
    span = undefined;
  }

  function toPoint(event: MouseEvent): { x: number; y: number } {
    const box = pane.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  function hitAt(event: MouseEvent): Hit {
    const { x, y } = toPoint(event);
    return toHit(x, y);
  }

  const stop = new AbortController();
  const { signal } = stop;
  pane.addEventListener('pointerdown', down, { signal });
  pane.addEventListener('pointermove', move, { signal });
  pane.addEventListener('pointerup', up, { signal });
  pane.addEventListener('pointercancel', up, { signal });
  pane.addEventListener('click', tap, { signal });
  return () => {
    cancelAnimationFrame(frame);
    stop.abort();
  };
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, input, select, .grid-grip') !== null;
}

function toSpeed(overflow: number): number {
  return Math.max(-FASTEST, Math.min(FASTEST, overflow / 2));
}
