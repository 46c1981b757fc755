import { cutAt, isCrossed } from './borders';
import type { Field, Grammar } from './fields';
import { countBreaks, readFields } from './fields';

/** A stretch of text between two line ends that are no part of a value. */
export interface Cut {
  fields: Field[];
  /** The number of its first line, from 1. */
  line: number;
  text: string;
  from: number;
  to: number;
  /** A quote in it was found to be data. */
  mended: boolean;
  /** It has quotes where none should be. */
  doubtful: boolean;
}

export interface CutterOptions extends Grammar {
  /** What a line that is no record starts with; nothing where there are none. */
  comment: string;
  width: number;
  /** The fields of a line that runs on into the next ones because of a quote, if it is whole by itself. */
  mend: (line: string) => Field[] | undefined;
  onCut: (cut: Cut) => void;
  /** A line that is not looked into, one of the first ones or a comment. */
  onLine: (line: string, number: number, comment: boolean) => void;
  /** Lines that are not looked into. */
  skip: number;
}

export interface LineEnds {
  lf: number;
  crlf: number;
  cr: number;
}

/** Lines that a quoted field may hold before those lines are looked at. */
const LONG_FIELD = 1000;
/** Characters of them that are looked at. */
const LOOKED_AT = 2 ** 14;
/** Half of the longest text that V8 holds. */
const LONGEST_RECORD = 2 ** 28;
const WHOLE_SHARE = 0.8;
/** Below this, what is left of a piece is tried again with the next one. */
const SMALL_REST = 2 ** 16;

const SOUND = { mended: false, doubtful: false };
const DOUBTFUL = { mended: false, doubtful: true };
const MENDED = { mended: true, doubtful: true };

/** Cuts a text that comes in pieces into records. Every character is in one cut or line, or is a line end. */
export function createCutter(options: CutterOptions) {
  const { delimiter, quote, escape, borders, comment, width, skip, mend, onCut, onLine } = options;
  const escapes = escape !== '' && escape !== quote;
  const lineEnds: LineEnds = { lf: 0, crlf: 0, cr: 0 };
  let openQuotes = 0;
  let text = '';
  let pieces: string[] = [];
  let size = 0;
  let wanted = 0;
  let at = 0;
  let line = 1;
  // where the next of each is at or after `at`; the length of the text where there is none
  let lf = 0;
  let cr = 0;
  let mark = 0;
  let slash = 0;

  const find = (what: string, from: number) => {
    const found = text.indexOf(what, from);
    return found < 0 ? text.length : found;
  };

  function consume(final: boolean): void {
    lf = cr = mark = slash = -1;
    if (quote === '') mark = text.length;
    if (!escapes) slash = text.length;
    while (at < text.length) {
      if (lf < at) lf = find('\n', at);
      if (cr < at) cr = find('\r', at);
      const end = lf < cr ? lf : cr;
      if (!final && end >= text.length - (end === cr ? 1 : 0)) return;
      if (line <= skip || (comment !== '' && text.startsWith(comment, at))) {
        onLine(text.slice(at, end), line, line > skip);
        close(end, 0);
        continue;
      }
      if (mark < at) mark = find(quote, at);
      if (slash < at) slash = find(escape, at);
      if (mark >= end && slash >= end) cutPlain(end);
      else if (!cutQuoted(end, final)) return;
    }
  }

  function cutPlain(end: number): void {
    if (borders) {
      const whole = text.slice(at, end);
      return cut(cutAt(whole, borders), end, 0, isCrossed(whole, borders) ? DOUBTFUL : SOUND);
    }
    const fields: Field[] = text.slice(at, end).split(delimiter);
    for (let index = 0; index < fields.length; index++) if (fields[index] === '') fields[index] = null;
    onCut({ fields, line, text, from: at, to: end, mended: false, doubtful: false });
    close(end, 0);
  }

  /** False where more of the text is needed. */
  function cutQuoted(lineEnd: number, final: boolean): boolean {
    const record = readFields(text, at, options);
    const isTooLong = record.open && text.length - at > LONGEST_RECORD;
    const isLost = record.lost || isTooLong;
    const breaks = record.end > lineEnd && !isLost ? countBreaks(text, at, record.end) : 0;
    const ends = isLost || record.end < text.length - (text[record.end] === '\r' ? 1 : 0);
    if (!final && !ends && !(record.open && breaks > LONG_FIELD && areRecords(lineEnd))) return false;
    const isUnlike = record.open || record.strays > 0 || record.fields.length !== width;
    const doubtful = isLost || (breaks > 0 && isUnlike);
    const mended = doubtful ? mend(text.slice(at, lineEnd)) : undefined;
    if (mended) cut(mended, lineEnd, 0, MENDED);
    else if (doubtful && record.open) {
      openQuotes++;
      const { fields } = readFields(text.slice(at, lineEnd), 0, { ...options, quote: '' });
      cut(fields, lineEnd, 0, MENDED);
    } else {
      if (record.open) openQuotes++;
      cut(record.fields, record.end, breaks, record.strays + record.inner > 0 ? DOUBTFUL : SOUND);
    }
    return true;
  }

  /** Whether the lines that an open quote has swallowed are records for the most part. */
  function areRecords(from: number): boolean {
    if (width < 2) return false;
    const lines = text
      .slice(from, from + LOOKED_AT)
      .split(/\r\n|\r|\n/)
      .slice(1, -1);
    const whole = lines.filter((swallowed) => {
      const { open, fields } = readFields(swallowed, 0, options);
      return !open && fields.length === width;
    });
    return whole.length > 0 && whole.length >= lines.length * WHOLE_SHARE;
  }

  function cut(fields: Field[], end: number, breaks: number, state: Pick<Cut, 'mended' | 'doubtful'>): void {
    onCut({ fields, line, text, from: at, to: end, ...state });
    close(end, breaks);
  }

  function close(end: number, breaks: number): void {
    line += breaks + 1;
    at = end + 1;
    if (end >= text.length) return;
    if (text[end] === '\n') lineEnds.lf++;
    else if (text[at] === '\n') {
      lineEnds.crlf++;
      at++;
    } else lineEnds.cr++;
  }

  function take(final: boolean): void {
    text = pieces.length === 1 ? pieces[0]! : pieces.join('');
    at = 0;
    consume(final);
    text = at < text.length ? text.slice(at) : '';
    pieces = [text];
    size = text.length;
    // a record that is longer than a piece is looked at again only when there is twice as much of it
    wanted = size > SMALL_REST ? size * 2 : 0;
  }

  return {
    push(piece: string): void {
      pieces.push(piece);
      size += piece.length;
      if (size >= wanted) take(false);
    },
    finish(): { lineEnds: LineEnds; openQuotes: number } {
      take(true);
      return { lineEnds, openQuotes };
    },
  };
}
