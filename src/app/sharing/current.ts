import { createSignal } from 'solid-js';
import type { SharingParts } from './actions';
import type { Opening } from './opening';

/** What the dialogs are about. In a file of its own, so that the page can watch it without the rest. */

/** Somebody's workbook that is being looked at. */
export const [currentOpening, setOpening] = createSignal<Opening>();

/** Whose workbook shall be shared. */
export const [currentShare, setShare] = createSignal<SharingParts>();

export function closeShare(): void {
  setShare(undefined);
}
