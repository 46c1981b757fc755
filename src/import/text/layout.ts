import type { Question } from '../inspection';
import type { ImportOptions } from '../options';
import type { Borders } from './borders';
import type { Cut } from './cutter';
import { createCutter } from './cutter';
import type { Field } from './fields';
import type { FixedFinding } from './fixedWidth';
import { maybeFixed, toFixed } from './fixedWidth';
import { countFooter } from './footer';
import { findHeader, toHeaderNames } from './header';
import { findComment, findStart } from './preamble';
import type { Record } from './records';
import { createRecordReader, toReason } from './records';
import { maybeRepair } from './repair';
import { hasRowNames } from './rowNames';
import { maybeNames, maybeTitles } from './titles';
import type { ColumnForm } from './shape';
import { findForms } from './shape';
import type { Dialect } from './sniff';
import { sniffDialect } from './sniff';

/** How a text is laid out as a table: everything that its reader must know. */
export interface Layout {
  /** One character or more; nothing where the columns have borders. */
  delimiter: string;
  /** Nothing where fields are never quoted. */
  quote: string;
  /** What stands before a quote that belongs to the value; the quote itself where it is doubled. */
  escape: string;
  /** Quotes open and close with blanks around them too: `"a", "b"`. */
  spaced: boolean;
  /** Of columns that are told by their width. */
  borders?: Borders;
  /** What a line that is no record starts with; nothing where there are none. */
  comment: string;
  /** Lines before the header: titles, notes, blank ones, `sep=`. */
  skip: number;
  /** Records that the header takes; none where there is no header. */
  header: number;
  /** Records below the header that give units. */
  units: number;
  /** Records at the end that are no rows. */
  footer: number;
  /** From the header, as they stand there: not yet unique, and blank where it is. */
  names: string[];
  /** The first column has no name in the header, since it holds the names of the rows. */
  rowNames: boolean;
  width: number;
  /** What the cells of each column look like, in the sample. */
  forms: ColumnForm[];
}

export interface LayoutFinding {
  layout: Layout;
  /** Nothing of it needs to be looked at. */
  sure: boolean;
  questions: Question[];
}

export interface TextSample {
  /** The beginning of the text, ending with a whole line unless it is all of it. */
  head: string;
  /** The end of the text; nothing where `head` is all of it. */
  tail: string;
  whole: boolean;
}

const BODY_ROWS = 2000;
const SEPARATOR_LINE = /^sep=([^\r\n]+)(?:\r\n|\r|\n|$)/i;

/** Finds the layout of a text from a sample of it. What is given is taken as said, and the rest found around it. */
export function findLayout({ head, tail, whole }: TextSample, given: ImportOptions): LayoutFinding {
  const separator = given.skip === undefined ? SEPARATOR_LINE.exec(head) : null;
  const options = separator && given.delimiter === undefined ? { ...given, delimiter: separator[1]! } : given;
  const firstLine = separator ? 1 : (given.skip ?? 0);
  const { best, doubtful, fixed } = findDialect(dropLines(head, firstLine), options);
  const comment = given.comment ?? (fixed?.ruler || findComment(head, best));
  const top = given.skip ?? firstLine + (fixed?.titles ?? 0);
  const layout = placeTable(toCuts(head, best, comment, top), best, comment, options, top);
  const { records, counts } = readAll(head, layout.layout);
  layout.layout.footer =
    given.footer ?? countFooter(whole ? records : readTail(tail, layout.layout), layout.layout);
  const questions: Question[] = [];
  if (doubtful) questions.push({ ask: 'delimiter' });
  if (layout.doubtfulHeader) questions.push({ ask: 'header' });
  const skipped = layout.layout.skip - firstLine + counts.elsewhere;
  if (given.skip === undefined && skipped > layout.blankLines)
    questions.push({ ask: 'skipped', lines: skipped });
  if (given.footer === undefined && layout.layout.footer > 0)
    questions.push({ ask: 'footer', lines: layout.layout.footer });
  if (counts.rejected > 0)
    questions.push({ ask: 'rejected', count: counts.rejected, reason: toReason(layout.layout) });
  return { layout: layout.layout, sure: questions.length === 0 && layout.layout.units === 0, questions };
}

interface DialectFound {
  best: Dialect;
  doubtful: boolean;
  fixed?: FixedFinding;
}

function findDialect(text: string, given: ImportOptions): DialectFound {
  if (given.delimiter === '' || (given.borders && given.delimiter === undefined)) {
    const fixed = toFixed(text, given);
    return { best: toFixedDialect(fixed), doubtful: false, fixed };
  }
  const found = sniffDialect(text, given);
  const fixed = given.delimiter === undefined ? maybeFixed(text, given) : undefined;
  if (!fixed || fixed.score < found.best.score) return found;
  // nothing but a line of dashes says where columns are
  return { best: toFixedDialect(fixed), doubtful: fixed.ruler === '', fixed };
}

function toFixedDialect({ borders, score }: FixedFinding): Dialect {
  const width = borders.places.length + 1;
  return { delimiter: '', quote: '', escape: '', spaced: false, borders, width, score };
}

function dropLines(text: string, count: number): string {
  let at = 0;
  for (let line = 0; line < count && at < text.length; line++) {
    const end = text.slice(at).search(/\r\n|\r|\n/);
    if (end < 0) return '';
    at += end + (text.startsWith('\r\n', at + end) ? 2 : 1);
  }
  return text.slice(at);
}

/** The records of a sample before it is known where the table begins. */
function toCuts(head: string, dialect: Dialect, comment: string, skip: number): Cut[] {
  const cuts: Cut[] = [];
  const { width } = dialect;
  const cutter = createCutter({
    ...dialect,
    comment,
    skip,
    mend: (line) =>
      maybeRepair(line, dialect, { forms: [], width, quotesOnly: true }) ?? maybeNames(line, dialect, width),
    onCut: (cut) => cuts.push(cut),
    onLine: () => {},
  });
  cutter.push(head);
  cutter.finish();
  return cuts;
}

interface PlacedTable {
  layout: Layout;
  doubtfulHeader: boolean;
  /** Lines before the table with nothing on them. */
  blankLines: number;
}

function placeTable(
  cuts: readonly Cut[],
  dialect: Dialect,
  comment: string,
  given: ImportOptions,
  firstLine: number,
): PlacedTable {
  const { delimiter, quote, escape, spaced, borders } = dialect;
  let { width } = dialect;
  const filled = cuts.filter(({ from, to }) => to > from);
  const start = given.skip === undefined ? findStart(cuts, filled, dialect) : 0;
  const table = filled.slice(start);
  const first = table[0];
  const grammar = { delimiter, quote, escape, spaced, ...(borders && { borders }) };
  const base = { ...grammar, comment, footer: 0, units: 0 };
  if (!first) {
    const layout = { ...base, skip: firstLine, header: 0, names: [], rowNames: false, width: 0, forms: [] };
    return { layout, doubtfulHeader: false, blankLines: 0 };
  }
  const sample = table.slice(0, BODY_ROWS);
  const rows = sample.map(({ fields }) => fields);
  const isShort = given.header !== false && given.header !== 0 && hasRowNames(rows, width);
  if (isShort) rows[0] = [null, ...rows[0]!];
  else if (rows[0]!.length !== width) rows[0] = maybeTitles(first, grammar, width) ?? rows[0]!;
  const body = sample
    .slice(sample.length > 12 ? 5 : 1)
    .filter(({ fields, doubtful }) => fields.length === width && !doubtful)
    .map(({ fields }) => fields);
  const forms = findForms(body, width);
  const { header, units, doubtful } = findHeader(rows, {
    ...given,
    ...(isShort && { header: given.header ?? 1 }),
  });
  const titles = rows.slice(0, header);
  const isOdd = sample.slice(0, header).some(({ fields }) => fields.length !== width);
  if (header > 0) width = fixWidth(titles.at(-1)!, body, forms, width);
  const layout: Layout = {
    ...base,
    skip: given.skip ?? first.line - 1,
    header,
    units,
    rowNames: isShort,
    names: header > 0 ? toHeaderNames(titles, width) : Array<string>(width).fill(''),
    width,
    forms: width === forms.length ? forms : findForms(body, width),
  };
  const before = cuts.filter(({ line, from, to }) => line < first.line && from === to);
  return {
    layout,
    doubtfulHeader: isOdd || (doubtful && given.header === undefined),
    blankLines: before.length,
  };
}

/** Names decide about columns that are blank in every record, and about ones that no record has. */
function fixWidth(
  titles: readonly Field[],
  body: readonly Field[][],
  forms: readonly ColumnForm[],
  width: number,
): number {
  let named = titles.findLastIndex((title) => title !== null && title.trim() !== '') + 1;
  if (named >= width) return named;
  if (body.length === 0) return Math.max(named, 1);
  while (named < width && forms.slice(named).some(({ blank }) => blank !== 'always')) {
    if (body.every((fields) => fields.slice(named).every((field) => field === null))) break;
    named++;
  }
  return named;
}

function readAll(text: string, layout: Layout) {
  const records: Record[] = [];
  const reader = createRecordReader(layout, (record) => {
    if (record.role === 'record' || record.role === 'rejected' || record.role === 'blank')
      records.push(record);
  });
  reader.push(text);
  return { counts: reader.finish(), records };
}

function readTail(tail: string, layout: Layout): Record[] {
  return readAll(dropLines(tail, 1), { ...layout, skip: 0, header: 0, units: 0 }).records;
}
