import { onMount, Show } from 'solid-js';
import { stepWords } from '../../i18n/steps/steps';
import type { CellViewProps } from '../view';
import type { StepsCell } from './compile';
import { CheckNote } from './CheckNote';
import { Findings } from './Findings';
import { Panel } from './Panel';
import { createRecipe } from './recipe';
import { StepTable } from './StepTable';
import { toProblemWords } from './words';
import './steps.css';

/** The cell's own part: the table; and the chain too, where there is no room for it beside the page. */
export function View(props: CellViewProps<StepsCell>) {
  const recipe = createRecipe(props);
  let root!: HTMLDivElement;

  onMount(() =>
    props.onReady({
      focus() {
        const panel = document.querySelector(`[data-panel="${CSS.escape(recipe.id)}"]`) ?? root;
        panel.querySelector<HTMLElement>('.step-main, .add-step-button, select')?.focus();
      },
      begin: (step) => recipe.beginWith(step),
    }),
  );

  return (
    <div class="steps" ref={root}>
      <Show when={props.panel === 'inside'}>
        <Panel recipe={recipe} />
      </Show>
      <Show when={!props.cell.from}>
        <p class="note">{stepWords().panel.noTable}</p>
      </Show>
      <Show when={props.state.status === 'failed' && props.state.problem}>
        {(problem) => <p class="note warn">{toProblemWords('', problem())}</p>}
      </Show>
      <CheckNote recipe={recipe} />
      <Findings recipe={recipe} />
      <StepTable recipe={recipe} />
    </div>
  );
}
