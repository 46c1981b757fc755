import type { NumberMeaning } from './meaning';
import { toMeaning } from './meaning';
import type { Reading } from './reading';

const MAYBE_ZERO = /^[^1-9１-９]*[0０][0-9０-９]/;
const MAYBE_CODE = /^.{16}|[eEｅＥ]/;

/** Whether a value would lose zeros that it begins with, were it read so: `007`. */
export function losesZeros(text: string, reading: Reading): boolean {
  if ((reading.type !== 'BIGINT' && reading.type !== 'DOUBLE') || !MAYBE_ZERO.test(text)) return false;
  return toMeaning(text).number?.hasLeadingZero ?? false;
}

const SIGNS: (keyof NumberMeaning)[] = ['hasLeadingZero', 'isLong', 'isBareExponent'];

/** Whether a value alone makes a column of numbers one of codes. */
export function isCodeAmongNumbers(text: string): boolean {
  if (!MAYBE_ZERO.test(text) && !MAYBE_CODE.test(text)) return false;
  const { number } = toMeaning(text);
  return number !== undefined && SIGNS.some((sign) => number[sign]);
}
