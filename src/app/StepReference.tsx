import { For } from 'solid-js';
import { stepWords } from '../i18n/steps/steps';
import { stepKinds } from '../steps/catalog';

/** Every kind of step by its name, with what it does. */
export function StepReference() {
  const families = [...new Set(stepKinds.map(({ family }) => family))];
  return (
    <For each={families}>
      {(family) => (
        <>
          <h4>{stepWords().panel.families[family]}</h4>
          <dl class="step-reference">
            <For each={stepKinds.filter((kind) => kind.family === family)}>
              {({ step }) => (
                <div>
                  <dt>{stepWords().kinds[step]?.name}</dt>
                  <dd>{stepWords().kinds[step]?.help}</dd>
                </div>
              )}
            </For>
          </dl>
        </>
      )}
    </For>
  );
}
