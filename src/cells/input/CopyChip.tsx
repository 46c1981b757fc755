import { createSignal, onCleanup } from 'solid-js';
import { t } from '../../i18n/i18n';

const SAID_MS = 1500;

/** A piece of a query that a click copies. */
export function CopyChip(props: { text: string }) {
  const [isCopied, setCopied] = createSignal(false);
  let timer = 0;
  onCleanup(() => clearTimeout(timer));

  async function copy(): Promise<void> {
    // a browser may refuse; then nothing is said to be copied
    setCopied(
      await navigator.clipboard.writeText(props.text).then(
        () => true,
        () => false,
      ),
    );
    clearTimeout(timer);
    timer = window.setTimeout(() => setCopied(false), SAID_MS);
  }

  return (
    <button
      type="button"
      class="copy-chip"
      classList={{ copied: isCopied() }}
      title={isCopied() ? t('inputs.copied') : t('inputs.copy', { text: props.text })}
      aria-label={t('inputs.copy', { text: props.text })}
      onClick={() => void copy()}
    >
      <code>{props.text}</code>
      <span class="hidden-text" role="status">
        {isCopied() ? t('inputs.copied') : ''}
      </span>
    </button>
  );
}
