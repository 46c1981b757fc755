import { Show } from 'solid-js';
import { formatCount } from '../../i18n/format';
import { stepWords } from '../../i18n/steps/steps';
import type { Recipe } from './recipe';
import { fillIn } from './words';
import './check.css';

/** Of a cell that ends in the rows that break a rule: whether there are any. It is said anew whenever what it reads has changed. */
export function CheckNote(props: { recipe: Recipe }) {
  const isCheck = () => {
    const last = props.recipe.cell().steps.findLast(({ off }) => !off);
    return last?.step === 'validate' && last.show === 'broken';
  };
  const broken = () => {
    const { status, result } = props.recipe.state();
    return isCheck() && status === 'done' && !props.recipe.draft() ? result?.rowCount : undefined;
  };
  return (
    <Show when={broken() !== undefined}>
      <p class="check-note" classList={{ good: broken() === 0, bad: broken() !== 0 }} role="status">
        {broken() === 0
          ? `✓ ${stepWords().rules.kept}`
          : `✕ ${fillIn(stepWords().rules.failed, { count: formatCount(broken()!) })}`}
      </p>
    </Show>
  );
}
