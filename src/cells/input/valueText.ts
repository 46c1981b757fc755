import { formatCount, localeTag } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import type { InputCell } from './compile/settings';

export function toNumberText(value: number): string {
  return value.toLocaleString(localeTag(), { maximumFractionDigits: 12 });
}

export function toDayText(day: string | null): string {
  if (day === null) return t('inputs.notSet');
  return new Date(day).toLocaleDateString(localeTag(), { dateStyle: 'medium', timeZone: 'UTC' });
}

export function toEndText(value: number | string): string {
  return typeof value === 'number' ? toNumberText(value) : toDayText(value);
}

/** The value in words, where the control itself does not say it in the person's language. */
export function toValueText(cell: InputCell): string {
  switch (cell.control) {
    case 'slider':
    case 'number':
      return toNumberText(cell.value);
    case 'date':
      return toDayText(cell.value);
    case 'range':
      return `${toEndText(cell.value[0])} – ${toEndText(cell.value[1])}`;
    case 'switch':
      return t(cell.value ? 'inputs.on' : 'inputs.off');
    case 'several':
      return formatCount(cell.value.length);
    case 'list':
      return cell.value ?? t('inputs.notSet');
    case 'text':
      return cell.value;
  }
}

/** Says that a saved value is out of its bounds. */
export function toOutsideText(cell: InputCell): string {
  if (!('min' in cell) && !('max' in cell)) return '';
  const { min, max } = cell as { min?: number | string; max?: number | string };
  const value = toValueText(cell);
  if (min === undefined) return t('inputs.outsideGreatest', value, toEndText(max!));
  if (max === undefined) return t('inputs.outsideLeast', value, toEndText(min));
  return t('inputs.outside', value, toEndText(min), toEndText(max));
}
