export type Utf32 = 'utf-32le' | 'utf-32be';

export function isUtf32(label: string): label is Utf32 {
  return label === 'utf-32le' || label === 'utf-32be';
}

const REPLACEMENT = 0xfffd;
/** As many characters as are made at once. */
const PIECE = 2 ** 13;

/** Browsers decode no UTF-32. What is no character becomes U+FFFD, as theirs do with other encodings. */
export function createUtf32Decoder(label: Utf32) {
  const isLittle = label === 'utf-32le';
  let rest = new Uint8Array();

  return {
    encoding: label as string,
    decode(piece: Uint8Array = new Uint8Array(), { stream = false }: { stream?: boolean } = {}): string {
      const bytes = new Uint8Array(rest.length + piece.length);
      bytes.set(rest);
      bytes.set(piece, rest.length);
      const whole = bytes.length - (bytes.length % 4);
      const view = new DataView(bytes.buffer);
      let text = '';
      for (let from = 0; from < whole; from += PIECE * 4) {
        const length = Math.min(PIECE, (whole - from) / 4);
        const codes = Array.from({ length }, (_, at) => toCode(view.getUint32(from + at * 4, isLittle)));
        text += String.fromCodePoint(...codes);
      }
      rest = stream ? bytes.slice(whole) : new Uint8Array();
      return stream || whole === bytes.length ? text : text + String.fromCodePoint(REPLACEMENT);
    },
  };
}

function toCode(unit: number): number {
  return unit > 0x10ffff || (unit >= 0xd800 && unit < 0xe000) ? REPLACEMENT : unit;
}
