import type { SheetCells } from './cells';
import type { StringTable } from './strings';
import { createStrings } from './strings';

type TextBytes = ReturnType<StringTable['toBytes']>;

/** What a sheet says of itself, without its texts. */
export type SheetFacts = Omit<SheetCells, 'text' | 'copyText' | 'textPlaces' | 'firstByte' | 'pack'>;

/** A sheet as plain data, which can go from one worker to another. */
export interface PackedCells {
  facts: SheetFacts;
  own: TextBytes;
  /** Texts that other sheets have too. */
  shared?: TextBytes;
}

/** A sheet with its own texts, whose places are below 0, and those that it shares with others. */
export function toSheetCells(facts: SheetFacts, own: StringTable, shared?: StringTable): SheetCells {
  return {
    ...facts,
    text: (index) => (index < 0 ? own.get(-1 - index) : shared!.get(index)),
    firstByte: (index) => (index < 0 ? own.firstByte(-1 - index) : shared!.firstByte(index)),
    copyText: (index, into) => (index < 0 ? own.copy(-1 - index, into) : shared!.copy(index, into)),
    textPlaces: () => ({ from: -own.count, to: shared?.count ?? 0 }),
    pack: () => ({ facts, own: own.toBytes(), ...(shared && { shared: shared.toBytes() }) }),
  };
}

export function unpackCells({ facts, own, shared }: PackedCells): SheetCells {
  return toSheetCells(facts, createStrings(own), shared && createStrings(shared));
}

/** The buffers that nobody needs after a sheet is sent. */
export function findBuffers({ facts, own }: PackedCells): ArrayBufferLike[] {
  const arrays = facts.columns.flatMap((column) =>
    column ? [column.rows, column.kinds, column.values, column.formats] : [],
  );
  return [...arrays, own.bytes, own.offsets].map(({ buffer }) => buffer);
}
