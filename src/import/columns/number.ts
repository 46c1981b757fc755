import { maybeCurrency } from './currency';
import { maybeFold } from './fold';
import type { NumberReading } from './reading';
import { isExactDouble } from './types';

/** A text that is written as a number, before it is said what its points and commas mean. */
export interface NumberParts {
  /** Digits with what stands between them. */
  mantissa: string;
  /** `e-5`, as written. */
  exponent: string;
  around: Around;
}

/** What stands before and after the digits. */
export interface Around {
  isNothing: boolean;
  negative: boolean;
  plus: boolean;
  /** How many places 万 or % moves the point to the right. */
  shift: number;
  percent: boolean;
  currency: string | undefined;
}

/** What a mantissa is under some of the separators: a set of bits, by place in `SEPARATORS`. */
export interface Mantissa {
  separators: number;
  whole: string;
  fraction: string;
}

/** How numbers are written; the more usual way comes first. */
export const SEPARATORS: readonly Pick<NumberReading, 'decimal' | 'group'>[] = [
  { decimal: '.' },
  { decimal: '.', group: ',' },
  { decimal: ',' },
  { decimal: ',', group: '.' },
  { decimal: '.', group: ' ' },
  { decimal: ',', group: ' ' },
  { decimal: '.', group: "'" },
  { decimal: ',', group: "'" },
];
const ANY = 2 ** SEPARATORS.length - 1;
const DECIMALS = new Map(['.', ','].map((mark) => [mark, toBits(({ decimal }) => decimal === mark)]));
const GROUPS = new Map([',', '.', ' ', "'"].map((mark) => [mark, toBits(({ group }) => group === mark)]));

function toBits(test: (separators: (typeof SEPARATORS)[number]) => boolean): number {
  return SEPARATORS.reduce((bits, known, place) => (test(known) ? bits | (1 << place) : bits), 0);
}

const BEFORE = /^([-+]?)(\(?)([^-+()]*)(\(?)([-+]?)$/;
const AFTER = /^(百万|千万|万亿|[千万萬亿億])?(%?)([^-%()]*)(\)?)([^-%()]*)(-?)$/;
const MANTISSA = /^[\d.,' ]+$/;
const EXPONENT = /^[eE][-+]?\d{1,4}$/;
const POWERS: Record<string, number> = {
  千: 3,
  万: 4,
  萬: 4,
  百万: 6,
  千万: 7,
  亿: 8,
  億: 8,
  万亿: 12,
};

/** The parts of a number: signs, brackets, currency, per cent and 万 are taken off. */
export function maybeNumber(text: string): NumberParts | undefined {
  const folded = maybeFold(text);
  if (folded === undefined) return undefined;
  let from = 0;
  while (from < folded.length && !isDigit(folded.charCodeAt(from))) from++;
  if (from === folded.length) return undefined;
  let to = folded.length;
  while (!isDigit(folded.charCodeAt(to - 1))) to--;
  // `.5` is a number, the point of `Rs.5` is not part of one
  if ((folded[from - 1] === '.' || folded[from - 1] === ',') && !/\p{L}/u.test(folded[from - 2] ?? ''))
    from--;
  // `760.` is a number of Fortran
  if (folded[to] === '.' && to === folded.length - 1) to++;
  const core = folded.slice(from, to);
  const letter = core.search(/e/i);
  const mantissa = letter < 0 ? core : core.slice(0, letter);
  const exponent = letter < 0 ? '' : core.slice(letter);
  if (!MANTISSA.test(mantissa) || (exponent !== '' && !EXPONENT.test(exponent))) return undefined;
  const around = recallAround(folded.slice(0, from), folded.slice(to));
  return around && { mantissa, exponent, around };
}

/** What stands around the numbers of a file is a handful of things, millions of times. */
const known = new Map<string, Around | undefined>();
const MOST_KNOWN = 500;

function recallAround(before: string, after: string): Around | undefined {
  const key = `${before}0${after}`;
  if (known.has(key)) return known.get(key);
  if (known.size >= MOST_KNOWN) known.clear();
  const around = maybeAround(before, after);
  known.set(key, around);
  return around;
}

function maybeAround(before: string, after: string): Around | undefined {
  const start = BEFORE.exec(before.replaceAll(' ', ''));
  const end = AFTER.exec(after.replaceAll(' ', ''));
  if (!start || !end) return undefined;
  const [, sign, outer, unit, inner, innerSign] = start;
  const [, power, percent, endUnit, close, outerUnit, endSign] = end;
  const brackets = [outer, inner, close].filter(Boolean).length;
  const signs = [sign, innerSign, endSign].filter(Boolean);
  const units = [unit, endUnit, outerUnit].filter(Boolean);
  if (brackets === 1 || brackets === 3 || (outer && inner)) return undefined;
  if (signs.length + (brackets ? 1 : 0) > 1 || (power && percent)) return undefined;
  const [currency, ...others] = units.map((text) => maybeCurrency(text!));
  // ￥5万元 says twice what it is
  if (units.length > 0 && (!currency || percent || others.some((other) => other !== currency)))
    return undefined;
  return {
    isNothing: before === '' && after === '',
    negative: brackets > 0 || signs[0] === '-',
    shift: percent ? -2 : power ? POWERS[power]! : 0,
    percent: percent === '%',
    currency,
    plus: signs[0] === '+',
  };
}

/** What a mantissa can be: one thing, or two where a single comma or point may be either; none where it is no number. */
export function findMantissas(text: string): Mantissa[] {
  const marks = findMarks(text);
  if (marks === '') return [{ separators: ANY, whole: text, fraction: '' }];
  const group = marks.charAt(0);
  const last = marks.at(-1)!;
  const point = text.lastIndexOf(last);
  const whole = text.slice(0, point);
  const fraction = text.slice(point + 1);
  const isPoint = (last === '.' || last === ',') && marks.indexOf(last) === marks.length - 1;
  if (marks !== group.repeat(marks.length)) {
    const isMixed = marks !== group.repeat(marks.length - 1) + last;
    if (!isPoint || isMixed || !isGrouped(whole, group)) return [];
    return [{ separators: toBit({ decimal: last, group }), whole: whole.replaceAll(group, ''), fraction }];
  }
  const found: Mantissa[] = [];
  if (isPoint) found.push({ separators: DECIMALS.get(last)!, whole, fraction });
  if (isGrouped(text, group)) {
    found.push({ separators: GROUPS.get(group)!, whole: text.replaceAll(group, ''), fraction: '' });
  }
  return found;
}

function findMarks(text: string): string {
  let marks = '';
  for (let at = 0; at < text.length; at++) if (!isDigit(text.charCodeAt(at))) marks += text[at];
  return marks;
}

/** Groups of three after the first, or of two before the last three as in India; they do not begin with a zero. */
function isGrouped(text: string, group: string): boolean {
  const runs = text.split(group);
  const first = runs[0]!;
  if (first === '' || first.startsWith('0') || runs.at(-1)!.length !== 3) return false;
  const hasBetween = (width: number) =>
    runs.every((run, at) => at % (runs.length - 1) === 0 || run.length === width);
  if (first.length <= 3 && hasBetween(3)) return true;
  return group === ',' && first.length <= 2 && hasBetween(2);
}

/** The bit of a reading's separators; 0 for separators that nobody uses. */
export function toBit({ decimal, group }: { decimal: string; group?: string }): number {
  const place = SEPARATORS.findIndex((known) => known.decimal === decimal && known.group === group);
  return place < 0 ? 0 : 1 << place;
}

/** A number in plain form: a point, no groups; every digit that was there. */
export function toNumberText({ exponent, around }: NumberParts, mantissa: Mantissa): string {
  const { whole, fraction } = around.shift === 0 ? mantissa : movePoint(mantissa, around.shift);
  const figures = /^(0\d|$)/.test(whole) ? whole.replace(/^0+(?=\d)/, '') || '0' : whole;
  return (around.negative ? '-' : '') + figures + (fraction === '' ? '' : `.${fraction}`) + exponent;
}

function movePoint({ whole, fraction }: Mantissa, shift: number) {
  const digits = whole + fraction;
  const point = whole.length + shift;
  return {
    whole: digits.slice(0, Math.max(point, 0)).padEnd(point, '0'),
    fraction: '0'.repeat(Math.max(-point, 0)) + digits.slice(Math.max(point, 0)),
  };
}

const INT64 = 2n ** 63n;

/** Whether a number in plain form is whole, and one that BIGINT holds. */
export function isBigint(text: string): boolean {
  if (text.includes('.') || !/^-?\d+$/.test(text)) return false;
  if (text.length <= 18) return true;
  const value = BigInt(text);
  return value >= -INT64 && value < INT64;
}

/** Whether a type holds a number in plain form with all its digits. */
export function holdsNumber(type: 'BIGINT' | 'DOUBLE', text: string): boolean {
  return type === 'BIGINT' ? isBigint(text) : isExactDouble(text);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
