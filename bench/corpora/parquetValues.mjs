import { createHash } from 'node:crypto';

/** A binary value is known by so many first bytes. */
const KNOWN_BYTES = 100;
/** A time after the year 9999, for which the references have no form of their own. */
const DISTANT = /^\d{5,}-\d\d-\d\d \d\d:/;
/** Between a 32-bit float and its decimal text. */
const TOLERANCE = 1e-7;

/**
 * Whole numbers that a double cannot hold become their digits.
 * @param {string} json
 */
export function parseExactly(json) {
  return JSON.parse(
    json.replaceAll(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g, (token) =>
      /^-?\d{16,}$/.test(token) ? `"${token}"` : token,
    ),
  );
}

/**
 * Whether a value that Quire gives is the one of a reference, which writes `{hex}`, `{iso}`, `{decimal}` or `{len, sha1}` for
 * what JSON has no form for.
 * @param {any} ours
 * @param {any} expected
 * @returns {boolean}
 */
export function isSameValue(ours, expected) {
  if (expected === null || ours === null || ours === undefined) return (ours ?? null) === expected;
  if (typeof expected === 'number') return isSameNumber(ours, expected);
  if (expected === 'nan') return Number.isNaN(Number(ours));
  if (DISTANT.test(expected)) return toMoment(String(ours)) === toMoment(expected);
  if (typeof expected !== 'object') return String(ours) === String(expected);
  if (typeof expected.hex === 'string') return isSameBytes(String(ours), expected.hex);
  if (typeof expected.iso === 'string') return toMoment(String(ours)) === toMoment(expected.iso);
  if (typeof expected.decimal === 'string') return toDigits(String(ours)) === toDigits(expected.decimal);
  if (typeof expected.sha1 === 'string') return isSameText(String(ours), expected);
  if (Array.isArray(expected)) return isSameList(ours, expected);
  const names = Object.keys(expected);
  return (
    typeof ours === 'object' &&
    names.length === Object.keys(ours).length &&
    names.every((name) => isSameValue(ours[name], expected[name]))
  );
}

/** @param {any} ours @param {number} expected */
function isSameNumber(ours, expected) {
  const difference = Math.abs(Number(ours) - expected);
  return typeof ours !== 'object' && difference <= TOLERANCE * Math.abs(expected);
}

/** Bytes as DuckDB writes them, `\x00`, or the text that they are in UTF-8. @param {string} ours @param {string} hex */
function isSameBytes(ours, hex) {
  const blob = Buffer.from(
    ours.replaceAll(/\\x([0-9A-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  );
  return [blob, Buffer.from(ours)].some((bytes) => bytes.toString('hex', 0, KNOWN_BYTES) === hex);
}

/** @param {string} text */
function toMoment(text) {
  return text
    .replace(' ', 'T')
    .replace(/(?:Z|[+-]00(?::?00)?)$/, '')
    .replace(/\.0*$|(\.\d*?)0+$/, '$1')
    .replace(/T00:00:00$/, '');
}

/** @param {string} text */
function toDigits(text) {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** @param {string} ours @param {{len: number, sha1: string}} expected */
function isSameText(ours, { len, sha1 }) {
  return ours.length === len && createHash('sha1').update(ours).digest('hex') === sha1;
}

/** A list, or a map as pairs. @param {any} ours @param {any[]} expected */
function isSameList(ours, expected) {
  const items = Array.isArray(ours) ? ours : typeof ours === 'object' ? Object.entries(ours) : undefined;
  return items?.length === expected.length && items.every((item, at) => isSameValue(item, expected[at]));
}
