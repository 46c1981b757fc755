/** Errors of parts of the page that could not be fetched; what they say is different in each browser, and helps nobody. */
const errors = new WeakSet();
/** Style sheets that did not come. The build asks for each once. */
const lost = new Set<HTMLLinkElement>();

const PAUSE_MS = 5000;

/** Watches what the page fetches of itself, so that whatever could not be fetched is known, and asked for again. */
export function watchFetching({ window, document }: { window: Window; document: Document }): void {
  // the build tells of each in an event before it throws it
  window.addEventListener('vite:preloadError', (event) => {
    const { payload } = event as Event & { payload?: unknown };
    if (typeof payload === 'object' && payload !== null) errors.add(payload);
  });
  const onError = ({ target }: Event) => {
    if (!(target instanceof HTMLLinkElement) || target.rel !== 'stylesheet') return;
    lost.add(target);
    setTimeout(() => void fetchLost(), PAUSE_MS);
  };
  document.addEventListener('error', onError, { capture: true });
}

/** Asks again for the style sheets that did not come; those that do not come now either are lost once more. */
export async function fetchLost(): Promise<void> {
  const links = [...lost];
  lost.clear();
  await Promise.all(
    links.map((link) => {
      const again = link.cloneNode() as HTMLLinkElement;
      return new Promise<void>((done) => {
        again.addEventListener('load', () => done());
        again.addEventListener('error', () => done());
        link.replaceWith(again);
      });
    }),
  );
}

export function isUnfetched(error: unknown): boolean {
  return typeof error === 'object' && error !== null && errors.has(error);
}
