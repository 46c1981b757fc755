import type { ImportOptions } from '../options';
import type { Borders } from './borders';
import { cutAt, findCrossed, hasWide, isCrossed, toWidth } from './borders';
import { isWord, toKind } from './kind';
import { scoreCells, toBreadth } from './sniff';

/** How a text is cut whose columns are told by their width alone. */
export interface FixedFinding {
  borders: Borders;
  /** Lines above the table that are not in columns. */
  titles: number;
  /** The line of dashes below the header; nothing where there is none. */
  ruler: string;
  /** As the delimiters have it. */
  score: number;
}

interface Line {
  text: string;
  /** Lines above it. */
  above: number;
}

/** Borders, and how well they fit where characters are counted so. */
interface Found {
  places: number[];
  wide: boolean;
  fit: number;
}

interface Gutter {
  from: number;
  to: number;
}

const LINES = 10_000;
/** Of fewer lines, blanks stand one above the other by chance. */
const FEWEST = 4;
/** One blank in the same place of fewer lines may be a blank between words. */
const MANY = 8;
const LONGEST = 2000;
const MOST_TITLES = 10;
const MOST_NOTES = 3;
const RULER = /^\s*(?:-{2,}|={2,}|_{2,}|-|=)(?:\s+(?:-+|=+|_+))+\s*$/;
/** One line in so many may have a value that is too long. */
const ODD_SHARE = 20;
const SCORED = 200;
const PRIOR = 0.9;

/** The columns of a text of fixed width, as far as it says them; nothing where it does not look like one. */
export function maybeFixed(text: string, given: Pick<ImportOptions, 'wide'> = {}): FixedFinding | undefined {
  const lines = toLines(text);
  if (lines.length < FEWEST || lines.some(({ text: line }) => line.length > LONGEST || line.includes('\t')))
    return undefined;
  const ruler = lines.slice(0, MOST_TITLES).find(({ text: line }) => RULER.test(line))?.text;
  const spread = lines.filter(({ text: line }) => isSpread(line));
  if (ruler === undefined && spread.length * 2 <= lines.length) return undefined;
  const body = toBody(lines);
  const [best] = toModes(text, given)
    .map((wide) => (ruler === undefined ? findPlaces(body, wide) : toRulerPlaces(body, ruler, wide)))
    .toSorted((a, b) => b.places.length - a.places.length || b.fit - a.fit);
  if (best!.places.length === 0) return undefined;
  return toFinding(lines, { places: best!.places, wide: best!.wide }, ruler ?? '');
}

/** The finding for a text that a person says is of fixed width: with the borders given, or those that it seems to have. */
export function toFixed(text: string, given: Pick<ImportOptions, 'borders' | 'wide'>): FixedFinding {
  const lines = toLines(text);
  if (!given.borders) {
    const found = maybeFixed(text, given);
    return found ?? toFinding(lines, { places: [], wide: given.wide ?? false }, '');
  }
  const places = [...new Set(given.borders)].filter((place) => place > 0).toSorted((a, b) => a - b);
  const body = toBody(lines);
  const [best] = toModes(text, given)
    .map((wide) => ({ places, wide, fit: -countCrossed(body, { places, wide }) }))
    .toSorted((a, b) => b.fit - a.fit);
  return toFinding(lines, { places, wide: best!.wide }, '');
}

function toLines(text: string): Line[] {
  return text
    .split(/\r\n|\r|\n/, LINES)
    .map((line, above) => ({ text: line, above }))
    .filter(({ text: line }) => line.trim() !== '');
}

/** The ways in which characters may be counted. */
function toModes(text: string, { wide }: Pick<ImportOptions, 'wide'>): boolean[] {
  if (wide !== undefined) return [wide];
  return hasWide(text) ? [false, true] : [false];
}

const isSpread = (line: string) => /\S {2,}\S|\S\u3000+\S/.test(line);

/** The lines without titles above and notes below, which have no wide gaps in them. */
function toBody(lines: readonly Line[]): Line[] {
  const isTitle = ({ text }: Line) => !isSpread(text) && !RULER.test(text);
  let from = 0;
  while (from < Math.min(MOST_TITLES, lines.length / 3) && isTitle(lines[from]!)) from++;
  let to = lines.length;
  while (to > lines.length - MOST_NOTES && to > from + 1 && isTitle(lines[to - 1]!)) to--;
  const body = lines.slice(from, to);
  return body.length < FEWEST ? [...lines] : body;
}

function countCrossed(lines: readonly Line[], places: Pick<Borders, 'places' | 'wide'>): number {
  return lines.filter(({ text }) => findCrossed(text, places).length > 0).length;
}

function toRulerPlaces(lines: readonly Line[], ruler: string, wide: boolean): Found {
  const places = [...ruler.matchAll(/\S+/g)].slice(1).map(({ index }) => index);
  return { places, wide, fit: -countCrossed(lines, { places, wide }) };
}

function findPlaces(lines: readonly Line[], wide: boolean): Found {
  const counts = new Uint32Array(LONGEST * 2 + 1);
  for (const { text } of lines) {
    let place = 0;
    for (const char of text) {
      const width = toWidth(char, wide);
      if (char.trim() !== '') for (let at = place; at < place + width; at++) counts[at]!++;
      place += width;
    }
  }
  const gutters = findGutters(counts, Math.floor(lines.length / ODD_SHARE));
  const ends = [...gutters.slice(1).map(({ from }) => from), counts.findLastIndex((count) => count > 0) + 1];
  const places = gutters.map((gutter, index) =>
    toPlace(counts, gutter, gutters[index - 1]?.to ?? 0, ends[index]!),
  );
  return {
    places: places.filter((_, index) => isBorder(lines, { places, wide }, index, gutters[index]!)),
    wide,
    // counted in the right way, columns are flush on one side
    fit: gutters.reduce((sum, { to }, index) => sum + Math.max(counts[to]!, counts[ends[index]! - 1]!), 0),
  };
}

/** Places that are blank in all lines, between places that are not. */
function findGutters(counts: Uint32Array, odd: number): Gutter[] {
  const used = [...counts.keys()].filter((place) => counts[place]! > odd);
  return used.flatMap((place, index) => {
    const before = used[index - 1];
    return before !== undefined && place > before + 1 ? [{ from: before + 1, to: place }] : [];
  });
}

/** Where in a gutter the border is: what is flush on one side grows on the other. */
function toPlace(counts: Uint32Array, { from, to }: Gutter, start: number, end: number): number {
  const isRightFlush = (first: number, last: number) => counts[last - 1]! > counts[first]!;
  if (!isRightFlush(to, end)) return to;
  return isRightFlush(start, from) ? from : Math.ceil((from + to) / 2);
}

/** Whether a gutter of one blank is more than the blank of a date with a time, or of names in two words. */
function isBorder(
  lines: readonly Line[],
  borders: Pick<Borders, 'places' | 'wide'>,
  index: number,
  { from, to }: Gutter,
): boolean {
  if (to - from > 1) return true;
  const rows = lines.slice(0, SCORED).map(({ text }) => cutAt(text, borders).slice(index, index + 2));
  const [, right] = rows[0]!;
  const isHeader = cutAt(lines[0]!.text, borders).every((cell) => cell === null || isWord(cell));
  if (isHeader && !right) return false;
  const moments = rows.filter(
    ([date, time]) => toKind(date ?? '') === 'date' && toKind(time ?? '') === 'time',
  ).length;
  return moments < rows.length / 2 && (isHeader || lines.length >= MANY);
}

function toFinding(
  lines: readonly Line[],
  places: Pick<Borders, 'places' | 'wide'>,
  ruler: string,
): FixedFinding {
  const body = toBody(lines).map(({ text }) => findCrossed(text, places));
  const gaps = places.places.map(
    (_, index) => body.filter((crossed) => crossed.includes(index)).length <= body.length / ODD_SHARE,
  );
  const borders = { ...places, gaps };
  // a title goes over the gaps between the columns
  const isTitle = ({ text }: Line) => !isSpread(text) && isCrossed(text, borders);
  const first = lines.slice(0, MOST_TITLES + 1).findIndex((line) => !isTitle(line));
  const rows = lines.slice(Math.max(0, first)).filter(({ text }) => text !== ruler);
  const whole = rows.filter(({ text }) => findCrossed(text, borders).length === 0);
  const cells = whole.slice(0, SCORED).map(({ text }) => scoreCells(cutAt(text, borders)));
  const mean = cells.reduce((sum, cell) => sum + cell, 0) / Math.max(1, cells.length);
  return {
    borders,
    titles: first > 0 ? lines[first]!.above : 0,
    ruler,
    score: (PRIOR * mean * toBreadth(gaps.length + 1) * whole.length) / Math.max(1, rows.length),
  };
}
