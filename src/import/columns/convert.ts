import { maybeMoment, toMomentText } from './moment';
import { toTimeText } from './meaning';
import { findMantissas, holdsNumber, maybeNumber, toBit, toNumberText } from './number';
import { DATE, MIDNIGHT, TIMESTAMP, toPlainKind } from './plainKind';
import type { BooleanReading, MomentReading, NumberReading, Reading } from './reading';
import { maybeSerialText } from './serial';
import type { ColumnType } from './types';
import { fitsType } from './types';

/** Turns a value into the plain form of its type, which DuckDB reads exactly; undefined where the reading can't read it. */
export function toConverter(reading: Reading): (text: string) => string | undefined {
  switch (reading.type) {
    case 'VARCHAR':
      return (text) => text;
    case 'BIGINT':
    case 'DOUBLE':
      return toNumberConverter(reading);
    case 'DATE':
    case 'TIMESTAMP':
      return remember(toMomentConverter(reading));
    case 'TIME':
      return (text) => {
        const moment = maybeMoment(text);
        const time = moment && toTimeText(moment);
        return time && fitsType(text, 'TIME') ? text : time;
      };
    case 'BOOLEAN':
      return toBooleanConverter(reading);
  }
}

export function toType(reading: Reading): ColumnType {
  return reading.type;
}

/** Whether values in plain form, and only these, stay as they are: where all of them are plain, DuckDB can read the file. */
export function isPlain(reading: Reading): boolean {
  switch (reading.type) {
    case 'VARCHAR':
    case 'TIME':
      return true;
    case 'BIGINT':
    case 'DOUBLE':
      return reading.decimal === '.' && !reading.percent;
    case 'DATE':
    case 'TIMESTAMP':
      return !reading.excel && !reading.epoch && !reading.zone;
    case 'BOOLEAN':
      return (reading.yes ?? 'true') === 'true' && (reading.no ?? 'false') === 'false';
  }
}

// most numbers are plain and short, and need not be taken apart
const PLAIN_WHOLE = /^-?(0|[1-9]\d{0,14})$/;
const PLAIN_DECIMAL = /^-?(0|[1-9]\d{0,6})\.\d{1,8}$/;

/** What most prices look like: a sign that everybody knows, groups of three, a point. At most 15 digits in all. */
const SIGNS: Record<string, string> = { '¥': '[¥￥]?', $: '\\$?', '€': '€?', '£': '£?' };

function toPricePattern({ decimal, group, currency = '', percent }: NumberReading): RegExp | undefined {
  if (decimal !== '.' || group !== ',' || percent) return undefined;
  return new RegExp(`^(-?)${SIGNS[currency] ?? ''}([1-9]\\d{0,2}(?:,\\d{3}){0,3})(\\.\\d{1,3})?$`);
}

function toNumberConverter(reading: NumberReading): (text: string) => string | undefined {
  const pattern = toPricePattern(reading);
  const convert = remember(toAnyNumberConverter(reading));
  return (text) => {
    const price = pattern?.exec(text);
    if (!price || (price[3] && reading.type === 'BIGINT')) return convert(text);
    return price[1]! + price[2]!.replaceAll(',', '') + (price[3] ?? '');
  };
}

/** The values of a column are often the same few: dates of a year, prices of a list. */
function remember(convert: (text: string) => string | undefined): (text: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (text) => {
    if (text.length > LONGEST_KNOWN) return convert(text);
    const found = known.get(text);
    if (found !== undefined) return found;
    const converted = convert(text);
    if (known.size < MOST_KNOWN) known.set(text, converted);
    return converted;
  };
}

const LONGEST_KNOWN = 40;
const MOST_KNOWN = 4096;

function toAnyNumberConverter(reading: NumberReading): (text: string) => string | undefined {
  const { type, currency, percent = false } = reading;
  const bit = toBit(reading);
  const takesPoint = type === 'DOUBLE' && reading.decimal === '.';
  return (text) => {
    if (!percent && (PLAIN_WHOLE.test(text) || (takesPoint && PLAIN_DECIMAL.test(text)))) return text;
    const parts = maybeNumber(text);
    if (!parts || parts.around.percent !== percent) return undefined;
    if (parts.around.currency !== undefined && parts.around.currency !== currency) return undefined;
    const mantissa = findMantissas(parts.mantissa).find(({ separators }) => (separators & bit) !== 0);
    const value = mantissa && toNumberText(parts, mantissa);
    return value !== undefined && holdsNumber(type, value) ? value : undefined;
  };
}

function toMomentConverter(reading: MomentReading): (text: string) => string | undefined {
  const { type, epoch, zone } = reading;
  return (text) => {
    if (!epoch && !zone && isPlainMoment(text, type)) return text;
    if (epoch) return maybeSerialText(text, reading);
    const moment = maybeMoment(text);
    const value = moment && toMomentText(moment, reading);
    if (value === undefined) return reading.excel && maybeSerialText(text, reading);
    // `2024-03-05 14:05` is plain without its seconds
    return fitsType(text, type) ? text : value;
  };
}

function isPlainMoment(text: string, type: 'DATE' | 'TIMESTAMP'): boolean {
  const kind = toPlainKind(text);
  return type === 'DATE' ? kind === DATE : kind === TIMESTAMP || kind === MIDNIGHT;
}

function toBooleanConverter({
  yes = 'true',
  no = 'false',
}: BooleanReading): (text: string) => string | undefined {
  const words = new Map([
    [no.toLowerCase(), 'false'],
    [yes.toLowerCase(), 'true'],
  ]);
  return (text) => (text.length <= 64 ? words.get(text.trim().toLowerCase()) : undefined);
}
