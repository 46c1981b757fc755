const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The characters of a string or a key. */
export function toText(bytes: Uint8Array, from: number, to: number, escaped: boolean): string {
  if (escaped) return JSON.parse(decoder.decode(bytes.subarray(from - 1, to + 1))) as string;
  if (to - from > 24) return decoder.decode(bytes.subarray(from, to));
  let text = '';
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte >= 0x80) return decoder.decode(bytes.subarray(from, to));
    text += String.fromCharCode(byte);
  }
  return text;
}

/** Half of a surrogate pair is no character, and UTF-8 has no bytes for it. */
export function hasLoneSurrogate(text: string): boolean {
  return !text.isWellFormed();
}
