/** The texts of a column, one after another, and where each ends. */
export interface Texts {
  data: Uint8Array;
  offsets: Int32Array;
}

const strict = new TextDecoder('utf-8', { fatal: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** Texts whose bytes are UTF-8; what is none is replaced by `�`, and the texts that it was in are counted. */
export function mendText({ data, offsets }: Texts): Texts & { bad: number } {
  if (isText(data, offsets)) return { data, offsets, bad: 0 };
  const parts: Uint8Array[] = [];
  const mended = new Int32Array(offsets.length);
  let bad = 0;
  let size = 0;
  for (let k = 0; k + 1 < offsets.length; k++) {
    const bytes = data.subarray(offsets[k], offsets[k + 1]);
    const part = isText(bytes, undefined) ? bytes : encoder.encode(lenient.decode(bytes));
    if (part !== bytes) bad++;
    parts.push(part);
    size += part.length;
    mended[k + 1] = size;
  }
  const joined = new Uint8Array(size);
  parts.forEach((part, k) => joined.set(part, mended[k]));
  return { data: joined, offsets: mended, bad };
}

function isText(data: Uint8Array, offsets: Int32Array | undefined): boolean {
  const words = new Uint32Array(data.buffer, (data.byteOffset + 3) & ~3, Math.max(0, (data.length - 3) >> 2));
  let all = 0;
  for (let k = 0; k < words.length; k++) all |= words[k]!;
  const head = words.byteOffset - data.byteOffset;
  for (let at = 0; at < Math.min(head, data.length); at++) all |= data[at]! << 24;
  for (let at = head + words.length * 4; at < data.length; at++) all |= data[at]! << 24;
  if ((all & 0x80808080) === 0) return true;
  try {
    strict.decode(data);
  } catch {
    return false;
  }
  // all of it is text, but a cut may go through a character
  if (offsets) {
    for (let k = 0; k < offsets.length - 1; k++) {
      if (offsets[k]! < data.length && (data[offsets[k]!]! & 0xc0) === 0x80) return false;
    }
  }
  return true;
}
