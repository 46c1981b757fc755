import type { Borders } from './borders';
import { cutAt } from './borders';

/** A field as it stands in the file: null where nothing stands there, an empty text where quotes do. */
export type Field = string | null;

/** How the fields of a record are set apart. */
export interface Grammar {
  /** One character or more; nothing where the fields have borders. */
  delimiter: string;
  /** Nothing where fields are never quoted. */
  quote: string;
  /** What stands before a quote that belongs to the value; the quote itself where it is doubled. */
  escape: string;
  /** Quotes open and close with blanks around them too: `"a", "b"`. */
  spaced: boolean;
  /** Of columns that are told by their width. */
  borders?: Borders;
}

export interface RecordText {
  fields: Field[];
  /** Where the record ends: at its line end, or at the end of the text. */
  end: number;
  /** Quotes that are data though they stand where none should. */
  strays: number;
  /** Fields without quotes around them that have quotes in them. */
  inner: number;
  /** A quote was opened and never closed. */
  open: boolean;
  /** A quoted field has so many of them that it can't be one. */
  lost: boolean;
}

/** Without an end to the search, a file of unclosed quotes would be read once for each of them. */
const MOST_STRAYS = 200;

/**
 * The fields of the record that starts at `from`, read with patience: a quote closes a field only where a delimiter or a line
 * end follows, and is data anywhere else.
 */
export function readFields(text: string, from: number, grammar: Grammar): RecordText {
  const { delimiter, quote, borders } = grammar;
  const record: RecordText = { fields: [], end: text.length, strays: 0, inner: 0, open: false, lost: false };
  if (borders) {
    const length = text.slice(from).search(/[\r\n]/);
    if (length >= 0) record.end = from + length;
    return { ...record, fields: cutAt(text.slice(from, record.end), borders) };
  }
  let at = from;
  for (;;) {
    const opens = quote === '' ? -1 : findOpening(text, at, grammar);
    at = opens < 0 ? readPlain(text, at, grammar, record) : readQuoted(text, opens + 1, grammar, record);
    if (at >= text.length || !text.startsWith(delimiter, at)) break;
    at += delimiter.length;
  }
  record.end = at;
  return record;
}

/** The quote that closes what another has opened: Word makes “ and ” of ". */
export function toClosing(quote: string): string {
  return quote === '“' ? '”' : quote;
}

/** Where the quote is that opens the field at `at`; -1 where none does. */
export function findOpening(text: string, at: number, { quote, spaced }: Grammar): number {
  const opens = spaced ? skipBlanks(text, at) : at;
  return text[opens] === quote ? opens : -1;
}

/** Where a field ends whose quote at `at` closes it; -1 where more of it follows. */
export function findEndAfter(text: string, at: number, { delimiter, spaced }: Grammar): number {
  const end = spaced ? skipBlanks(text, at + 1) : at + 1;
  return isEnd(text, end) || text.startsWith(delimiter, end) ? end : -1;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at++;
  return at;
}

function isEnd(text: string, at: number): boolean {
  return at >= text.length || text[at] === '\n' || text[at] === '\r';
}

function readPlain(
  text: string,
  from: number,
  { delimiter, quote, escape }: Grammar,
  record: RecordText,
): number {
  const escapes = escape !== '' && escape !== quote;
  const first = delimiter.charCodeAt(0);
  const mark = escapes ? escape.charCodeAt(0) : -1;
  let field = '';
  let start = from;
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) break;
    if (code === first && (delimiter.length === 1 || text.startsWith(delimiter, at))) break;
    if (code === mark && isEscapable(text, at + 1, delimiter, quote, escape)) {
      field += text.slice(start, at);
      start = ++at;
    }
  }
  field += text.slice(start, at);
  if (quote !== '' && field.includes(quote)) record.inner++;
  record.fields.push(field === '' ? null : field);
  return at;
}

function readQuoted(text: string, from: number, grammar: Grammar, record: RecordText): number {
  const { delimiter, quote, escape } = grammar;
  const closing = toClosing(quote);
  const doubled = escape === quote;
  let field = '';
  let start = from;
  let at = from;
  let nextQuote = text.indexOf(closing, at);
  const escapes = !doubled && escape !== '';
  for (;;) {
    const nextEscape = escapes ? findWithin(text, escape, at, nextQuote) : -1;
    if (nextEscape >= 0) {
      at = nextEscape + 1;
      if (isEscapable(text, at, delimiter, quote, escape)) {
        field += text.slice(start, nextEscape);
        start = at++;
      }
      if (nextQuote >= 0 && nextQuote < at) nextQuote = text.indexOf(closing, at);
      continue;
    }
    if (nextQuote < 0) {
      record.open = true;
      at = text.length;
      field += text.slice(start, at);
      break;
    }
    if (doubled && text[nextQuote + 1] === closing) {
      field += text.slice(start, nextQuote + 1);
      start = nextQuote + 2;
    } else {
      const end = findEndAfter(text, nextQuote, grammar);
      if (end >= 0) {
        field += text.slice(start, nextQuote);
        at = end;
        break;
      }
      if (++record.strays > MOST_STRAYS) {
        record.lost = record.open = true;
        at = text.length;
        break;
      }
    }
    at = Math.max(start, nextQuote + 1);
    nextQuote = text.indexOf(closing, at);
  }
  record.fields.push(field);
  return at;
}

/** Where something stands between two places, without a look at what is behind them; -1 where it does not. */
function findWithin(text: string, what: string, from: number, to: number): number {
  const found = (to < 0 ? text.slice(from) : text.slice(from, to)).indexOf(what);
  return found < 0 ? -1 : from + found;
}

function isEscapable(text: string, at: number, delimiter: string, quote: string, escape: string): boolean {
  const char = text[at];
  return (
    char !== undefined &&
    (char === quote || char === escape || char === '\n' || char === '\r' || char === delimiter[0])
  );
}

/** Line ends in a part of a text, `\r\n` being one. */
export function countBreaks(text: string, from: number, to: number): number {
  // of a slice, for a search for what is not there goes on to the end of the text
  const part = text.slice(from, to);
  let count = 0;
  for (let at = part.indexOf('\n'); at >= 0; at = part.indexOf('\n', at + 1)) count++;
  for (let at = part.indexOf('\r'); at >= 0; at = part.indexOf('\r', at + 1))
    if (part[at + 1] !== '\n') count++;
  return count;
}
