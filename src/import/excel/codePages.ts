/** Encodings of the Encoding Standard by the numbers that Windows has for them. */
const LABELS: Record<number, string> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  10007: 'x-mac-cyrillic',
  20866: 'koi8-r',
  21866: 'koi8-u',
  28591: 'windows-1252',
  54936: 'gb18030',
  65001: 'utf-8',
  ...Object.fromEntries(Array.from({ length: 9 }, (_, at) => [1250 + at, `windows-${1250 + at}`])),
};

/** What the reader of old workbooks asks for the texts in them, by the browser's own decoders. */
export function createCodePages() {
  const decoders = new Map<number, TextDecoder>();

  function decode(page: number, bytes: ArrayLike<number> | string): string {
    const codes = typeof bytes === 'string' ? Uint8Array.from(bytes, (char) => char.charCodeAt(0)) : bytes;
    // halves of a character come one by one, which a decoder would not take
    if (page === 1200) return toUtf16(codes);
    let decoder = decoders.get(page);
    if (!decoder) {
      decoder = new TextDecoder(LABELS[page] ?? 'windows-1252');
      decoders.set(page, decoder);
    }
    return decoder.decode(Uint8Array.from(codes));
  }

  /** Of passwords only. */
  function encode(_page: number, text: string): number[] {
    return Array.from(text, (char) => char.charCodeAt(0) & 0xff);
  }

  return { utils: { decode, encode } };
}

function toUtf16(bytes: ArrayLike<number>): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2)
    text += String.fromCharCode(bytes[at]! | (bytes[at + 1]! << 8));
  return text;
}
