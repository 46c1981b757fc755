import { For, Show } from 'solid-js';
import { stepWords } from '../../i18n/steps/steps';
import { findStep } from '../../steps/catalog';
import type { Recipe } from './recipe';
import { toNoteWords } from './words';

/** What the analyses of a chain have found: the first sentence is the answer, what follows is to be known of it. */
export function Findings(props: { recipe: Recipe }) {
  const findings = () => {
    const links = props.recipe.compiled()?.links ?? [];
    const at = props.recipe.shownAt();
    return links
      .slice(0, at ?? links.length)
      .filter(({ step, made }) => made?.notes && findStep(step.step)?.family === 'analyse')
      .map(({ step, made }) => ({
        name: step.title ?? stepWords().kinds[step.step]?.name ?? step.step,
        how: stepWords().kinds[step.step]?.how,
        lines: made!.notes!.flatMap((note) => toNoteWords(note) ?? []),
      }));
  };
  return (
    <For each={findings()}>
      {({ name, how, lines }) => (
        <section class="findings" aria-label={name} aria-live="polite">
          <p class="findings-lead">{lines[0]}</p>
          <Show when={lines.length > 1}>
            <ul class="findings-more">
              <For each={lines.slice(1)}>{(line) => <li>{line}</li>}</For>
            </ul>
          </Show>
          <Show when={how}>
            <details class="findings-how">
              <summary>{stepWords().panel.how}</summary>
              <p>{how}</p>
            </details>
          </Show>
        </section>
      )}
    </For>
  );
}
