import type { KeyPress } from '../../grid/keys';
import type { Way } from '../../workbook/tiles';

export type TileAction =
  | { do: 'step'; way: Way }
  | { do: 'size'; by: { w?: number; h?: number } }
  | { do: 'title' }
  | { do: 'remove' };

const ways: Record<string, Way> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const sizes: Record<string, { w?: number; h?: number }> = {
  ArrowLeft: { w: -1 },
  ArrowRight: { w: 1 },
  ArrowUp: { h: -1 },
  ArrowDown: { h: 1 },
};

/** What a key does to a tile that has the keyboard while the dashboard is arranged. */
export function findTileAction({
  key,
  shiftKey,
  ctrlKey,
  metaKey,
  altKey,
}: KeyPress): TileAction | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  if (shiftKey) return sizes[key] && { do: 'size', by: sizes[key] };
  if (ways[key]) return { do: 'step', way: ways[key] };
  if (key === 'Enter' || key === 'F2') return { do: 'title' };
  if (key === 'Delete' || key === 'Backspace') return { do: 'remove' };
  return undefined;
}
