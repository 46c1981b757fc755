/**
 * Counts how often each pair of bytes occurs, as a family of encodings cuts a text into characters: enough to tell how likely
 * each of them is on a whole file, in a fixed amount of memory.
 */
export interface Tally {
  /** By first byte × 256 + second, which is 0 for a character of one byte. */
  counts: Uint32Array;
  /** A stretch of bytes beyond ASCII with the ASCII byte that ends it, and the byte before it. */
  push(bytes: Uint8Array, from: number, to: number, before: number): void;
  finish(): void;
}

export type Family = 'pairs' | 'shiftJis' | 'eucJp' | 'neighbours';

export const createTally: Record<Family, () => Tally> = {
  /** Two bytes a character: GB18030, Big5, EUC-KR. */
  pairs: () => createLeadTally((byte) => byte > 0x80 && byte < 0xff),
  /** Two bytes a character, or one for the narrow katakana. */
  shiftJis: () => createLeadTally((byte) => (byte > 0x80 && byte < 0xa0) || (byte >= 0xe0 && byte <= 0xfc)),
  /** Two bytes a character, or three, which are counted as a single 8F. */
  eucJp: () => createLeadTally((byte) => byte > 0x80 && byte < 0xff, 0x8f),
  neighbours: createNeighbourTally,
};

function createLeadTally(isLead: (byte: number) => boolean, leadOfThree = -1): Tally {
  const counts = new Uint32Array(65536);
  const leads = Uint8Array.from({ length: 256 }, (_, byte) => Number(isLead(byte)));
  let lead = 0;
  let skip = 0;
  return {
    counts,
    push(bytes, from, to) {
      for (let at = from; at < to; at++) {
        const byte = bytes[at]!;
        if (skip > 0 && byte >= 0x80) skip--;
        else if (lead !== 0) {
          counts[(lead << 8) | byte]!++;
          lead = 0;
        } else if (byte === leadOfThree) {
          counts[byte << 8]!++;
          skip = 2;
        } else if (leads[byte] === 1) lead = byte;
        else if (byte >= 0x80) counts[byte << 8]!++;
        if (byte < 0x80) skip = 0;
      }
    },
    finish() {
      if (lead !== 0) counts[lead << 8]!++;
      lead = 0;
    },
  };
}

/** Neighbours of which one at least is beyond ASCII, for encodings of one byte a character. */
function createNeighbourTally(): Tally {
  const counts = new Uint32Array(65536);
  return {
    counts,
    push(bytes, from, to, before) {
      let last = before;
      for (let at = from; at < to; at++) {
        const byte = bytes[at]!;
        counts[(last << 8) | byte]!++;
        last = byte;
      }
    },
    finish() {},
  };
}
