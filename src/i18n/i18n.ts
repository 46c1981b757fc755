import { flatten, resolveTemplate, translator } from '@solid-primitives/i18n';
import { createSignal } from 'solid-js';
import type { Flatten } from '@solid-primitives/i18n';
import type { Dict } from './en';

export type Locale = 'en' | 'zh';

/** Only the language that is spoken is loaded. */
const loaders: Record<Locale, () => Promise<Dict>> = {
  en: async () => (await import('./en')).en,
  zh: async () => (await import('./zh')).zh,
};

const [spoken, setSpoken] = createSignal<{ locale: Locale; words?: Flatten<Dict> }>({ locale: 'en' });

export const locale = (): Locale => spoken().locale;

/** The words for a key, in the language chosen: `t('sources.title')`, `t('grid.rows', 5)`. */
export const t = translator(() => spoken().words!, resolveTemplate);

/** Speaks a language from now on; the first call comes before anything is drawn. */
export async function speak(next: Locale): Promise<void> {
  const words = flatten(await loaders[next]());
  setSpoken({ locale: next, words });
}

/** The language that the browser asks for, of those we speak. */
export function findLocale(languages: readonly string[]): Locale {
  for (const language of languages) {
    if (/^zh\b/i.test(language)) return 'zh';
    if (/^en\b/i.test(language)) return 'en';
  }
  return 'en';
}
