import type { Context, Decision } from './decide';
import { decide } from './decide';
import type { Meaning } from './meaning';
import { toKey, toMeaning } from './meaning';
import { createMissing } from './missing';
import { KINDS, toPlainKind } from './plainKind';
import { losesZeros } from './codeValue';
import { toConverter } from './convert';
import type { Reading } from './reading';
import type { Tally } from './tally';
import { count } from './tally';

export interface ProfileOptions {
  /** Texts that mean that a value is missing. */
  missing?: readonly string[];
  /** How a person wants the values to be read. */
  chosen?: Reading;
  /** `text` asks nothing of the values. */
  types?: 'auto' | 'text';
}

export interface Profile {
  /** Takes a value, and the line on which it stands. */
  add(value: string, line?: number): void;
  decide(context: Context): Decision;
}

const CACHED = 4096;
const LONGEST_CACHED = 40;
/** So many values that are nothing but words, and more than half of all: the column is text whatever follows. */
const HOPELESS = 1000;

/** Goes through the values of a column, and tells at the end what type all of them have. */
export function createProfile({ missing, chosen, types }: ProfileOptions = {}): Profile {
  const isMissing = createMissing(missing);
  const convert = chosen && toConverter(chosen);
  const tallies = new Map<string, Tally>();
  const plain = Array.from<Tally | undefined>({ length: KINDS });
  const cache = new Map<string, Tally>();
  const misfits = { count: 0, examples: [] as string[], lines: [] as number[] };
  let zeros = 0;
  let total = 0;
  let words = 0;
  let hasMissingText = false;
  let isHopeless = types === 'text';

  function look(value: string): Tally {
    const known = value.length <= LONGEST_CACHED ? cache.get(value) : undefined;
    if (known) return known;
    const meaning = toMeaning(value);
    const key = toKey(meaning);
    let tally = tallies.get(key);
    if (!tally) tallies.set(key, (tally = { meaning, count: 0, examples: [], lines: [] }));
    if (value.length <= LONGEST_CACHED && cache.size < CACHED) cache.set(value, tally);
    return tally;
  }

  return {
    add(value, line) {
      if (isMissing(value)) {
        hasMissingText ||= value !== '';
        return;
      }
      total++;
      if (convert && convert(value) === undefined) count(misfits, value, line);
      else if (chosen && losesZeros(value, chosen)) zeros++;
      if (isHopeless) return;
      const kind = toPlainKind(value);
      const tally = kind < 0 ? look(value) : (plain[kind] ??= look(value));
      count(tally, value, line);
      if (kind < 0 && isWord(tally.meaning)) {
        words++;
        isHopeless = words >= HOPELESS && words * 2 > total;
      }
    },

    decide: (context) =>
      decide({
        context,
        tallies: [...tallies.values()],
        total,
        isHopeless,
        ...(chosen && { chosen: { reading: chosen, misfits, zeros } }),
        isTextWanted: types === 'text',
        hasMissingText,
      }),
  };
}

/** Whether a text is nothing that any type could hold. */
function isWord({ number, moment, isTime, yesNo, missingWord, code }: Meaning): boolean {
  return (
    !number && !moment && !isTime && yesNo === undefined && missingWord === undefined && code === undefined
  );
}
