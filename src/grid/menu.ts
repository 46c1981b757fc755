import type { Column, Value } from '../table/column';
import type { findHit } from './hit';
import { toCellRect } from './outline';
import { countCells, type Cell, type Rect } from './selection';

/** A menu of what can be done with a value, or with several of one column, is asked for. */
export interface MenuAsk {
  /** Where it is to stand, in pixels of the window. */
  x: number;
  y: number;
  column: Column;
  /** None where its row is still being read. */
  values: readonly Value[];
}

export interface MenuOptions {
  /** What is under a point, in pixels of the pane. */
  toHit(x: number, y: number): ReturnType<typeof findHit>;
  onAsk(at: { x: number; y: number }, cell: Cell): void;
}

/** Of more selected values than this, a menu is about the one that was pointed at. */
const MOST_ASKED = 1000;
/** As long as on most phones. */
const LONG_PRESS_MS = 500;
const SLACK = 8;

/** A cell's menu is asked for by the other mouse button, or by a finger that stays; iOS tells nobody of the latter. */
export function attachMenu(pane: HTMLElement, { toHit, onAsk }: MenuOptions): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let start = { x: 0, y: 0 };
  const stop = new AbortController();
  const { signal } = stop;

  function ask(x: number, y: number): boolean {
    const box = pane.getBoundingClientRect();
    const { part, cell } = toHit(x - box.left, y - box.top);
    if (part !== 'cells') return false;
    onAsk({ x, y }, cell);
    return true;
  }

  function press({ pointerType, clientX, clientY }: PointerEvent): void {
    leave();
    if (pointerType !== 'touch') return;
    start = { x: clientX, y: clientY };
    timer = setTimeout(() => ask(start.x, start.y), LONG_PRESS_MS);
  }

  function move({ clientX, clientY }: PointerEvent): void {
    if (Math.hypot(clientX - start.x, clientY - start.y) > SLACK) leave();
  }

  function leave(): void {
    clearTimeout(timer);
  }

  function answer(event: MouseEvent): void {
    leave();
    if (ask(event.clientX, event.clientY)) event.preventDefault();
  }

  pane.addEventListener('contextmenu', answer, { signal });
  pane.addEventListener('pointerdown', press, { signal });
  pane.addEventListener('pointermove', move, { signal });
  pane.addEventListener('pointerup', leave, { signal });
  pane.addEventListener('pointercancel', leave, { signal });
  return () => {
    leave();
    stop.abort();
  };
}

/** What a menu is about: several values where all that is selected is of one column and at hand, else the one. */
export function findAsked(
  cell: Cell,
  selected: Rect | undefined,
  maybeValues: (rect: Rect) => Value[][] | undefined,
): Value[] | undefined {
  const isSeveral =
    selected && selected.toColumn - selected.fromColumn === 1 && countCells(selected) <= MOST_ASKED;
  return (isSeveral ? maybeValues(selected)?.[0] : undefined) ?? maybeValues(toCellRect(cell))?.[0];
}
