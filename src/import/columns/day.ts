import { isSilentWord, maybeMonth } from './monthNames';
import type { DateOrder, MomentReading } from './reading';

/** A day as it is written. */
export type Day =
  | { kind: 'whole'; year: number; month: number; day: number }
  /** `05/03/2024`: which part is which depends on the order. */
  | { kind: 'open'; parts: readonly [string, string, string]; dotted: boolean }
  /** `Mar-24` is a month, or a day of no year. */
  | { kind: 'month'; year: number; month: number; day?: number }
  /** `2024Q1`, by its first month. */
  | { kind: 'quarter'; year: number; month: number }
  | { kind: 'no-year'; month: number; day: number };

const YEAR_FIRST = /^(\d{4})([-/.]) ?(\d{1,2})\2 ?(\d{1,2})\.?$/;
const YEAR_LAST = /^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4}|\d{2})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const WRITTEN = /^(\d{4}|\d{2}) ?[年년] ?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?[日号號일])?$/;
const WRITTEN_NO_YEAR = /^(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日号號일]$/;
const MONTH = /^(\d{4})[-/](\d{1,2})$|^(\d{1,2})[-/](\d{4})$/;
const QUARTER =
  /^(\d{4})[ /.-]?q([1-4])$|^q([1-4])[ /.-]?(\d{4})$|^(\d{4}) ?年 ?第? ?([1-4一二三四]) ?季度?$|^(\d{4}) ?년 ?([1-4]) ?분기$/;
const CHINESE_WEEKDAY =
  /[ (]*(?:(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]|[月火水木金土日]曜日|[월화수목금토일]요일)[ )]*$/;

/** Reads a day from a folded text in lower case, without its time. */
export function maybeDay(written: string): Day | undefined {
  const text = withoutWeekday(written);
  let match = YEAR_FIRST.exec(text);
  if (match) return toWhole(match[1]!, match[3]!, match[4]!);
  match = YEAR_LAST.exec(text);
  if (match) return toOpen(match[1]!, match[3]!, match[4]!, match[2]!);
  match = COMPACT.exec(text);
  if (match) {
    // eight digits are many things; only those that give a day of our time are taken for one
    const isNear = match[1]! >= '1900' && match[1]! <= '2100';
    return isNear ? toWhole(match[1]!, match[2]!, match[3]!) : undefined;
  }
  match = MONTH.exec(text);
  if (match) return toMonth(match[1] ?? match[4]!, Number(match[2] ?? match[3]));
  return /[月월]/.test(text) ? maybeWritten(text) : (maybeQuarter(text) ?? maybeNamed(text));
}

function maybeQuarter(text: string): Day | undefined {
  const [, ...parts] = QUARTER.exec(text) ?? [];
  const found = parts.filter((part) => part !== undefined);
  const year = found.find((part) => part.length === 4);
  const sign = found.find((part) => part.length === 1);
  if (!year || !sign || year === '0000') return undefined;
  const quarter = '一二三四'.indexOf(sign) + 1 || Number(sign);
  return { kind: 'quarter', year: Number(year), month: quarter * 3 - 2 };
}

/** `Tue, 05/03/2024`, `2024-03-05 星期二` */
function withoutWeekday(text: string): string {
  if (/^[\d./-]+$/.test(text)) return text;
  const [word, name] = /^(\p{L}+)\.?,? (?=\d)/u.exec(text) ?? [];
  if (name && isSilentWord(name)) return text.slice(word!.length);
  return text.replace(CHINESE_WEEKDAY, '');
}

function maybeWritten(text: string): Day | undefined {
  const digits = toDigits(text);
  let match = WRITTEN.exec(digits);
  if (match?.[3]) return toWhole(match[1]!, match[2]!, match[3]);
  if (match) return toMonth(match[1]!, Number(match[2]));
  match = WRITTEN_NO_YEAR.exec(digits);
  return match ? toNoYear(Number(match[1]), Number(match[2])) : undefined;
}

/** 二〇二四年三月二十一日 → 2024年3月21日 */
function toDigits(text: string): string {
  return text.replace(/[〇零一二三四五六七八九十]+/g, (run) => {
    const [tens, ones] = run.split('十');
    const toFigures = (part: string) =>
      [...part].map((sign) => '〇一二三四五六七八九零'.indexOf(sign) % 10).join('');
    if (ones === undefined) return toFigures(run);
    return String(Number(toFigures(tens!) || '1') * 10 + Number(toFigures(ones)));
  });
}

/** `5-Mar-24`, `Tue, March 5th 2024`, `5 de marzo de 2024` */
function maybeNamed(text: string): Day | undefined {
  let month: number | undefined;
  const before: string[] = [];
  const after: string[] = [];
  if (/[^\p{L}\d .,/'()º-]/u.test(text)) return undefined;
  for (const token of text.match(/\d+|[^\d .,/'()-]+/g) ?? []) {
    if (/\d/.test(token)) (month === undefined ? before : after).push(token);
    else {
      const named = maybeMonth(token);
      // `mar` is a weekday too, in French: the first that can be a month is one
      if (named !== undefined && month === undefined) month = named;
      else if (!isSilentWord(token)) return undefined;
    }
  }
  if (month === undefined) return undefined;
  const numbers = [...before, ...after];
  if (numbers.length === 2) {
    const [first, second] = numbers as [string, string];
    return first.length === 4 ? toWhole(first, String(month), second) : toWhole(second, String(month), first);
  }
  const [only] = numbers;
  if (numbers.length !== 1 || only === undefined) return undefined;
  if (only.length === 4) return toMonth(only, month);
  if (only.length > 2) return undefined;
  const noYear = toNoYear(month, Number(only));
  if (only.length === 1 || before.length === 1) return noYear;
  const whole = toMonth(only, month);
  return whole && { ...whole, ...(noYear && { day: noYear.day }) };
}

function toWhole(year: string, month: string, day: string): Day | undefined {
  if (!/^(\d{4}|\d{2})$/.test(year)) return undefined;
  const whole = { kind: 'whole', year: toYear(year), month: Number(month), day: Number(day) } as const;
  return isDay(whole) ? whole : undefined;
}

function toOpen(first: string, second: string, third: string, mark: string): Day | undefined {
  // `1.2.10` is a version as often as a day: with points and a short year, day and month have two digits
  if (mark === '.' && third.length === 2 && first.length + second.length < 4) return undefined;
  const open = { kind: 'open', parts: [first, second, third], dotted: mark === '.' } as const;
  return ORDERS.some((order) => toDate(open, { order })) ? open : undefined;
}

function toMonth(year: string, month: number): (Day & { kind: 'month' }) | undefined {
  return month >= 1 && month <= 12 && year !== '0000'
    ? { kind: 'month', year: toYear(year), month }
    : undefined;
}

function toNoYear(month: number, day: number): (Day & { kind: 'no-year' }) | undefined {
  return isDay({ year: 2000, month, day }) ? { kind: 'no-year', month, day } : undefined;
}

/** Two digits are years from 1969 to 2068, as POSIX has it. */
function toYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year + (year < 69 ? 2000 : 1900);
}

export const ORDERS: readonly DateOrder[] = ['dmy', 'mdy', 'ymd'];

/** The date that a written day is under a reading, `2024-03-05`; undefined where it is none. */
export function toDate(
  day: Day,
  reading: Pick<MomentReading, 'order' | 'month' | 'year'>,
): string | undefined {
  switch (day.kind) {
    case 'whole':
      return toText(day);
    case 'open':
      return toOrdered(day.parts, reading.order);
    case 'month':
      if (reading.month) return toText({ ...day, day: 1 });
      return day.day !== undefined && reading.year !== undefined
        ? toText({ year: reading.year, month: day.month, day: day.day })
        : undefined;
    case 'quarter':
      return reading.month && toText({ ...day, day: 1 });
    case 'no-year':
      return reading.year === undefined ? undefined : toText({ ...day, year: reading.year });
  }
}

function toOrdered(parts: readonly [string, string, string], order: DateOrder): string | undefined {
  const [year, month, day] =
    order === 'ymd'
      ? parts
      : order === 'dmy'
        ? [parts[2], parts[1], parts[0]]
        : [parts[2], parts[0], parts[1]];
  if ((year.length !== 2 && year.length !== 4) || day.length > 2) return undefined;
  return toText({ year: toYear(year), month: Number(month), day: Number(day) });
}

interface Calendar {
  year: number;
  month: number;
  day: number;
}

function toText(date: Calendar): string | undefined {
  if (!isDay(date)) return undefined;
  const [year, month, day] = [date.year, date.month, date.day].map(String);
  return `${year!.padStart(4, '0')}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether there is such a day in the calendar. */
export function isDay({ year, month, day }: Calendar): boolean {
  if (year < 1 || year > 9999 || day < 1) return false;
  const length = LENGTHS[month - 1];
  return length !== undefined && day <= (month === 2 && isLeapYear(year) ? 29 : length);
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
