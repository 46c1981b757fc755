import Save from 'lucide-solid/icons/bookmark-plus';
import { createSignal, For, Show } from 'solid-js';
import { formatCount, formatWhen } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import type { VersionEntry } from '../../storage/workbooks';
import type { Workbook } from '../../workbook/document';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { tell, tellProblem } from '../notice';
import { toWords } from '../words';
import type { WayBack } from '../workbook/workbooks';
import './keeping.css';
import type { Keeper } from './keeper';
import { createListed } from './listed';
import { VersionView } from './VersionView';

export interface VersionsDialogProps {
  keeper: Keeper;
  /** The workbook as it is now. */
  workbook: Workbook;
  /** Puts a version in the place of what is there, as one edit that can be undone. */
  onRestore: (workbook: Workbook) => WayBack;
  onClose: () => void;
}

/** What the workbook was: look at it, compare it with now, bring it back. */
export function VersionsDialog(props: VersionsDialogProps) {
  const onProblem = (error: unknown) => tellProblem(error, toWords);
  const { items, isRead, refresh } = createListed({
    read: () => props.keeper.versions(),
    onChange: (listener) => props.keeper.onList(listener),
    onProblem,
  });
  const [chosen, setChosen] = createSignal<string>();
  const [naming, setNaming] = createSignal(false);

  const isReadOnly = () => props.keeper.role() === 'follower';
  const shown = () => items().find(({ id }) => id === chosen()) ?? items()[0];

  async function act(work: (keeper: Keeper) => Promise<unknown>): Promise<void> {
    try {
      await work(props.keeper);
      await refresh();
    } catch (error) {
      onProblem(error);
    }
  }

  const keepNow = () =>
    act(async (keeper) => {
      await keeper.saveVersion();
      await refresh();
      setChosen(items()[0]?.id);
      setNaming(true);
    });

  async function restore(entry: VersionEntry, workbook: Workbook): Promise<void> {
    await act((keeper) => keeper.saveVersion({ why: 'before-restore' }));
    const back = props.onRestore({ ...workbook, id: props.workbook.id });
    props.onClose();
    tell({
      text: () => t('keeping.restored', { when: formatWhen(entry.at) }),
      isOver: back.isOver,
      action: { label: () => t('app.undo'), run: () => void back.go() },
    });
  }

  const remove = (entry: VersionEntry) =>
    act(async (keeper) => {
      const undo = await keeper.removeVersion(entry.id);
      tell({
        text: () => t('keeping.removed', { when: formatWhen(entry.at) }),
        action: { label: () => t('app.undo'), run: () => void act(undo) },
      });
    });

  return (
    <Dialog
      open
      onClose={() => props.onClose()}
      title={t('keeping.versions')}
      shape="full"
      head={
        <Show when={!isReadOnly()}>
          <Button tone="quiet" icon={<Save />} onClick={() => void keepNow()}>
            {t('keeping.keepNow')}
          </Button>
        </Show>
      }
    >
      <div class="versions">
        <nav class="version-list" aria-label={t('keeping.versions')}>
          <Show when={isRead() && items().length === 0}>
            <p class="empty">{t('keeping.noVersions')}</p>
          </Show>
          <ul>
            <For each={items()}>
              {(entry) => (
                <li>
                  <button
                    type="button"
                    class="version"
                    aria-current={shown()?.id === entry.id}
                    onClick={() => {
                      setNaming(false);
                      setChosen(entry.id);
                    }}
                  >
                    <b>{entry.name ?? formatWhen(entry.at)}</b>
                    <small>
                      <Show when={entry.name} fallback={t(`keeping.why.${entry.why}`)}>
                        {formatWhen(entry.at)}
                      </Show>
                      {' · '}
                      {t('keeping.cells', entry.cells, formatCount(entry.cells))}
                    </small>
                  </button>
                </li>
              )}
            </For>
          </ul>
        </nav>
        <Show when={shown()?.id} keyed>
          {(id) => (
            <VersionView
              entry={shown()!}
              read={() => props.keeper.readVersion(id)}
              now={props.workbook}
              isReadOnly={isReadOnly()}
              isNaming={naming()}
              onNaming={setNaming}
              onName={(name) => void act((keeper) => keeper.nameVersion(id, name))}
              onRestore={(workbook) => void restore(shown()!, workbook)}
              onRemove={() => void remove(shown()!)}
            />
          )}
        </Show>
      </div>
    </Dialog>
  );
}
