import X from 'lucide-solid/icons/x';
import { createUniqueId, For } from 'solid-js';
import { t } from '../../i18n/i18n';
import type { Session } from './session';
import { addMissing, removeMissing } from './settings';

/** The texts that mean that a value is missing. */
export function MissingWords(props: { session: Session; words: readonly string[] }) {
  const id = createUniqueId();
  const add = (text: string) => {
    const words = text
      .split(/[,，、]/)
      .map((word) => word.trim())
      .filter(Boolean);
    const inForce = props.words;
    if (words.length > 0) props.session.edit((settings) => addMissing(settings, words, inForce));
  };
  const remove = (word: string) => {
    const inForce = props.words;
    props.session.edit((settings) => removeMissing(settings, word, inForce));
  };
  /** Offered while typing; none counts before it is chosen. */
  const usual = () =>
    t('importing.usualMissing')
      .split(' ')
      .filter((word) => !props.words.includes(word));
  const toName = (word: string) => (word === '' ? t('importing.blank') : word);
  return (
    <div class="setting setting-wide">
      <span id={`${id}-label`}>{t('importing.missing')}</span>
      <ul class="field chips" aria-labelledby={`${id}-label`}>
        <For each={props.words}>
          {(word) => (
            <li class="chip" classList={{ empty: word === '' }}>
              {toName(word)}
              <button
                type="button"
                aria-label={t('importing.removeMissing', { word: toName(word) })}
                onClick={() => remove(word)}
              >
                <X />
              </button>
            </li>
          )}
        </For>
        <li class="chip-field">
          <input
            list={`${id}-usual`}
            aria-label={t('importing.addMissing')}
            placeholder={t('importing.addWord')}
            spellcheck={false}
            onKeyDown={(event) => {
              if (event.isComposing || event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
              event.preventDefault();
              add(event.currentTarget.value);
              event.currentTarget.value = '';
            }}
            onBlur={({ currentTarget }) => {
              add(currentTarget.value);
              currentTarget.value = '';
            }}
          />
          <datalist id={`${id}-usual`}>
            <For each={usual()}>{(word) => <option value={word}>{word}</option>}</For>
          </datalist>
        </li>
      </ul>
    </div>
  );
}
