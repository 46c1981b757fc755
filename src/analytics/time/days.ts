/** Days as the engine counts them, from 1970-01-01, and the calendar's dates (Hinnant, “chrono-compatible low-level date algorithms”, 2013). */
export interface CalendarDate {
  year: number;
  /** 1 to 12 */
  month: number;
  day: number;
}

export function toDay(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function toDate(days: number): CalendarDate {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** 0 is Sunday. */
export function toWeekday(days: number): number {
  return (((days + 4) % 7) + 7) % 7;
}

/** The `nth` such weekday of a month; counted from its end where negative. */
export function toNthWeekday(year: number, month: number, weekday: number, nth: number): number {
  if (nth > 0) {
    const first = toDay(year, month, 1);
    return first + ((weekday - toWeekday(first) + 7) % 7) + 7 * (nth - 1);
  }
  const last = toDay(month === 12 ? year + 1 : year, (month % 12) + 1, 1) - 1;
  return last - ((toWeekday(last) - weekday + 7) % 7) + 7 * (nth + 1);
}

/** Easter Sunday of the Gregorian calendar (Meeus 1991, Astronomical Algorithms, ch. 8). */
export function toEaster(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const m = Math.floor((a + 11 * h) / 319);
  const l = (2 * (b % 4) + 2 * Math.floor(c / 4) - (c % 4) - h + m + 32) % 7;
  const month = Math.floor((h - m + l + 90) / 25);
  return toDay(year, month, (h - m + l + month + 19) % 32);
}
