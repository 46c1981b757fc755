import { Show, untrack } from 'solid-js';
import type { CellViewProps } from '../view';
import type { ChartCell } from './compile';
import { createMaking } from './making/making';
import { MakingPanel } from './making/MakingPanel';
import { Suggestions } from './making/Suggestions';
import { words } from './making/words';
import { Shown } from './Shown';
import './chart.css';

/** The cell's own part: how a chart is made, where there is no room beside the page, and what it shows. */
export function View(props: CellViewProps<ChartCell>) {
  const making = createMaking(props);
  return (
    <div class="chart">
      <Show when={making.isBlank() && props.panel === 'inside'}>
        <Suggestions making={making} />
      </Show>
      <Show when={props.panel === 'inside'}>
        <details class="making-inside" open={untrack(() => !props.cell.from)}>
          <summary>{words().open}</summary>
          <MakingPanel making={making} />
        </details>
      </Show>
      <Show when={!props.cell.from}>
        <p class="note">{words().noTable}</p>
      </Show>
      <Show when={!making.isBlank() || props.panel !== 'inside'}>
        <Suggestions making={making} />
      </Show>
      <Shown {...props} />
    </div>
  );
}
