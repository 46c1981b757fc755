import { For } from 'solid-js';
import type { Step } from '../../steps/step';
import { toPieces } from './words';

/** What a step does, with the names in it shown strong. */
export function Sentence(props: { step: Step }) {
  return (
    <For each={toPieces(props.step)}>
      {({ text, isStrong }) =>
        isStrong ? (
          <b class="step-name">
            <bdi>{text}</bdi>
          </b>
        ) : (
          text
        )
      }
    </For>
  );
}
