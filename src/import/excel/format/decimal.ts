/** A number that is not negative in decimal digits: `0.digits × 10^point`. */
export interface Decimal {
  digits: string;
  point: number;
}

/** Excel shows no more than 15 digits, and rounds these, not the double behind them. */
export function toDecimal(value: number): Decimal {
  const [mantissa = '0', exponent = '0'] = value.toExponential(14).split('e');
  const digits = mantissa.replace('.', '').replace(/0+$/, '');
  return digits === '' ? { digits: '', point: 0 } : { digits, point: Number(exponent) + 1 };
}

/** Rounds half up at so many digits; fewer than one may be left. */
export function roundDecimal({ digits, point }: Decimal, keep: number): Decimal {
  if (keep >= digits.length) return { digits, point };
  if (keep < 0) return { digits: '', point: 0 };
  const isUp = digits[keep]! >= '5';
  const kept = digits.slice(0, keep);
  if (!isUp) {
    const rest = kept.replace(/0+$/, '');
    return rest === '' ? { digits: '', point: 0 } : { digits: rest, point };
  }
  const raised = kept.replace(/9+$/, '');
  if (raised === '') return { digits: '1', point: point + 1 };
  const last = Number(raised.at(-1)) + 1;
  return { digits: `${raised.slice(0, -1)}${last}`, point };
}

/** The digits before the point and so many after it. */
export function toFixedParts(decimal: Decimal, places: number): { whole: string; part: string } {
  const { digits, point } = roundDecimal(decimal, decimal.point + places);
  const whole = point <= 0 ? '' : digits.slice(0, point).padEnd(point, '0');
  const part = point >= 0 ? digits.slice(point) : '0'.repeat(Math.min(-point, places)) + digits;
  return { whole, part: part.padEnd(places, '0').slice(0, places) };
}
