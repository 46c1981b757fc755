import type { Accessor } from 'solid-js';
import { createSignal, onCleanup, onMount } from 'solid-js';

export interface Room {
  readonly width: number;
  /** Where the picture is to fill it; else nothing. */
  readonly height: number;
  /** How much larger than usual the person has letters. */
  readonly scale: number;
}

/** A width that changes for as long as this has not settled. */
const SETTLE_MS = 120;
const USUAL = 16;

/** The room for a picture: known when it is first there, and again when it has changed and settled. */
export function createRoom(element: () => HTMLElement, { fills }: { fills: () => boolean }): Accessor<Room> {
  const [room, setRoom] = createSignal<Room>({ width: 0, height: 0, scale: 1 }, { equals: isSame });
  onMount(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry!.contentRect.width);
      clearTimeout(timer);
      // folded away, or out of the page: what was drawn stays
      if (width === 0) return;
      const height = fills() ? Math.floor(entry!.contentRect.height) : 0;
      const set = () => setRoom({ width, height, scale: toScale() });
      if (room().width === 0) set();
      else timer = setTimeout(set, SETTLE_MS);
    });
    observer.observe(element());
    onCleanup(() => {
      clearTimeout(timer);
      observer.disconnect();
    });
  });
  return room;
}

function toScale(): number {
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Math.max(1, Math.min(3, (size || USUAL) / USUAL));
}

function isSame(a: Room, b: Room): boolean {
  return a.width === b.width && a.height === b.height && a.scale === b.scale;
}
