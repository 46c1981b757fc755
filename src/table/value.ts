import type { Value } from './column';
import { toTypeParts } from './wire';

const SAFE_DIGITS = 15;

/** A decimal that crossed as text: a number where a double holds all its digits, the text itself where it does not. */
export function toNumber(text: string): Value {
  const digits = text.replace(/^-?0*\.?0*|\.|-/g, '').length;
  return digits <= SAFE_DIGITS ? Number(text) : text;
}

/** A value as the console API and files give it: numbers as numbers where they are exact, timestamps as ISO text. */
export function toPlain(value: Value, type: string): Value {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string') return toPlainText(value, type);
  const parts = toTypeParts(type);
  if (Array.isArray(value)) {
    return parts.kind === 'list' ? value.map((item) => toPlain(item, parts.item)) : value;
  }
  const entries = Object.entries(value);
  if (parts.kind === 'map') {
    return Object.fromEntries(entries.map(([key, item]) => [key, toPlain(item, parts.item)]));
  }
  if (parts.kind !== 'struct') return value;
  const types = new Map(parts.fields.map(({ name, type }) => [toFieldName(name), type]));
  return Object.fromEntries(entries.map(([name, field]) => [name, toPlain(field, types.get(name) ?? '')]));
}

/** `"a ""b"""` as it stands in a type → `a "b"`. */
function toFieldName(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
}

function toPlainText(text: string, type: string): Value {
  if (/^(DECIMAL|HUGEINT|UHUGEINT|BIGNUM)/.test(type)) return toNumber(text);
  // `290309-12-22 (BC) 00:00:00` has two spaces
  if (/^TIMESTAMP/.test(type)) return text.replace(/ (?=\d\d:)/, 'T');
  return text;
}
