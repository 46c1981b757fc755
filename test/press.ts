import type { KeyPress } from '../src/grid/keys';

/** A key as the page hears of it. */
export const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});
