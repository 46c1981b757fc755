import { attachDrag, type DragOptions } from './drag';
import { findHit, type Placement } from './hit';
import { attachMenu, type MenuOptions } from './menu';

export interface PointerOptions extends Pick<DragOptions, 'onIntent' | 'scrollBy'> {
  toPlacement(): Placement;
  toSize(): { width: number; height: number };
  onAsk?: MenuOptions['onAsk'] | undefined;
}

/** What a mouse or a finger does to the cells: it selects them, and asks for their menu. */
export function attachPointer(
  pane: HTMLElement,
  { toPlacement, toSize, onAsk, onIntent, scrollBy }: PointerOptions,
): () => void {
  const toHit = (x: number, y: number) => findHit(x, y, toPlacement());

  function toOverflow(x: number, y: number): { x: number; y: number } {
    const { gutter, headerHeight } = toPlacement();
    const { width, height } = toSize();
    return {
      x: Math.min(0, x - gutter) + Math.max(0, x - width),
      y: Math.min(0, y - headerHeight) + Math.max(0, y - height),
    };
  }

  const detach = [
    attachDrag(pane, { toHit, toOverflow, onIntent, scrollBy }),
    onAsk && attachMenu(pane, { toHit, onAsk }),
  ];
  return () => detach.forEach((stop) => stop?.());
}
