import { createSignal } from 'solid-js';

/** A cell that is being dragged, and the cell and side where it would be let go. */
const [dragged, setDragged] = createSignal<string>();
const [target, setTarget] = createSignal<{ id: string; side: 'before' | 'after' }>();

export { dragged, target };

const TYPE = 'application/x-quire-cell';

export interface DragOptions {
  ids: () => readonly string[];
  move: (id: string, place: { after: string | null }) => void;
}

/** The handlers that a cell's handle and its frame need. */
export function createDragging({ ids, move }: DragOptions) {
  function end(): void {
    setDragged(undefined);
    setTarget(undefined);
  }

  return {
    start(event: DragEvent, id: string): void {
      event.dataTransfer!.setData(TYPE, id);
      event.dataTransfer!.effectAllowed = 'move';
      const frame = (event.currentTarget as HTMLElement).closest('.cell');
      if (frame) event.dataTransfer!.setDragImage(frame, 12, 12);
      setDragged(id);
    },
    over(event: DragEvent, id: string): void {
      if (!dragged() || !event.dataTransfer?.types.includes(TYPE)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      const { top, height } = (event.currentTarget as HTMLElement).getBoundingClientRect();
      setTarget({ id, side: event.clientY < top + height / 2 ? 'before' : 'after' });
    },
    drop(event: DragEvent): void {
      const id = dragged();
      const at = target();
      end();
      if (!id || !at || !event.dataTransfer?.types.includes(TYPE)) return;
      event.preventDefault();
      const others = ids().filter((other) => other !== id);
      const after = at.side === 'after' ? at.id : (others[others.indexOf(at.id) - 1] ?? null);
      if (at.id !== id) move(id, { after });
    },
    end,
  };
}
