import X from 'lucide-solid/icons/x';
import { For, Show, untrack } from 'solid-js';
import { Button } from '../../../ui/Button';
import { fillIn } from '../../steps/words';
import type { Making } from './making';
import { createProposing } from './proposing';
import { Thumb } from './Thumb';
import { toProposalWords, words } from './words';
import './making.css';

/** Charts that suit the table, each a picture of its rows; a press makes one the cell's own. */
export function Suggestions(props: { making: Making }) {
  const { offers, isBusy } = createProposing(untrack(() => props.making));
  const name = () => props.making.table()?.name ?? props.making.cell().from;

  return (
    <Show when={props.making.isProposing()}>
      <section class="making-offers-all" aria-label={fillIn(words().suggested, { name: name() })}>
        <div class="making-offers-head">
          <h3>{fillIn(words().suggested, { name: name() })}</h3>
          <span class="grow" />
          <Show when={!props.making.isBlank()}>
            <Button
              small
              icon={<X />}
              label={words().closeSuggestions}
              onClick={() => props.making.propose(false)}
            />
          </Show>
        </div>
        <Show
          when={offers().length > 0}
          fallback={<p class="note">{isBusy() ? words().suggesting : words().noSuggestions}</p>}
        >
          <ul class="making-gallery" aria-busy={isBusy()}>
            <For each={offers()}>
              {(offer) => {
                const said = () => toProposalWords(offer.proposal);
                return (
                  <li>
                    <button
                      type="button"
                      class="making-thumb"
                      aria-label={fillIn(words().take, { name: `${said().kind}: ${said().columns}` })}
                      onClick={() => props.making.take(offer.proposal)}
                    >
                      <Show when={offer.picture} fallback={<span class="making-thumb-wait" />}>
                        {(picture) => <Thumb picture={picture()} />}
                      </Show>
                      <span class="making-thumb-name">
                        <b>{said().kind}</b> <bdi>{said().columns}</bdi>
                      </span>
                    </button>
                  </li>
                );
              }}
            </For>
          </ul>
        </Show>
      </section>
    </Show>
  );
}
