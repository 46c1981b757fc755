/**
 * The page's policy refuses style attributes in HTML that is set as text, which is how Monaco draws its lines. It offers
 * that HTML to a policy first, so the attributes are renamed there and set through the CSSOM before anything is painted.
 */
export function deferStyles(html: string, schedule: (run: () => void) => void = queueMicrotask): string {
  const renamed = renameStyles(html);
  if (renamed !== html && !isScheduled) {
    isScheduled = true;
    schedule(applyStyles);
  }
  return renamed;
}

/** Only within tags: in the text between them Monaco writes `<` and `>` as entities. */
export function renameStyles(html: string): string {
  return html.replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/(\s)style="/gi, `$1${NAME}="`));
}

const NAME = 'data-monaco-style';
let isScheduled = false;

function applyStyles(): void {
  isScheduled = false;
  for (const element of document.querySelectorAll<HTMLElement>(`[${NAME}]`)) {
    const { style } = element;
    // what Monaco has set since is newer, so it comes last
    style.cssText = `${element.getAttribute(NAME)};${style.cssText}`;
    element.removeAttribute(NAME);
  }
}
