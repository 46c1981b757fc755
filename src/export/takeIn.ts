import { toFreeName } from '../lib/freeName';
import { fold } from '../sql/name';
import type { Kinds } from '../workbook/cell';
import { toGift } from '../workbook/cell';
import type { Workbook } from '../workbook/document';
import { createId } from '../workbook/document';
import { followName, listNames, renameCell } from '../workbook/edits';

export interface Naming {
  /** What the workbook calls a source. */
  from: string;
  /** What it goes by here. */
  to: string;
}

export interface TakeInOptions {
  kinds: Kinds;
  /** The names of all sources here. */
  sources: readonly string[];
}

/**
 * A workbook from elsewhere, reading the sources of this device: each under the name that it has here, and no cell under the
 * name of one, for sources come before cells.
 */
export function takeIn(
  workbook: Workbook,
  namings: readonly Naming[],
  { kinds, sources }: TakeInOptions,
): Workbook {
  const changes = namings.filter(({ from, to }) => from !== to);
  // by way of names that nobody has: two sources may have exchanged theirs
  const passing = changes.map(() => `passing_${createId()}`);
  let next = changes.reduce(
    (book, { from }, k) => followName(book, { of: 'table', from, to: passing[k]! }, kinds),
    moveCells(workbook, sources, kinds),
  );
  next = changes.reduce(
    (book, { to }, k) => followName(book, { of: 'table', from: passing[k]!, to }, kinds),
    next,
  );
  return next;
}

/** The name for a source that comes along: its own, or one that neither a source here nor anything of the workbook has. */
export function toNameHere(wanted: string, taken: readonly string[], workbook: Workbook): string {
  return toFreeName(wanted, [...taken, ...listNames(workbook)]);
}

function moveCells(workbook: Workbook, sources: readonly string[], kinds: Kinds): Workbook {
  const taken = new Set(sources.map(fold));
  return workbook.cells
    .filter((cell) => toGift(cell, kinds) === 'table' && taken.has(fold(cell.name!)))
    .reduce((book, { id, name }) => {
      const free = toFreeName(name!, [...sources, ...listNames(book)]);
      return renameCell(book, id, free, kinds);
    }, workbook);
}
