/** The types that a text column may get; anything doubtful stays text. */
export type ColumnType = 'BIGINT' | 'DOUBLE' | 'DATE' | 'TIMESTAMP' | 'TIME' | 'BOOLEAN' | 'VARCHAR';

const FORMS: [ColumnType, RegExp][] = [
  ['BOOLEAN', /^(true|false)$/i],
  // at most 15 digits, and no leading zero: a longer one is an identifier, and `007` is not 7
  ['BIGINT', /^-?(0|[1-9]\d{0,14})$/],
  ['DOUBLE', /^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/],
  ['DATE', /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/],
  ['TIME', /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?$/],
  ['TIMESTAMP', /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d(\.\d{1,6})?)?$/],
];

/** Whether a value has the form of a type, and would give all its characters back. */
export function fitsType(value: string, type: ColumnType): boolean {
  return FORMS.some((form) => form[0] === type && isOfForm(value, form));
}

function isOfForm(value: string, [type, form]: (typeof FORMS)[number]): boolean {
  return form.test(value) && (type !== 'DOUBLE' || isExactDouble(value));
}

/** Whether a double gives the digits of this number back. */
export function isExactDouble(text: string): boolean {
  if (text.length <= 15 && !/e/i.test(text)) return true;
  // no double needs as many characters, and a cell of megabytes would take minutes below
  if (text.length > 400) return false;
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
  const digits = toDigits(mantissa);
  if (digits.length <= 15) return Math.abs(Number(exponent)) < 290;
  const back = Number(text);
  return Number.isFinite(back) && toDigits(back.toString().split('e')[0]!) === digits;
}

/** The significant digits: no sign, point, or zeros at either end. */
function toDigits(mantissa: string): string {
  return mantissa.replace(/[-.]/g, '').replace(/^0+|0+$/g, '');
}
