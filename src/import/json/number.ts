/** What the numbers of a column have in common, and what a type must hold to keep every digit of them. */
export interface NumberFacts {
  count: number;
  wholes: number;
  /** Most digits before and after the point. */
  wholeDigits: number;
  fractionDigits: number;
  hasExponent: boolean;
  beyondInt64: boolean;
  /** A double would give back other digits. */
  beyondDouble: boolean;
  /** The longest number that a double does not keep. */
  example: string;
}

export function createNumberFacts(): NumberFacts {
  return {
    count: 0,
    wholes: 0,
    wholeDigits: 0,
    fractionDigits: 0,
    hasExponent: false,
    beyondInt64: false,
    beyondDouble: false,
    example: '',
  };
}

/** Any number of at most so many digits is the same as a double. */
const SAFE_DIGITS = 15;

const MOST_INT64 = 2n ** 63n;

export function addNumber(
  facts: NumberFacts,
  bytes: Uint8Array,
  from: number,
  to: number,
  whole: boolean,
): void {
  facts.count++;
  const digits = to - from - (bytes[from] === 0x2d ? 1 : 0);
  if (whole && digits <= SAFE_DIGITS) {
    facts.wholes++;
    if (digits > facts.wholeDigits) facts.wholeDigits = digits;
    return;
  }
  const point = whole || digits > SAFE_DIGITS + 1 ? -1 : findPoint(bytes, from, to);
  if (point < 0) {
    addSlowly(facts, toNumberText(bytes, from, to), whole);
    return;
  }
  const before = digits - (to - point);
  if (before > facts.wholeDigits) facts.wholeDigits = before;
  if (to - point - 1 > facts.fractionDigits) facts.fractionDigits = to - point - 1;
}

/** Where the point is in a number without an exponent. */
function findPoint(bytes: Uint8Array, from: number, to: number): number {
  let point = -1;
  for (let at = from; at < to; at++) {
    if (bytes[at] === 0x2e) point = at;
    else if (bytes[at]! > 0x39) return -1;
  }
  return point;
}

function addSlowly(facts: NumberFacts, text: string, whole: boolean): void {
  const [, before = '', after = '', exponent] = /^-?(\d+)(?:\.(\d+))?(?:[eE](.+))?$/.exec(text) ?? [];
  facts.wholeDigits = Math.max(facts.wholeDigits, before.length);
  facts.fractionDigits = Math.max(facts.fractionDigits, after.length);
  if (whole) {
    facts.wholes++;
    const value = before.length < 20 ? BigInt(text) : MOST_INT64;
    if (value >= MOST_INT64 || value < -MOST_INT64) facts.beyondInt64 = true;
  } else if (exponent !== undefined) facts.hasExponent = true;
  if (!isKeptByDouble(text)) noteLoss(facts, text);
}

function noteLoss(facts: NumberFacts, text: string): void {
  facts.beyondDouble = true;
  if (text.length > facts.example.length) facts.example = text.slice(0, 60);
}

/** Whether a double has the same digits, written with as many, or with as few as tell it from its neighbours. */
export function isKeptByDouble(text: string): boolean {
  const digits = toDigits(text);
  const value = Number(text);
  if (digits === '') return true;
  if (value === 0 || !Number.isFinite(value)) return false;
  if (toDigits(String(value)) === digits) return true;
  // 100 is as far as `toPrecision` goes
  return digits.length <= 100 && toDigits(value.toPrecision(digits.length)) === digits;
}

/** The significant digits: no sign, point, exponent, or zeros at either end. */
function toDigits(text: string): string {
  return text.replace(/[eE].*$|[-.]/g, '').replace(/^0+|0+$/g, '');
}

/** The type that keeps every digit; text where none does. */
export function toNumberType({ count, wholes, wholeDigits, fractionDigits, ...facts }: NumberFacts): {
  type: 'BIGINT' | 'DOUBLE' | 'VARCHAR';
  duckType?: string;
} {
  if (wholes === count) {
    if (!facts.beyondInt64) return { type: 'BIGINT' };
    return wholeDigits <= 38 ? { type: 'VARCHAR', duckType: 'HUGEINT' } : { type: 'VARCHAR' };
  }
  if (!facts.beyondDouble) return { type: 'DOUBLE' };
  const digits = wholeDigits + fractionDigits;
  if (facts.hasExponent || digits > 38) return { type: 'VARCHAR' };
  return { type: 'VARCHAR', duckType: `DECIMAL(${digits},${fractionDigits})` };
}

export function mergeNumbers(a: NumberFacts, b: NumberFacts): void {
  a.count += b.count;
  a.wholes += b.wholes;
  a.wholeDigits = Math.max(a.wholeDigits, b.wholeDigits);
  a.fractionDigits = Math.max(a.fractionDigits, b.fractionDigits);
  a.hasExponent ||= b.hasExponent;
  a.beyondInt64 ||= b.beyondInt64;
  a.beyondDouble ||= b.beyondDouble;
  if (b.example.length > a.example.length) a.example = b.example;
}

export function toNumberText(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at++) text += String.fromCharCode(bytes[at]!);
  return text;
}
