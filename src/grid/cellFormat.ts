import { localeTag } from '../i18n/format';
import { t } from '../i18n/i18n';
import type { FormatOptions } from '../table/format';

/** How values are written in cells, in the language chosen. */
export function toCellFormat(): FormatOptions {
  return {
    locale: localeTag(),
    words: { missing: t('grid.missing'), yes: t('grid.yes'), no: t('grid.no') },
  };
}
