import { createSignal, For, Show, Suspense } from 'solid-js';
import { lazy } from '../ui/lazy';
import { t } from '../i18n/i18n';
import { withStepWords } from '../i18n/steps/withStepWords';
import type { Command } from './commands';
import { showKey } from './shortcuts';

// the words of steps are many, and few look them up
const StepReference = lazy(async () => ({
  default: (await withStepWords(import('./StepReference'))).StepReference,
}));

/** What Quire does, its keys, and where to read on. */
export function Help(props: { commands: readonly Command[] }) {
  const [isListed, setListed] = createSignal(false);
  const inGrid = (): [string, string][] => [
    ['← ↑ → ↓', t('help.keys.move')],
    ['Shift+← ↑ → ↓', t('help.keys.extend')],
    [showKey('$mod+← ↑ → ↓'), t('help.keys.edge')],
    ['PageUp PageDown', t('help.keys.page')],
    [showKey('$mod+a'), t('help.keys.all')],
    [showKey('$mod+c'), t('help.keys.copy')],
    [showKey('$mod+Shift+c'), t('help.keys.copyHeaders')],
    [showKey('Alt+← →'), t('help.keys.resize')],
    ['Shift+F10', t('help.keys.menu')],
  ];
  const inWorkbook = (): [string, string][] => [
    ['Enter', t('help.cells.edit')],
    ['Esc', t('help.cells.leave')],
    ['Shift+Enter', t('help.cells.runAndNext')],
    [showKey('$mod+Enter'), t('help.cells.run')],
    ['Alt+Enter', t('help.cells.runAndAdd')],
    ['j k', t('help.cells.move')],
    ['a b', t('help.cells.add')],
    ['/', t('help.cells.choose')],
    ['d d', t('help.cells.remove')],
    ['y', t('help.cells.duplicate')],
    ['r', t('help.cells.rename')],
    ['o', t('help.cells.fold')],
    [showKey('Alt+↑ ↓'), t('help.cells.order')],
  ];
  const inChart = (): [string, string][] => [
    ['← ↑ → ↓', t('help.chart.move')],
    ['Enter', t('help.chart.rows')],
    [t('help.chart.space'), t('help.chart.choose')],
    ['T', t('help.chart.table')],
    ['+ − 0', t('help.chart.zoom')],
    [showKey('Shift+← ↑ → ↓'), t('help.chart.pan')],
  ];
  const inDashboard = (): [string, string][] => [
    ['← ↑ → ↓', t('help.dashboard.move')],
    ['Shift+← ↑ → ↓', t('help.dashboard.size')],
    ['Enter', t('help.dashboard.name')],
    ['Delete', t('help.dashboard.remove')],
  ];
  return (
    <div class="prose">
      <h3>{t('help.start')}</h3>
      <p>{t('help.steps')}</p>
      <p>{t('help.safe')}</p>
      <p>{t('help.receipt')}</p>
      <h3>{t('help.shortcuts')}</h3>
      <dl class="keys">
        <For each={props.commands}>
          {(command) => (
            <Show when={command.key}>
              {(key) => (
                <div>
                  <dt>{command.title()}</dt>
                  <dd>
                    <kbd class="kbd">{showKey(key())}</kbd>
                  </dd>
                </div>
              )}
            </Show>
          )}
        </For>
      </dl>
      <h3>{t('help.grid')}</h3>
      <KeyList keys={inGrid()} />
      <h3>{t('help.workbook')}</h3>
      <p>{t('help.workbookText')}</p>
      <KeyList keys={inWorkbook()} />
      <h3>{t('help.making.title')}</h3>
      <p>{t('help.making.text')}</p>
      <p>{t('help.making.maps')}</p>
      <h3>{t('help.chart.title')}</h3>
      <p>{t('help.chart.text')}</p>
      <KeyList keys={inChart()} />
      <h3>{t('help.dashboard.title')}</h3>
      <p>{t('help.dashboard.text')}</p>
      <KeyList keys={inDashboard()} />
      <h3>{t('help.recipe')}</h3>
      <p>{t('help.recipeText')}</p>
      <h3>{t('help.analyses')}</h3>
      <p>{t('help.analysesText')}</p>
      <h3>{t('sharing.exportHelp')}</h3>
      <p>{t('sharing.exportHelpText')}</p>
      <h3>{t('help.excel')}</h3>
      <p>{t('help.excelText')}</p>
      <h3>{t('help.report')}</h3>
      <p>{t('help.reportText')}</p>
      <details onToggle={({ currentTarget }) => currentTarget.open && setListed(true)}>
        <summary>{t('help.allSteps')}</summary>
        <Show when={isListed()}>
          <Suspense fallback={<p role="status">{t('app.loading')}</p>}>
            <StepReference />
          </Suspense>
        </Show>
      </details>
      <h3>{t('help.console')}</h3>
      <p>{t('help.consoleText')}</p>
    </div>
  );
}

function KeyList(props: { keys: [string, string][] }) {
  return (
    <dl class="keys">
      <For each={props.keys}>
        {([key, title]) => (
          <div>
            <dt>{title}</dt>
            <dd>
              <kbd class="kbd">{key}</kbd>
            </dd>
          </div>
        )}
      </For>
    </dl>
  );
}
