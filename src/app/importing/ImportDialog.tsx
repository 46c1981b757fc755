import { createMemo, createSignal, For, Show, untrack } from 'solid-js';
import { formatBytes } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useApp } from '../context';
import { showKey } from '../shortcuts';
import { toWords } from '../words';
import { answerRest, currentAsk } from './asking';
import { Encodings } from './Encodings';
import { ForecastLine } from './ForecastLine';
import './importing.css';
import { Lines } from './Lines';
import { Password, wantsPassword } from './Password';
import { Preview } from './Preview';
import { Questions } from './Questions';
import { RereadNote } from './RereadNote';
import type { Session } from './session';
import { createSession } from './session';
import { SettingsBar } from './SettingsBar';
import { TableList } from './TableList';

/** Asks how the files in question are to be imported, one after another. */
export function ImportDialog() {
  const { engine } = useApp();
  const session = createMemo(() => {
    const ask = currentAsk();
    return ask && untrack(() => createSession(engine, ask));
  });
  const submit = () => {
    const imports = session()?.imports() ?? [];
    if (imports.length > 0) session()!.ask.answer(imports);
  };
  const cancel = () => {
    const ask = session()?.ask;
    if (ask) answerRest(ask.batch, 'none');
  };
  return (
    <Dialog
      open={session() !== undefined}
      onClose={cancel}
      shape="full"
      title={t('importing.title', { file: session()?.file.name ?? '' })}
      head={<Show when={session()}>{(open) => <HeadFacts session={open()} />}</Show>}
      onKeyDown={(event) => {
        if (!isSubmit(event)) return;
        event.preventDefault();
        submit();
      }}
      actions={
        <Show when={session()}>
          {(open) => <Foot session={open()} onCancel={cancel} onSubmit={submit} />}
        </Show>
      }
    >
      <Show when={session()} keyed>
        {(open) => <ImportBody session={open} onSubmit={submit} />}
      </Show>
    </Dialog>
  );
}

function HeadFacts(props: { session: Session }) {
  const count = () => props.session.ask.batch.count();
  return (
    <span class="import-facts">
      <Show when={props.session.kind()}>{(kind) => <span>{t(`importing.kinds.${kind()}`)}</span>}</Show>
      <span>{formatBytes(props.session.file.size)}</span>
      <Show when={count() > 1}>
        <span class="pill warn">
          {t('importing.fileOf', { at: String(props.session.ask.at), count: String(count()) })}
        </span>
      </Show>
    </span>
  );
}

function isSubmit({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key === 'Enter' && (ctrlKey || metaKey);
}

const panes = ['file', 'table', 'settings'] as const;
type Pane = (typeof panes)[number];

function ImportBody(props: { session: Session; onSubmit: () => void }) {
  const [pane, setPane] = createSignal<Pane>('table');
  const [line, setLine] = createSignal(1);
  /** Of a file that is no text there is nothing to show as it stands. */
  const hasLines = () => (props.session.table()?.lines.length ?? 0) > 0;
  /** A file that says its types itself leaves nothing to set. */
  const hasSettings = () => !['parquet', 'arrow', 'duckdb'].includes(props.session.kind() ?? '');
  const isShown = (name: Pane) => (name !== 'file' || hasLines()) && (name !== 'settings' || hasSettings());
  /** Before a button that has the focus takes the key for its own. */
  function submitFirst(event: KeyboardEvent): void {
    if (!isSubmit(event)) return;
    event.preventDefault();
    event.stopPropagation();
    // what is being typed counts
    if (event.target instanceof HTMLElement) event.target.blur();
    props.onSubmit();
  }

  return (
    <div
      ref={(body) => body.addEventListener('keydown', submitFirst, { capture: true })}
      class={`import show-${pane()} ${props.session.isWaiting() ? 'waiting' : ''}`}
      aria-busy={props.session.isWaiting()}
    >
      <div class="import-top">
        <RereadNote session={props.session} />
        <Show when={props.session.problem()}>
          {(problem) => (
            <div class="note bad" role="alert">
              {toWords(problem())}
            </div>
          )}
        </Show>
        <Show when={wantsPassword(props.session)}>
          <Password onSubmit={props.session.unlock} />
        </Show>
        <Questions
          session={props.session}
          onShowRejected={() => {
            setPane('file');
            setLine(props.session.table()?.lines.find(({ role }) => role === 'rejected')?.number ?? 1);
          }}
        />
        <Show when={props.session.table()}>
          <div class="import-tabs narrow-only seg" role="group" aria-label={t('importing.tabs.label')}>
            <For each={panes.filter(isShown)}>
              {(name) => (
                <button type="button" aria-pressed={pane() === name} onClick={() => setPane(name)}>
                  {t(`importing.tabs.${name}`)}
                </button>
              )}
            </For>
          </div>
        </Show>
      </div>
      <Show when={props.session.table()}>
        {(table) => (
          <>
            <SettingsBar
              session={props.session}
              table={table()}
              isChoosing={props.session.isChoosing()}
              onChoose={() => props.session.setChoosing(!props.session.isChoosing())}
            />
            <Show when={props.session.isChoosing() && table().settings.encoding}>
              <Encodings session={props.session} table={table()} />
            </Show>
            <div
              class="import-panes"
              classList={{ many: props.session.tables().length > 1, alone: !hasLines() }}
            >
              <Show when={props.session.tables().length > 1}>
                <TableList session={props.session} />
              </Show>
              <Show when={hasLines()}>
                <Lines session={props.session} table={table()} line={line()} onLine={setLine} />
              </Show>
              <Preview session={props.session} table={table()} />
            </div>
          </>
        )}
      </Show>
    </div>
  );
}

function Foot(props: { session: Session; onCancel: () => void; onSubmit: () => void }) {
  const ask = () => props.session.ask;
  const waiting = () => ask().batch.count() - ask().at;
  return (
    <>
      <ForecastLine session={props.session} />
      <Show when={props.session.isChanged()}>
        <Button class="import-reset" tone="link" onClick={() => props.session.reset()}>
          {t('importing.reset')}
        </Button>
      </Show>
      <span class="grow" />
      <Show when={ask().batch.count() > 1}>
        <Button tone="plain" onClick={() => ask().answer(undefined)}>
          {t('importing.skipFile')}
        </Button>
      </Show>
      <Show when={waiting() > 0 && props.session.imports().length > 0}>
        <Button
          tone="plain"
          onClick={() => {
            props.onSubmit();
            answerRest(ask().batch, 'as-they-look');
          }}
        >
          {t('importing.restAsIs')}
        </Button>
      </Show>
      <Button tone="quiet" onClick={() => props.onCancel()}>
        {t(waiting() > 0 ? 'importing.cancelAll' : 'app.cancel')}
      </Button>
      <Button tone="primary" disabled={props.session.imports().length === 0} onClick={() => props.onSubmit()}>
        {t('importing.do')} <kbd class="kbd on-accent wide-only">{showKey('$mod+Enter')}</kbd>
      </Button>
    </>
  );
}
