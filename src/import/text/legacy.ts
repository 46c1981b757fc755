import type { DoubleByte } from './doubleByte';
import { doubleBytes } from './doubleByte';
import type { Neighbours, SingleByte } from './singleByte';
import { maybeCodePage, singleBytes, toSingleByteLikelihood } from './singleByte';
import type { Family, Tally } from './tallies';
import { createTally } from './tallies';

/** How a text reads in one of the encodings before Unicode. */
export interface LegacyReading {
  label: string;
  family: Family;
  /** The natural logarithm of how likely the text is in it, to compare with the others. */
  likelihood: number;
  /** Places that it has no character for. */
  damaged: number;
  /** The characters that its bytes stand for: those that read alike have the same. */
  characters: string;
}

const INVALID = -25;
/** A file that was cut off in the middle of a character, which happens. */
const CUT = -6;
/** A character may take an ASCII byte with it; by other readings that is a letter there by chance. */
const ASCII_TRAIL = 1.5;
/** Half of a character of four bytes. */
const HALF = -16;
/** Files with the narrow katakana of Shift JIS, which are bytes that others have for letters. */
const NARROW = -4;
/** Three bytes of EUC-JP: a character that is hardly used. */
const THREE = -15;
/** With so many bytes beyond ASCII seen, families so far behind are given up. */
const ENOUGH = 2 ** 20;
const FAR = 1000;

/** Gathers from a whole text what tells the encodings before Unicode from each other. */
export function createLegacyProbe() {
  const families: Family[] = ['pairs', 'shiftJis', 'eucJp', 'neighbours'];
  const tallies = new Map(families.map((family) => [family, createTally[family]()]));
  let counting = [...tallies.values()];
  let seen = 0;

  function rank(): LegacyReading[] {
    const ranked = [...tallies]
      .flatMap(([family, { counts }]) => readFamily(family, counts))
      .sort((a, b) => b.likelihood - a.likelihood);
    return ranked.filter(
      (reading, at) => ranked.findIndex(({ characters }) => characters === reading.characters) === at,
    );
  }

  function giveUpSome(): void {
    const ranked = rank();
    for (const family of tallies.keys()) {
      const best = ranked.find((reading) => reading.family === family);
      if (!best || best.likelihood < ranked[0]!.likelihood - FAR) tallies.delete(family);
    }
    counting = [...tallies.values()];
  }

  return {
    /** A stretch of bytes beyond ASCII with the ASCII byte that ends it, and the byte before it. */
    push(bytes: Uint8Array, from: number, to: number, before: number): void {
      for (const tally of counting) tally.push(bytes, from, to, before);
      if (seen < ENOUGH && (seen += to - from) >= ENOUGH) giveUpSome();
    },

    /** The likeliest first; of those that read alike, one. */
    finish(): LegacyReading[] {
      for (const tally of tallies.values()) tally.finish();
      return rank();
    },

    neighbours(): Neighbours {
      const tally = tallies.get('neighbours');
      return tally ? toCounted(tally.counts) : [];
    },
  };
}

function readFamily(family: Family, counts: Tally['counts']): LegacyReading[] {
  const pairs = toCounted(counts);
  if (family === 'neighbours') return singleBytes.flatMap((encoding) => readSingleByte(encoding, pairs));
  return doubleBytes
    .filter((encoding) => encoding.family === family)
    .map((encoding) => readDoubleByte(encoding, pairs));
}

function toCounted(counts: Tally['counts']): [number, number][] {
  const counted: [number, number][] = [];
  for (let pair = 0; pair < 65536; pair++) if (counts[pair]! > 0) counted.push([pair, counts[pair]!]);
  return counted;
}

function readDoubleByte(
  { label, family, prior, toLikelihood }: DoubleByte,
  pairs: [number, number][],
): LegacyReading {
  const characters = decodePairs(pairs, label);
  let likelihood = prior + (/[\uff61-\uff9f]/.test(characters.join('')) ? NARROW : 0);
  let damaged = 0;
  let halves = 0;
  pairs.forEach(([pair, count], index) => {
    const char = characters[index]!;
    const trail = pair & 0xff;
    if (label === 'gb18030' && trail >= 0x30 && trail <= 0x39) {
      halves += count;
      likelihood += count * HALF;
    } else if (label === 'euc-jp' && pair === 0x8f00) likelihood += count * THREE;
    else if (char.includes('\ufffd')) {
      damaged += count;
      likelihood += trail === 0 && count === 1 ? CUT : count * INVALID;
    } else {
      likelihood += count * (toLikelihood(char, pair) + (trail > 0 && trail < 0x80 ? ASCII_TRAIL : 0));
    }
  });
  return { label, family, likelihood, damaged: damaged + (halves % 2), characters: characters.join('') };
}

/** What pairs of bytes stand for, one text each; a line end is part of no character, so that one call decodes them all. */
function decodePairs(pairs: readonly [number, number][], label: string): string[] {
  const bytes = pairs.flatMap(([pair]) =>
    (pair & 0xff) === 0 ? [pair >> 8, 10] : [pair >> 8, pair & 0xff, 10],
  );
  return new TextDecoder(label).decode(Uint8Array.from(bytes)).split('\n');
}

function readSingleByte({ label, prior }: SingleByte, neighbours: Neighbours): LegacyReading[] {
  const page = maybeCodePage(label);
  if (!page) return [];
  const used = [...new Set(neighbours.map(([pair]) => pair & 0xff))].filter((byte) => byte >= 0x80).sort();
  const damaged = neighbours.reduce(
    (sum, [pair, count]) => sum + (page.characters[pair & 0xff] === '\ufffd' ? count : 0),
    0,
  );
  return [
    {
      label,
      family: 'neighbours',
      likelihood: prior + toSingleByteLikelihood(neighbours, page),
      damaged,
      characters: used.map((byte) => page.characters[byte]).join(''),
    },
  ];
}
