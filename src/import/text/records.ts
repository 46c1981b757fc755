import type { LineRole } from '../inspection';
import type { Cut, LineEnds } from './cutter';
import { createCutter } from './cutter';
import type { Field } from './fields';
import { createFitter } from './fit';
import type { Layout } from './layout';
import { createTableEnd } from './tables';

/** A record of a text, or a line that is none. */
export interface Record {
  /** As many as the table has columns, where it is a row. */
  fields: Field[];
  /** The number of its first line, from 1. */
  line: number;
  role: LineRole;
  reason?: RejectReason;
  /** As it stands in the file, for a record that was rejected or repaired. */
  raw?: string;
  /** The one way was found in which all its fields have the form of their columns. */
  repaired?: boolean;
}

/** Why a record is no row. */
export type RejectReason = 'too-many-fields' | 'over-border' | 'not-json';

/**
 * What became of every record: records = header + skipped + loaded + rejected. A record is what stands between two line ends
 * outside quotes, a blank line too; in a table of one column that is a row with a missing value.
 */
export interface RecordCounts {
  /** Counted where the text is cut, the others where a record is handed on. */
  records: number;
  /** Header and units rows, and a header that is repeated further down. */
  header: number;
  /** Everything that is no row of the table: the five below, and the lines before the header. */
  skipped: number;
  blank: number;
  comments: number;
  footer: number;
  /** Records of further tables in the file, and how many tables there are besides the first. */
  elsewhere: number;
  tables: number;
  loaded: number;
  rejected: number;
  /** Rows that were short, and got missing values at the end. */
  padded: number;
  /** Rows that were long by blank fields at the end. */
  trimmed: number;
  repaired: number;
  /** The first lines where each happened. */
  lines: { [what in Mishap]: number[] };
  /** Quotes that were opened and never closed. */
  openQuotes: number;
  lineEnds: LineEnds;
}

export type Mishap = 'padded' | 'trimmed' | 'repaired' | 'rejected' | 'elsewhere';

const LINES_KEPT = 20;

/** Reads the records of a text that comes in pieces, which may end anywhere. Nothing of it is dropped: each has its role. */
export function createRecordReader(layout: Layout, onRecord: (record: Record) => void) {
  const { width, header, units, footer, borders } = layout;
  const fitter = createFitter(layout);
  const tables = createTableEnd(layout, { onRow: row, onOther: emit });
  const counts: RecordCounts = {
    records: 0,
    header: 0,
    skipped: 0,
    blank: 0,
    comments: 0,
    footer: 0,
    elsewhere: 0,
    tables: 0,
    loaded: 0,
    rejected: 0,
    padded: 0,
    trimmed: 0,
    repaired: 0,
    lines: { padded: [], trimmed: [], repaired: [], rejected: [], elsewhere: [] },
    openQuotes: 0,
    lineEnds: { lf: 0, crlf: 0, cr: 0 },
  };
  // what may turn out to be the footer
  const waiting: Cut[] = [];
  let seen = 0;

  function emit(record: Record): void {
    const { role } = record;
    if (role === 'record') counts.loaded++;
    else if (role === 'rejected') counts.rejected++;
    else if (role === 'header' || role === 'units') counts.header++;
    else {
      counts.skipped++;
      if (role === 'blank') counts.blank++;
      else if (role === 'comment') counts.comments++;
      else if (role === 'footer') counts.footer++;
      else if (seen > 0) note('elsewhere', record.line);
    }
    onRecord(record);
  }

  function note(what: Mishap, line: number): void {
    if (what !== 'rejected') counts[what]++;
    if (counts.lines[what].length < LINES_KEPT) counts.lines[what].push(line);
  }

  function row(cut: Cut): void {
    if (footer === 0) return settle(cut);
    waiting.push(cut);
    if (waiting.length > footer) settle(waiting.shift()!);
  }

  function settle(cut: Cut): void {
    const { line } = cut;
    if (cut.fields.length === width && !cut.doubtful)
      return emit({ fields: cut.fields, line, role: 'record' });
    const { fields, how } = fitter.fit(cut);
    if (how === 'rejected') {
      note('rejected', line);
      return emit({ ...toRecord(cut, 'rejected'), reason: toReason(layout) });
    }
    if (how) note(how, line);
    const record: Record = { fields, line, role: 'record' };
    if (how === 'repaired') Object.assign(record, { raw: toRaw(cut), repaired: true });
    emit(record);
  }

  const isBlank = ({ from, to, fields }: Cut) =>
    from === to || (borders !== undefined && fields.every((field) => field === null));

  const cutter = createCutter({
    ...layout,
    mend: fitter.mendQuotes,
    onLine(text, line, isComment) {
      counts.records++;
      emit({ fields: [text], line, role: isComment ? 'comment' : 'skipped' });
    },
    onCut(cut) {
      counts.records++;
      if (isBlank(cut) && width !== 1) {
        tables.blank(cut);
      } else if (seen < header + units) {
        seen++;
        const role = seen > header ? 'units' : 'header';
        if (role === 'header') tables.header(cut.fields);
        emit({ ...toRecord(cut, role) });
      } else {
        seen++;
        tables.record(cut);
      }
    },
  });

  return {
    push: cutter.push,
    finish(): RecordCounts {
      const { lineEnds, openQuotes } = cutter.finish();
      counts.tables = tables.finish();
      for (const cut of waiting) emit(toRecord(cut, 'footer'));
      return Object.assign(counts, { lineEnds, openQuotes });
    },
  };
}

/** Why a record of such a text can't be a row. */
export function toReason({ borders }: Pick<Layout, 'borders'>): RejectReason {
  return borders ? 'over-border' : 'too-many-fields';
}

function toRecord(cut: Cut, role: LineRole): Record {
  return { fields: cut.fields, line: cut.line, role, raw: toRaw(cut) };
}

function toRaw({ text, from, to }: Cut): string {
  return text.slice(from, to);
}
