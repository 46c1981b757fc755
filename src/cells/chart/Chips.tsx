import ListFilter from 'lucide-solid/icons/list-filter';
import X from 'lucide-solid/icons/x';
import { For, Show } from 'solid-js';
import { saySelection } from '../../charts/spec/saySelection';
import { chartWords } from '../../i18n/charts/charts';
import { formatCount, localeTag } from '../../i18n/format';
import type { Brush } from './linking';
import type { Selection, Selections } from './selections';

/** What has been chosen, in words of the page. */
function toChosenWords({ chosen, context }: Pick<Selection, 'chosen' | 'context'>): string {
  const { picture, together } = chartWords();
  return saySelection(chosen, context, {
    tag: localeTag(),
    width: 0,
    dark: false,
    words: picture,
    selection: together,
  });
}

/** Said when something is chosen in a chart that others follow, and when it is let go of. */
export function sayChosen(
  own: Selection | undefined,
  { count, tables }: Pick<Brush, 'count' | 'tables'>,
  before: string,
): string {
  const { together } = chartWords();
  if (own) {
    const charts = { count: count(), text: formatCount(count()) };
    return together.said(toChosenWords(own), charts, { count: tables(), text: formatCount(tables()) });
  }
  return before === '' ? '' : together.none;
}

/** What of a chart's rows is shown, and what is chosen in it; a click lets go of it. */
export function Chips(props: {
  selections: Selections;
  applied: readonly Selection[];
  own: Selection | undefined;
  /** Whether they stand over the picture, where there is no room above it. */
  over: boolean;
  /** Whether they stand at a table, where Esc is not theirs. */
  atTable?: boolean;
}) {
  const words = () => chartWords().together;
  return (
    <Show when={props.own ?? props.applied[0]}>
      <ul class="chart-chips" classList={{ over: props.over }} aria-label={words().chips}>
        <For each={[...(props.own ? [props.own] : []), ...props.applied]}>
          {(one) => {
            const isOwn = () => one === props.own;
            const name = () => props.selections.nameOf(one.cell);
            return (
              <li>
                <button
                  type="button"
                  class="chart-chip"
                  classList={{ own: isOwn() }}
                  title={
                    isOwn()
                      ? words().clearOwn
                      : props.atTable
                        ? words().clearAtTable(name())
                        : words().clear(name())
                  }
                  onClick={() => props.selections.clear(one.cell)}
                >
                  <ListFilter />
                  <span class="hidden-text">{isOwn() ? words().chosenHere : words().filteredBy(name())}</span>
                  <bdi>{toChosenWords(one)}</bdi>
                  <X />
                </button>
              </li>
            );
          }}
        </For>
      </ul>
    </Show>
  );
}
