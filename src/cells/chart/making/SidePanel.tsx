import { Show } from 'solid-js';
import { findMaking } from './making';
import { MakingPanel } from './MakingPanel';

/** How the chart of a cell is set up, beside the page. */
export function SidePanel(props: { id: string }) {
  return (
    <div class="scroll" data-panel={props.id}>
      <Show when={findMaking(props.id)} keyed>
        {(making) => <MakingPanel making={making} />}
      </Show>
    </div>
  );
}
