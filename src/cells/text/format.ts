import type { Column, Value } from '../../table/column';
import type { Words } from '../../table/format';
import { countDigits, toCellText } from '../../table/format';

export interface ValueFormat {
  locale: string;
  words: Words;
}

/** Whether a text's `| format` is one of those that there are: `0`, `0.00`, `0.0%`, `percent`, `date`. */
export function isFormat(format: string): boolean {
  return /^(?:0(?:\.0{1,12})?\s*%?|percent|date)$/.test(format);
}

/** A value as a sentence has it. A format that does not fit the value leaves it as it is. */
export function toValueText(
  value: Value,
  column: Column,
  { locale, words, format = '' }: ValueFormat & { format?: string | undefined },
): string {
  if (format === 'date' || (format === '' && column.type === 'DATE')) {
    const date = typeof value === 'string' && maybeDate(value, locale);
    if (date) return date;
  }
  if (isFormat(format) && format !== 'date' && isNumeric(value)) return toNumber(value, format, locale);
  if (Array.isArray(value)) {
    const item = { name: '', type: column.type.replace(/\[\d*\]$/, '') };
    const texts = value.map((each) => toValueText(each, item, { locale, words, format }));
    return new Intl.ListFormat(locale).format(texts);
  }
  const digits = countDigits(value, column.type);
  return value === '' ? '' : toCellText(value, column, { locale, words, digits }).text;
}

function toNumber(value: number | string, format: string, locale: string): string {
  const isShare = format === 'percent' || format.endsWith('%');
  const digits = /\.(0+)/.exec(format)?.[1]?.length ?? 0;
  return new Intl.NumberFormat(locale, {
    style: isShare ? 'percent' : 'decimal',
    minimumFractionDigits: digits,
    maximumFractionDigits: format === 'percent' ? 1 : digits,
  }).format(value as number);
}

/** Digits beyond what a double holds come as text, and are formatted as they are. */
function isNumeric(value: Value): value is number | string {
  return typeof value === 'number' || (typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value));
}

function maybeDate(text: string, locale: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)(?!.*BC)/.exec(text) ?? [];
  if (!year) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return date.toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'UTC' });
}
