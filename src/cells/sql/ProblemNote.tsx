import { For, Show } from 'solid-js';
import { t } from '../../i18n/i18n';
import { Button } from '../../ui/Button';

export interface ProblemNoteProps {
  words: string;
  /** What to write instead. */
  hint: string | undefined;
  /** Names that may have been meant. */
  names: readonly string[];
  readOnly: boolean;
  onTake: (name: string) => void;
}

/** What is wrong with a query, and the names to choose from where one is not known. */
export function ProblemNote(props: ProblemNoteProps) {
  return (
    <div class="sql-problem" role="alert">
      <p>{props.words}</p>
      <Show when={props.hint}>{(hint) => <p class="sql-hint">{hint()}</p>}</Show>
      <Show when={props.names.length > 0}>
        <p class="sql-fixes">
          {t('editor.didYouMean')}
          <For each={props.names}>
            {(name) => (
              <Button
                small
                tone="quiet"
                disabled={props.readOnly}
                label={t('editor.replaceBy', name)}
                onClick={() => props.onTake(name)}
              >
                {name}
              </Button>
            )}
          </For>
        </p>
      </Show>
    </div>
  );
}
