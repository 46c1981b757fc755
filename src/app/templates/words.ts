import { templateWords } from '../../i18n/templates/templates';
import type { TemplateWords } from '../../templates/template';

/** What a template says, in the language chosen; the words must have been loaded. */
export function wordsOf(id: string): TemplateWords {
  const { of } = templateWords();
  return of[id as keyof typeof of];
}
