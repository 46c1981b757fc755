const decoder = new TextDecoder();
/** Powers of ten that a double holds exactly, so that one division of 15 digits by them is rounded right. */
const POWERS = Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));

/** A number in plain bytes, as a cell has it; NaN where it is none. */
export function readNumber(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  const isNegative = bytes[at] === 45;
  if (isNegative) at++;
  let mantissa = 0;
  let digits = 0;
  let point = -1;
  for (; at < to; at++) {
    const byte = bytes[at]!;
    if (byte >= 48 && byte <= 57) {
      if (++digits > 15) return readSlowly(bytes, from, to);
      mantissa = mantissa * 10 + byte - 48;
    } else if (byte === 46 && point < 0) point = at;
    else return readSlowly(bytes, from, to);
  }
  if (digits === 0) return Number.NaN;
  if (point >= 0) mantissa /= POWERS[to - point - 1]!;
  return isNegative ? -mantissa : mantissa;
}

function readSlowly(bytes: Uint8Array, from: number, to: number): number {
  const text = decoder.decode(bytes.subarray(from, to)).trim();
  return text !== '' && /^[-+.\deE]+$/.test(text) ? Number(text) : Number.NaN;
}
