import { Show } from 'solid-js';
import { formatCount } from '../i18n/format';
import { t } from '../i18n/i18n';
import type { Receipt } from '../import/receipt';
import { isBalanced } from '../import/receipt';

/** The receipt in one line: what is zero is left out. */
export function ReceiptLine(props: { receipt: Receipt; onClick: () => void }) {
  const parts = () =>
    (['header', 'skipped', 'loaded', 'rejected'] as const)
      .filter((part) => props.receipt[part] > 0 || part === 'loaded')
      .map((part) => `${formatCount(props.receipt[part])} ${t(`receipt.${part}`)}`)
      .join(' + ');
  const balanced = () => isBalanced(props.receipt);
  return (
    <button
      type="button"
      class="receipt-line"
      classList={{ bad: !balanced() }}
      onClick={() => props.onClick()}
    >
      <Show when={balanced()} fallback={t('receipt.shortBad', formatCount(props.receipt.records), parts())}>
        {t('receipt.short', formatCount(props.receipt.records), parts())}
      </Show>
    </button>
  );
}
