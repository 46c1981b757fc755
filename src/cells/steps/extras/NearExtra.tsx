import { createEffect, createMemo, createSignal, createUniqueId, For, on, Show, untrack } from 'solid-js';
import { formatCount } from '../../../i18n/format';
import { stepWords } from '../../../i18n/steps/steps';
import type { Problem } from '../../../lib/problem';
import { toProblem } from '../../../lib/problem';
import type { NearSettings } from '../../../steps/clean/near';
import type { Review } from '../../../steps/clean/near/review';
import { toReview, toReviewSql, withWord } from '../../../steps/clean/near/review';
import { Button } from '../../../ui/Button';
import { createAnswer } from '../answer';
import { fillIn, toProblemWords } from '../words';
import type { ExtraProps } from './extra';
import { NearPair } from './NearPair';
import './near.css';

/** So many are asked for at once, because finding them takes as long as finding one. */
const MOST_ASKED = 200;
const PAGE = 10;

/** Pairs of rows about the limit, for a person to say which are the same. */
export function NearExtra(props: ExtraProps) {
  const [isOpen, setOpen] = createSignal(false);
  const [at, setAt] = createSignal(0);
  const [fault, setFault] = createSignal<Problem>();
  const { ask } = untrack(() => props);
  const words = () => stepWords().review;
  const settings = () => props.settings as unknown as NearSettings;
  const said = () => settings().apart.length + settings().same.length;
  const titleId = createUniqueId();
  const offset = createMemo(() => Math.floor(at() / MOST_ASKED) * MOST_ASKED);
  const toSql = (from: number) =>
    isOpen() && props.context && !props.problem
      ? toReviewSql(settings(), props.context, { most: MOST_ASKED, offset: from })
      : undefined;
  const first = createMemo(() => toSql(0));
  // other pairs are looked at from the first on
  createEffect(on(first, () => setAt(0)));
  const question = createMemo(
    () => {
      const sql = toSql(offset());
      return sql === undefined ? undefined : { sql, settings: settings(), offset: offset() };
    },
    undefined,
    { equals: (one, other) => one?.sql === other?.sql },
  );
  const review = createAnswer(
    () => question(),
    async ({ sql, settings: asked, offset: from }) => ({
      ...toReview(asked, await ask(sql)),
      from,
    }),
    (error) => setFault(toProblem(error)),
  );
  createEffect(on(question, () => setFault(undefined)));
  const count = (found: Review) => found.counting + found.nearly;
  const shown = () => {
    const found = review();
    return found ? found.pairs.slice(at() - found.from, at() - found.from + PAGE) : [];
  };
  const isStale = () => review()?.from !== offset();

  return (
    <div class="step-extra near">
      <Show when={!isOpen()}>
        <Button small tone="quiet" disabled={props.problem !== undefined} onClick={() => setOpen(true)}>
          {words().open}
        </Button>
      </Show>
      <Show when={said() > 0}>
        <span class="near-said">
          <span class="step-fact">{fillIn(words().said, { count: formatCount(said()) })}</span>
          <Button small tone="quiet" onClick={() => props.onSet({ apart: [], same: [] })}>
            {words().forget}
          </Button>
        </span>
      </Show>
      <Show when={isOpen()}>
        <Show
          when={review()}
          fallback={
            <p class="step-fact" classList={{ warn: fault() !== undefined }} role="status">
              {fault() ? toProblemWords('near', fault()!) : words().looking}
            </p>
          }
        >
          {(found) => (
            <>
              <span class="step-label" id={titleId}>
                {words().title}
              </span>
              <span class="step-fact" role="status">
                {count(found()) === 0
                  ? words().none
                  : fillIn(words().counts, {
                      count: formatCount(found().counting),
                      nearly: formatCount(found().nearly),
                    })}
              </span>
              <Show when={count(found()) > 0 && settings().key === ''}>
                <p class="step-fact warn">{words().noKey}</p>
              </Show>
              <ol class="near-pairs" aria-labelledby={titleId} classList={{ stale: isStale() }}>
                <For each={shown()}>
                  {(pair, place) => (
                    <NearPair
                      pair={pair}
                      label={fillIn(words().pair, {
                        at: formatCount(at() + place() + 1),
                        count: formatCount(count(found())),
                      })}
                      settings={settings()}
                      onSay={(word) => props.onSet(withWord(settings(), pair.keys, word))}
                    />
                  )}
                </For>
              </ol>
              <Show when={count(found()) > 0}>
                <span class="near-foot">
                  <Button small disabled={at() === 0} onClick={() => setAt(at() - PAGE)}>
                    {words().earlier}
                  </Button>
                  <span class="step-fact">
                    {fillIn(words().place, {
                      from: formatCount(at() + 1),
                      to: formatCount(Math.min(at() + PAGE, count(found()))),
                      count: formatCount(count(found())),
                    })}
                  </span>
                  <Button small disabled={at() + PAGE >= count(found())} onClick={() => setAt(at() + PAGE)}>
                    {words().later}
                  </Button>
                </span>
                <p class="step-fact near-keys">{words().keys}</p>
              </Show>
            </>
          )}
        </Show>
      </Show>
    </div>
  );
}
