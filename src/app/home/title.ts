import { t } from '../../i18n/i18n';

export function toShownTitle(title: string): string {
  return title || t('workbook.untitled');
}
