/**
 * What Monaco gets for a `<style>` element, which the page's policy refuses: an element without effect of its own, whose
 * text and `sheet` are those of a constructed style sheet. `scripts/monacoPlugin.mjs` puts it in place.
 */
export function createStyleElement(): HTMLElement {
  const element = document.createElement('template');
  const sheet = new CSSStyleSheet();
  let written = '';
  Object.defineProperties(element, {
    sheet: { get: () => sheet },
    textContent: {
      get: () => written,
      set(css: string) {
        written = css;
        sheet.replaceSync(css);
      },
    },
    remove: {
      value() {
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
        Element.prototype.remove.call(element);
      },
    },
  });
  document.adoptedStyleSheets.push(sheet);
  return element;
}
