import { createSignal } from 'solid-js';
import type { Repeat } from './repeat';

/** The repetition that is on screen. In a file of its own, so that the page can watch it without the rest. */
export const [currentRepeat, setRepeat] = createSignal<Repeat>();
