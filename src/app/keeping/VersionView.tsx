import Pencil from 'lucide-solid/icons/pencil';
import RotateCcw from 'lucide-solid/icons/rotate-ccw';
import Trash from 'lucide-solid/icons/trash';
import { createResource, createSignal, For, Show } from 'solid-js';
import { formatWhen } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import type { VersionEntry } from '../../storage/workbooks';
import type { Workbook } from '../../workbook/document';
import { Button } from '../../ui/Button';
import { TitleField } from '../TitleField';
import { CellsCompared } from './CellsCompared';
import { CellsLook } from './CellsLook';
import type { Kept } from './session';

export interface VersionViewProps {
  entry: VersionEntry;
  read: () => Promise<Kept | undefined>;
  now: Workbook;
  isReadOnly: boolean;
  isNaming: boolean;
  onNaming: (is: boolean) => void;
  onName: (name: string) => void;
  onRestore: (workbook: Workbook) => void;
  onRemove: () => void;
}

const modes = ['compare', 'look'] as const;

/** One version: its cells, or what has become of them since. */
export function VersionView(props: VersionViewProps) {
  const [kept] = createResource(() => props.read());
  const [mode, setMode] = createSignal<(typeof modes)[number]>('compare');
  let nameButton: HTMLButtonElement | undefined;
  const workbook = () => (kept.error ? undefined : kept()?.workbook);
  return (
    <section class="version-view" aria-label={props.entry.name ?? formatWhen(props.entry.at)}>
      <div class="version-bar">
        <div class="segments" role="group" aria-label={t('keeping.versions')}>
          <For each={modes}>
            {(choice) => (
              <button type="button" aria-pressed={mode() === choice} onClick={() => setMode(choice)}>
                {t(`keeping.${choice}`)}
              </button>
            )}
          </For>
        </div>
        <span class="grow" />
        <Show when={!props.isReadOnly}>
          <Show
            when={props.isNaming}
            fallback={
              <Button ref={nameButton} icon={<Pencil />} onClick={() => props.onNaming(true)}>
                {t('keeping.rename')}
              </Button>
            }
          >
            <div class="version-name">
              <TitleField
                title={props.entry.name ?? ''}
                label={t('keeping.versionName')}
                placeholder={t('keeping.nameHint')}
                onDone={(name) => {
                  props.onNaming(false);
                  nameButton?.focus();
                  if (name !== undefined) props.onName(name);
                }}
              />
            </div>
          </Show>
          <Button icon={<Trash />} onClick={() => props.onRemove()}>
            {t('keeping.remove')}
          </Button>
          <Button
            tone="primary"
            icon={<RotateCcw />}
            disabled={!workbook()}
            onClick={() => props.onRestore(workbook()!)}
          >
            {t('keeping.restore')}
          </Button>
        </Show>
      </div>
      <div class="version-content" tabIndex={0} role="region" aria-label={t(`keeping.${mode()}`)}>
        <Show when={!kept.loading && !workbook()}>
          <p class="empty">{t('keeping.gone')}</p>
        </Show>
        <Show when={workbook()}>
          {(then) => (
            <Show when={mode() === 'look'} fallback={<CellsCompared before={then()} after={props.now} />}>
              <CellsLook workbook={then()} />
            </Show>
          )}
        </Show>
      </div>
    </section>
  );
}
