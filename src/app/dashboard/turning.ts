import type { KeyPress } from '../../grid/keys';

/** What has keys of its own for going through it. */
const OWN_KEYS =
  'input, select, textarea, [contenteditable], [role="application"], [role="grid"], [role="menu"], [role="tablist"], [role="radiogroup"], [role="listbox"]';

/** The page that a key turns to while pages are presented one at a time; undefined where it turns none. */
export function findTurn({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyPress, at: number, count: number) {
  if (shiftKey || ctrlKey || metaKey || altKey) return undefined;
  const next = {
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    PageDown: at + 1,
    ArrowLeft: at - 1,
    ArrowUp: at - 1,
    PageUp: at - 1,
    Home: 0,
    End: count - 1,
  }[key];
  return next === undefined ? undefined : Math.min(count - 1, Math.max(0, next));
}

export function hasOwnKeys(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(OWN_KEYS) !== null;
}
