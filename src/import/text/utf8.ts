/**
 * Checks UTF-8 piece by piece, as the Encoding Standard does: a place is damaged where its decoder would put a U+FFFD. ASCII
 * may be left out, but for the byte that ends a stretch of others.
 */
export function createUtf8Check() {
  let size = 0;
  let missing = 0;
  let low = 0x80;
  let high = 0xbf;

  function step(byte: number): void {
    if (missing > 0) {
      if (byte >= low && byte <= high) {
        low = 0x80;
        high = 0xbf;
        if (--missing > 0) return;
        if (size === 1) check.twoBytes++;
        else check.moreBytes++;
        return;
      }
      check.damaged++;
      missing = 0;
    }
    if (byte < 0x80) return;
    if (byte < 0xc2 || byte > 0xf4) {
      check.damaged++;
      return;
    }
    size = missing = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    // neither longer than needed, nor a surrogate, nor past the last character
    low = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    high = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
  }

  const check = {
    damaged: 0,
    /** Characters of two bytes, and of three or four. */
    twoBytes: 0,
    moreBytes: 0,

    push(bytes: Uint8Array, from: number, to: number): void {
      let at = from;
      let more = 0;
      while (at < to) {
        const byte = bytes[at]!;
        if (missing > 0) {
          step(byte);
          at++;
        } else if (byte < 0x80) {
          at++;
        } else if (
          // most of East Asia, without the cases that need care
          byte > 0xe0 &&
          byte < 0xed &&
          at + 2 < to &&
          (bytes[at + 1]! & 0xc0) === 0x80 &&
          (bytes[at + 2]! & 0xc0) === 0x80
        ) {
          more++;
          at += 3;
        } else {
          step(byte);
          at++;
        }
      }
      check.moreBytes += more;
    },

    finish(): void {
      if (missing > 0) check.damaged++;
      missing = 0;
    },
  };
  return check;
}
