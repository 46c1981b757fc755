import { createDamaged } from './problems';
import type { Change } from './leafType';
import type { Values } from './values';

interface Target {
  slots: { [index: number]: number | bigint };
  at: number;
  losses: { nanoseconds: number };
}

const DAY_MICROS = 86_400_000_000n;
/** The day on which 1970 began, as INT96 counts days. */
const JULIAN_1970 = 2_440_588;
const MOST_MICROS = 2n ** 63n - 1n;

/** Writes a stored value in the form that Arrow has for it. */
export function writeWord(
  change: Change,
  values: Values,
  place: number,
  { slots, at, losses }: Target,
): void {
  switch (change) {
    case 'decimal':
      writeDecimal(values, place, slots, at);
      break;
    case 'float16':
      slots[at] = toFloat16(toBytes(values, place));
      break;
    case 'int96':
      slots[at] = toMicros(toBytes(values, place), losses);
      break;
    case 'millis-to-micros':
      slots[at] = checkMicros((toNumber(values, place) as bigint) * 1000n);
      break;
    case 'nanos-to-micros':
      slots[at] = cutNanos(toNumber(values, place) as bigint, losses);
      break;
    default:
      throw new Error(`not a change of words: ${change}`);
  }
}

function toBytes(values: Values, place: number): Uint8Array {
  if (values.kind !== 'bytes') throw createDamaged('numbers where bytes should be');
  return values.bytes.subarray(values.starts[place], values.ends[place]);
}

function toNumber(values: Values, place: number): number | bigint {
  if (values.kind !== 'numbers') throw createDamaged('bytes where numbers should be');
  return values.array[place]!;
}

function writeDecimal(values: Values, place: number, slots: Target['slots'], at: number): void {
  if (values.kind === 'numbers') {
    const value = BigInt(values.array[place]!);
    slots[at] = value;
    slots[at + 1] = value < 0n ? -1n : 0n;
    return;
  }
  const value = toBigInt(toBytes(values, place));
  if (BigInt.asIntN(128, value) !== value) throw createDamaged('a decimal of more than 128 bits');
  slots[at] = BigInt.asIntN(64, value);
  slots[at + 1] = value >> 64n;
}

/** A number with the highest byte first, negative where its highest bit is set. */
export function toBigInt(bytes: Uint8Array): bigint {
  let hex = '0x';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return bytes.length === 0 ? 0n : BigInt.asIntN(bytes.length * 8, BigInt(hex));
}

export function toDecimalText(bytes: Uint8Array, scale: number): string {
  const value = toBigInt(bytes);
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0');
  const point = digits.length - scale;
  return `${value < 0n ? '-' : ''}${digits.slice(0, point)}${scale > 0 ? `.${digits.slice(point)}` : ''}`;
}

export function toUuid(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Months, days and milliseconds, as the engine reads an interval. */
export function toIntervalText(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [months, days, millis] = [0, 4, 8].map((at) => view.getUint32(at, true));
  return `${months} months ${days} days ${millis} milliseconds`;
}

function toFloat16(bytes: Uint8Array): number {
  const bits = bytes[0]! | (bytes[1]! << 8);
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction ? NaN : sign * Infinity;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}

function toMicros(bytes: Uint8Array, losses: Target['losses']): bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const day = view.getInt32(8, true) - JULIAN_1970;
  // Spark, which writes these, counts around the ends of 64 bits, and so do those who read them
  return BigInt.asIntN(64, BigInt(day) * DAY_MICROS + cutNanos(view.getBigInt64(0, true), losses));
}

/** Microseconds, downwards, as time goes. */
function cutNanos(nanos: bigint, losses: Target['losses']): bigint {
  const rest = ((nanos % 1000n) + 1000n) % 1000n;
  if (rest !== 0n) losses.nanoseconds++;
  return (nanos - rest) / 1000n;
}

function checkMicros(micros: bigint): bigint {
  if (micros > MOST_MICROS || micros < -MOST_MICROS) throw createDamaged('a moment after the year 294246');
  return micros;
}
