/** Excel's own limits; what claims to lie beyond them is not a cell. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** A rectangle of cells, counted from 0, both ends included. */
export interface CellRange {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** `0` → `A`, `26` → `AA`. */
export function toColumnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `(2, 1)` → `B3`. */
export function toAddress(row: number, column: number): string {
  return `${toColumnLetters(column)}${row + 1}`;
}

export function toRangeText({ top, left, bottom, right }: CellRange): string {
  return `${toAddress(top, left)}:${toAddress(bottom, right)}`;
}

/** `B3:F200`, `A:C`, `3:9`, `B3`; a side that is not given reaches to the end. */
export function maybeRange(text: string): CellRange | undefined {
  const [first = '', last = first, ...more] = text.trim().replaceAll('$', '').split(':');
  const from = /^([a-z]{0,3})(\d{0,7})$/i.exec(first);
  const to = /^([a-z]{0,3})(\d{0,7})$/i.exec(last);
  if (!from || !to || !first || !last || more.length > 0) return undefined;
  const rows = toSpan(toRow(from[2]!, 0), toRow(to[2]!, MAX_ROWS - 1));
  const columns = toSpan(toColumn(from[1]!, 0), toColumn(to[1]!, MAX_COLUMNS - 1));
  if (rows[0] < 0 || columns[0] < 0 || rows[1] >= MAX_ROWS || columns[1] >= MAX_COLUMNS) return undefined;
  return { top: rows[0], bottom: rows[1], left: columns[0], right: columns[1] };
}

function toSpan(one: number, other: number): [number, number] {
  return one <= other ? [one, other] : [other, one];
}

function toRow(digits: string, open: number): number {
  return digits ? Number(digits) - 1 : open;
}

function toColumn(letters: string, open: number): number {
  if (!letters) return open;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
