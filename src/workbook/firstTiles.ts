import type { Cell } from './cell';
import type { Tile } from './tiles';
import { COLUMNS, MOST_HEIGHT } from './tiles';

/** How a dashboard looks before anybody has arranged it. */

type Size = Pick<Tile, 'w' | 'h'>;

/** A row with the space below it, in points of the page, and how wide a letter of a text is taken to be. */
const ROW = 40;
const GAP = 12;
const LETTERS = 88;

const CHART: Size = { w: 6, h: 9 };
const TABLE: Size = { w: 6, h: 9 };
/** What lies along a year has no room beside another. */
const broad = new Set(['calendar', 'candlestick']);

/** Texts and charts in their order: figures in rows of four, other charts in pairs, one that is alone as wide as the page. */
export function toFirstTiles(cells: readonly Cell[]): Tile[] {
  const tiles: Tile[] = [];
  let y = 0;
  const put = (row: readonly Cell[], width: number) => {
    const h = Math.max(...row.map((cell) => toSize(cell).h));
    row.forEach((cell, at) => tiles.push({ cell: cell.id, x: at * width, y, w: width, h }));
    y += h;
  };
  for (const run of toRuns(cells.filter(isFirst))) {
    const most = isFigure(run[0]!) ? 4 : isPaired(run[0]!) ? 2 : 1;
    for (let at = 0; at < run.length; at += most) {
      const row = run.slice(at, at + most);
      // a last figure stays as narrow as those above it; a chart takes the room there is
      const width = COLUMNS / (isFigure(row[0]!) ? Math.min(most, run.length) : row.length);
      put(row, width);
    }
  }
  return tiles;
}

/** How large a cell is where it is added. */
export function toSize(cell: Cell): Size {
  if (cell.kind === 'text') return { w: COLUMNS, h: toTextRows(String(settingOf(cell, 'markdown') ?? '')) };
  if (isFigure(cell))
    return { w: 3, h: (settingOf(cell, 'x') === undefined ? 3 : 4) + (settingOf(cell, 'title') ? 1 : 0) };
  if (cell.kind === 'chart') return isPaired(cell) ? CHART : { ...CHART, w: COLUMNS };
  return TABLE;
}

/** What stands above the tiles, where readers set it. */
export function isFilter({ kind }: Cell): boolean {
  return kind === 'input';
}

/** What is shown unasked: tables are what charts are made of, and stand there when somebody wants them to. */
function isFirst(cell: Cell): boolean {
  if (cell.kind === 'text') return String(settingOf(cell, 'markdown') ?? '').trim() !== '';
  return cell.kind === 'chart' && settingOf(cell, 'from') !== '';
}

/** Cells that follow on one another and stand beside one another. */
function toRuns(cells: readonly Cell[]): Cell[][] {
  const runs: Cell[][] = [];
  for (const cell of cells) {
    const last = runs.at(-1)?.[0];
    const fits = last && isPaired(last) === isPaired(cell) && isFigure(last) === isFigure(cell);
    if (fits && cell.kind === 'chart' && last.kind === 'chart') runs.at(-1)!.push(cell);
    else runs.push([cell]);
  }
  return runs;
}

function isFigure(cell: Cell): boolean {
  return cell.kind === 'chart' && settingOf(cell, 'mark') === 'kpi' && settingOf(cell, 'facet') === undefined;
}

function isPaired(cell: Cell): boolean {
  return cell.kind === 'chart' && !broad.has(String(settingOf(cell, 'mark'))) && !isFigure(cell);
}

/** About how many rows a text takes: what is longer can be scrolled, and the tile made larger. */
function toTextRows(markdown: string): number {
  let points = 16;
  for (const line of markdown.trim().split(/\n/)) {
    if (line.trim() === '') points += 8;
    else if (/^#{1,2}\s/.test(line)) points += 38;
    else points += 24 * Math.max(1, Math.ceil(toLetters(line) / LETTERS));
  }
  return Math.min(MOST_HEIGHT / 3, Math.max(1, Math.ceil((points + GAP) / ROW)));
}

/** A value is about as long as a date; Chinese letters are twice as wide. */
function toLetters(line: string): number {
  const shown = line.replaceAll(/\{\{[^{}]*\}\}/g, '2026-01-05').replaceAll('**', '');
  return shown.length + (shown.match(/[\u2e80-\uffef]/g)?.length ?? 0);
}

function settingOf(cell: Cell, setting: string): unknown {
  return (cell as unknown as Record<string, unknown>)[setting];
}
