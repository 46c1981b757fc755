import { For, Show } from 'solid-js';
import { formatCount } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import type { Choice, Wanted } from './arrival';
import type { Opening } from './opening';

/** More columns than fit into a line. */
const MOST_COLUMNS = 12;

/** A table that the cells read, and what it shall be here. */
export function WantedLine(props: { opening: Opening; wanted: Wanted }) {
  const source = () => props.wanted.table?.source;
  const names = () => props.wanted.columns.map(({ name }) => name);
  const facts = () => {
    const told = source();
    if (!told) return t('sharing.needs', toList(names()));
    const { rows, sample, masked, leftOut } = told;
    return [
      sample
        ? t('sharing.alongSample', rows, formatCount(rows), formatCount(sample.of))
        : t('sharing.along', rows, formatCount(rows)),
      masked.length > 0 && t('sharing.masked', toList(masked)),
      leftOut.length > 0 && t('sharing.leftOut', toList(leftOut)),
    ]
      .filter(Boolean)
      .join(' · ');
  };
  const choice = () => props.opening.choiceOf(props.wanted);
  const options = (): { choice: Choice; words: string }[] => {
    const first = props.wanted.first;
    const here = choice();
    const lacking = new Map(props.wanted.candidates.map(({ id, missing }) => [id, missing]));
    if (here.take === 'here' && !lacking.has(here.id)) lacking.set(here.id, []);
    return [
      ...(props.wanted.table ? [{ choice: { take: 'along' } as const, words: t('sharing.takeAlong') }] : []),
      ...props.opening.sources().flatMap(({ id, name }) => {
        const missing = lacking.get(id);
        if (!missing) return [];
        const isSame = props.wanted.table !== undefined && first.take === 'here' && first.id === id;
        const words =
          missing.length > 0
            ? t('sharing.takeLacking', name, toList(missing))
            : t(isSame ? 'sharing.takeSame' : 'sharing.takeHere', { name });
        return [{ choice: { take: 'here', id } as const, words }];
      }),
      { choice: { take: 'nothing' }, words: t('sharing.takeNothing') },
    ];
  };
  const toKey = (one: Choice) => (one.take === 'here' ? `here ${one.id}` : one.take);
  return (
    <li class="share-wanted">
      <div>
        <b>{props.wanted.name}</b>
        <span class="share-line">{facts()}</span>
      </div>
      <select
        class="share-use"
        aria-label={t('sharing.choose', { name: props.wanted.name })}
        value={toKey(choice())}
        onChange={({ currentTarget }) => {
          const chosen = options().find((option) => toKey(option.choice) === currentTarget.value);
          if (chosen) props.opening.choose(props.wanted, chosen.choice);
        }}
      >
        <For each={options()}>
          {(option) => (
            <option value={toKey(option.choice)} selected={toKey(option.choice) === toKey(choice())}>
              {option.words}
            </option>
          )}
        </For>
      </select>
      <Show when={!props.wanted.table}>
        <Button small tone="quiet" onClick={() => props.opening.pickFile(props.wanted)}>
          {t('sharing.file')}
        </Button>
      </Show>
    </li>
  );
}

function toList(names: readonly string[]): string {
  const shown = names.slice(0, MOST_COLUMNS).join(', ');
  return names.length > MOST_COLUMNS ? `${shown} …` : shown;
}
