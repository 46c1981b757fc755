const decoder = new TextDecoder();
/** Powers of ten that a double holds exactly, so that one division of 15 digits by them is rounded right. */
export const POWERS = Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));

/** Moments have 16 and 17 digits; two doubles hold as many as these, and the sum of both is rounded once. */
const MOST_DIGITS = 19;

/** A number in plain bytes, as a cell has it; NaN where it is none. */
export function readNumber(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  const isNegative = bytes[at] === 45;
  if (isNegative) at++;
  let mantissa = 0;
  let rest = 0;
  let digits = 0;
  let point = -1;
  for (; at < to; at++) {
    const byte = bytes[at]!;
    if (byte >= 48 && byte <= 57) {
      if (++digits <= 15) mantissa = mantissa * 10 + byte - 48;
      else rest = rest * 10 + byte - 48;
    } else if (byte === 46 && point < 0) point = at;
    else return readSlowly(bytes, from, to);
  }
  if (digits === 0) return Number.NaN;
  const decimals = point < 0 ? 0 : to - point - 1;
  if (digits > MOST_DIGITS || decimals >= POWERS.length) return readSlowly(bytes, from, to);
  const value =
    digits > 15
      ? maybeDivide(mantissa, POWERS[digits - 15]!, rest, POWERS[decimals]!)
      : mantissa / POWERS[decimals]!;
  if (value === undefined) return readSlowly(bytes, from, to);
  return isNegative ? -value : value;
}

/**
 * `(whole * power + rest) / divisor`, rounded once; undefined where the result lies so near to the middle of two doubles that
 * this can't be told. Exact products and sums of doubles after Dekker, "A floating-point technique" (1971).
 */
function maybeDivide(whole: number, power: number, rest: number, divisor: number): number | undefined {
  const product = whole * power;
  const tail = toError(whole, power, product) + rest;
  const high = product + tail;
  const low = tail - (high - product);
  const quotient = high / divisor;
  const back = quotient * divisor;
  const more = (high - back - toError(quotient, divisor, back) + low) / divisor;
  const value = quotient + more * (1 - 2 ** -40);
  return value === quotient + more * (1 + 2 ** -40) ? value : undefined;
}

/** What rounding took from a product. */
function toError(one: number, other: number, product: number): number {
  const oneHigh = toHalf(one);
  const otherHigh = toHalf(other);
  const oneLow = one - oneHigh;
  const otherLow = other - otherHigh;
  return oneHigh * otherHigh - product + oneHigh * otherLow + oneLow * otherHigh + oneLow * otherLow;
}

/** The first 26 bits. */
function toHalf(value: number): number {
  const shifted = value * (2 ** 27 + 1);
  return shifted - (shifted - value);
}

function readSlowly(bytes: Uint8Array, from: number, to: number): number {
  const text = decoder.decode(bytes.subarray(from, to)).trim();
  return text !== '' && /^[-+.\deE]+$/.test(text) ? Number(text) : Number.NaN;
}
