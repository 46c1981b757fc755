/** 1899-12-30 as Excel counts, so that 1900-03-01 is day 61. */
const TO_1970 = 25_569;
/** Before 1900-03-01 Excel's days are one off, for it has a 29th of February there, and before 1900 there are none. */
export const FIRST_DAY = 61 - TO_1970;
/** 9999-12-31. */
export const LAST_DAY = 2_958_465 - TO_1970;
export const DAY_MICROS = 86_400_000_000;

const INFINITE_DAY = 2 ** 31 - 1;

export function toSerialDay(day: number): number {
  return day + TO_1970;
}

/** A day as DuckDB writes it: `2024-03-05`, `0044-03-15 (BC)`, `infinity`. */
export function toDayText(day: number): string {
  if (Math.abs(day) === INFINITE_DAY) return day < 0 ? '-infinity' : 'infinity';
  const { year, month, date } = toCivil(day);
  const isBefore = year < 1;
  return `${pad(isBefore ? 1 - year : year, 4)}-${pad(month, 2)}-${pad(date, 2)}${isBefore ? ' (BC)' : ''}`;
}

/** `14:30:00`, with as many digits behind as it needs: three or six, as DuckDB writes them. */
export function toTimeText(micros: number): string {
  const seconds = Math.floor(micros / 1e6);
  const rest = micros - seconds * 1e6;
  const fraction = rest === 0 ? '' : `.${pad(rest, 6).replace(/0+$/, '')}`;
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${pad(hours, 2)}:${pad(minutes, 2)}:${pad(seconds % 60, 2)}${fraction}`;
}

/** A moment as days since 1970 and microseconds of the day; `rest` is what is finer. */
export interface Moment {
  day: number;
  micros: number;
  hasFiner: boolean;
}

const MOMENT =
  /^(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:([+-])(\d\d)(?::(\d\d))?)?)?$/;

/** What crossed as text: `2024-03-05 14:30:00.123456789+02`, whose zone is reckoned off. */
export function maybeMoment(text: string): Moment | undefined {
  const found = MOMENT.exec(text);
  if (!found) return undefined;
  const [, year, month, date, hour = '0', minute = '0', second = '0', fraction = ''] = found;
  const zone = (found[8] === '-' ? -1 : 1) * (Number(found[9] ?? 0) * 60 + Number(found[10] ?? 0));
  const minutes = Number(hour) * 60 + Number(minute) - zone;
  const micros = (minutes * 60 + Number(second)) * 1e6 + Number(fraction.slice(0, 6).padEnd(6, '0'));
  const shift = Math.floor(micros / DAY_MICROS);
  return {
    day: toUnixDay(Number(year), Number(month), Number(date)) + shift,
    micros: micros - shift * DAY_MICROS,
    hasFiner: /[1-9]/.test(fraction.slice(6)),
  };
}

const DURATION = /^(?:(\d+) days?)?(?:^| |$)(?:(\d+):(\d\d):(\d\d)(?:\.(\d{1,6}))?)?$/;

/** An interval that is no less than nothing and has no months, whose length would depend on when; in microseconds. */
export function maybeDuration(text: string): number | undefined {
  const found = DURATION.exec(text);
  if (!found || text === '') return undefined;
  const [, days = '0', hours = '0', minutes = '0', seconds = '0', fraction = ''] = found;
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  const micros = Number(days) * DAY_MICROS + whole * 1e6 + Number(fraction.padEnd(6, '0'));
  return Number.isSafeInteger(micros) ? micros : undefined;
}

/** `14:30:00.5`, a time of the day in microseconds. */
export function maybeTime(text: string): { micros: number; hasFiner: boolean } | undefined {
  const found = /^(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?$/.exec(text);
  if (!found) return undefined;
  const [, hours, minutes, seconds, fraction = ''] = found;
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return {
    micros: whole * 1e6 + Number(fraction.slice(0, 6).padEnd(6, '0')),
    hasFiner: /[1-9]/.test(fraction.slice(6)),
  };
}

function toUnixDay(year: number, month: number, date: number): number {
  const moment = new Date(0);
  moment.setUTCFullYear(year, month - 1, date);
  return moment.getTime() / 86_400_000;
}

/** Days to a date of the Gregorian calendar, which goes on before it began; the dates of JavaScript end too early. */
function toCivil(day: number): { year: number; month: number; date: number } {
  // H. Hinnant, “chrono-compatible low-level date algorithms”: eras of 400 years that begin in March
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const date = ofYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date };
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}
