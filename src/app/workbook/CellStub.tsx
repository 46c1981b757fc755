import { For, Show } from 'solid-js';
import type { CellState } from '../../run/state';
import type { Cell } from '../../workbook/cell';
import { listSettings } from '../../workbook/compare';

const HEAD = 36;
const LINE = 20;
/** The padding and the bar of an editor. */
const EDITOR = 52;
const ROW = 28;
const MOST_ROWS = 10;

/** A cell far from the screen: its name and its text, where the browser's own search finds them. */
export function CellStub(props: { cell: Cell }) {
  return (
    <div class="cell-stub">
      <Show when={props.cell.name}>{(name) => <b>{name()}</b>}</Show>
      <For each={listTexts(props.cell)}>{(text) => <pre>{text}</pre>}</For>
    </div>
  );
}

/** About how high a cell will be when it is drawn whole. */
export function toStubHeight(cell: Cell, { result }: CellState): number {
  if (cell.collapsed) return HEAD;
  const lines = listTexts(cell).join('\n').split('\n').length;
  if (!cell.name) return lines * LINE;
  const rows = result ? (Math.min(Math.max(result.rowCount, 1), MOST_ROWS) + 1) * ROW : 0;
  return HEAD + EDITOR + lines * LINE + rows;
}

function listTexts(cell: Cell): string[] {
  return listSettings(cell)
    .filter(({ setting }) => setting === 'sql' || setting === 'markdown')
    .map(({ text }) => text);
}
