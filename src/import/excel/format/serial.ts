export const DAY_MS = 86_400_000;
/** Days from 1899-12-30 and from 1904-01-01 to 1970-01-01. */
const TO_1970 = 25_569;
const TO_1970_FROM_1904 = 24_107;
/** 9999-12-31, the last day that Excel knows. */
const LAST = 2_958_466;
/** The 29th of February 1900, a day that Excel has for the sake of Lotus 1-2-3 and that never was. */
export const NO_DAY = 60;

/** A moment as days and milliseconds within the day. What is finer than a millisecond is noise of Excel's doubles. */
export interface SerialParts {
  day: number;
  ms: number;
}

export function splitSerial(serial: number): SerialParts {
  const day = Math.floor(serial);
  const ms = Math.round((serial - day) * DAY_MS);
  return ms >= DAY_MS ? { day: day + 1, ms: 0 } : { day, ms };
}

/** Days since 1970-01-01; undefined where there is no such day. */
export function maybeUnixDay(day: number, date1904: boolean): number | undefined {
  if (date1904) return day >= 0 && day < LAST - 1462 ? day - TO_1970_FROM_1904 : undefined;
  if (day < 1 || day >= LAST || day === NO_DAY) return undefined;
  return day < NO_DAY ? day - TO_1970 + 1 : day - TO_1970;
}

/** The serial number in the system of 1900 or 1904 of a moment in milliseconds since 1970. */
export function toSerial(unixMs: number, date1904: boolean): number {
  const days = unixMs / DAY_MS;
  if (date1904) return days + TO_1970_FROM_1904;
  const serial = days + TO_1970;
  return serial < NO_DAY + 1 ? serial - 1 : serial;
}

/** `2024-03-05T14:30:00` as milliseconds since 1970; a time alone as of the day 0. */
export function maybeIsoMs(text: string): number | undefined {
  const found = /^(?:(-?\d{4,6})-(\d\d)-(\d\d))?(?:T?(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?Z?$/.exec(
    text,
  );
  if (!found || text === '') return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '0'] = found;
  const ms = Math.round(Number(`0.${fraction}`) * 1000);
  const time = ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + ms;
  if (year === undefined) return time;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return date.getUTCDate() === Number(day) ? date.getTime() + time : undefined;
}
