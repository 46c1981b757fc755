import { localeTag } from '../i18n/format';
import { t } from '../i18n/i18n';
import type { Column, Value } from '../table/column';
import { toFamily } from '../table/column';
import { toNumberText } from '../table/format';

/** A value of a column where there is a line for it and not much more. */
export function showValue(value: Value, { type }: Column): string {
  if (value === '') return t('profile.blank');
  if (toFamily(type) === 'number')
    return toNumberText(value as number | string, type, { locale: localeTag() });
  if (toFamily(type) === 'flag') return t(value ? 'grid.yes' : 'grid.no');
  return String(value).slice(0, 200);
}
