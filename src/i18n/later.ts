import { createEffect, createRoot, createSignal, on } from 'solid-js';
import type { Locale } from './i18n';
import { locale } from './i18n';

/** Words that most people who open the page need none of yet. */
export function createLater<T>(loaders: Record<Locale, () => Promise<T>>) {
  const [words, setWords] = createSignal<T>();
  let loading: Promise<void> | undefined;
  return {
    /** In the language chosen; they must have been loaded. */
    words: (): T => words()!,

    /** Loads them, now and whenever another language is chosen. */
    load(): Promise<void> {
      loading ??= new Promise<void>((done, fail) => {
        const load = async (next: Locale, dispose: () => void) => {
          try {
            const loaded = await loaders[next]();
            setWords(() => loaded);
            done();
          } catch (error) {
            // who asks the next time tries again
            if (!words()) {
              loading = undefined;
              dispose();
            }
            fail(error);
          }
        };
        createRoot((dispose) => createEffect(on(locale, (next) => void load(next, dispose))));
      });
      return loading;
    },
  };
}
