import type { Note } from '../../lib/note';
import { toNumbers } from '../complete';
import { toMisfit } from '../core/check';
import type { Analysis } from '../frame';
import { LAST_ARRANGED_YEAR, toldYears } from '../time/chinaHolidays';
import { toDate, toDay, toWeekday } from '../time/days';
import { holidayNames, type HolidayName } from '../time/holidayNames';
import { findKnownDays, listHolidays, type Country } from '../time/holidays';

export interface HolidaySettings {
  country: Country;
  names: 'en' | 'zh';
}

/** Beside each date the holiday it is, and whether it is worked. */
export const analyse: Analysis<HolidaySettings> = ({ rows, columns }, { country, names }, { onProgress }) => {
  const { values: days } = toNumbers(columns)[0]!;
  const isChina = country === 'china';
  const { from, end } = findKnownDays(country);
  const isKnown = (day: number) => Number.isFinite(day) && day >= from && day < end;
  const given = days.filter((day) => Number.isFinite(day)).length;
  const known = days.filter(isKnown);
  if (given > 0 && known.length === 0)
    throw toMisfit('holidays-unknown', { from: toldYears.from, to: toldYears.to });

  const calendar = toCalendar(known, country);
  const order = Object.keys(holidayNames) as HolidayName[];
  const codes = new Int32Array(rows).fill(-1);
  const isWorked = new Uint8Array(rows).fill(2);
  let free = 0;
  for (let row = 0; row < rows; row++) {
    const day = days[row]!;
    if (!isKnown(day)) continue;
    const name = calendar.get(day);
    if (name === undefined) isWorked[row] = isWeekend(day) ? 0 : 1;
    else if (name === 'make-up-work') isWorked[row] = 1;
    else {
      codes[row] = order.indexOf(name);
      isWorked[row] = 0;
      free++;
    }
  }
  onProgress(1);
  const labels = order.map((name) => holidayNames[name][names === 'en' ? 0 : 1]);
  const byLaw = toDay(LAST_ARRANGED_YEAR + 1, 1, 1);
  return {
    added: [
      { name: 'holiday', type: 'VARCHAR', codes, labels },
      { name: 'is_workday', type: 'BOOLEAN', values: isWorked },
    ],
    notes: [
      { why: 'holidays-found', params: { count: free, of: rows } },
      ...toCount('holidays-beyond', given - known.length, { from: toldYears.from, to: toldYears.to }),
      ...(isChina
        ? toCount('holidays-by-law', known.filter((day) => day >= byLaw).length, { last: toldYears.last })
        : []),
      ...toCount('holidays-no-date', rows - given, {}),
    ],
  };
};

/** Holidays of the years that occur. A year’s list may have days of the one before. */
function toCalendar(days: Float64Array, country: Country): Map<number, HolidayName> {
  const occurring = new Set(days.map((day) => toDate(day).year));
  const calendar = new Map<number, HolidayName>();
  for (const year of new Set([...occurring].flatMap((year) => [year, year + 1])))
    for (const { day, name } of listHolidays(country, year, year))
      if (!calendar.has(day)) calendar.set(day, name);
  return calendar;
}

function isWeekend(day: number): boolean {
  const weekday = toWeekday(day);
  return weekday === 0 || weekday === 6;
}

function toCount(why: string, count: number, params: Note['params']): Note[] {
  return count > 0 ? [{ why, params: { count, ...params } }] : [];
}
