import { createSignal } from 'solid-js';
import { toElementId } from './acting';

/** A cell that is being dragged, and the cell and side where it would be let go. */
const [dragged, setDragged] = createSignal<string>();
const [target, setTarget] = createSignal<{ id: string; side: 'before' | 'after' }>();

export { dragged, target };

const TYPE = 'application/x-quire-cell';

export interface DragOptions {
  ids: () => readonly string[];
  move: (id: string, place: { after: string | null }) => void;
}

/** The handlers of a cell's handle, and those of the page, where a cell is let go above, below and between others. */
export function createDragging({ ids, move }: DragOptions) {
  function end(): void {
    setDragged(undefined);
    setTarget(undefined);
  }

  /** Between which cells a height is; undefined where the dragged one would stay in its place. */
  function findTarget(y: number): ReturnType<typeof target> {
    const all = ids();
    const found = all.findIndex((id) => y < findMiddle(id));
    const gap = found < 0 ? all.length : found;
    const own = all.indexOf(dragged()!);
    if (gap === own || gap === own + 1) return undefined;
    return gap < all.length ? { id: all[gap]!, side: 'before' } : { id: all.at(-1)!, side: 'after' };
  }

  const isOurs = (event: DragEvent) => dragged() !== undefined && event.dataTransfer?.types.includes(TYPE);

  return {
    start(event: DragEvent, id: string): void {
      event.dataTransfer!.setData(TYPE, id);
      event.dataTransfer!.effectAllowed = 'move';
      const frame = (event.currentTarget as HTMLElement).closest('.cell');
      if (frame) event.dataTransfer!.setDragImage(frame, 12, 12);
      setDragged(id);
    },
    over(event: DragEvent): void {
      if (!isOurs(event)) return;
      event.preventDefault();
      event.dataTransfer!.dropEffect = 'move';
      setTarget(findTarget(event.clientY));
    },
    drop(event: DragEvent): void {
      if (!isOurs(event)) return;
      event.preventDefault();
      const id = dragged()!;
      const at = findTarget(event.clientY);
      end();
      if (!at) return;
      const all = ids();
      move(id, { after: at.side === 'after' ? at.id : (all[all.indexOf(at.id) - 1] ?? null) });
    },
    end,
  };
}

function findMiddle(id: string): number {
  const { top = 0, height = 0 } = document.getElementById(toElementId(id))?.getBoundingClientRect() ?? {};
  return top + height / 2;
}
