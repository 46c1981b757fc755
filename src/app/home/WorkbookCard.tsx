import Copy from 'lucide-solid/icons/copy';
import Ellipsis from 'lucide-solid/icons/ellipsis';
import NotebookText from 'lucide-solid/icons/notebook-text';
import Pencil from 'lucide-solid/icons/pencil';
import Trash from 'lucide-solid/icons/trash';
import { createEffect, on, Show } from 'solid-js';
import { formatCount, formatWhen } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import type { WorkbookEntry } from '../../storage/workbooks';
import { Menu } from '../../ui/Menu';
import { toShownTitle } from './title';
import { TitleField } from '../TitleField';

export interface WorkbookCardProps {
  entry: WorkbookEntry;
  isRenaming: boolean;
  onOpen: () => void;
  onRename: () => void;
  /** The title that was given; undefined where it stays. */
  onTitle: (title: string | undefined) => void;
  onDuplicate: () => void;
  onRemove: () => void;
}

export function WorkbookCard(props: WorkbookCardProps) {
  const title = () => toShownTitle(props.entry.title);
  const size = () => {
    const { cells, sources } = props.entry;
    return t('home.size', cells, formatCount(cells), sources, formatCount(sources));
  };
  let card: HTMLButtonElement | undefined;

  createEffect(
    on(
      () => props.isRenaming,
      (is, was) => {
        if (was && !is) card?.focus();
      },
    ),
  );

  function onKeyDown(event: KeyboardEvent): void {
    const act = { F2: props.onRename, Delete: props.onRemove }[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  return (
    <li class="workbook-card">
      <Show
        when={props.isRenaming}
        fallback={
          <button
            type="button"
            class="card"
            ref={card}
            aria-label={t('home.open', { title: title() })}
            aria-describedby="home-hint"
            title={title()}
            onClick={() => props.onOpen()}
            onKeyDown={onKeyDown}
          >
            <b>{title()}</b>
            <span>{size()}</span>
            <small>{t('home.changed', { when: formatWhen(props.entry.updated) })}</small>
          </button>
        }
      >
        <div class="card">
          <TitleField
            title={props.entry.title}
            label={t('home.renameLabel', { title: title() })}
            onDone={(next) => props.onTitle(next)}
          />
          <span>{size()}</span>
        </div>
      </Show>
      <Menu
        label={t('home.menu', { title: title() })}
        trigger={<Ellipsis />}
        triggerClass="button icon small card-menu"
        items={[
          { label: t('home.openShort'), icon: () => <NotebookText />, run: () => props.onOpen() },
          { label: t('home.rename'), icon: () => <Pencil />, run: () => props.onRename() },
          { label: t('home.duplicate'), icon: () => <Copy />, run: () => props.onDuplicate() },
          { label: t('home.remove'), icon: () => <Trash />, danger: true, run: () => props.onRemove() },
        ]}
      />
    </li>
  );
}
