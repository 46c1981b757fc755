import { chartWords } from '../../i18n/charts/charts';
import { t } from '../../i18n/i18n';
import type { Problem } from '../../lib/problem';

/** What keeps a chart from being drawn; a slot is called what the form calls it. */
export function toProblemWords({ code, params }: Problem): string {
  const { slot = '' } = params;
  return t(`problem.${code}`, {
    detail: '',
    file: '',
    name: '',
    ...params,
    slot: chartWords().slots[slot] ?? slot,
  });
}
