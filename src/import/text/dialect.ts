import { splitRecords } from './split';

export interface Dialect {
  delimiter: string;
  quote: string;
  header: boolean;
}

const DELIMITERS = [',', '\t', ';', '|'];

/**
 * The dialect of a text, from its first records: the delimiter that cuts the most records into the same number of fields,
 * two or more; the comma when none does.
 */
export function sniffDialect(sample: string, given: Partial<Dialect> = {}): Dialect {
  const quote = given.quote ?? '"';
  const delimiter = given.delimiter ?? findDelimiter(sample, quote);
  const records = splitRecords(sample, { delimiter, quote, limit: 200 });
  return { delimiter, quote, header: given.header ?? hasHeader(records) };
}

function findDelimiter(sample: string, quote: string): string {
  let best = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const widths = splitRecords(sample, { delimiter, quote, limit: 200 })
      .filter((fields) => fields.length > 1 || fields[0] !== '')
      .map((fields) => fields.length);
    const score = scoreWidths(widths);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/** The share of records with the commonest width above one; a wider table wins a draw by a little. */
function scoreWidths(widths: number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  let score = 0;
  for (const [width, count] of counts)
    score = Math.max(score, count / widths.length + Math.min(width, 100) / 10_000);
  return score;
}

/** A first record is a header unless one of its fields is blank-free data: a number or a date. */
function hasHeader(records: string[][]): boolean {
  const first = records[0];
  if (!first) return false;
  return !first.some(
    (field) => /^\s*[-+]?\d[\d.,:/\-\s]*$/.test(field) && !/^\s*(19|20)\d\d\s*$/.test(field),
  );
}
