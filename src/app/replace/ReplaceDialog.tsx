import { createEffect, Match, Show, Switch } from 'solid-js';
import { formatBytes } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Progress } from '../../ui/Progress';
import { toWords } from '../words';
import type { Step } from './candidate';
import { DriftReport } from './DriftReport';
import type { Phase, Replacement } from './replacement';
import { isQuiet } from './report';
import './replace.css';

/** Shows what changed in next month's file, and asks before it takes the place of this month's. */
export function ReplaceDialog(props: { replacement: Replacement }) {
  const phase = () => props.replacement.phase();
  return (
    <Dialog
      open={phase().name !== 'asking'}
      onClose={() => void props.replacement.cancel()}
      shape="wide"
      title={t('replacing.title', { name: props.replacement.source.name })}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || phase().name !== 'report') return;
        event.preventDefault();
        void props.replacement.replace();
      }}
      actions={<Foot replacement={props.replacement} />}
    >
      <Switch>
        <Match when={toPhase(phase(), 'working')}>
          {(working) => <Working step={working().step} fileName={props.replacement.file.name} />}
        </Match>
        <Match when={toPhase(phase(), 'stuck')}>
          {(stuck) => (
            <>
              <p role="alert">{toWords(stuck().problem)}</p>
              <p class="drift-note">{t('replacing.stuck')}</p>
            </>
          )}
        </Match>
        <Match when={toPhase(phase(), 'report')}>
          {(report) => <DriftReport replacement={props.replacement} candidate={report().candidate} />}
        </Match>
      </Switch>
    </Dialog>
  );
}

function Working(props: { step: Step; fileName: string }) {
  const words = () => {
    if (props.step.name !== 'importing') return t(`replacing.${props.step.name}`, { file: props.fileName });
    return t('replacing.importing', {
      file: props.fileName,
      done: formatBytes(props.step.doneBytes),
      total: formatBytes(props.step.totalBytes),
    });
  };
  const bytes = () => (props.step.name === 'importing' ? props.step : { doneBytes: 0, totalBytes: 0 });
  return (
    <div class="drift-working">
      <p role="status">{words()}</p>
      <Progress label={props.fileName} value={bytes().doneBytes} max={bytes().totalBytes} />
    </div>
  );
}

function Foot(props: { replacement: Replacement }) {
  const phase = () => props.replacement.phase();
  const isReport = () => phase().name === 'report';
  let primary: HTMLButtonElement | undefined;
  createEffect(() => {
    const report = toPhase(phase(), 'report')?.candidate.report;
    // what has changed is read first, and no key pressed by chance answers it
    if (report && isQuiet(report)) primary?.focus();
  });
  return (
    <>
      <Show when={isReport()}>
        <Button tone="link" onClick={() => void props.replacement.setUp()}>
          {t('replacing.otherSettings')}
        </Button>
      </Show>
      <Button tone="quiet" onClick={() => void props.replacement.cancel()}>
        {t(phase().name === 'working' ? 'replacing.stop' : 'app.cancel')}
      </Button>
      <Show when={toPhase(phase(), 'stuck')}>
        {(stuck) => (
          <Show when={props.replacement.canSetUp(stuck().problem)}>
            <Button tone="primary" onClick={() => void props.replacement.setUp()}>
              {t('replacing.setUp')}
            </Button>
          </Show>
        )}
      </Show>
      <Show when={isReport()}>
        <Button tone="plain" onClick={() => void props.replacement.keepBoth()}>
          {t('replacing.keepBoth')}
        </Button>
        <Button ref={primary} tone="primary" onClick={() => void props.replacement.replace()}>
          {t('replacing.replace')}
        </Button>
      </Show>
    </>
  );
}

function toPhase<N extends Phase['name']>(phase: Phase, name: N): Extract<Phase, { name: N }> | undefined {
  return phase.name === name ? (phase as Extract<Phase, { name: N }>) : undefined;
}
