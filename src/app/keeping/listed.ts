import { createEffect, createSignal, onCleanup } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';

export interface ListedOptions<T> {
  read: () => Promise<T[]>;
  /** Tells of changes; gives back what ends that. */
  onChange: (listener: () => void) => () => void;
  onProblem: (error: unknown) => void;
}

/** A list that is shown as it changes, in whichever tab. What stays in it is the same object, so that its focus stays too. */
export function createListed<T extends { id: string }>({ read, onChange, onProblem }: ListedOptions<T>) {
  const [state, setState] = createStore<{ items: T[] }>({ items: [] });
  const [isRead, setRead] = createSignal(false);
  let last = 0;

  async function refresh(): Promise<void> {
    const mine = ++last;
    try {
      const items = await read();
      // what was asked for earlier may come later, and is older
      if (mine !== last) return;
      setState('items', reconcile(items, { key: 'id' }));
      setRead(true);
    } catch (error) {
      onProblem(error);
    }
  }

  createEffect(() => {
    onCleanup(onChange(() => void refresh()));
    void refresh();
  });
  return { items: () => state.items, isRead, refresh };
}
