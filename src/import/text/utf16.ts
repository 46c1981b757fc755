export type Utf16 = 'utf-16le' | 'utf-16be';

/**
 * Whether a text without a mark is UTF-16, from its beginning. Line ends and separators leave zeros in every second place;
 * a text of one byte a character that is filled up with zeros has them in both.
 */
export function findUtf16(head: Uint8Array): Utf16 | undefined {
  if (head.length < 4 || !head.includes(0)) return undefined;
  const zeros = [0, 0];
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at & 1]!++;
  const label: Utf16 = zeros[1]! > zeros[0]! ? 'utf-16le' : 'utf-16be';
  const { ascii, odd, units } = countUnits(head, label);
  const most = Math.max(...zeros);
  // single zeros get into other texts too
  const least = head.every((byte) => byte < 0x80) ? 0.3 : 0.02;
  const isUtf16 = most >= 3 && most >= least * units && odd <= units / 100 && ascii >= units / 100;
  return isUtf16 ? label : undefined;
}

/** Of the code units: those of ASCII texts, and those that no text has. */
function countUnits(bytes: Uint8Array, label: Utf16) {
  const units = bytes.length >> 1;
  const [high, low] = label === 'utf-16le' ? [1, 0] : [0, 1];
  let ascii = 0;
  let odd = 0;
  for (let at = 0; at < units * 2; at += 2) {
    const unit = (bytes[at + high]! << 8) | bytes[at + low]!;
    if ((unit >= 32 && unit < 127) || unit === 9 || unit === 10 || unit === 13) ascii++;
    else if (unit < 0xa0 || (unit >= 0xe000 && unit < 0xf900) || unit >= 0xfffe) odd++;
  }
  return { ascii, odd, units };
}

/** Counts the surrogates that stand alone, and a last byte without its second half. */
export function createUtf16Check(label: Utf16) {
  const highAt = label === 'utf-16le' ? 1 : 0;
  let offset = 0;
  let isPaired = true;
  const check = {
    damaged: 0,
    push(bytes: Uint8Array): void {
      for (let at = (highAt - offset) & 1; at < bytes.length; at += 2) {
        const kind = bytes[at]! & 0xfc;
        const closes = kind === 0xdc && !isPaired;
        if ((kind === 0xdc && isPaired) || (!closes && !isPaired)) check.damaged++;
        isPaired = kind !== 0xd8;
      }
      offset = (offset + bytes.length) & 1;
    },
    finish(): void {
      if (!isPaired) check.damaged++;
      if (offset === 1) check.damaged++;
    },
  };
  return check;
}
