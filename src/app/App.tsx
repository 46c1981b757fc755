import type { Component } from 'solid-js';
import { createEffect, createMemo, Match, onCleanup, onMount, Show, Suspense, Switch } from 'solid-js';
import { lazy } from '../ui/lazy';
import { Dynamic } from 'solid-js/web';
import { t } from '../i18n/i18n';
import { createVariable } from '../ui/cssVariable';
import { Splitter } from '../ui/Splitter';
import { useApp } from './context';
import './app.css';
import { createCommands } from './commands';
import { Dialogs } from './Dialogs';
import { DropZone } from './DropZone';
import type { Face } from './face';
import { Footer } from './Footer';
import { Header } from './Header';
import { Notices } from './Notices';
import { listenPaste } from './paste';
import { RightPanel } from './RightPanel';
import { bindKeys } from './shortcuts';
import { Sidebar } from './Sidebar';
import { SourceView } from './SourceView';
import { Start } from './Start';
import type { Workbooks } from './workbook/workbooks';

/** Nothing of it is seen before a source is. */
const Details = lazy(async () => ({ default: (await import('./Details')).Details }));
const WorkbookView = lazy(async () => ({ default: (await import('./workbook/WorkbookView')).WorkbookView }));
/** The workbook as it is written, and as it is read. */
const views: Record<Face, Component<{ workbooks: Workbooks }>> = {
  workbook: WorkbookView,
  dashboard: lazy(async () => ({ default: (await import('./dashboard/DashboardView')).DashboardView })),
  report: lazy(async () => ({ default: (await import('./report/ReportView')).ReportView })),
};

export function App() {
  const app = useApp();
  const { view } = app;
  const commands = createCommands(app);
  /** What belongs to the selected cell; where there is no room beside the page, it stands in the cell. */
  const panel = createMemo(() => {
    if (view.open() || view.page() !== 'workbook' || view.isReading()) return undefined;
    if (!view.details() || view.isNarrow()) return undefined;
    return app.workbooks()?.panel();
  });
  // several tabs are told apart by what is open in them
  createEffect(() => {
    const open = app.openSource()?.name ?? (view.page() === 'workbook' && app.workbooks()?.workbook()?.title);
    document.title = open ? `${open} – Quire` : t('app.title');
  });
  onMount(() => {
    onCleanup(bindKeys(commands));
    onCleanup(listenPaste(app));
    onCleanup(warnOfLeaving(app));
  });

  return (
    <div
      class="app"
      classList={{
        'with-sidebar': view.sidebar() && !view.isReading(),
        'with-details': view.details() && (!!app.openSource() || panel() !== undefined),
      }}
      ref={(element) => {
        createVariable(element, '--sidebar', () => `${view.sidebarWidth()}px`);
        createVariable(element, '--details', () => `${view.detailsWidth()}px`);
      }}
    >
      <a class="skip" href="#main">
        {t('app.skip')}
      </a>
      <Header commands={commands} />
      <Show when={view.sidebar() && !view.isReading()}>
        <button
          class="sheet-scrim"
          tabIndex={-1}
          aria-label={t('app.close')}
          onClick={() => view.setSidebar(false)}
        />
        <aside
          class="panel left"
          aria-label={t('app.sources')}
          onKeyDown={({ key }) => key === 'Escape' && view.isNarrow() && view.setSidebar(false)}
        >
          <Sidebar />
          <Splitter
            side="left"
            label={t('app.resizeSidebar')}
            width={view.sidebarWidth()}
            min={180}
            max={480}
            onResize={view.resizeSidebar}
          />
        </aside>
      </Show>
      <main class="middle" id="main" tabIndex={-1}>
        <Switch fallback={<Start />}>
          <Match when={app.openSource()}>{(source) => <SourceView source={source()} />}</Match>
          <Match when={view.page() === 'workbook' && app.workbooks()?.workbook() && app.workbooks()}>
            {(workbooks) => <Dynamic component={views[view.face()]} workbooks={workbooks()} />}
          </Match>
          <Match when={view.page() === 'workbook' && !app.workbooks()}>
            <div class="middle-waiting" aria-busy="true" />
          </Match>
        </Switch>
      </main>
      <Show when={view.details() && app.openSource()}>
        {(source) => (
          <RightPanel>
            <Suspense>
              <Details source={source()} />
            </Suspense>
          </RightPanel>
        )}
      </Show>
      <Show when={panel()}>
        {(shown) => (
          <RightPanel>
            <Suspense>
              <Dynamic component={shown().Panel} id={shown().id} />
            </Suspense>
          </RightPanel>
        )}
      </Show>
      <Footer commands={commands} />
      <Notices />
      <DropZone />
      <Dialogs commands={commands} />
    </div>
  );
}

/** The browser asks before it closes a page that is in the middle of an import. */
function warnOfLeaving({ sources }: ReturnType<typeof useApp>): () => void {
  const onLeave = (event: BeforeUnloadEvent) => {
    if (sources.state.tasks.length > 0) event.preventDefault();
  };
  window.addEventListener('beforeunload', onLeave);
  return () => window.removeEventListener('beforeunload', onLeave);
}
