import type { Value } from './column';

const SAFE_DIGITS = 15;

/** A decimal that crossed as text: a number where a double holds all its digits, the text itself where it does not. */
export function toNumber(text: string): Value {
  const digits = text.replace(/^-?0*\.?0*|\.|-/g, '').length;
  return digits <= SAFE_DIGITS ? Number(text) : text;
}

/** A value as the console API and files give it: numbers as numbers where they are exact, timestamps as ISO text. */
export function toPlain(value: Value, type: string): Value {
  if (typeof value !== 'string') return value;
  if (/^(DECIMAL|HUGEINT|UHUGEINT|BIGNUM)/.test(type)) return toNumber(value);
  if (/^TIMESTAMP/.test(type)) return value.replace(' ', 'T');
  return value;
}
