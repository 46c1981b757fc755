import type { Cut } from './cutter';
import type { Field } from './fields';
import type { Layout } from './layout';
import type { Record } from './records';
import { hasForm } from './shape';
import { isWord } from './kind';

export interface TableEvents {
  onRow: (cut: Cut) => void;
  onOther: (record: Record) => void;
}

/** Rows that are compared with the first ones of the table, to see that it stands in the file twice. */
const COMPARED = 8;
/** Records after what looks like the header of another table that must agree with it. */
const AGREEING = 3;
/** A record as far as it does not depend on how it is quoted. */
const toKey = ({ text, from, to }: Cut) => text.slice(from, to).replaceAll(/["'\\]/g, '');

/**
 * Tells where the first table of a file ends. A header that is repeated, as in exports that were joined, is no row; where
 * the same rows follow it, the table stands there a second time. Another table begins with a header of its own.
 */
export function createTableEnd({ width, forms, names }: Layout, { onRow, onOther }: TableEvents) {
  const firstRows: string[] = [];
  let header: Field[] = [];
  let tables = 0;
  let ended = false;
  let afterBlank = false;
  // records whose role depends on those that follow
  let held: { cut: Cut; blank: boolean }[] = [];
  let holding: 'no' | 'copy' | 'table' = 'no';

  function record(cut: Cut): void {
    const wasBlank = afterBlank;
    afterBlank = false;
    if (holding !== 'no') hold(cut);
    else start(cut, wasBlank);
  }

  function start(cut: Cut, wasBlank: boolean): void {
    if (isHeader(cut.fields)) {
      held = [{ cut, blank: false }];
      holding = 'copy';
    } else if (ended) skip(cut);
    else if (mayBeTitle(cut, wasBlank) || mayBeHeader(cut, wasBlank)) {
      held = [{ cut, blank: false }];
      holding = 'table';
    } else pass(cut);
  }

  function pass(cut: Cut): void {
    if (firstRows.length < COMPARED) firstRows.push(toKey(cut));
    onRow(cut);
  }

  function hold(cut: Cut): void {
    const rows = held.filter(({ blank }) => !blank);
    const first = rows[0]!.cut;
    held.push({ cut, blank: false });
    if (holding === 'copy') {
      if (toKey(cut) !== firstRows[rows.length - 1]) release(false);
      else if (rows.length === firstRows.length) release(true);
      return;
    }
    if (rows.length === 1 && first.fields.length === 1 && cut.fields.length > 1) {
      if (!mayBeHeader(cut, true)) release(false);
      return;
    }
    const header = first.fields.length === 1 ? rows[1]?.cut : first;
    if (!header || cut.fields.length !== header.fields.length) release(false);
    else if (rows.length >= AGREEING) release(isTable());
  }

  /** Whether what is held is a header with other things below it than words only. */
  function isTable(): boolean {
    const cuts = held.filter(({ blank }) => !blank).map(({ cut }) => cut);
    const body = cuts.slice(cuts[0]!.fields.length === 1 ? 2 : 1);
    return body.some(({ fields }) => fields.some((field) => field !== null && !isWord(field)));
  }

  function release(isOther: boolean): void {
    const [first, ...rest] = held;
    const kind = holding;
    held = [];
    holding = 'no';
    if (isOther) {
      tables++;
      ended = true;
      for (const { cut, blank } of [first!, ...rest])
        if (blank) toBlank(cut);
        else skip(cut);
      return;
    }
    if (kind === 'copy') {
      // a header again, of the same table: its rows belong to it
      ended = false;
      onOther({ fields: first!.cut.fields, line: first!.cut.line, role: 'header' });
    } else pass(first!.cut);
    let wasBlank = false;
    for (const { cut, blank } of rest) {
      if (blank) toBlank(cut);
      else if (holding === 'no') start(cut, wasBlank);
      else record(cut);
      wasBlank = blank;
    }
  }

  const known = new Set(names.filter((name) => name !== ''));
  const isName = (field: Field) => field !== null && known.has(field);

  const isHeader = (fields: Field[]) =>
    width > 1 &&
    header.length > 0 &&
    fields[0] === header[0] &&
    fields.length === header.length &&
    fields.every((field, index) => field === header[index]);

  const mayBeTitle = ({ fields }: Cut, wasBlank: boolean) =>
    wasBlank && width > 2 && fields.length === 1 && fields[0] !== null && isWord(fields[0]!);

  /** All words, each another; and either some of the names of this table, or after a blank line and unlike its rows. */
  function mayBeHeader({ fields }: Cut, wasBlank: boolean): boolean {
    if (fields.length < 2 || width < 2) return false;
    // every row comes by here
    if (!wasBlank && !isName(fields[0]!) && !isName(fields[1]!)) return false;
    const filled = fields.at(-1) === null ? fields.slice(0, -1) : fields;
    if (!filled.every((field) => field !== null && isWord(field))) return false;
    if (new Set(filled).size < filled.length) return false;
    const isUnlike =
      fields.length !== width || fields.some((field, column) => !hasForm(field ?? '', forms[column]!));
    const shared = filled.filter(isName).length;
    return isUnlike && (shared > filled.length / 2 || wasBlank);
  }

  function skip({ fields, line }: Cut): void {
    onOther({ fields, line, role: 'skipped' });
  }

  function toBlank({ line }: Cut): void {
    onOther({ fields: [], line, role: 'blank' });
  }

  return {
    record,

    blank(cut: Cut): void {
      afterBlank = true;
      if (holding === 'no') toBlank(cut);
      else held.push({ cut, blank: true });
    },

    /** A row of the header, of which the last one is known again. */
    header(fields: Field[]): void {
      header = fields;
    },

    /** How many tables there are besides the first. */
    finish(): number {
      while (holding !== 'no') {
        const rows = held.filter(({ blank }) => !blank).length;
        if (holding === 'copy') release(rows > 2 && rows - 1 >= firstRows.length / 2);
        else release(rows > 1 && held[0]!.cut.fields.length + rows > 3 && isTable());
      }
      return tables;
    },
  };
}
