import type { Cell } from './selection';

/** Tells a screen reader which cell is active. DOM cells are pooled, so only the active one has an id, made of its place. */
export function createActiveCell(
  grid: HTMLElement,
  id: string,
): (cell: Cell | undefined, element?: HTMLElement) => void {
  let marked: HTMLElement | undefined;
  return (cell, element) => {
    const activeId = cell && element ? `${id}-${cell.row}-${cell.column}` : undefined;
    if (marked !== element) marked?.removeAttribute('id');
    marked = element;
    if (!element || !activeId) grid.removeAttribute('aria-activedescendant');
    else if (element.id !== activeId || grid.getAttribute('aria-activedescendant') !== activeId) {
      element.id = activeId;
      grid.setAttribute('aria-activedescendant', activeId);
    }
  };
}
