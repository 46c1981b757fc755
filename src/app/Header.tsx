import PanelLeft from 'lucide-solid/icons/panel-left';
import PanelRight from 'lucide-solid/icons/panel-right';
import Plus from 'lucide-solid/icons/plus';
import Search from 'lucide-solid/icons/search';
import Shield from 'lucide-solid/icons/shield-check';
import { Show } from 'solid-js';
import { lazy } from '../ui/lazy';
import { t } from '../i18n/i18n';
import { Button } from '../ui/Button';
import { useApp } from './context';
import type { Command } from './commands';
import { Mark } from './Mark';
import { showKey } from './shortcuts';

const WorkbookBar = lazy(async () => ({ default: (await import('./workbook/WorkbookBar')).WorkbookBar }));
const ShareButton = lazy(async () => ({ default: (await import('./workbook/ShareButton')).ShareButton }));

export function Header(props: { commands: readonly Command[] }) {
  const app = useApp();
  const { view } = app;
  const paletteKey = () => showKey(props.commands.find(({ id }) => id === 'palette')!.key!);
  const shown = () =>
    !app.openSource() && view.page() === 'workbook' && app.workbooks()?.workbook() && app.workbooks();
  return (
    <header class="bar" classList={{ 'with-workbook': Boolean(shown()) }}>
      <Show when={!view.isReading()}>
        <Button
          icon={<PanelLeft />}
          label={t('app.showSidebar')}
          aria-pressed={view.sidebar()}
          onClick={() => view.setSidebar(!view.sidebar())}
        />
      </Show>
      <button type="button" class="mark" onClick={() => view.show(undefined)} title={t('app.home')}>
        <Mark />
        <span>{t('app.name')}</span>
      </button>
      <Show when={app.openSource()}>
        {(source) => (
          <span class="crumb">
            / <b>{source().name}</b>
          </span>
        )}
      </Show>
      <Show when={shown()}>{(workbooks) => <WorkbookBar workbooks={workbooks()} />}</Show>
      <span class="grow" />
      <button type="button" class="pill good privacy" onClick={() => view.setDialog('privacy')}>
        <Shield />
        <span class="wide-only">{t('app.private')}</span>
        <span class="hidden-text narrow-only">{t('app.private')}</span>
      </button>
      <Button class="wide-only" icon={<Search />} onClick={() => view.setDialog('palette')}>
        {t('footer.commands')} <kbd class="kbd">{paletteKey()}</kbd>
      </Button>
      <Show when={shown()}>
        <ShareButton />
      </Show>
      <Show when={!view.isReading()}>
        <Button tone="primary" icon={<Plus />} label={t('sources.addLong')} onClick={app.pickFiles}>
          <span class="add-words">{t('sources.addLong')}</span>
        </Button>
      </Show>
      <Show when={app.openSource()}>
        <Button
          icon={<PanelRight />}
          label={t('app.showDetails')}
          aria-pressed={view.details()}
          onClick={() => view.setDetails(!view.details())}
        />
      </Show>
    </header>
  );
}
