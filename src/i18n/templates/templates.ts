import type { templates as Words } from './templates.en';
import { createLater } from '../later';

/** They come when a template is looked at. */
const later = createLater<typeof Words>({
  en: async () => (await import('./templates.en')).templates,
  zh: async () => (await import('./templates.zh')).templates,
});

export const templateWords = later.words;
export const loadTemplateWords = later.load;
