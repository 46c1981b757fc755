import { Show } from 'solid-js';
import { lazy } from '../ui/lazy';
import { formatCount } from '../i18n/format';
import { t } from '../i18n/i18n';
import { withStepWords } from '../i18n/steps/withStepWords';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { useApp } from './context';
import type { Command } from './commands';
import { currentExport } from './exporting/current';
import { AgainDialog } from './importing/AgainDialog';
import { currentAsk } from './importing/asking';
import { tell, tellProblem } from './notice';
import { Palette } from './Palette';
import { readPrivacy } from './privacy';
import { currentRepeat } from './repeat/current';
import { currentReplacement } from './replace/current';
import { Fact } from './Fact';
import { currentTemplate } from './templates/current';
import { currentOpening, currentShare } from './sharing/current';
import { toWords } from './words';
import './dialogs.css';

// most imports ask nothing, so that the page does not wait for what asks
const ImportDialog = lazy(async () => ({ default: (await import('./importing/ImportDialog')).ImportDialog }));
const ReplaceDialog = lazy(async () => ({
  default: (await import('./replace/ReplaceDialog')).ReplaceDialog,
}));
const MendDialog = lazy(async () => ({ default: (await import('./mending/MendDialog')).MendDialog }));

const ModelDialog = lazy(async () => ({
  default: (await withStepWords(import('./model/ModelDialog'))).ModelDialog,
}));
const ExportDialog = lazy(async () => ({
  default: (await import('./exporting/ExportDialog')).ExportDialog,
}));
const RepeatDialog = lazy(async () => ({
  default: (await import('./repeat/RepeatDialog')).RepeatDialog,
}));
const TemplateDialog = lazy(async () => {
  const [{ TemplateDialog: loaded }, { loadTemplateWords }] = await Promise.all([
    import('./templates/TemplateDialog'),
    import('../i18n/templates/templates'),
  ]);
  await loadTemplateWords();
  return { default: loaded };
});
const Help = lazy(async () => ({ default: (await import('./Help')).Help }));
const SharingDialogs = lazy(async () => ({
  default: (await import('./sharing/SharingDialogs')).SharingDialogs,
}));

export function Dialogs(props: { commands: readonly Command[] }) {
  const { view } = useApp();
  const close = () => view.setDialog(undefined);
  return (
    <>
      <Dialog open={view.dialog() === 'palette'} onClose={close} title={t('command.palette')} shape="top">
        <Palette commands={props.commands} onDone={close} />
      </Dialog>
      <Dialog open={view.dialog() === 'help'} onClose={close} title={t('help.title')} shape="wide">
        <Help commands={props.commands} />
      </Dialog>
      <Dialog open={view.dialog() === 'privacy'} onClose={close} title={t('privacy.title')}>
        <Privacy />
      </Dialog>
      <EraseDialog />
      <ClearDialog />
      <GoToDialog />
      <AgainDialog />
      <Show when={view.dialog() === 'mend'}>
        <MendDialog />
      </Show>
      <Show when={view.dialog() === 'model'}>
        <ModelDialog onClose={close} />
      </Show>
      <Show when={currentReplacement()} keyed>
        {(replacement) => <ReplaceDialog replacement={replacement} />}
      </Show>
      <Show when={currentRepeat()} keyed>
        {(repeat) => <RepeatDialog repeat={repeat} />}
      </Show>
      <Show when={currentTemplate()}>{(id) => <TemplateDialog id={id()} />}</Show>
      <Show when={currentShare() || currentOpening()}>
        <SharingDialogs />
      </Show>
      <Show when={currentExport()} keyed>
        {(ask) => <ExportDialog ask={ask} />}
      </Show>
      <Show when={currentAsk()}>
        <ImportDialog />
      </Show>
    </>
  );
}

function EraseDialog() {
  const { view, sources } = useApp();
  const close = () => view.setDialog(undefined);
  const erase = async () => {
    close();
    try {
      view.show(undefined);
      await sources.erase();
      tell({ text: () => t('erase.done') });
    } catch (error) {
      tellProblem(error, toWords);
    }
  };
  return (
    <Dialog
      open={view.dialog() === 'erase'}
      onClose={close}
      title={t('erase.title')}
      actions={
        <>
          <Button tone="quiet" onClick={close}>
            {t('app.cancel')}
          </Button>
          <Button tone="danger" onClick={() => void erase()}>
            {t('erase.do')}
          </Button>
        </>
      }
    >
      <p>{t('erase.text')}</p>
      <p>
        <b>{t('erase.sure')}</b>
      </p>
    </Dialog>
  );
}

function ClearDialog() {
  const { view, sources } = useApp();
  const close = () => view.setDialog(undefined);
  const source = () => sources.state.removed.find(({ id }) => id === view.clearing());
  const clear = async () => {
    const { id } = source()!;
    close();
    try {
      await sources.clear(id);
    } catch (error) {
      tellProblem(error, toWords);
    }
  };
  return (
    <Dialog
      open={view.dialog() === 'clear' && source() !== undefined}
      onClose={close}
      title={t('sources.clearAsk', { name: source()?.name ?? '' })}
      actions={
        <>
          <Button tone="quiet" onClick={close}>
            {t('app.cancel')}
          </Button>
          <Button tone="danger" onClick={() => void clear()}>
            {t('sources.clear')}
          </Button>
        </>
      }
    >
      <p>{t('sources.clearWhy')}</p>
    </Dialog>
  );
}

function GoToDialog() {
  const app = useApp();
  const { view } = app;
  const close = () => view.setDialog(undefined);
  let input!: HTMLInputElement;
  const go = (event: SubmitEvent) => {
    event.preventDefault();
    const row = Number(input.value);
    close();
    if (Number.isInteger(row) && row >= 1) queueMicrotask(() => app.grid()?.scrollToRow(row - 1));
  };
  return (
    <Dialog open={view.dialog() === 'goto'} onClose={close} title={t('view.goTo')}>
      <form class="go-to" onSubmit={go}>
        <input
          ref={input}
          class="field"
          type="number"
          min={1}
          max={app.openSource()?.receipt.loaded}
          required
          aria-label={t('view.goTo')}
          placeholder={`1 – ${formatCount(app.openSource()?.receipt.loaded ?? 1)}`}
        />
        <Button tone="primary" type="submit">
          {t('view.go')}
        </Button>
      </form>
    </Dialog>
  );
}

function Privacy() {
  const counts = readPrivacy();
  return (
    <div class="prose">
      <p>{t('privacy.text')}</p>
      <p>{t('privacy.rule')}</p>
      <dl class="facts boxed">
        <Fact name={t('privacy.count')} value={formatCount(counts.elsewhere)} />
        <Fact name={t('privacy.refused')} value={formatCount(counts.refused)} />
        <Fact name={t('privacy.own')} value={formatCount(counts.own)} />
      </dl>
    </div>
  );
}
