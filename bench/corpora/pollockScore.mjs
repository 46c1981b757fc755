/**
 * The measure of the Pollock benchmark (Vitagliano and others, VLDB 2023): for each file ten numbers from 0 to 1, which are
 * success, and precision, recall and F1 of the header, of the records and of the cells.
 * @param {readonly (readonly string[])[]} clean
 * @param {readonly (readonly string[])[] | undefined} ours undefined where the file was not read
 */
export function measure(clean, ours) {
  if (!ours) return Array.from({ length: 10 }, () => 0);
  if (clean.length === 0) return Array.from({ length: 10 }, () => 1);
  const toRecord = (/** @type {readonly string[]} */ cells) => cells.map(normalise).join('');
  const [header = [], ...records] = clean;
  const [ourHeader, ...ourRecords] = ours;
  return [
    1,
    ...(header.length === 0 || ourHeader
      ? toMeasures(header.map(normalise), (ourHeader ?? []).map(normalise))
      : [0, 0, 0]),
    ...toMeasures(records.map(toRecord), ourRecords.map(toRecord)),
    ...toMeasures(clean.flat(), ours.flat()),
  ];
}

/** Both as the published scores are, out of ten. @param {readonly {measures: number[], weight: number}[]} files */
export function toScores(files) {
  const sum = (/** @type {number[]} */ numbers) => numbers.reduce((total, number) => total + number, 0);
  const weights = sum(files.map(({ weight }) => weight));
  return {
    simple: sum(files.map(({ measures }) => sum(measures))) / files.length,
    weighted: sum(files.map(({ measures, weight }) => sum(measures) * weight)) / weights,
  };
}

/**
 * What two bags have in common: its share of the one, of the other, and the harmonic mean of the two.
 * @param {string[]} expected
 * @param {string[]} ours
 */
function toMeasures(expected, ours) {
  if (expected.length === 0) return [1, 1, 1];
  const counts = new Map();
  for (const value of ours) counts.set(value, (counts.get(value) ?? 0) + 1);
  let common = 0;
  for (const value of expected) {
    const count = counts.get(value) ?? 0;
    if (count === 0) continue;
    counts.set(value, count - 1);
    common++;
  }
  if (common === 0) return [0, 0, 0];
  return [common / expected.length, common / ours.length, (2 * common) / (expected.length + ours.length)];
}

const PRICE = /^\s*(?:([$€£¥])\s*([\d., ]*\d)|([\d., ]*\d)\s*([$€£¥]))\s*$/;
const TIME = /^\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?$/;
const NUMBER = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i;

/**
 * One form for values that mean the same. The published one also knows dates in any form; two dates that are written
 * differently stay different here, so that a score can only be lower.
 * @param {string} value
 */
function normalise(value) {
  if (value.trim() === '') return value;
  if (/^true$/i.test(value)) return '1';
  if (/^false$/i.test(value)) return '0';
  if (/^\s*[+-]?\d+\s*$/.test(value)) return String(BigInt(value.replace('+', '')));
  if (NUMBER.test(value)) return `float ${Number(value)}`;
  if (TIME.test(value)) {
    const parts = value.split(/[:.]/).map((part) => part.padStart(2, '0'));
    return [...parts, '00', '00'].slice(0, 3).join(':');
  }
  const price = PRICE.exec(value);
  const amount = Number((price?.[2] ?? price?.[3] ?? '').replace(/[ ,]/g, ''));
  if (price && !Number.isNaN(amount)) return `${price[1] ?? price[4]}${amount}`;
  return value.toLowerCase();
}
