const NARROWEST = 72;
const WIDEST = 320;
/** Padding on both sides, the line, and a little for figures that are wider in tables than the canvas measures. */
const CELL_ROOM = 20;
/** The same and the type's glyph with its gap. */
const HEADER_ROOM = 44;
const NAME_SEEN = 100;

export interface FitOptions {
  measureName(text: string): number;
  measureCell(text: string): number;
  widest?: number;
}

/** A width for a name and some cells; of the cells only the one that looks longest is measured. */
export function fitColumn(
  name: string,
  texts: readonly string[],
  { measureName, measureCell, widest = WIDEST }: FitOptions,
): number {
  const longest = findLongest(texts);
  const cell = longest === '' ? 0 : measureCell(longest) + CELL_ROOM;
  const width = Math.max(measureName(name.slice(0, NAME_SEEN)) + HEADER_ROOM, cell);
  return Math.ceil(Math.max(NARROWEST, Math.min(widest, width)));
}

function findLongest(texts: readonly string[]): string {
  let longest = '';
  let most = 0;
  for (const text of texts) {
    if (text.length * 2 <= most) continue;
    const length = guessLength(text);
    if (length <= most) continue;
    most = length;
    longest = text;
  }
  return longest;
}

/** Chinese, Japanese and Korean characters, and capitals a little, are wider than other letters. */
function guessLength(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    length += code >= 0x1100 ? 1.8 : code >= 0x41 && code <= 0x5a ? 1.2 : 1;
  }
  return length;
}
