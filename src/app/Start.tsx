import FileUp from 'lucide-solid/icons/file-up';
import Shield from 'lucide-solid/icons/shield-check';
import { createMemo, createResource, For, Show } from 'solid-js';
import { lazy } from '../ui/lazy';
import { formatBytes, formatCount, formatWhen } from '../i18n/format';
import { locale, t } from '../i18n/i18n';
import { Button } from '../ui/Button';
import { once } from '../ui/doubleClick';
import { Progress } from '../ui/Progress';
import { useApp } from './context';
import { createHomeActions } from './home/actions';
import { Mark } from './Mark';
import { listSamples } from './samples';
import './start.css';

const TemplateCards = lazy(async () => ({
  default: (await import('./templates/TemplateCards')).TemplateCards,
}));
const WorkbookList = lazy(async () => ({ default: (await import('./home/WorkbookList')).WorkbookList }));

/** Home: where files come in, and where all workbooks and sources are found again. */
export function Start() {
  const app = useApp();
  const home = createMemo(() => {
    const workbooks = app.workbooks();
    return workbooks && createHomeActions({ workbooks, open: app.openWorkbook });
  });
  const { state } = app.sources;
  const [samples] = createResource(listSamples);
  return (
    <div class="start">
      <section class="hero">
        <span class="hero-mark">
          <Mark size={34} />
        </span>
        <h1>{t('start.heading')}</h1>
        <p class="lede">{t('start.lede')}</p>
        <button type="button" class="drop" onClick={app.pickFiles}>
          <FileUp />
          <b>{t('start.drop')}</b>
          <span class="button primary">{t('start.pick')}</span>
          <span class="drop-or">{t('start.or')}</span>
          <small>{t('start.formats')}</small>
        </button>
        <p class="drop-settings">
          <Button tone="link" onClick={app.pickWithSettings}>
            {t('start.pickWith')}
          </Button>
        </p>
        <p class="promise">
          <Shield />
          <span>{t('start.privacy')}</span>
        </p>
        <Show when={!app.keep}>
          <p class="note warn">{t('sources.notKeptLong')}</p>
        </Show>
      </section>

      <Show when={state.tasks.length > 0}>
        <section class="block" aria-live="polite">
          <For each={state.tasks}>
            {(task) => (
              <div class="start-task">
                <span class="item-text">{task.fileName}</span>
                <Progress label={task.fileName} value={task.doneBytes} max={task.totalBytes} />
              </div>
            )}
          </For>
        </section>
      </Show>

      <Show when={home()}>{(actions) => <WorkbookList home={actions()} />}</Show>

      <Show when={state.sources.length > 0}>
        <section class="block">
          <h2>{t('start.recent')}</h2>
          <ul class="cards">
            <For each={state.sources.toReversed()}>
              {(source) => (
                <li>
                  <button type="button" class="card" onClick={() => app.view.show(source.id)}>
                    <b>{source.name}</b>
                    <span>{t('start.rows', source.receipt.loaded, formatCount(source.receipt.loaded))}</span>
                    <small>
                      {formatWhen(source.created)}
                      <Show when={source.kept}> · {formatBytes(source.bytes)}</Show>
                    </small>
                  </button>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>

      <TemplateCards />

      <Show when={!samples.error && samples()}>
        {(list) => (
          <section class="block">
            <div class="block-head">
              <div>
                <h2>{t('start.samples')}</h2>
                <p>{t('start.samplesLede')}</p>
              </div>
              <Button tone="quiet" onClick={once(() => void app.openSamples())}>
                {t('start.allSamples')}
              </Button>
            </div>
            <ul class="cards">
              <For each={list()}>
                {(sample) => (
                  <li>
                    <button
                      type="button"
                      class="card"
                      onClick={once(() => void app.openSamples(sample.name))}
                    >
                      <b>{sample.title[locale()]}</b>
                      <span>{sample.description[locale()]}</span>
                      <small>{t('start.rows', sample.rows, formatCount(sample.rows))}</small>
                    </button>
                  </li>
                )}
              </For>
            </ul>
          </section>
        )}
      </Show>
    </div>
  );
}
