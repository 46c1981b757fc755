const HIGH_BITS = 0x80808080;
const WORD = 4;

/** Finds the bytes beyond ASCII in a piece of text, four words at a time. */
export function createAsciiSkip(bytes: Uint8Array) {
  const { length } = bytes;
  const start = -bytes.byteOffset & (WORD - 1);
  const words = new Int32Array(
    bytes.buffer,
    Math.min(bytes.byteOffset + start, bytes.buffer.byteLength & -WORD),
    Math.max(0, length - start) >> 2,
  );

  /** Where the next byte beyond ASCII is, from `at` on; the length where there is none. */
  return (at: number): number => {
    while (at < length) {
      if (bytes[at]! >= 0x80) return at;
      at++;
      if (((at - start) & (WORD - 1)) !== 0 || at < start) continue;
      let word = (at - start) >> 2;
      while (
        word + 3 < words.length &&
        ((words[word]! | words[word + 1]! | words[word + 2]! | words[word + 3]!) & HIGH_BITS) === 0
      ) {
        word += 4;
      }
      at = Math.max(at, start + word * WORD);
    }
    return length;
  };
}
