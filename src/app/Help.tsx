import { For, Show } from 'solid-js';
import { t } from '../i18n/i18n';
import type { Command } from './commands';
import { showKey } from './shortcuts';

/** What Quire does, its keys, and where to read on. */
export function Help(props: { commands: readonly Command[] }) {
  const inGrid = (): [string, string][] => [
    ['← ↑ → ↓', t('help.keys.move')],
    ['Shift+← ↑ → ↓', t('help.keys.extend')],
    [showKey('$mod+← ↑ → ↓'), t('help.keys.edge')],
    ['PageUp PageDown', t('help.keys.page')],
    [showKey('$mod+a'), t('help.keys.all')],
    [showKey('$mod+c'), t('help.keys.copy')],
    [showKey('$mod+Shift+c'), t('help.keys.copyHeaders')],
    [showKey('Alt+← →'), t('help.keys.resize')],
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
      <h3>{t('help.recipe')}</h3>
      <p>{t('help.recipeText')}</p>
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
