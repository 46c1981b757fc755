import { createSignal, For } from 'solid-js';
import { formatCount, formatWhen } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import type { WorkbookEntry } from '../../storage/workbooks';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { toShownTitle } from './title';

export interface RemovedWorkbooksProps {
  entries: readonly WorkbookEntry[];
  onRestore: (id: string) => void;
  onClear: (id: string) => void;
}

/** Workbooks that can still be brought back. */
export function RemovedWorkbooks(props: RemovedWorkbooksProps) {
  const [asked, setAsked] = createSignal<WorkbookEntry>();
  const close = () => setAsked(undefined);
  return (
    <details class="home-removed">
      <summary>{t('home.removedTitle', props.entries.length, formatCount(props.entries.length))}</summary>
      <p>{t('home.removedNote')}</p>
      <ul>
        <For each={props.entries}>
          {(entry) => (
            <li>
              <span class="item-text">{toShownTitle(entry.title)}</span>
              <small class="count">{formatWhen(entry.removed!)}</small>
              <Button small onClick={() => props.onRestore(entry.id)}>
                {t('home.restore')}
              </Button>
              <Button small class="danger-text" onClick={() => setAsked({ ...entry })}>
                {t('home.clear')}
              </Button>
            </li>
          )}
        </For>
      </ul>
      <Dialog
        open={asked() !== undefined}
        onClose={close}
        title={t('home.clearAsk', { title: toShownTitle(asked()?.title ?? '') })}
        actions={
          <>
            <Button tone="quiet" onClick={close}>
              {t('app.cancel')}
            </Button>
            <Button
              tone="danger"
              onClick={() => {
                props.onClear(asked()!.id);
                close();
              }}
            >
              {t('home.clear')}
            </Button>
          </>
        }
      >
        <p>{t('home.clearWhy')}</p>
      </Dialog>
    </details>
  );
}
