import { t } from '../i18n/i18n';
import type { Problem } from '../lib/problem';

/** A problem in the person's words: what happened, and what to do next. */
export function toWords({ code, params }: Problem): string {
  return t(`problem.${code}`, { detail: '', file: '', name: '', ...params });
}
