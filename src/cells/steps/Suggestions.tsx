import X from 'lucide-solid/icons/x';
import { createMemo, createSignal, For, onCleanup, Show, untrack } from 'solid-js';
import { stepWords } from '../../i18n/steps/steps';
import { isAbort } from '../../lib/problem';
import { findPersonal } from '../../steps/protect/personal/personal';
import { findSuggestions } from '../../steps/suggest/suggest';
import type { Suggestion } from '../../steps/suggest/suggestion';
import { Button } from '../../ui/Button';
import { createAnswer } from './answer';
import type { Recipe } from './recipe';
import { toSuggestionWords } from './suggestionWords';

/** Rows come first, then counts, and then what nobody has asked for. */
const QUIET_MS = 1200;

/** What looks wrong in the table at the end of the chain, each with a step that would mend it. Nothing is done by itself. */
export function Suggestions(props: { recipe: Recipe }) {
  const [dismissed, setDismissed] = createSignal<ReadonlySet<string>>(new Set());
  const { query, state, cell, isReadOnly, surroundings } = untrack(() => props.recipe);
  let looking: AbortController | undefined;

  const table = createMemo(() => {
    const { status, result } = state();
    return status === 'done' && result ? result : undefined;
  });
  const found = createAnswer(() => table()?.id, look);

  async function look(): Promise<Suggestion[]> {
    looking?.abort();
    const { signal } = (looking = new AbortController());
    const { columns } = untrack(table)!;
    const { name } = untrack(cell);
    const ask = (sql: string) => query(sql, { signal });
    await new Promise((done) => setTimeout(done, QUIET_MS));
    if (signal.aborted) return [];
    try {
      const personal = await findPersonal(name, columns, { ask });
      return await findSuggestions(name, columns, { ask, personal });
    } catch (error) {
      if (!isAbort(error)) surroundings.onProblem(error);
      return [];
    }
  }

  onCleanup(() => looking?.abort());

  const shown = () => (found() ?? []).filter((suggestion) => !dismissed().has(toKey(suggestion)));
  const dismiss = (suggestion: Suggestion) => setDismissed((all) => new Set(all).add(toKey(suggestion)));

  return (
    <Show when={!isReadOnly() && !props.recipe.draft() && shown().length > 0}>
      <section class="suggestions" aria-label={stepWords().panel.worthALook}>
        <h3 class="suggestions-head">{stepWords().panel.worthALook}</h3>
        <ul>
          <For each={shown()}>
            {(suggestion) => (
              <li class="suggestion">
                <button
                  type="button"
                  class="suggestion-main"
                  title={stepWords().panel.lookAtSuggestion}
                  onClick={() => props.recipe.beginWith(suggestion.step)}
                >
                  {toSuggestionWords(suggestion)}
                </button>
                <Button small onClick={() => props.recipe.add(suggestion.step)}>
                  {stepWords().suggest.add}
                </Button>
                <Button
                  small
                  icon={<X />}
                  label={stepWords().suggest.hide ?? ''}
                  onClick={() => dismiss(suggestion)}
                />
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}

function toKey({ why, columns }: Suggestion): string {
  return JSON.stringify([why, columns]);
}
