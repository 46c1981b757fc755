import { toFrame } from '../../charts/render/decor';
import type { Look } from '../../charts/spec/look';
import type { Picture } from '../../charts/spec/picture';
import type { ChartCell } from './compile';
import type { Drawn } from './picture';
import { drawCell } from './picture';

/** Kinds that are as high as what is in them: their lines, weeks or branches are of one size. */
const ownHeights: ReadonlySet<string> = new Set(['calendar', 'funnel', 'kpi', 'slope', 'table', 'tree']);
/** Of the height that a picture has by itself: with less, its labels would stand upon one another. */
const LEAST_SHARE = 0.6;
const LEAST_HEIGHT = 100;

/** The picture of a cell with its title, legend and notes in a room of so many points, as far as it can be made to fit. */
export function drawFitting(
  cell: ChartCell,
  drawn: Drawn,
  { look, tall }: { look: Omit<Look, 'tag' | 'words'>; tall: number },
): Picture | undefined {
  const natural = drawCell(cell, drawn, look);
  if (!natural || ownHeights.has(cell.mark)) return natural;
  const { above, below } = toFrame(natural);
  const height = toFittingHeight(natural.height, tall - above - below);
  return height === natural.height ? natural : drawCell(cell, drawn, { ...look, height });
}

export function toFittingHeight(own: number, room: number): number {
  return Math.round(Math.max(room, Math.min(own, Math.max(own * LEAST_SHARE, LEAST_HEIGHT))));
}
