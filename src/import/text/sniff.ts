import type { ImportOptions } from '../options';
import type { Field, Grammar } from './fields';
import { readFields } from './fields';
import { toKind } from './kind';
import { maybeRepair } from './repair';
import { findForms } from './shape';

export interface Dialect extends Grammar {
  /** How many fields its records have for the most part. */
  width: number;
  score: number;
}

export interface DialectFinding {
  best: Dialect;
  /** Another delimiter does nearly as well. */
  doubtful: boolean;
}

const SAMPLE_CHARS = 2 ** 18;
const SAMPLE_RECORDS = 400;
const ALIGNED_RECORDS = 60;

/** Delimiters, and how likely each is where two cut a text equally well. */
const DELIMITERS: [string, number][] = [
  [',', 1],
  ['\t', 1],
  [';', 1],
  ['|', 1],
  ['||', 1],
  ['\u0001', 1],
  ['¦', 0.98],
  ['^', 0.95],
  ['~', 0.95],
  ['，', 0.95],
  ['；', 0.95],
  [';;', 0.95],
  ['::', 0.95],
  [', ', 0.98],
  [':', 0.75],
  [' ', 0.7],
];
const STRONG = [';', '\t', '|', '¦', '\u0001'];
const ABSENT = ['\t', ';', '|', '\u0001', '\u001f', '¦', '^', '~'];
const SINGLE_COLUMN = 0.3;
/** A few stray quotes do not mean that there are no others. */
const UNQUOTED = 0.9;
const NEARLY = 0.85;

/**
 * How a text is cut into records and fields. Each delimiter is tried with each quote: the better dialect gives more records of
 * one width, and cells that look like values rather than like pieces of a text. The idea is that of van den Burg, Nazábal and
 * Sutton, "Wrangling messy CSV files by detecting row and type patterns" (2019); the weights are our own.
 */
export function sniffDialect(text: string, given: ImportOptions): DialectFinding {
  const sample = text.length > SAMPLE_CHARS ? toWholeLines(text.slice(0, SAMPLE_CHARS)) : text;
  const found: Dialect[] = [];
  for (const [delimiter, prior] of toDelimiters(sample, given)) {
    for (const grammar of toGrammars(sample, delimiter, given))
      found.push(score(sample, grammar, prior, given.delimiter !== undefined));
  }
  found.sort((a, b) => b.score - a.score);
  const best = found[0];
  const single = scoreSingle(sample, best?.delimiter);
  if (!best || (given.delimiter === undefined && best.score < single)) {
    const dialect = toSingle(sample, given, single);
    return { best: dialect, doubtful: best !== undefined && best.score > single * NEARLY };
  }
  const second = found.find(
    ({ delimiter }) => delimiter !== best.delimiter && delimiter !== best.delimiter.trim(),
  );
  return { best, doubtful: given.delimiter === undefined && (second?.score ?? 0) > best.score * NEARLY };
}

function toWholeLines(text: string): string {
  const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
  return end > 0 ? text.slice(0, end + 1) : text;
}

function toDelimiters(sample: string, given: ImportOptions): [string, number][] {
  if (given.delimiter !== undefined) return [[given.delimiter, 1]];
  return DELIMITERS.filter(([delimiter]) => sample.includes(delimiter));
}

/** Quotes, escapes and blanks around quotes, as far as the text has any. */
function toGrammars(sample: string, delimiter: string, given: ImportOptions): Grammar[] {
  const grammars: Grammar[] = [];
  for (const quote of toQuotes(sample, delimiter, given.quote)) {
    for (const escape of toEscapes(sample, quote, given.escape)) {
      grammars.push({ delimiter, quote, escape, spaced: false });
      if (quote !== '' && hasSpacedQuotes(sample, delimiter, quote))
        grammars.push({ delimiter, quote, escape, spaced: true });
    }
  }
  return grammars;
}

function toQuotes(sample: string, delimiter: string, given: string | undefined): string[] {
  if (given !== undefined) return [given];
  const used = ['"', "'"].filter(
    (quote) =>
      sample.startsWith(quote) ||
      [delimiter, `${delimiter} `, '\n', '\r'].some((before) => sample.includes(before + quote)),
  );
  if (!used.includes('"')) used.unshift('"');
  // as they may be part of the values, too, these only count where they explain more than no quotes do
  if (!sample.includes('"') && hasCurlyQuotes(sample, delimiter)) used.push('“');
  return used.length > 1 || sample.includes('"') ? [...used, ''] : used;
}

function hasCurlyQuotes(sample: string, delimiter: string): boolean {
  return sample.includes(`”${delimiter}`) && (sample.includes(`${delimiter}“`) || /(^|[\r\n])“/.test(sample));
}

function toEscapes(sample: string, quote: string, given: string | undefined): string[] {
  if (given !== undefined) return [given];
  if (quote === '') return [''];
  const escapes = ['\\', '\0'].filter((escape) => sample.includes(escape + quote));
  // the other quote, doubled though it needs no escape
  const isDoubled = quote === "'" && sample.includes('""') && !/(^|[^"])"("")*([^"]|$)/.test(sample);
  return isDoubled ? ['"', ...escapes] : [quote, ...escapes];
}

function hasSpacedQuotes(sample: string, delimiter: string, quote: string): boolean {
  if (delimiter.trim() === '' || delimiter.endsWith(' ')) return false;
  return sample.includes(`${delimiter} ${quote}`) || sample.includes(`${quote} ${delimiter}`);
}

function score(sample: string, grammar: Grammar, prior: number, isGiven: boolean): Dialect {
  const { records, texts, strays } = readSample(sample, grammar);
  const filled = records.filter((fields) => fields.length > 1 || fields[0] !== null);
  if (filled.length === 0) return { ...grammar, width: 1, score: 0 };
  let width = findWidth(filled, isGiven);
  const first = filled.findIndex((fields) => fields.length === width);
  if (first < 0) return { ...grammar, width: 1, score: 0 };
  const table = filled.slice(first);
  let share = table.filter((fields) => fields.length === width).length / table.length;
  if (grammar.delimiter === ' ' && share < 0.9) {
    const aligned = align(records, texts, grammar);
    if (aligned.share > share) ({ width, share } = aligned);
  }
  const whole = table.filter((fields) => fields.length === width).slice(0, 200);
  const cells = whole.reduce((sum, fields) => sum + scoreCells(fields), 0) / Math.max(1, whole.length);
  const coverage = (table.length / filled.length) ** 0.3;
  // another escape explains all quotes, or none
  const escapes = strays > 0 && grammar.escape !== '' && '\\\0'.includes(grammar.escape) ? 0.97 : 1;
  const tidy = escapes * (1 - (0.5 * strays) / records.length);
  const quoting = grammar.quote === '' && !isGiven ? UNQUOTED : 1;
  return { ...grammar, width, score: prior * quoting * share * cells * toBreadth(width) * coverage * tidy };
}

/** More columns explain more. */
export function toBreadth(width: number): number {
  return 0.6 + (0.4 * (width - 1)) / width;
}

interface SampleRecords {
  records: Field[][];
  texts: string[];
  /** Records with quotes that stand where none should. */
  strays: number;
}

function readSample(sample: string, grammar: Grammar): SampleRecords {
  const records: Field[][] = [];
  const texts: string[] = [];
  let strays = 0;
  for (let at = 0; at < sample.length && records.length < SAMPLE_RECORDS;) {
    let record = readFields(sample, at, grammar);
    if (record.strays > 0 || record.open) strays++;
    // a quote that opened by mistake has swallowed the lines below
    const isTorn = record.strays > 0 && /[\r\n]/.test(sample.slice(at, record.end));
    if (record.open || isTorn) record = readFields(sample, at, { ...grammar, quote: '' });
    records.push(record.fields);
    texts.push(sample.slice(at, record.end));
    at = record.end + (sample.startsWith('\r\n', record.end) ? 2 : 1);
  }
  return { records, texts, strays };
}

/** The commonest number of fields above one; of one record alone only where it is the first. */
function findWidth(records: Field[][], isGiven: boolean): number {
  const counts = new Map<number, number>();
  for (const { length } of records) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  const first = records[0]!.length;
  let best = isGiven ? 1 : 0;
  let most = 0;
  for (const [width, count] of counts) {
    if (count > most && (count > 1 || width === first || isGiven)) {
      best = width;
      most = count;
    }
  }
  return best;
}

/** How many records of a text cut at blanks have the width of the first one, where texts with blanks are joined again. */
function align(records: Field[][], texts: string[], grammar: Grammar): { width: number; share: number } {
  const width = records[0]!.length;
  const whole = records.slice(1).filter((fields) => fields.length === width);
  if (width < 2 || whole.length < 3) return { width, share: 0 };
  const forms = findForms(whole, width);
  const tried = texts.slice(0, ALIGNED_RECORDS);
  const aligned = tried.filter(
    (text, index) =>
      records[index]!.length === width || maybeRepair(text, grammar, { forms, width }) !== undefined,
  );
  return { width, share: aligned.length / tried.length };
}

export function scoreCells(fields: readonly Field[]): number {
  return fields.reduce((sum, field) => sum + scoreCell(field), 0) / fields.length;
}

/** How much a cell looks like a value, from 0 to 1. */
function scoreCell(field: Field): number {
  if (field === null || field === '') return 0.6;
  if (/^[,;|¦]|[,;|¦]$/.test(field)) return 0.15;
  const kind = toKind(field);
  const tidy = field.trim() === field ? 1 : 0.9;
  if (kind === 'blank') return 0.5;
  if (kind === 'code') return 0.9 * tidy;
  if (kind !== 'text') return tidy;
  if (/^["']|["']$/.test(field)) return 0.15;
  if (STRONG.some((delimiter) => field.includes(delimiter))) return 0.25;
  return (/,\S/.test(field) ? 0.4 : 0.8) * tidy;
}

/** How well every line does as one value. */
function scoreSingle(sample: string, delimiter: string | undefined): number {
  if (delimiter !== ' ' && delimiter !== ':') return SINGLE_COLUMN;
  const lines = sample.split(/\r\n|\r|\n/, SAMPLE_RECORDS).filter((line) => line !== '');
  const values = lines.filter((line) => !['text', 'code'].includes(toKind(line))).length;
  return values > 0 && values >= lines.length - 1 ? 0.97 : SINGLE_COLUMN;
}

function toSingle(sample: string, given: ImportOptions, score: number): Dialect {
  const delimiter =
    given.delimiter ?? [',', ...ABSENT].find((candidate) => !sample.includes(candidate)) ?? ',';
  const quote = given.quote ?? '"';
  return { delimiter, quote, escape: given.escape ?? quote, spaced: false, width: 1, score };
}
