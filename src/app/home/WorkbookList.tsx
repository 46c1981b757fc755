import Plus from 'lucide-solid/icons/plus';
import { createSignal, For, Show } from 'solid-js';
import { t } from '../../i18n/i18n';
import type { WorkbookEntry } from '../../storage/workbooks';
import { Button } from '../../ui/Button';
import { once } from '../../ui/doubleClick';
import { createListed } from '../keeping/listed';
import { tell, tellProblem } from '../notice';
import { toWords } from '../words';
import type { HomeActions } from './actions';
import { findMatches } from './matches';
import './home.css';
import { RemovedWorkbooks } from './RemovedWorkbooks';
import { toShownTitle } from './title';
import { WorkbookCard } from './WorkbookCard';

/** From this many on, a search is quicker than the eye. */
const SEARCH_FROM = 7;

/** All workbooks of this device: open, begin, rename, duplicate, delete and bring back. */
export function WorkbookList(props: { home: HomeActions }) {
  const onProblem = (error: unknown) => tellProblem(error, toWords);
  const { isRead, items, refresh } = createListed({
    read: () => props.home.list(),
    onChange: (listener) => props.home.onList(listener),
    onProblem,
  });
  const present = () => items().filter(({ removed }) => removed === undefined);
  const removed = () =>
    items()
      .filter((entry) => entry.removed !== undefined)
      .toSorted((a, b) => b.removed! - a.removed!);
  const [search, setSearch] = createSignal('');
  const [renaming, setRenaming] = createSignal<string>();
  const hasSearch = () => present().length >= SEARCH_FROM;
  const shown = () => (hasSearch() ? findMatches(present(), search()) : present());
  let cards!: HTMLUListElement;

  const act = (work: Promise<unknown>) => void work.catch(onProblem);

  async function remove({ id, title }: WorkbookEntry): Promise<void> {
    const at = shown().findIndex((entry) => entry.id === id);
    const name = toShownTitle(title);
    await props.home.remove(id);
    await refresh();
    tell({
      text: () => t('home.removed', { title: name }),
      action: { label: () => t('app.undo'), run: () => act(props.home.restore(id)) },
    });
    const buttons = cards.querySelectorAll<HTMLButtonElement>('.card');
    buttons[Math.min(at, buttons.length - 1)]?.focus();
  }

  return (
    <section class="block">
      <div class="block-head">
        <h2>{t('home.title')}</h2>
        <div class="home-tools">
          <Show when={hasSearch()}>
            <input
              class="field home-search"
              type="search"
              value={search()}
              placeholder={t('home.search')}
              aria-label={t('home.search')}
              onInput={(event) => setSearch(event.currentTarget.value)}
            />
          </Show>
          <Button tone="quiet" icon={<Plus />} onClick={once(() => act(props.home.newWorkbook()))}>
            {t('home.create')}
          </Button>
        </div>
      </div>
      <Show when={isRead() && present().length === 0}>
        <p class="home-empty">{t('home.empty')}</p>
      </Show>
      <Show when={hasSearch() && shown().length === 0}>
        <p class="home-empty" role="status">
          {t('home.none', { text: search().trim() })}
        </p>
      </Show>
      <p class="hidden-text" id="home-hint">
        {t('home.hint')}
      </p>
      <ul class="cards" classList={{ none: shown().length === 0 }} ref={cards}>
        <For each={shown()}>
          {(entry) => (
            <WorkbookCard
              entry={entry}
              isRenaming={renaming() === entry.id}
              onOpen={() => act(props.home.openWorkbook(entry.id))}
              onRename={() => setRenaming(entry.id)}
              onTitle={(title) => {
                setRenaming(undefined);
                if (title !== undefined && title !== entry.title) act(props.home.rename(entry.id, title));
              }}
              onDuplicate={() =>
                act(props.home.duplicate(entry.id, t('home.copyOf', { title: toShownTitle(entry.title) })))
              }
              onRemove={() => act(remove({ ...entry }))}
            />
          )}
        </For>
      </ul>
      <Show when={removed().length > 0}>
        <RemovedWorkbooks
          entries={removed()}
          onRestore={(id) => act(props.home.restore(id))}
          onClear={(id) => act(props.home.clear(id))}
        />
      </Show>
    </section>
  );
}
