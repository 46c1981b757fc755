import { Show } from 'solid-js';
import { Panel } from './Panel';
import { findRecipe } from './recipe';

/** The chain of a cell, beside the page. */
export function SidePanel(props: { id: string }) {
  return (
    <div class="scroll" data-panel={props.id}>
      <Show when={findRecipe(props.id)} keyed>
        {(recipe) => <Panel recipe={recipe} />}
      </Show>
    </div>
  );
}
