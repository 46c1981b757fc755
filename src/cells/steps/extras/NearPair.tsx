import { For, Show } from 'solid-js';
import { localeTag } from '../../../i18n/format';
import { t } from '../../../i18n/i18n';
import { stepWords } from '../../../i18n/steps/steps';
import type { NearSettings } from '../../../steps/clean/near';
import type { ReviewPair } from '../../../steps/clean/near/review';
import { findWord, toDifference } from '../../../steps/clean/near/review';
import { Button } from '../../../ui/Button';
import { fillIn } from '../words';

interface NearPairProps {
  pair: ReviewPair;
  label: string;
  settings: NearSettings;
  onSay: (word: 'same' | 'apart' | undefined) => void;
}

const marks = { same: '=', alike: '≈', other: '≠', none: '' } as const;

/** Two rows side by side, with what differs marked, and the ways to decide on them. */
export function NearPair(props: NearPairProps) {
  const words = () => stepWords().review;
  const said = () => findWord(props.settings, props.pair.keys);
  const canSay = () => props.settings.key !== '' && props.pair.keys.every((key) => key !== null);
  const standing = () => {
    const word = said();
    return word ? words().bySaid[word] : words().byScore[props.pair.counts ? 'yes' : 'no'];
  };
  const score = () =>
    fillIn(words().score, {
      score: props.pair.score.toLocaleString(localeTag(), { style: 'percent', maximumFractionDigits: 0 }),
    });

  function onKeyDown(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const { currentTarget: item } = event;
    const [before, after] = [item.previousElementSibling, item.nextElementSibling] as (HTMLElement | null)[];
    const key = event.key.toLowerCase();
    const isWord = key === 's' || key === 'n' || key === 'backspace' || key === 'delete';
    if (isWord && canSay()) {
      props.onSay(key === 's' ? 'same' : key === 'n' ? 'apart' : undefined);
      if (key === 's' || key === 'n') after?.focus();
    } else if (key === 'arrowdown') after?.focus();
    else if (key === 'arrowup') before?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const say = (word: 'same' | 'apart') => props.onSay(said() === word ? undefined : word);

  return (
    <li
      class="near-pair"
      classList={{ same: said() === 'same', apart: said() === 'apart' }}
      tabIndex={0}
      aria-label={`${props.label}: ${score()}, ${standing()}`}
      onKeyDown={onKeyDown}
    >
      <p class="near-score">
        <b>{score()}</b> {standing()}
      </p>
      <dl class="near-values">
        <For each={props.pair.values}>
          {({ column, texts, agrees }) => (
            <>
              <dt>
                <bdi>{column}</bdi>
                <span
                  role="img"
                  aria-label={words().agrees[agrees ?? 'none']}
                  title={words().agrees[agrees ?? 'none']}
                >
                  {marks[agrees ?? 'none']}
                </span>
              </dt>
              <Text texts={texts} side={0} />
              <Text texts={texts} side={1} />
            </>
          )}
        </For>
        <Show when={props.settings.key !== ''}>
          <dt>
            <bdi>{props.settings.key}</bdi>
          </dt>
          <For each={props.pair.keys}>{(key) => <dd class="near-key">{key ?? t('grid.missing')}</dd>}</For>
        </Show>
      </dl>
      <span class="near-actions">
        <Button small disabled={!canSay()} aria-pressed={said() === 'same'} onClick={() => say('same')}>
          {words().same}
        </Button>
        <Button small disabled={!canSay()} aria-pressed={said() === 'apart'} onClick={() => say('apart')}>
          {words().apart}
        </Button>
      </span>
    </li>
  );
}

function Text(props: { texts: readonly [string | null, string | null]; side: 0 | 1 }) {
  const parts = () => toDifference(props.texts[0] ?? '', props.texts[1] ?? '');
  return (
    <dd>
      <Show when={props.texts[props.side] !== null} fallback={<i>{t('grid.missing')}</i>}>
        <Show when={props.texts[1 - props.side] !== null} fallback={props.texts[props.side]}>
          {parts().before}
          <mark>{parts().own[props.side]}</mark>
          {parts().after}
        </Show>
      </Show>
    </dd>
  );
}
