import { createSignal } from 'solid-js';
import type { Replacement } from './replacement';

/** The replacement that is on screen. */
export const [currentReplacement, setReplacement] = createSignal<Replacement>();
