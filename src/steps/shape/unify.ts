import { toFamily } from '../../table/column';

const WIDTHS: Readonly<Record<string, number>> = {
  TINYINT: 3,
  UTINYINT: 3,
  SMALLINT: 5,
  USMALLINT: 5,
  INTEGER: 10,
  UINTEGER: 10,
  BIGINT: 19,
  UBIGINT: 20,
};
const EXACT_IN_DOUBLE = 15;
const MOST_DIGITS = 38;

export interface Unified {
  /** What values of several types become, to stand in one column; undefined where they are of one type. */
  type?: string;
  /** Why that is worth knowing: numbers that may lose digits, or what is text now. */
  note?: 'unified-float' | 'unified-text';
}

/** One type for the values of several columns, in which none is rounded unless it is told. */
export function toUnified(types: readonly string[]): Unified {
  if (new Set(types).size <= 1) return {};
  if (types.every((type) => type === 'DATE' || type === 'TIMESTAMP')) return { type: 'TIMESTAMP' };
  if (!types.every((type) => toFamily(type) === 'number')) return { type: 'VARCHAR', note: 'unified-text' };
  const digits = types.map(toDigits);
  if (types.some((type) => type === 'DOUBLE' || type === 'FLOAT')) {
    const isExact = digits.every((one) => one === undefined || one.whole + one.scale <= EXACT_IN_DOUBLE);
    return { type: 'DOUBLE', ...(!isExact && { note: 'unified-float' }) };
  }
  const scale = Math.max(...digits.map((one) => one?.scale ?? 0));
  const whole = Math.max(...digits.map((one) => one?.whole ?? MOST_DIGITS + 1));
  if (whole + scale > MOST_DIGITS) return { type: 'VARCHAR', note: 'unified-text' };
  if (scale > 0) return { type: `DECIMAL(${whole + scale},${scale})` };
  return { type: whole > WIDTHS.BIGINT! ? 'HUGEINT' : 'BIGINT' };
}

/** Undefined for floating numbers and those that no decimal holds. */
function toDigits(type: string): { whole: number; scale: number } | undefined {
  const decimal = /^DECIMAL\((\d+),(\d+)\)$/.exec(type);
  if (decimal) return { whole: Number(decimal[1]) - Number(decimal[2]), scale: Number(decimal[2]) };
  const whole = WIDTHS[type];
  return whole === undefined ? undefined : { whole, scale: 0 };
}
