/** Days, weeks from Monday, months, quarters and years as whole numbers that count on, so that the next period is one more. */
import { toDate, toDay } from './days';

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** How many make a season. */
export const seasons: Readonly<Record<Unit, number>> = { day: 7, week: 52, month: 12, quarter: 4, year: 1 };

/** `day` counts from 1970-01-01, a Thursday. */
export function toPeriod(day: number, unit: Unit): number {
  if (unit === 'day') return day;
  if (unit === 'week') return Math.floor((day + 3) / 7);
  const { year, month } = toDate(day);
  if (unit === 'year') return year;
  return unit === 'month' ? 12 * year + month - 1 : 4 * year + Math.floor((month - 1) / 3);
}

/** Its first day. */
export function toStart(period: number, unit: Unit): number {
  if (unit === 'day') return period;
  if (unit === 'week') return 7 * period - 3;
  const months = { month: 1, quarter: 3, year: 12 }[unit];
  const first = period * months;
  const year = Math.floor(first / 12);
  return toDay(year, first - 12 * year + 1, 1);
}

/** `2024-07`, `2024-Q3`, `2024`; days and weeks by their first day. */
export function toLabel(period: number, unit: Unit): string {
  const { year, month, day } = toDate(toStart(period, unit));
  const two = (value: number) => String(value).padStart(2, '0');
  if (unit === 'year') return String(year);
  if (unit === 'quarter') return `${year}-Q${(month + 2) / 3}`;
  return unit === 'month' ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
}

/** What suits days that stand in order, each once: no finer than they come, and coarser where days would be too many to see a season. */
export function chooseUnit(days: ArrayLike<number>): Unit {
  const step = findStep(days);
  if (step > 200) return 'year';
  if (step > 45) return 'quarter';
  if (step > 10) return 'month';
  const span = days.length === 0 ? 0 : days[days.length - 1]! - days[0]!;
  if (span > 730) return 'month';
  return step > 4 || span > 400 ? 'week' : 'day';
}

/** How many days there usually are from one to the next. */
export function findStep(days: ArrayLike<number>): number {
  const steps = Array.from(days).slice(1);
  const sizes = Float64Array.from(steps, (day, at) => day - days[at]!).sort();
  return sizes[sizes.length >> 1] ?? 1;
}
