import { Show, Suspense } from 'solid-js';
import { lazy } from '../ui/lazy';
import { t } from '../i18n/i18n';
import { withStepWords } from '../i18n/steps/withStepWords';
import type { SourceRecord } from '../storage/catalog';
import { useApp } from './context';
import { Profile } from './Profile';
import { ReceiptDetail } from './ReceiptDetail';

/** Its code is not small, and nobody waits for it. */
const SourceSuggestions = lazy(async () => ({
  default: (await withStepWords(import('./SourceSuggestions'))).SourceSuggestions,
}));

/** What is selected, told at length: the column, and how the source came in. */
export function Details(props: { source: SourceRecord }) {
  const { view } = useApp();
  const column = () => props.source.columns.find(({ name }) => name === view.column());
  return (
    <div class="scroll">
      <Show when={view.kind() === 'rows'}>
        <section class="detail">
          <Show
            when={column()}
            keyed
            fallback={
              <>
                <div class="section-head">
                  <h2>{t('profile.title')}</h2>
                </div>
                <p class="empty">{t('profile.pick')}</p>
              </>
            }
          >
            {(chosen) => <Profile source={props.source} column={chosen} />}
          </Show>
        </section>
      </Show>
      <Show when={view.kind() === 'rows'}>
        <Suspense>
          <SourceSuggestions source={props.source} />
        </Suspense>
      </Show>
      <ReceiptDetail source={props.source} />
    </div>
  );
}
