import type { Decimal } from './decimal';
import { roundDecimal, toDecimal, toFixedParts } from './decimal';
import type { FormatToken } from './numberFormat';
import { showFraction } from './showFraction';

/** A number as a cell without a format shows it: at most eleven characters. */
export function showGeneral(value: number): string {
  if (value === 0) return '0';
  const sign = value < 0 ? '-' : '';
  const decimal = toDecimal(Math.abs(value));
  const { point } = decimal;
  if (point > 11) return sign + toScientific(decimal);
  if (point < -3) return sign + showSmall(decimal);
  const rounded = roundDecimal(decimal, point > 0 ? Math.max(10, point) : 9 + point);
  if (rounded.point > 11) return sign + toScientific(rounded);
  const { whole, part } = toFixedParts(rounded, Math.max(0, rounded.digits.length - rounded.point));
  return `${sign}${whole || '0'}${part && `.${part}`}`;
}

/** Below a ten-thousandth all digits are shown where they fit, else a power of ten. */
function showSmall(decimal: Decimal): string {
  const { part } = toFixedParts(decimal, 12);
  const shown = part.replace(/0+$/, '');
  return shown !== '' && shown.length <= 9 ? `0.${shown}` : toScientific(decimal);
}

function toScientific(decimal: Decimal): string {
  const { digits, point } = roundDecimal(decimal, 6);
  const exponent = point - 1;
  const rest = digits.slice(1);
  return `${digits[0]}${rest && `.${rest}`}E${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

/** A number that is not negative by the digits of a format. */
export function showNumber(value: number, tokens: readonly FormatToken[]): string {
  if (tokens.some(({ is }) => is === 'slash')) return showFraction(value, tokens);
  const exponentAt = tokens.findIndex(({ is }) => is === 'exponent');
  const percents = tokens.filter(({ is }) => is === 'percent').length;
  const decimal = toDecimal(value);
  if (decimal.digits) decimal.point += percents * 2;
  return exponentAt < 0 ? showPlain(decimal, tokens) : showExponent(decimal, tokens, exponentAt);
}

/** Counts what matters of a run of tokens around the point. */
function measure(tokens: readonly FormatToken[]) {
  const pointAt = tokens.findIndex(({ is }) => is === 'point');
  const before = pointAt < 0 ? tokens : tokens.slice(0, pointAt);
  const after = pointAt < 0 ? [] : tokens.slice(pointAt + 1);
  const isDigit = ({ is }: FormatToken) => is === 'digit';
  const lastDigit = before.findLastIndex(isDigit);
  const commas = before.flatMap(({ is }, at) => (is === 'comma' ? [at] : []));
  const firstDigit = before.findIndex(isDigit);
  return {
    before,
    after,
    hasPoint: pointAt >= 0,
    wholes: before.filter(isDigit).length,
    places: after.filter(isDigit).length,
    isGrouped: commas.some((at) => at > firstDigit && at < lastDigit),
    // commas behind the last digit divide by a thousand each
    thousands: [...commas.filter((at) => at > lastDigit), ...after.filter(({ is }) => is === 'comma')].length,
  };
}

function showPlain(value: Decimal, tokens: readonly FormatToken[]): string {
  const { before, after, hasPoint, wholes, places, isGrouped, thousands } = measure(tokens);
  const decimal = value.digits ? { ...value, point: value.point - thousands * 3 } : value;
  const { whole, part } = toFixedParts(decimal, places);
  return showWhole(whole, before, wholes, isGrouped) + (hasPoint ? `.${showPart(part, after)}` : '');
}

/** Deals the digits out from the right; what is left over stands before the first. */
function showWhole(
  whole: string,
  tokens: readonly FormatToken[],
  places: number,
  isGrouped: boolean,
): string {
  const out: string[] = [];
  let used = 0;
  const put = (digit: string) => {
    if (isGrouped && used > 0 && used % 3 === 0) out.push(digit === ' ' ? ' ' : ',');
    out.push(digit);
    used++;
  };
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = tokens[at]!;
    if (token.is !== 'digit') {
      out.push(toText(token));
      continue;
    }
    const digit = whole[whole.length - 1 - used];
    if (digit !== undefined) put(digit);
    else if (token.sign === '0') put('0');
    else if (token.sign === '?') put(' ');
    if (--places === 0) while (used < whole.length) put(whole[whole.length - 1 - used]!);
  }
  if (!tokens.some(({ is }) => is === 'digit')) out.push([...whole].reverse().join(''));
  return out.reverse().join('');
}

function showPart(part: string, tokens: readonly FormatToken[]): string {
  const kept = part.replace(/0+$/, '').length;
  let used = 0;
  return tokens
    .map((token) => {
      if (token.is !== 'digit') return toText(token);
      const at = used++;
      if (at < kept || token.sign === '0') return part[at]!;
      return token.sign === '?' ? ' ' : '';
    })
    .join('');
}

function showExponent(value: Decimal, tokens: readonly FormatToken[], exponentAt: number): string {
  const mantissa = tokens.slice(0, exponentAt);
  const { wholes, places } = measure(mantissa);
  // `##0.0E+0` goes by thousands: the exponent is a multiple of the digits before the point
  const step = Math.max(1, wholes);
  const toExponent = ({ digits, point }: Decimal) => (digits ? Math.floor((point - 1) / step) * step : 0);
  let exponent = toExponent(value);
  const rounded = roundDecimal(value, value.point - exponent + places);
  exponent = toExponent(rounded);
  const shown = { digits: rounded.digits, point: rounded.digits ? rounded.point - exponent : 0 };
  const mark = tokens[exponentAt]!;
  const sign = exponent < 0 ? '-' : mark.is === 'exponent' && mark.plus ? '+' : '';
  const power = tokens.slice(exponentAt + 1);
  const powerDigits = power.filter(({ is }) => is === 'digit').length;
  return `${showPlain(shown, mantissa)}E${sign}${showWhole(String(Math.abs(exponent)), power, powerDigits, false)}`;
}

function toText(token: FormatToken): string {
  switch (token.is) {
    case 'literal':
      return token.text;
    case 'skip':
      return ' ';
    case 'percent':
      return '%';
    default:
      return '';
  }
}
