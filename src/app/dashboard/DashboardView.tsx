import ChevronLeft from 'lucide-solid/icons/chevron-left';
import ChevronRight from 'lucide-solid/icons/chevron-right';
import Expand from 'lucide-solid/icons/expand';
import Pencil from 'lucide-solid/icons/pencil-ruler';
import Play from 'lucide-solid/icons/presentation';
import X from 'lucide-solid/icons/x';
import { createSignal, For, onCleanup, onMount, Show, untrack } from 'solid-js';
import { dashboardWords as words } from '../../i18n/dashboard';
import { formatCount } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { createVariable } from '../../ui/cssVariable';
import { useApp } from '../context';
import { FollowerBanner } from '../keeping/FollowerBanner';
import { RunBanners } from '../workbook/RunBanners';
import { createReading } from '../workbook/surroundings';
import type { Workbooks } from '../workbook/workbooks';
import { AddList } from './AddList';
import { createArranging } from './arranging';
import { createDrawing } from './drawing';
import { Filters } from './Filters';
import { isAlone, mode, setMode } from './mode';
import { PageTabs } from './PageTabs';
import { HOW_TO, TileFrame } from './TileFrame';
import { reach } from './reached';
import { findTurn, hasOwnKeys } from './turning';
import './dashboard.css';
import './tiles.css';

/** What readers see of the workbook: pages of tiles, and none of what they are made with. */
export function DashboardView(props: { workbooks: Workbooks }) {
  const app = useApp();
  const workbooks = untrack(() => props.workbooks);
  const surroundings = createReading(app, workbooks);
  const arranging = createArranging(workbooks);
  const [drawn, setDrawn] = createSignal<string>();
  let root!: HTMLDivElement;
  let grid!: HTMLDivElement;
  const drawing = createDrawing({
    grid: () => grid,
    scroller: () => root,
    arranging,
    onStart: setDrawn,
    onEnd: () => {
      const cell = drawn();
      setDrawn(undefined);
      focusTile(cell);
    },
  });
  const isArranging = () => mode() === 'arrange' && !workbooks.isReadOnly();
  const at = () => arranging.pages().findIndex(({ id }) => id === arranging.page().id);
  const count = () => arranging.pages().length;
  const isEmpty = () => arranging.ordered().length === 0;
  const rows = () => Math.max(1, ...arranging.tiles().map(({ y, h }) => y + h));

  /** Where tiles have changed places, the one that was moved has lost the keyboard. */
  function focusTile(id: string | undefined): void {
    if (id === undefined) return;
    queueMicrotask(() => {
      const tile = root.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
      tile?.focus({ preventScroll: true });
      tile?.scrollIntoView({ block: 'nearest' });
    });
  }

  function turn(to: number): void {
    const page = arranging.pages()[to];
    if (!page) return;
    arranging.show(page.id);
    root.scrollTop = 0;
  }

  function onWindowKey(event: KeyboardEvent): void {
    if (!isAlone() || event.defaultPrevented) return;
    if (event.key === 'Escape') return setMode('read');
    if (mode() !== 'present' || hasOwnKeys(event.target)) return;
    const to = findTurn(event, at(), count());
    if (to === undefined) return;
    event.preventDefault();
    turn(to);
  }

  const onFullScreen = () => {
    if (document.fullscreenElement === null && isAlone()) setMode('read');
  };

  onMount(() => {
    window.addEventListener('keydown', onWindowKey);
    document.addEventListener('fullscreenchange', onFullScreen);
  });
  onCleanup(() => {
    window.removeEventListener('keydown', onWindowKey);
    document.removeEventListener('fullscreenchange', onFullScreen);
    setMode('read');
    reach(null);
  });

  return (
    <div
      class="dashboard"
      classList={{ alone: isAlone(), present: mode() === 'present', arranging: isArranging() }}
      ref={root}
      onFocusIn={(event) => reach(event.target)}
      // a press beside all tiles lets go of them
      onPointerDown={(event) => reach(event.target)}
      role="region"
      aria-label={words().label}
    >
      <div class="dashboard-page">
        <Show when={!isAlone()}>
          <FollowerBanner keeper={workbooks.keeper} />
        </Show>
        <header class="dashboard-head">
          <h1>{workbooks.workbook()?.title}</h1>
          <span class="dashboard-tools">
            <Show
              when={!isAlone()}
              fallback={<Button icon={<X />} label={words().leave} onClick={() => setMode('read')} />}
            >
              <Show when={isArranging()}>
                <AddList arranging={arranging} />
                <Show when={arranging.isArranged()}>
                  <Button small title={words().layOutHint} onClick={() => arranging.reset()}>
                    {words().layOut}
                  </Button>
                </Show>
              </Show>
              <Show when={!isArranging()}>
                <Button icon={<Expand />} label={words().fullScreen} onClick={() => setMode('full')} />
                <Button icon={<Play />} label={words().present} onClick={() => setMode('present')} />
              </Show>
              <Show when={!workbooks.isReadOnly()}>
                <Button
                  small
                  tone={isArranging() ? 'primary' : 'quiet'}
                  icon={<Pencil />}
                  aria-pressed={isArranging()}
                  onClick={() => setMode(isArranging() ? 'read' : 'arrange')}
                >
                  {isArranging() ? words().done : words().arrange}
                </Button>
              </Show>
            </Show>
          </span>
        </header>
        <Show when={isArranging()}>
          <p class="dashboard-hint">{app.view.isNarrow() ? words().arrangingPhone : words().arranging}</p>
        </Show>
        <Show when={mode() !== 'present'}>
          <PageTabs arranging={arranging} isArranging={isArranging()} />
        </Show>
        <RunBanners workbooks={workbooks} />
        <Filters workbooks={workbooks} arranging={arranging} surroundings={surroundings} />
        <div
          class="tiles"
          ref={(element) => {
            grid = element;
            createVariable(element, '--rows', () => String(rows()));
          }}
        >
          <For each={arranging.ordered()}>
            {(id) => (
              <TileFrame
                id={id}
                workbooks={workbooks}
                arranging={arranging}
                drawing={drawing}
                drawn={drawn() === id}
                surroundings={surroundings}
                onFocus={focusTile}
              />
            )}
          </For>
        </div>
        <Show when={isEmpty()}>
          <section class="workbook-empty">
            <h2>{words().emptyTitle}</h2>
            <p>{words().empty}</p>
            <Show
              when={arranging.isArranged() && workbooks.ids().length > 0 && !workbooks.isReadOnly()}
              fallback={
                <>
                  <p>{words().emptyWorkbook}</p>
                  <Button tone="quiet" onClick={() => app.view.showWorkbook()}>
                    {words().toWorkbook}
                  </Button>
                </>
              }
            >
              <p>{words().emptyAdd}</p>
              <AddList arranging={arranging} />
            </Show>
          </section>
        </Show>
        <Show when={mode() === 'present' && count() > 1}>
          <footer class="turning">
            <Button
              icon={<ChevronLeft />}
              label={words().previousPage}
              disabled={at() === 0}
              onClick={() => turn(at() - 1)}
            />
            <span aria-live="polite">
              <Show when={arranging.page().title}>{(title) => <b>{title()} </b>}</Show>
              {words().pageOf(formatCount(at() + 1), formatCount(count()))}
            </span>
            <Button
              icon={<ChevronRight />}
              label={words().nextPage}
              disabled={at() === count() - 1}
              onClick={() => turn(at() + 1)}
            />
          </footer>
        </Show>
        <p class="hidden-text" id={HOW_TO}>
          {words().howTo}
        </p>
        <p class="hidden-text" role="status">
          {arranging.said()}
        </p>
      </div>
    </div>
  );
}
