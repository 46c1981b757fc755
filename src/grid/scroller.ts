import { reduceScroll, type Extent, type Scroll, type ScrollAction } from './scroll';

export interface Scroller {
  readonly top: number;
  readonly left: number;
  dispatch(action: ScrollAction): void;
  moveTo(left: number): void;
  stop(): void;
}

export interface ScrollerOptions {
  toExtent(): Extent;
  onScroll(): void;
}

/** For browsers without `scrollend`. */
const SETTLED_MS = 200;

/** The browser's own scroller, so that wheel, finger, keys and scrollbar all feel as they do elsewhere. */
export function attachScroller(element: HTMLElement, { toExtent, onScroll }: ScrollerOptions): Scroller {
  let scroll: Scroll = { top: 0, scrollTop: 0 };
  let left = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = new AbortController();
  const { signal } = stop;
  const hasScrollEnd = 'onscrollend' in element;

  element.addEventListener('scroll', follow, { passive: true, signal });
  if (hasScrollEnd) element.addEventListener('scrollend', settle, { signal });

  function follow(): void {
    const { scrollTop, scrollLeft } = element;
    left = scrollLeft;
    scroll = reduceScroll(scroll, { kind: 'scrolled', scrollTop }, toExtent());
    if (Math.abs(scroll.scrollTop - scrollTop) >= 1) write();
    onScroll();
    if (hasScrollEnd) return;
    clearTimeout(timer);
    timer = setTimeout(settle, SETTLED_MS);
  }

  function settle(): void {
    dispatch({ kind: 'settled' });
  }

  function dispatch(action: ScrollAction): void {
    scroll = reduceScroll(scroll, action, toExtent());
    write();
    onScroll();
  }

  function write(): void {
    if (Math.abs(element.scrollTop - scroll.scrollTop) >= 1) element.scrollTop = scroll.scrollTop;
    scroll = { top: scroll.top, scrollTop: element.scrollTop };
  }

  return {
    get top() {
      return scroll.top;
    },
    get left() {
      return left;
    },
    dispatch,
    moveTo(next) {
      element.scrollLeft = next;
      left = element.scrollLeft;
      onScroll();
    },
    stop() {
      clearTimeout(timer);
      stop.abort();
    },
  };
}
