import type { Data } from 'apache-arrow';
import type { ColumnMetaData } from 'hyparquet/src/types.js';
import { grow } from '../arrow/buffers';
import type { LeafType } from './leafType';
import type { LeveledPage } from './pages';
import { readPages } from './pages';
import { createDamaged } from './problems';
import type { Leaf } from './schema';
import type { Losses } from './sinks';
import { createSink } from './sinks';

/** The rows of a batch of one column: its values, and the levels that tell how they are nested. */
export interface LeafRows {
  data: Data;
  entries: number;
  definitions: Uint8Array;
  repetitions: Uint8Array;
}

export interface ColumnOptions {
  file: Blob;
  chunk: ColumnMetaData;
  type: LeafType;
  /** Rows of a batch. */
  room: number;
  losses: Losses;
}

/** Reads the column of a row group some rows at a time. */
export function createColumn(leaf: Leaf, { file, chunk, type, room, losses }: ColumnOptions) {
  const pages = readPages(file, leaf, chunk);
  const sink = createSink(type, room, losses);
  const isNested = leaf.path.length > 1 || leaf.repeated > 0;
  let page: LeveledPage | undefined;
  /** The next entry of the page, and the next of its values. */
  let entry = 0;
  let value = 0;
  let definitions = new Uint8Array(isNested ? room : 0);
  let repetitions = new Uint8Array(isNested ? room : 0);
  let entries = 0;

  /** The entry after so many rows of the page, as far as it goes; and how many rows begin before it. */
  function findEnd(rows: number): { end: number; begun: number } {
    const { repetitions: levels, entries: last } = page!;
    if (!levels) return { end: Math.min(last, entry + rows), begun: Math.min(last - entry, rows) };
    let begun = 0;
    let end = entry;
    for (; end < last; end++) {
      if (levels[end] !== 0) continue;
      if (begun === rows) break;
      begun++;
    }
    return { end, begun };
  }

  function addEntries(end: number): void {
    const { definitions: levels } = page!;
    if (isNested) keepLevels(end);
    if (!levels) {
      sink.addRun(page!, value, value + end - entry);
      value += end - entry;
    } else {
      for (let at = entry; at < end;) {
        const from = at;
        if (levels[at] === leaf.defined) {
          while (at < end && levels[at] === leaf.defined) at++;
          sink.addRun(page!, value, value + at - from);
          value += at - from;
        } else {
          let nulls = 0;
          for (; at < end && levels[at] !== leaf.defined; at++) if (levels[at]! >= leaf.slot) nulls++;
          if (nulls > 0) sink.addNulls(nulls);
        }
      }
    }
    entry = end;
  }

  function keepLevels(end: number): void {
    const count = end - entry;
    if (entries + count > definitions.length) {
      const size = Math.max(definitions.length * 2, entries + count);
      definitions = grow(definitions, size);
      repetitions = grow(repetitions, size);
    }
    if (page!.definitions) definitions.set(page!.definitions.subarray(entry, end), entries);
    else definitions.fill(leaf.defined, entries, entries + count);
    if (page!.repetitions) repetitions.set(page!.repetitions.subarray(entry, end), entries);
    else repetitions.fill(0, entries, entries + count);
    entries += count;
  }

  return {
    async read(rows: number): Promise<LeafRows> {
      let begun = 0;
      for (;;) {
        if (!page || entry === page.entries) {
          const next = await pages.next();
          page = next.done ? undefined : next.value;
          entry = value = 0;
          if (!page) break;
        }
        const found = findEnd(rows - begun);
        addEntries(found.end);
        begun += found.begun;
        // a list may go on in the next page
        if (begun === rows && (entry < page.entries || leaf.repeated === 0)) break;
      }
      if (begun < rows) throw createDamaged(`fewer rows than the file says: ${leaf.path.join('.')}`);
      const read = { data: sink.take(), entries, definitions, repetitions };
      definitions = new Uint8Array(isNested ? room : 0);
      repetitions = new Uint8Array(isNested ? room : 0);
      entries = 0;
      return read;
    },
  };
}

export type Column = ReturnType<typeof createColumn>;
