import type { FormatToken } from './numberFormat';
import { DAY_MS, maybeUnixDay, NO_DAY } from './serial';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const CHINESE_DAYS = [...'日一二三四五六'];

/** A moment by the parts of a date format; undefined where Excel shows `########`, as for days before its first. */
export function showDate(
  serial: number,
  tokens: readonly FormatToken[],
  date1904: boolean,
): string | undefined {
  if (serial < 0 && !date1904) return undefined;
  const digits = Math.max(0, ...tokens.map((token) => (token.is === 'fraction' ? token.length : 0)));
  const unit = 10 ** -Math.min(digits, 9);
  const sign = serial < 0 ? '-' : '';
  const seconds = roundTo(Math.abs(serial) * 86_400, unit);
  const day = Math.floor(seconds / 86_400 + 1e-12);
  const date = toDate(day, date1904);
  if (!date) return undefined;
  const within = Math.max(0, seconds - day * 86_400);
  const whole = Math.floor(within + unit / 10);
  const hour = Math.floor(whole / 3600);
  const has12 = tokens.some(({ is }) => is === 'noon');

  const toPart = (token: FormatToken & { is: 'part' }): string => {
    const { part, length, elapsed } = token;
    switch (part) {
      case 'y':
        return length > 2 ? pad(date.year, 4) : pad(date.year % 100, 2);
      case 'b':
        return length > 2 ? String(date.year + 543) : pad((date.year + 543) % 100, 2);
      case 'month':
        return toMonth(date.month, length);
      case 'd':
        if (length <= 2) return pad(date.day, length);
        return length === 3 ? DAYS[date.weekday]!.slice(0, 3) : DAYS[date.weekday]!;
      case 'a':
        return `${length > 3 ? '星期' : ''}${CHINESE_DAYS[date.weekday]!}`;
      case 'h':
        if (elapsed) return pad(Math.floor((seconds + unit / 10) / 3600), length);
        return pad(has12 ? hour % 12 || 12 : hour, Math.min(length, 2));
      case 'minute':
        if (elapsed) return pad(Math.floor((seconds + unit / 10) / 60), length);
        return pad(Math.floor(whole / 60) % 60, Math.min(length, 2));
      case 's':
        if (elapsed) return pad(Math.floor(seconds + unit / 10), length);
        return pad(whole % 60, Math.min(length, 2));
    }
  };

  const text = tokens.map((token) => {
    switch (token.is) {
      case 'part':
        return toPart(token);
      case 'fraction':
        return `.${pad(Math.round((within - whole) * 10 ** token.length), token.length)}`;
      case 'noon':
        return token.words[hour < 12 ? 0 : 1];
      case 'literal':
        return token.text;
      case 'skip':
        return ' ';
      default:
        return '';
    }
  });
  return sign + text.join('');
}

function roundTo(seconds: number, unit: number): number {
  return Math.round(seconds / unit) * unit;
}

function toMonth(month: number, length: number): string {
  if (length <= 2) return pad(month, length);
  const name = MONTHS[month - 1]!;
  if (length === 3) return name.slice(0, 3);
  return length === 5 ? name[0]! : name;
}

/** As Excel has it: the day 0 is the 0th of January, and 1900 is a leap year. */
function toDate(day: number, date1904: boolean) {
  if (!date1904 && day === NO_DAY) return { year: 1900, month: 2, day: 29, weekday: 3 };
  if (!date1904 && day === 0) return { year: 1900, month: 1, day: 0, weekday: 6 };
  const unix = maybeUnixDay(day, date1904);
  if (unix === undefined) return undefined;
  const date = new Date(unix * DAY_MS);
  // with the day that never was, the weekdays before it are one off
  const weekday = !date1904 && day < NO_DAY ? (date.getUTCDay() + 6) % 7 : date.getUTCDay();
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), weekday };
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
