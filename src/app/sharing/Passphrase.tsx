import { createSignal, createUniqueId } from 'solid-js';
import { t } from '../../i18n/i18n';

export interface PassphraseProps {
  value: string;
  onInput: (value: string) => void;
  label: string;
  placeholder?: string;
  /** A file has one already; the browser's keeper of passwords may know it. */
  known?: boolean;
  ref?: (element: HTMLInputElement) => void;
}

/** A field for a passphrase, which can be looked at. */
export function Passphrase(props: PassphraseProps) {
  const [shown, setShown] = createSignal(false);
  const id = createUniqueId();
  return (
    <div class="share-passphrase">
      <label for={id}>{props.label}</label>
      <input
        id={id}
        ref={(element) => props.ref?.(element)}
        class="field"
        type={shown() ? 'text' : 'password'}
        value={props.value}
        placeholder={props.placeholder}
        autocomplete={props.known ? 'current-password' : 'new-password'}
        autocapitalize="off"
        spellcheck={false}
        onInput={({ currentTarget }) => props.onInput(currentTarget.value)}
      />
      <label class="share-check">
        <input
          type="checkbox"
          checked={shown()}
          onChange={({ currentTarget }) => setShown(currentTarget.checked)}
        />
        {t('sharing.show')}
      </label>
    </div>
  );
}
