import { createRenderEffect } from 'solid-js';

/** Keeps a custom property of an element at a value. Through the style object: the page's policy refuses style attributes. */
export function createVariable(element: HTMLElement, name: string, value: () => string): void {
  createRenderEffect(() => element.style.setProperty(name, value()));
}
