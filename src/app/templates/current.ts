import { createSignal } from 'solid-js';

/** The template that is being filled in, `choose` while none is named. In a file of its own, so that the page can watch it without the rest. */
export const [currentTemplate, setTemplate] = createSignal<string>();
