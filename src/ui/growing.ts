import type { Accessor } from 'solid-js';
import { createEffect, createMemo, createSignal, onCleanup } from 'solid-js';

/** Drawing so many lines or cells takes about 20 ms. */
const PIECE = 60;

/** A list that comes in pieces when it is another one, as `of` says, so that a long one does not stop the page. */
export function createGrowing<T>(
  list: Accessor<readonly T[]>,
  of: Accessor<unknown>,
): Accessor<readonly T[]> {
  const which = createMemo(of);
  const room = createMemo(() => {
    which();
    const [count, setCount] = createSignal(PIECE);
    return { count, setCount };
  });
  createEffect(() => {
    const { count, setCount } = room();
    if (count() === Infinity) return;
    const next = count() < list().length ? count() + PIECE : Infinity;
    const timer = setTimeout(() => setCount(next));
    onCleanup(() => clearTimeout(timer));
  });
  return createMemo(() => (room().count() < list().length ? list().slice(0, room().count()) : list()));
}
