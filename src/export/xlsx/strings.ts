import { createOut, take, writeText } from '../formats/out';
import { hasSpaces, MAIN, toAscii, writeBytes, writeEscaped, XML } from './xml';

/** What shared texts may take, so that memory has an end however large the table is. */
const MOST_BYTES = 2 ** 24;
const MOST_TEXTS = 2 ** 17;
/** A longer text hardly comes twice. */
const LONGEST = 200;
const PIECE_BYTES = 2 ** 17;
const MARKUP_BYTES = 64;

const OPEN = toAscii('<si><t>');
const OPEN_KEPT = toAscii('<si><t xml:space="preserve">');
const CLOSE = toAscii('</t></si>');

/** Texts that stand once in the file, as Excel does it, and go by their number. */
export function createStrings({ mostBytes = MOST_BYTES, mostTexts = MOST_TEXTS } = {}) {
  const slots = new Int32Array(2 * mostTexts);
  const starts = new Uint32Array(mostTexts + 1);
  const hashes = new Int32Array(mostTexts);
  let pool = new Uint8Array(2 ** 16);
  let count = 0;
  let uses = 0;

  const isAt = (text: number, bytes: Uint8Array, from: number, to: number) => {
    const start = starts[text]!;
    if (starts[text + 1]! - start !== to - from) return false;
    for (let k = from, at = start; k < to; k++, at++) if (pool[at] !== bytes[k]) return false;
    return true;
  };
  const keep = (bytes: Uint8Array, from: number, to: number, hash: number) => {
    const start = starts[count]!;
    const end = start + to - from;
    if (end > pool.length) {
      const larger = new Uint8Array(Math.min(mostBytes, Math.max(pool.length * 2, end)));
      larger.set(pool);
      pool = larger;
    }
    pool.set(bytes.subarray(from, to), start);
    hashes[count] = hash;
    starts[count + 1] = end;
    return count++;
  };

  return {
    count: () => count,
    /** The number of a text; −1 where it has none and gets none, and stands in its cell. */
    find(bytes: Uint8Array, from: number, to: number): number {
      if (to - from > LONGEST) return -1;
      const hash = toHash(bytes, from, to);
      let slot = (hash >>> 0) % slots.length;
      for (; slots[slot] !== 0; slot = slot + 1 < slots.length ? slot + 1 : 0) {
        const text = slots[slot]! - 1;
        if (hashes[text] === hash && isAt(text, bytes, from, to)) {
          uses++;
          return text;
        }
      }
      if (count === mostTexts || starts[count]! + to - from > mostBytes) return -1;
      const text = keep(bytes, from, to, hash);
      slots[slot] = text + 1;
      uses++;
      return text;
    },
    /** The part of the file, piece by piece. */
    *toXml(): Generator<Uint8Array<ArrayBuffer>> {
      const out = createOut(PIECE_BYTES * 2);
      writeText(out, `${XML}<sst xmlns="${MAIN}" count="${uses}" uniqueCount="${count}">`);
      for (let text = 0; text < count; text++) {
        const [from, to] = [starts[text]!, starts[text + 1]!];
        writeBytes(out, hasSpaces(pool, from, to) ? OPEN_KEPT : OPEN);
        writeEscaped(out, pool, from, to);
        writeBytes(out, CLOSE);
        if (out.at + MARKUP_BYTES > PIECE_BYTES) yield take(out);
      }
      writeText(out, '</sst>');
      yield take(out);
    },
  };
}

export type Strings = ReturnType<typeof createStrings>;

/** FNV-1a over four bytes at a time, with a last stir. */
export function toHash(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5 ^ (to - from);
  let k = from;
  for (; k + 4 <= to; k += 4) {
    const four = bytes[k]! | (bytes[k + 1]! << 8) | (bytes[k + 2]! << 16) | (bytes[k + 3]! << 24);
    hash = Math.imul(hash ^ four, 0x01000193);
    hash ^= hash >>> 17;
  }
  for (; k < to; k++) hash = Math.imul(hash ^ bytes[k]!, 0x01000193);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) ^ (hash >>> 13);
}
