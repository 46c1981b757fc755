const LINES = 200;
/** Of fewer lines, blanks stand one above the other by chance. */
const FEWEST = 4;
const LONGEST = 2000;

/** Whether the lines of a text hold columns of fixed width: blanks in one place in all, and more than one in most. */
export function isFixedWidth(text: string): boolean {
  const lines = text
    .split(/\r\n|\r|\n/, LINES + 1)
    .slice(0, LINES)
    .filter((line) => line.trim() !== '');
  if (lines.length < FEWEST || lines.some((line) => line.length > LONGEST)) return false;
  const filled = lines.filter((line) => /\S {2,}\S/.test(line));
  return filled.length * 2 > lines.length && hasGutter(lines);
}

/** A place at which no line has anything, between places at which some have. */
function hasGutter(lines: readonly string[]): boolean {
  const used = new Set(lines.flatMap((line) => Array.from(line.matchAll(/\S/g), ({ index }) => index)));
  const places = [...used].sort((a, b) => a - b);
  return places.some((place, at) => at > 0 && place > places[at - 1]! + 1);
}
