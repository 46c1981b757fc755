/** Holidays as columns to fit: how many days of each fall within each row's span of time, a day or a week or a month. */
import { toMisfit } from '../core/check';
import { FIRST_CHINA_YEAR, LAST_CHINA_YEAR, listChinaHolidays } from './chinaHolidays';
import { toDate, toDay } from './days';
import type { Holiday, HolidayName } from './holidayNames';
import { listByRule, type RuleCountry } from './holidayRules';

export type Country = 'china' | RuleCountry;

export interface HolidayColumns {
  names: HolidayName[];
  columns: Float64Array[];
}

/** The days of whose holidays something is known, from the first on and before the end. */
export function findKnownDays(country: Country): { from: number; end: number } {
  if (country !== 'china') return { from: -Infinity, end: Infinity };
  return { from: toDay(FIRST_CHINA_YEAR, 1, 1), end: toDay(LAST_CHINA_YEAR + 1, 1, 1) };
}

/**
 * Rows start on these days; the last ends before `end`. Names without a day in any row are left out, and days of which nothing is known
 * count as no holidays: the caller says so.
 */
export function toHolidayColumns(starts: Int32Array, end: number, country: Country): HolidayColumns {
  const rows = starts.length;
  if (rows === 0) return { names: [], columns: [] };
  for (let row = 0; row < rows; row++)
    if ((row + 1 < rows ? starts[row + 1]! : end) <= starts[row]!) throw toMisfit('not-in-order', { row });
  // a year’s list may have days of the one before
  const [first, last] = [toDate(starts[0]!).year, toDate(end - 1).year + 1];
  const found = new Map<HolidayName, Float64Array>();
  for (const { day, name } of listHolidays(country, first, last)) {
    if (day < starts[0]! || day >= end) continue;
    const column = found.get(name) ?? new Float64Array(rows);
    found.set(name, column);
    column[findRow(starts, day)]! += 1;
  }
  const names = [...found.keys()].sort();
  return { names, columns: names.map((name) => found.get(name)!) };
}

/** In the order of days. */
export function listHolidays(country: Country, firstYear: number, lastYear: number): Holiday[] {
  const list: Holiday[] = [];
  for (let year = firstYear; year <= lastYear; year++)
    list.push(...(country === 'china' ? listChinaHolidays(year) : listByRule(country, year)));
  return list.sort((a, b) => a.day - b.day);
}

/** The last row that starts on the day or before. */
function findRow(starts: Int32Array, day: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}
