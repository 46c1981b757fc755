import { createSignal, For, Show } from 'solid-js';
import { t } from '../../i18n/i18n';

export interface SelectOrTextProps {
  label: string;
  value: string;
  /** Values with their words. */
  options: (readonly [value: string, words: string])[];
  /** Characters that can be typed. */
  most?: number;
  onChange: (value: string) => void;
}

/** A list of the usual values, and a field for any other. */
export function SelectOrText(props: SelectOrTextProps) {
  const [isTyping, setTyping] = createSignal(false);
  const place = () => props.options.findIndex(([value]) => value === props.value);
  const isOther = () => isTyping() || place() < 0;
  return (
    <div class="setting">
      <label class="setting">
        <span>{props.label}</span>
        <select
          class="field"
          onChange={({ currentTarget }) => {
            const chosen = props.options[Number(currentTarget.value)];
            setTyping(!chosen);
            if (chosen) props.onChange(chosen[0]);
          }}
        >
          <For each={props.options}>
            {([, words], at) => (
              <option value={at()} selected={!isOther() && at() === place()}>
                {words}
              </option>
            )}
          </For>
          <option value="other" selected={isOther()}>
            {t('importing.other')}
          </option>
        </select>
      </label>
      <Show when={isOther()}>
        <input
          class="field"
          value={place() < 0 ? props.value : ''}
          aria-label={t('importing.otherValue', { label: props.label })}
          maxLength={props.most ?? 8}
          spellcheck={false}
          autofocus={isTyping()}
          onInput={({ currentTarget: { value } }) => value !== '' && props.onChange(value)}
        />
      </Show>
    </div>
  );
}
