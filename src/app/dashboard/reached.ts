import { createSignal } from 'solid-js';

/** The cell of the tile that has the keyboard, or had it before a command was called. */
const [reached, setReached] = createSignal<string>();

export { reached };

/** Where the keyboard goes within the dashboard; of a place in no tile, nothing is meant. */
export function reach(target: EventTarget | null): void {
  const tile = target instanceof Element ? target.closest<HTMLElement>('[data-tile]') : null;
  setReached(tile?.dataset['id']);
}
