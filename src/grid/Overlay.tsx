import { Index, Show, createEffect, type JSX } from 'solid-js';
import { t } from '../i18n/i18n';
import type { Fault } from './faults';

export function Faults(props: { faults: readonly Fault[]; onRetry(page: number): void }): JSX.Element {
  return <Index each={props.faults}>{(fault) => <FaultBlock {...fault()} onRetry={props.onRetry} />}</Index>;
}

function FaultBlock(props: Fault & { onRetry(page: number): void }): JSX.Element {
  let element!: HTMLDivElement;
  createEffect(() => {
    element.style.top = `${props.top}px`;
    element.style.height = `${props.height}px`;
  });
  return (
    <div ref={element} class="grid-fault" role="alert">
      <span>{t('grid.failed')}</span>
      <button type="button" class="grid-retry" onClick={() => props.onRetry(props.page)}>
        {t('grid.retry')}
      </button>
    </div>
  );
}

export function EmptyState(props: { rows: number; columns: number }): JSX.Element {
  return (
    <Show when={props.rows === 0 || props.columns === 0}>
      <p class="grid-empty">{props.columns === 0 ? t('grid.noColumns') : t('grid.noRows')}</p>
    </Show>
  );
}
