import { onCleanup } from 'solid-js';
import { COLUMNS, moveTile, sizeTile } from '../../workbook/tiles';
import type { Tile } from '../../workbook/tiles';
import type { Arranging } from './arranging';

/** So near the edge of what scrolls, it scrolls along. */
const EDGE = 48;
const SCROLL = 12;

interface Drawn {
  cell: string;
  what: 'move' | 'size';
  /** As all stood when the pointer went down. */
  tiles: readonly Tile[];
  x: number;
  y: number;
  scroll: number;
}

export interface DrawingOptions {
  grid: () => HTMLElement;
  scroller: () => HTMLElement;
  arranging: Arranging;
  onStart: (cell: string) => void;
  onEnd: () => void;
}

/** Moves a tile, or its corner, with the pointer: in whole columns and rows, while the others give way. */
export function createDrawing({ grid, scroller, arranging, onStart, onEnd }: DrawingOptions) {
  let drawn: Drawn | undefined;
  let at = { x: 0, y: 0 };
  let next: readonly Tile[] | undefined;
  let frame = 0;

  function start(event: PointerEvent, cell: string, what: Drawn['what']): void {
    if (event.button !== 0 || drawn) return;
    event.preventDefault();
    at = { x: event.clientX, y: event.clientY };
    drawn = { cell, what, tiles: arranging.page().tiles, ...at, scroll: scroller().scrollTop };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', cancel);
    window.addEventListener('keydown', onKey, { capture: true });
    onStart(cell);
    frame = requestAnimationFrame(scrollAlong);
  }

  function onMove({ clientX, clientY }: PointerEvent): void {
    at = { x: clientX, y: clientY };
    place();
  }

  function place(): void {
    if (!drawn) return;
    const { cell, what, tiles } = drawn;
    const old = tiles.find((tile) => tile.cell === cell)!;
    const element = grid();
    const style = getComputedStyle(element);
    const gap = Number.parseFloat(style.columnGap) || 0;
    const row = Number.parseFloat(style.gridAutoRows) || 1;
    const column = (element.clientWidth + gap) / COLUMNS;
    const dx = Math.round((at.x - drawn.x) / column);
    const dy = Math.round((at.y - drawn.y + scroller().scrollTop - drawn.scroll) / (row + gap));
    next =
      what === 'move'
        ? moveTile(tiles, cell, { x: old.x + dx, y: old.y + dy })
        : sizeTile(tiles, cell, { w: old.w + dx, h: old.h + dy });
    arranging.draft(next);
  }

  function scrollAlong(): void {
    const { top, bottom } = scroller().getBoundingClientRect();
    const by = at.y < top + EDGE ? -SCROLL : at.y > bottom - EDGE ? SCROLL : 0;
    if (by !== 0) {
      scroller().scrollBy(0, by);
      place();
    }
    frame = requestAnimationFrame(scrollAlong);
  }

  function onUp(): void {
    const done = drawn;
    const tiles = next;
    end();
    if (done && tiles && tiles !== done.tiles) arranging.put(done.cell, tiles);
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  }

  function cancel(): void {
    end();
  }

  function end(): void {
    drawn = undefined;
    next = undefined;
    cancelAnimationFrame(frame);
    window.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerup', onUp);
    window.removeEventListener('pointercancel', cancel);
    window.removeEventListener('keydown', onKey, { capture: true });
    arranging.draft(undefined);
    onEnd();
  }

  onCleanup(() => drawn && end());

  return { start };
}
