import { toFrame } from '../../charts/render/decor';
import type { Look } from '../../charts/spec/look';
import type { Picture } from '../../charts/spec/picture';
import type { ChartCell } from './compile';
import type { Drawn } from './picture';
import { drawCell } from './picture';

/** Kinds that are as high as what is in them: their lines, weeks or branches are of one size. */
const ownHeights: ReadonlySet<string> = new Set(['calendar', 'funnel', 'slope', 'table', 'tree']);
/** Of the height that a picture has by itself: with less, its labels would stand upon one another. */
const LEAST_SHARE = 0.6;
const LEAST_HEIGHT = 100;
/** A large number needs no more than it has by itself, and can do with room for itself alone. */
const LEAST_NUMBER = 52;

/** The picture of a cell with its title, legend and notes in a room of so many points, as far as it can be made to fit. */
export function drawFitting(
  cell: ChartCell,
  drawn: Drawn,
  { look, tall }: { look: Omit<Look, 'tag' | 'words'>; tall: number },
): Picture | undefined {
  const natural = drawCell(cell, drawn, look);
  const isParted = drawn.made.slots.some((slot) => slot === 'facet' || slot === 'rows');
  if (!natural || ownHeights.has(cell.mark) || (cell.mark === 'kpi' && isParted)) return natural;
  const { above, below } = toFrame(natural);
  const room = tall - above - below;
  const height =
    cell.mark === 'kpi' ? toNumberHeight(natural.height, room) : toFittingHeight(natural.height, room);
  return height === natural.height ? natural : drawCell(cell, drawn, { ...look, height });
}

export function toFittingHeight(own: number, room: number): number {
  return Math.round(Math.max(room, Math.min(own, Math.max(own * LEAST_SHARE, LEAST_HEIGHT))));
}

export function toNumberHeight(own: number, room: number): number {
  return Math.round(Math.min(own, Math.max(room, LEAST_NUMBER)));
}
