/** Where the columns of a text begin that are told by their width alone. Plain data. */
export interface Borders {
  /** Places at which a column begins, counted from 0; that of the first one is left out. */
  places: readonly number[];
  /** Chinese, Japanese and Korean characters take two places, as in GBK and on a terminal. */
  wide: boolean;
  /** Whether the columns at a place stand apart in the sample: a value that crosses it is too long for its own. */
  gaps: readonly boolean[];
}

type Places = Pick<Borders, 'places' | 'wide'>;

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}]|[\u{20000}-\u{3fffd}]/u;
/** Below these, a place is a character. */
const NOT_LATIN = /[^\0-\u02ff]/;

/** The pieces of a line between the borders, with the blanks that fill them up. */
export function sliceAt(line: string, borders: Places): string[] {
  const offsets = toOffsets(line, borders);
  return [0, ...offsets].map((from, index) => line.slice(from, offsets[index]));
}

/** The values between the borders; null where there is none. */
export function cutAt(line: string, borders: Places): (string | null)[] {
  return sliceAt(line, borders).map((piece) => piece.trim() || null);
}

/** Which of the borders, by their index, go through a word. */
export function findCrossed(line: string, borders: Places): number[] {
  const offsets = toOffsets(line, borders);
  return offsets.flatMap((at, index) => (isFilled(line[at - 1]) && isFilled(line[at]) ? [index] : []));
}

/** Whether a line has a value that is too long for its column, or looks so. */
export function isCrossed(line: string, borders: Borders): boolean {
  return findCrossed(line, borders).some((index) => borders.gaps[index]);
}

/** How many places each character takes. */
export function toWidth(char: string, isWide: boolean): number {
  return isWide && WIDE.test(char) ? 2 : 1;
}

export function hasWide(text: string): boolean {
  return WIDE.test(text);
}

const isFilled = (char: string | undefined) => char !== undefined && char.trim() !== '';

/** Where in the text of a line each of the places is. */
function toOffsets(line: string, { places, wide }: Places): readonly number[] {
  if (!NOT_LATIN.test(line)) return places;
  const offsets: number[] = [];
  let place = 0;
  let at = 0;
  for (const char of line) {
    while (places[offsets.length]! <= place) offsets.push(at);
    if (offsets.length === places.length) return offsets;
    place += toWidth(char, wide);
    at += char.length;
  }
  return [...offsets, ...places.slice(offsets.length).map(() => line.length)];
}
