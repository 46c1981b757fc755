/** What a key is while a word is being put together. Safari sends the Enter that ends one only afterwards, as this. */
const COMPOSING = 229;

/** Keys that belong to an input method, such as the Enter and the Escape that end a word, reach nobody else; Monaco knows them itself. */
export function guardComposing(): void {
  window.addEventListener(
    'keydown',
    (event) => {
      const isComposing = event.isComposing || event.keyCode === COMPOSING;
      const isMonacos = event.target instanceof Element && event.target.closest('.monaco-editor') !== null;
      if (isComposing && !isMonacos) event.stopImmediatePropagation();
    },
    { capture: true },
  );
}
