import type { CodeKind } from './codes';
import { maybeCode } from './codes';
import { isLeapYear, ORDERS, toDate } from './day';
import { maybeMissingWord } from './missing';
import type { Moment } from './moment';
import { hasZoneName, isMidnight, maybeMoment, toMomentText } from './moment';
import type { NumberParts } from './number';
import { findMantissas, holdsNumber, maybeNumber, toBit, toNumberText } from './number';
import type { Reading } from './reading';
import type { ColumnType } from './types';
import { fitsType } from './types';
import { maybeYesNo } from './yesNo';

/** All that a text could be, without the text: texts of one meaning are read alike by every reading. */
export interface Meaning {
  number: NumberMeaning | undefined;
  moment: MomentMeaning | undefined;
  isTime: boolean;
  yesNo: string | undefined;
  missingWord: string | undefined;
  /** `2024-03-05 14:05 CST` */
  hasZoneName: boolean;
  code: CodeKind | undefined;
  /** The type whose plain form it has, which DuckDB reads as it stands. */
  plain: ColumnType | undefined;
}

export interface NumberMeaning {
  /** The separators with which it is a number, and with which BIGINT or DOUBLE hold all its digits; see `SEPARATORS`. */
  separators: number;
  bigint: number;
  double: number;
  /** More digits than a double holds. */
  isLong: boolean;
  /** `007` */
  hasLeadingZero: boolean;
  /** `12E5`: as often a code as a number. */
  isBareExponent: boolean;
  /** `3.`: the third, or three. */
  isOrdinal: boolean;
  /** The single mark that may be a decimal point or group thousands. */
  openMark: '.' | ',' | undefined;
  hasMark: boolean;
  /** How many digits, where it is digits only. */
  width: number;
  currency: string | undefined;
  percent: boolean;
  /** A count of days in our time, as Excel counts. */
  isSerial: boolean;
}

export interface MomentMeaning {
  /** Bits by place in `ORDERS`. */
  orders: number;
  isOpen: boolean;
  /** 2.1.2024: with points, the day comes first everywhere. */
  isDotted: boolean;
  clock: 'none' | 'midnight' | 'other';
  isZoned: boolean;
  partial: 'month' | 'quarter' | 'no-year' | 'either' | undefined;
  isLeapDay: boolean;
}

export function toMeaning(text: string): Meaning {
  const parts = maybeNumber(text);
  const number = parts && toNumberMeaning(text, parts);
  return number ? toMeaningOfNumber(text, number, parts.around.plus) : toMeaningOfText(text);
}

function toMeaningOfNumber(text: string, number: NumberMeaning, hasPlus: boolean): Meaning {
  const { width } = number;
  const moment = width === 8 || width === 14 ? maybeMoment(text) : undefined;
  return {
    number,
    moment: moment && toMomentMeaning(moment),
    isTime: false,
    yesNo: undefined,
    missingWord: undefined,
    hasZoneName: false,
    // groups and points are of a number, not of a phone
    code: width > 0 || (hasPlus && !number.hasMark) ? maybeCode(text) : undefined,
    plain: number.currency || number.percent ? undefined : findPlainType(text, ['BIGINT', 'DOUBLE']),
  };
}

function toMeaningOfText(text: string): Meaning {
  const moment = maybeMoment(text);
  const isTime = moment !== undefined && toTimeText(moment) !== undefined;
  const yesNo = maybeYesNo(text);
  return {
    number: undefined,
    moment: moment && toMomentMeaning(moment),
    isTime,
    yesNo,
    missingWord: maybeMissingWord(text),
    hasZoneName: !moment && hasZoneName(text),
    code: moment ? undefined : maybeCode(text),
    plain: moment || yesNo ? findPlainType(text, ['DATE', 'TIMESTAMP', 'TIME', 'BOOLEAN']) : undefined,
  };
}

function toNumberMeaning(text: string, parts: NumberParts): NumberMeaning | undefined {
  const mantissas = findMantissas(parts.mantissa);
  if (mantissas.length === 0) return undefined;
  let separators = 0;
  let bigint = 0;
  let double = 0;
  let isLong = false;
  for (const mantissa of mantissas) {
    const value = toNumberText(parts, mantissa);
    const isHeld = holdsNumber('DOUBLE', value);
    separators |= mantissa.separators;
    if (isHeld) double |= mantissa.separators;
    if (!parts.around.percent && holdsNumber('BIGINT', value)) bigint |= mantissa.separators;
    isLong ||= !isHeld || /^-?\d{16}/.test(value);
  }
  const { mantissa, exponent, around } = parts;
  const { percent, currency } = around;
  const hasMark = /\D/.test(mantissa);
  return {
    separators,
    bigint,
    double,
    isLong,
    hasLeadingZero: /^0\d/.test(mantissa) && !percent && currency === undefined && around.shift === 0,
    isBareExponent: /^e\d/i.test(exponent) && !hasMark,
    isOrdinal: /^\d{1,3}\.$/.test(text),
    openMark: mantissas.length > 1 ? (mantissa.includes('.') ? '.' : ',') : undefined,
    hasMark,
    width: around.isNothing && !hasMark && exponent === '' ? mantissa.length : 0,
    currency,
    percent,
    isSerial: /^[2-7]\d{4}(\.\d+)?$/.test(text),
  };
}

function toMomentMeaning(moment: Moment): MomentMeaning | undefined {
  const { day, clock } = moment;
  if (!day) return undefined;
  let orders = 0;
  ORDERS.forEach((order, place) => {
    // 2024 is a leap year, so that every day of no year is in it
    if (toDate(day, { order, month: 'first', year: 2024 })) orders |= 1 << place;
  });
  const isZoned = clock?.zone !== undefined;
  // a time in UTC may fall out of the calendar
  if (isZoned) {
    ORDERS.forEach((order, place) => {
      if (!toMomentText(moment, { type: 'TIMESTAMP', order, zone: 'utc' })) orders &= ~(1 << place);
    });
  }
  const isPartial = day.kind !== 'whole' && day.kind !== 'open';
  const partial = !isPartial
    ? undefined
    : day.kind === 'month' && day.day !== undefined
      ? 'either'
      : day.kind;
  return {
    orders,
    isOpen: day.kind === 'open',
    isDotted: day.kind === 'open' && day.dotted,
    clock: clock === undefined ? 'none' : isMidnight(clock) ? 'midnight' : 'other',
    isZoned,
    partial,
    isLeapDay: isPartial && day.kind !== 'quarter' && day.month === 2 && day.day === 29,
  };
}

/** A time of day as TIME has it. */
export function toTimeText({ day, clock }: Moment): string | undefined {
  if (day || !clock || clock.zone !== undefined) return undefined;
  return clock.time + (clock.fraction && `.${clock.fraction}`);
}

function findPlainType(text: string, types: readonly ColumnType[]): ColumnType | undefined {
  return types.find((type) => fitsType(text, type));
}

/** Whether a reading can read the texts of a meaning. */
export function isReadable(meaning: Meaning, reading: Reading): boolean {
  const { number, moment } = meaning;
  switch (reading.type) {
    case 'VARCHAR':
      return true;
    case 'BIGINT':
    case 'DOUBLE': {
      if (!number || number.percent !== (reading.percent === true)) return false;
      if (number.currency !== undefined && number.currency !== reading.currency) return false;
      return ((reading.type === 'BIGINT' ? number.bigint : number.double) & toBit(reading)) !== 0;
    }
    case 'DATE':
    case 'TIMESTAMP': {
      if ((reading.excel && number?.isSerial) || (reading.epoch && number)) return true;
      if (!moment || reading.epoch || (moment.orders & (1 << ORDERS.indexOf(reading.order))) === 0)
        return false;
      if (!isWhole(moment, reading)) return false;
      if (reading.type === 'DATE') return !moment.isZoned && moment.clock !== 'other';
      return moment.isZoned === (reading.zone === 'utc');
    }
    case 'TIME':
      return meaning.isTime;
    case 'BOOLEAN': {
      const { yes = 'true', no = 'false' } = reading;
      return meaning.yesNo !== undefined && (meaning.yesNo === yes || meaning.yesNo === no);
    }
  }
}

function isWhole({ partial, isLeapDay }: MomentMeaning, { month, year }: { month?: 'first'; year?: number }) {
  if (partial === undefined) return true;
  if (partial !== 'no-year' && month) return true;
  return (
    partial !== 'month' && partial !== 'quarter' && year !== undefined && (!isLeapDay || isLeapYear(year))
  );
}

/** A text that tells meanings apart. */
export function toKey({ number: n, moment: m, ...rest }: Meaning): string {
  const { isTime, yesNo, missingWord, hasZoneName: isNamed, code, plain } = rest;
  const ofNumber = n
    ? `${n.separators},${n.bigint},${n.double},${n.isLong},${n.hasLeadingZero},${n.isBareExponent},${n.isOrdinal},${n.openMark},` +
      `${n.hasMark},${n.width},${n.currency},${n.percent},${n.isSerial}`
    : '';
  const ofMoment = m
    ? `${m.orders},${m.isOpen},${m.isDotted},${m.clock},${m.isZoned},${m.partial},${m.isLeapDay}`
    : '';
  return `${ofNumber}|${ofMoment}|${isTime}|${yesNo}|${missingWord}|${isNamed}|${code}|${plain}`;
}
