import { onCleanup, onMount } from 'solid-js';
import { t } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import type { Session } from './session';

/** Whether a file does not open for want of a password. */
export function wantsPassword(session: Session): boolean {
  const code = session.problem()?.code;
  return code === 'workbook-locked' || code === 'workbook-password';
}

export function Password(props: { onSubmit: (password: string) => void }) {
  let input!: HTMLInputElement;
  onMount(() => {
    const dialog = input.closest<HTMLElement>('[role=dialog]');
    input.focus();
    // the field goes when the file is open, and the dialog's keys would go with the focus
    onCleanup(() => dialog?.focus());
  });
  return (
    <form
      class="import-password"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit(input.value);
      }}
    >
      <input
        ref={input}
        class="field"
        type="password"
        required
        autocomplete="off"
        aria-label={t('importing.password')}
        placeholder={t('importing.password')}
      />
      <Button tone="primary" type="submit">
        {t('importing.unlock')}
      </Button>
    </form>
  );
}
