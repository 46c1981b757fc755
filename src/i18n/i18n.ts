import { flatten, resolveTemplate, translator } from '@solid-primitives/i18n';
import { createMemo, createRoot, createSignal } from 'solid-js';
import type { Dict } from './en';
import { en } from './en';
import { zh } from './zh';

export type Locale = 'en' | 'zh';

const dicts: Record<Locale, Dict> = { en, zh };

const [locale, setLocale] = createSignal<Locale>('en');
const dict = createRoot(() => createMemo(() => flatten(dicts[locale()])));

export { locale, setLocale };

/** The words for a key, in the language chosen: `t('sources.title')`, `t('grid.rows', 5)`. */
export const t = translator(dict, resolveTemplate);

/** The language that the browser asks for, of those we speak. */
export function findLocale(languages: readonly string[]): Locale {
  for (const language of languages) {
    if (/^zh\b/i.test(language)) return 'zh';
    if (/^en\b/i.test(language)) return 'en';
  }
  return 'en';
}
