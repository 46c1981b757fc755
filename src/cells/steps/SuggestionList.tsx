import X from 'lucide-solid/icons/x';
import { createSignal, For, Show, untrack } from 'solid-js';
import { stepWords } from '../../i18n/steps/steps';
import { isAbort, toProblem } from '../../lib/problem';
import { keepRecent } from '../../lib/recent';
import { findPersonal } from '../../steps/protect/personal/personal';
import { findSuggestions } from '../../steps/suggest/suggest';
import type { Suggestion } from '../../steps/suggest/suggestion';
import type { Column } from '../../table/column';
import { Button } from '../../ui/Button';
import type { Ask } from '../../steps/chain';
import { createAnswer } from './answer';
import { toSuggestionWords } from './suggestionWords';
import './suggestions.css';

/** In more rows than this nobody looks unasked: it takes seconds, in which other questions are slower. */
const MOST_ROWS = 1_000_000;
/** Rows come first, then counts, and then what nobody has asked for. */
const QUIET_MS = 1200;

/** What was found, by the keys of tables, so that a table that is looked at again is not searched again. */
const known = new Map<string, Suggestion[]>();
const MOST_KNOWN = 64;

export interface LookedAt {
  /** Another one when its rows are. */
  key: string;
  name: string;
  columns: readonly Column[];
  rows: number;
}

export interface SuggestionListProps {
  table: LookedAt | undefined;
  query: (sql: string, options: { signal: AbortSignal }) => ReturnType<Ask>;
  onProblem: (error: unknown) => void;
  /** Takes the step. */
  onTake: (step: Suggestion['step']) => void;
  /** Shows what the step would do. */
  onLook: (step: Suggestion['step']) => void;
}

/** What looks wrong in a table, each with a step that would mend it. Nothing is done by itself. */
export function SuggestionList(props: SuggestionListProps) {
  const [dismissed, setDismissed] = createSignal<ReadonlySet<string>>(new Set());
  const { query, onProblem } = untrack(() => props);
  const [asked, setAsked] = createSignal<string>();
  const isWaiting = () => (props.table?.rows ?? 0) > MOST_ROWS && asked() !== props.table?.key;

  const found = createAnswer(() => (isWaiting() ? undefined : props.table?.key), look);

  async function look(_: string, signal: AbortSignal): Promise<Suggestion[]> {
    const { key, name, columns } = untrack(() => props.table)!;
    const before = known.get(key);
    if (before) return before;
    const ask = (sql: string) => query(sql, { signal });
    await new Promise((done) => setTimeout(done, QUIET_MS));
    if (signal.aborted) return [];
    try {
      const personal = await findPersonal(name, columns, { ask });
      const suggestions = await findSuggestions(name, columns, { ask, personal });
      keepRecent(known, key, suggestions, MOST_KNOWN);
      return suggestions;
    } catch (error) {
      // that the engine broke is told once, by itself; rows that have made way for others are nobody's concern
      if (!signal.aborted && !isAbort(error) && toProblem(error).code !== 'engine-restarted')
        onProblem(error);
      return [];
    }
  }

  const shown = () => (found() ?? []).filter((suggestion) => !dismissed().has(toKey(suggestion)));
  const dismiss = (suggestion: Suggestion) => setDismissed((all) => new Set(all).add(toKey(suggestion)));

  return (
    <>
      <Show when={isWaiting()}>
        <div class="suggestions-ask">
          <Button small tone="quiet" onClick={() => setAsked(props.table?.key)}>
            {stepWords().panel.lookForWorth}
          </Button>
        </div>
      </Show>
      <Show when={shown().length > 0}>
        <section class="suggestions" aria-label={stepWords().panel.worthALook}>
          <h3 class="suggestions-head">{stepWords().panel.worthALook}</h3>
          <ul>
            <For each={shown()}>
              {(suggestion) => (
                <li class="suggestion" data-why={suggestion.why}>
                  <button
                    type="button"
                    class="suggestion-main"
                    title={stepWords().panel.lookAtSuggestion}
                    onClick={() => props.onLook(suggestion.step)}
                  >
                    {toSuggestionWords(suggestion)}
                  </button>
                  <Button small onClick={() => props.onTake(suggestion.step)}>
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
    </>
  );
}

function toKey({ why, columns }: Suggestion): string {
  return JSON.stringify([why, columns]);
}
