import { onCleanup } from 'solid-js';

/**
 * When a part that has the keyboard goes, the keyboard goes to what `find` finds in the nearest element around it that `around`
 * selects; the browser would begin at the top of the page again.
 */
export function passFocus(
  part: () => HTMLElement,
  around: string,
  find: (place: Element) => HTMLElement | null | undefined,
): void {
  onCleanup(() => {
    const place = part().closest(around);
    if (!place || !part().contains(document.activeElement)) return;
    // after the key that did it, which would press what it is found on
    setTimeout(() => document.activeElement === document.body && find(place)?.focus());
  });
}
