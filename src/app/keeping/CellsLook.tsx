import { For, Show } from 'solid-js';
import { t } from '../../i18n/i18n';
import { listSettings } from '../../workbook/compare';
import type { Workbook } from '../../workbook/document';
import { toKindWord, toSettingWord } from './cellWords';

/** The cells of a version as texts. Nothing of it is run. */
export function CellsLook(props: { workbook: Workbook }) {
  return (
    <>
      <Show when={props.workbook.title}>{(title) => <h3 class="version-title">{title()}</h3>}</Show>
      <Show when={props.workbook.cells.length === 0}>
        <p class="empty">{t('keeping.noCells')}</p>
      </Show>
      <For each={props.workbook.cells}>
        {(cell) => (
          <article class="version-cell">
            <header>
              <Show when={cell.name}>{(name) => <b>{name()}</b>}</Show>
              <small>{toKindWord(cell.kind)}</small>
            </header>
            <For each={listSettings(cell)}>
              {({ setting, text }) => (
                <>
                  <Show when={setting !== 'sql' && setting !== 'markdown'}>
                    <small class="setting-name">{toSettingWord(setting)}</small>
                  </Show>
                  <pre>{text}</pre>
                </>
              )}
            </For>
          </article>
        )}
      </For>
    </>
  );
}
