import Plus from 'lucide-solid/icons/plus';
import { Show } from 'solid-js';
import { stepWords } from '../../i18n/steps/steps';
import { hasWords } from '../../lib/hasWords';
import { stepKinds } from '../../steps/catalog';
import type { StepKind } from '../../steps/step';
import { Button } from '../../ui/Button';
import { SearchList } from '../../ui/SearchList';

/** A step is found by its name, or by another word for it, and begun. */
export function AddStep(props: { onAdd: (step: string) => void; onClose: () => void }) {
  return (
    <SearchList
      class="add-step"
      fieldClass="field"
      label={stepWords().panel.search}
      listLabel={stepWords().panel.found}
      find={findSteps}
      none={stepWords().panel.none}
      above={({ family }, before, text) => (
        <Show when={!text && before?.family !== family}>
          <li class="add-step-family" role="presentation">
            {stepWords().panel.families[family]}
          </li>
        </Show>
      )}
      onPick={({ step }) => props.onAdd(step)}
      onEscape={() => props.onClose()}
    >
      {({ step }) => (
        <>
          <span>{stepWords().kinds[step]?.name ?? step}</span>
          <small>{stepWords().kinds[step]?.help}</small>
        </>
      )}
    </SearchList>
  );
}

function findSteps(text: string): readonly StepKind[] {
  const { kinds } = stepWords();
  const rank = ({ step }: StepKind) => Number(hasWords(`${kinds[step]?.name} ${step}`, text));
  const matched = stepKinds.filter(({ step }) => {
    const { name = step, help = '', also = '' } = kinds[step] ?? {};
    return hasWords(`${name} ${also} ${help} ${step}`, text);
  });
  // whose name has it comes before whose help has it
  return text ? matched.toSorted((a, b) => rank(b) - rank(a)) : matched;
}

/** The button that begins the search. */
export function AddStepButton(props: { onClick: () => void }) {
  return (
    <Button tone="quiet" icon={<Plus />} class="add-step-button" onClick={() => props.onClick()}>
      {stepWords().panel.add}
    </Button>
  );
}
