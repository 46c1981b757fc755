import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';

const DAY = 86_400;

export interface EdgeOptions {
  locale: string;
  /** From the least to the greatest: what is far apart needs fewer digits. */
  span: number;
}

/** A number, or a moment in seconds, as short as it may be beside a bar. */
export function toEdge(value: number, { type }: Column, { locale, span }: EdgeOptions): string {
  if (toFamily(type) === 'date') return toMoment(value, type, span);
  const notation = Math.abs(value) >= 1e6 ? 'compact' : 'standard';
  return value.toLocaleString(locale, { notation, maximumSignificantDigits: 5 });
}

function toMoment(seconds: number, type: string, span: number): string {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return '';
  const [day, time] = date.toISOString().split('T') as [string, string];
  if (/^TIME(?!STAMP)/.test(type)) return time.slice(0, span < 120 ? 8 : 5);
  // years before 0 and after 9999 have a sign and six digits
  if (/^[+-]/.test(day)) return String(date.getUTCFullYear());
  if (span >= 2 * 366 * DAY) return day.slice(0, 4);
  if (span >= 62 * DAY) return day.slice(0, 7);
  return type === 'DATE' || span >= 2 * DAY ? day : time.slice(0, 5);
}
