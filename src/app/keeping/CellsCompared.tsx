import { createMemo, For, Show } from 'solid-js';
import { formatCount } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import type { CellChange, SettingChange } from '../../workbook/compare';
import { compareWorkbooks, listSettings } from '../../workbook/compare';
import type { Difference } from '../../workbook/lines';
import { compareLines } from '../../workbook/lines';
import type { Workbook } from '../../workbook/document';
import { toKindWord, toSettingWord } from './cellWords';
import { compareReports } from './reportLines';

const tones = { added: 'good', removed: 'bad', changed: 'warn', same: '' };

/** What became of each cell between two states of a workbook. */
export function CellsCompared(props: { before: Workbook; after: Workbook }) {
  const comparison = createMemo(() => compareWorkbooks(props.before, props.after));
  const changed = () => comparison().cells.filter(({ change, moved }) => change !== 'same' || moved);
  const report = createMemo(() => compareReports(props.before, props.after));
  const isSame = () => changed().length + comparison().settings.length + report().length === 0;
  const sameCount = () => comparison().cells.length - changed().length;
  return (
    <>
      <Show when={comparison().settings.length > 0}>
        <article class="version-cell">
          <header>
            <b>{t('keeping.workbookSettings')}</b>
          </header>
          <Settings settings={comparison().settings} />
        </article>
      </Show>
      <Show when={report().length > 0}>
        <article class="version-cell">
          <header>
            <b>{t('keeping.reported.title')}</b>
          </header>
          <For each={report()}>
            {({ label, lines }) => (
              <>
                <small class="setting-name">{label}</small>
                <Lines lines={lines} />
              </>
            )}
          </For>
        </article>
      </Show>
      <For each={changed()}>
        {(cell) => (
          <article class="version-cell">
            <header>
              <Show when={cell.cell.name}>{(name) => <b>{name()}</b>}</Show>
              <small>{toKindWord(cell.cell.kind)}</small>
              <span class="grow" />
              <Show when={cell.change !== 'same'}>
                <span class={`pill ${tones[cell.change]}`}>{t(`keeping.change.${cell.change}`)}</span>
              </Show>
              <Show when={cell.moved}>
                <span class="pill">{t('keeping.moved')}</span>
              </Show>
            </header>
            <Settings settings={toSettings(cell)} />
          </article>
        )}
      </For>
      <p class="empty">
        <Show when={!isSame()} fallback={t('keeping.same')}>
          <Show when={sameCount() > 0}>{t('keeping.sameCells', sameCount(), formatCount(sameCount()))}</Show>
        </Show>
      </p>
    </>
  );
}

function Settings(props: { settings: readonly SettingChange[] }) {
  return (
    <For each={props.settings}>
      {({ setting, lines }) => (
        <>
          <Show when={setting !== 'sql' && setting !== 'markdown'}>
            <small class="setting-name">{toSettingWord(setting)}</small>
          </Show>
          <Lines lines={lines} />
        </>
      )}
    </For>
  );
}

function Lines(props: { lines: readonly Difference<string>[] }) {
  return (
    <pre class="lines">
      <For each={props.lines}>
        {(line) => (
          <Show when={line.in !== 'both'} fallback={<span>{`  ${line.item}\n`}</span>}>
            <Show when={line.in === 'after'} fallback={<del>{`− ${line.item}\n`}</del>}>
              <ins>{`+ ${line.item}\n`}</ins>
            </Show>
          </Show>
        )}
      </For>
    </pre>
  );
}

/** A cell that came or went shows all of itself. */
function toSettings({ change, cell, settings }: CellChange): SettingChange[] {
  if (change !== 'added' && change !== 'removed') return settings;
  return listSettings(cell).map(({ setting, text }) => ({
    setting,
    lines: change === 'added' ? compareLines('', text) : compareLines(text, ''),
  }));
}
