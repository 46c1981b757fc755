import { onCleanup } from 'solid-js';

/** How far above and below the screen cells are drawn whole. */
const MARGIN = '100% 0px';
/** Drawing a cell takes some 6 ms; after so many the page answers to keys, and goes on. */
const SPELL_MS = 10;
/** In place of how far a cell is: it is drawn wherever it is. */
const WANTED = Infinity;

export type Nearness = ReturnType<typeof createNearness>;

/** Which cells come near the screen. Only these are drawn whole, those on it first: two hundred at once take a second. */
export function createNearness() {
  const shows = new Map<Element, () => void>();
  const waiting = new Map<Element, number>();
  let observer: IntersectionObserver | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let finish: (() => void) | undefined;

  function see(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting, boundingClientRect, rootBounds } of entries) {
      const middle = ((rootBounds?.top ?? 0) + (rootBounds?.bottom ?? 0)) / 2;
      if (isIntersecting) waiting.set(target, Math.abs(boundingClientRect.top - middle));
      else if (waiting.get(target) !== WANTED) waiting.delete(target);
    }
    timer ??= setTimeout(draw);
  }

  function draw(): void {
    const end = performance.now() + SPELL_MS;
    const nearest = [...waiting].toSorted(([, a], [, b]) => a - b);
    for (const [element] of nearest) {
      if (performance.now() > end) break;
      shows.get(element)?.();
      forget(element);
    }
    timer = waiting.size > 0 ? setTimeout(draw) : undefined;
    if (!timer) finish?.();
  }

  function forget(element: Element): void {
    observer?.unobserve(element);
    shows.delete(element);
    waiting.delete(element);
  }

  onCleanup(() => {
    clearTimeout(timer);
    observer?.disconnect();
  });

  return {
    /** What scrolls, told before any cell is watched. */
    within(root: Element): void {
      observer = new IntersectionObserver(see, { root, rootMargin: MARGIN });
    },
    /** Has a cell drawn when it comes near. */
    watch(element: Element, show: () => void): void {
      shows.set(element, show);
      observer?.observe(element);
    },
    forget,
    /** Has all cells drawn, bit by bit. */
    async drawAll(): Promise<void> {
      for (const element of shows.keys()) waiting.set(element, WANTED);
      await new Promise<void>((done) => {
        finish = done;
        timer ??= setTimeout(draw);
      });
    },
  };
}
