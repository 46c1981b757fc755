import { Show } from 'solid-js';
import { chartWords } from '../../i18n/charts/charts';
import { formatCount } from '../../i18n/format';
import { Chips } from './Chips';
import type { Selection, Selections } from './selections';

/** Above a table: which of its rows are shown, as they are chosen in charts, and how many. */
export function RowsBar(props: {
  selections: Selections;
  applied: readonly Selection[];
  /** Nothing until they are counted. */
  rows: number | undefined;
  all: number;
}) {
  return (
    <div class="rows-bar">
      <Chips selections={props.selections} applied={props.applied} own={undefined} over={false} atTable />
      <span class="rows-part" role="status">
        <Show when={props.rows !== undefined}>
          {chartWords().together.rows(formatCount(props.rows!), formatCount(props.all), props.all)}
        </Show>
      </span>
    </div>
  );
}
