/** In characters of the standard font. */
const NARROWEST = 6;
/** Wider columns wrap. */
export const WIDEST = 60;
const PADDING = 2;
/** The arrow of a filter stands in the header's cell. */
const ARROW = 3;

/** Chinese, Japanese, Korean, full width forms and pictures take two places. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\ud83c-\ud83e][\udc00-\udfff]|[\ud840-\ud888][\udc00-\udfff]/g;
/** Marks over or under what stands before them, and joiners, take none. */
const NONE = /[\p{Mn}\p{Me}\p{Cf}]/gu;

/** How many characters wide the longest line of a text is. */
export function measure(text: string): number {
  let widest = 0;
  for (const line of text.split(/\r\n?|\n/)) widest = Math.max(widest, measureLine(line));
  return widest;
}

function measureLine(line: string): number {
  let width = line.length;
  // a pair of code units is two long by itself
  for (const [sign] of line.matchAll(WIDE)) if (sign.length === 1) width++;
  return width - (line.match(NONE)?.length ?? 0);
}

/** The width of a column whose header and values are so wide. */
export function toWidth(header: string, widest: number): number {
  const wanted = Math.max(measure(header) + ARROW, widest + PADDING);
  return Math.min(WIDEST, Math.max(NARROWEST, wanted));
}

/** How many lines a text in UTF-8 takes in a column; about, since fonts differ. */
export function countLines(bytes: Uint8Array, from: number, to: number, width: number): number {
  let lines = 1;
  let at = 0;
  for (let k = from; k < to; k++) {
    const byte = bytes[k]!;
    if (byte === 10) {
      lines++;
      at = 0;
      continue;
    }
    at += byte < 0x80 ? 1 : byte >= 0xe0 ? 2 : byte >= 0xc0 ? 1 : 0;
    if (at > width) {
      lines++;
      at = 0;
    }
  }
  return lines;
}

/** How wide numbers between these two are in a format. */
export function measureNumbers(least: number, greatest: number, format: string): number {
  const largest = Math.max(Math.abs(least), Math.abs(greatest));
  const sign = least < 0 ? 1 : 0;
  if (format === 'General') return sign + 10;
  const whole = Math.max(1, Math.floor(Math.log10(Math.max(1, largest))) + 1);
  const groups = format.includes(',') ? Math.floor((whole - 1) / 3) : 0;
  const fraction = /\.(0+)/.exec(format)?.[1]?.length;
  return sign + whole + groups + (fraction ? fraction + 1 : 0);
}
