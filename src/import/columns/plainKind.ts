import { isDay } from './day';

const ZERO = 48;
const NINE = 57;
const MINUS = 45;
const POINT = 46;
const BLANK = 32;
const COLON = 58;
const LETTER_T = 84;

/** How many kinds there are. */
export const KINDS = 32;
export const DATE = 28;
export const MIDNIGHT = 29;
export const TIMESTAMP = 30;
const NEGATIVE = 0;
// 1 to 15: as many digits
const SERIAL = 16;
const MOBILE = 17;
const COMPACT = 18;
const DECIMAL = 20;

/**
 * A small number for plain numbers, dates and timestamps, the same for texts of the same meaning; −1 where a text needs a
 * closer look. Most of the values of large files are told by this alone.
 */
export function toPlainKind(text: string): number {
  const { length } = text;
  if (length === 0 || length > 19) return -1;
  if (length >= 10 && text.charCodeAt(4) === MINUS) return toMomentKind(text);
  const from = text.charCodeAt(0) === MINUS ? 1 : 0;
  let point = -1;
  for (let at = from; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code >= ZERO && code <= NINE) continue;
    if (code !== POINT || point >= 0) return -1;
    point = at;
  }
  const digits = length - from - (point < 0 ? 0 : 1);
  const whole = (point < 0 ? length : point) - from;
  const first = text.charCodeAt(from);
  if (digits > 15 || whole === 0 || point === length - 1 || (first === ZERO && whole > 1)) return -1;
  if (point < 0) return from === 1 ? NEGATIVE : toWholeKind(text);
  const isOpen = whole <= 3 && first !== ZERO && digits - whole === 3;
  const isSerial = from === 0 && whole === 5 && isSerialDigit(first);
  return DECIMAL + (isOpen ? 1 : 0) + (isSerial ? 2 : 0);
}

function toWholeKind(text: string): number {
  switch (text.length) {
    case 5:
      return isSerialDigit(text.charCodeAt(0)) ? SERIAL : 5;
    case 8: {
      const year = Number(text.slice(0, 4));
      const isNear = year >= 1900 && year <= 2100;
      const isDate = isNear && isDay({ year, month: Number(text.slice(4, 6)), day: Number(text.slice(6)) });
      return isDate ? COMPACT : 8;
    }
    case 11:
      return text.charCodeAt(0) === ZERO + 1 && text.charCodeAt(1) >= ZERO + 3 ? MOBILE : 11;
    case 14:
    case 15:
      return -1;
    default:
      return text.length;
  }
}

/** Excel's days from 1954 to 2119 have five digits, the first from 2 to 7. */
function isSerialDigit(code: number): boolean {
  return code >= ZERO + 2 && code <= ZERO + 7;
}

function toMomentKind(text: string): number {
  const { length } = text;
  if (length !== 10 && length !== 16 && length !== 19) return -1;
  if (text.charCodeAt(7) !== MINUS) return -1;
  const year = toNumber(text, 0, 4);
  const month = toNumber(text, 5, 7);
  const day = toNumber(text, 8, 10);
  if (year < 0 || month < 0 || day < 0 || !isDay({ year, month, day })) return -1;
  if (length === 10) return DATE;
  const gap = text.charCodeAt(10);
  if ((gap !== BLANK && gap !== LETTER_T) || text.charCodeAt(13) !== COLON) return -1;
  if (length === 19 && text.charCodeAt(16) !== COLON) return -1;
  const hour = toNumber(text, 11, 13);
  const minute = toNumber(text, 14, 16);
  const second = length === 19 ? toNumber(text, 17, 19) : 0;
  if (hour < 0 || minute < 0 || second < 0 || hour > 23 || minute > 59 || second > 59) return -1;
  return hour + minute + second === 0 ? MIDNIGHT : TIMESTAMP;
}

/** The number that some digits make; −1 where there is anything else. */
function toNumber(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code < ZERO || code > NINE) return -1;
    value = value * 10 + code - ZERO;
  }
  return value;
}
