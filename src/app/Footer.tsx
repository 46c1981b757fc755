import Languages from 'lucide-solid/icons/languages';
import SunMoon from 'lucide-solid/icons/sun-moon';
import { createResource, onCleanup, Show } from 'solid-js';
import { formatBytes } from '../i18n/format';
import { locale, t } from '../i18n/i18n';
import { Menu } from '../ui/Menu';
import { useApp } from './context';
import type { Command } from './commands';
import { chooseLocale, chooseTheme, theme } from './prefs';

const MEMORY_EVERY_MS = 5000;

export function Footer(props: { commands: readonly Command[] }) {
  const app = useApp();
  const { state } = app.sources;
  const help = () => props.commands.find(({ id }) => id === 'help')!;
  const [memory, { refetch }] = createResource(
    () => app.engineState() === 'ready',
    () => app.engine.memory().catch(() => undefined),
  );
  const timer = setInterval(() => document.visibilityState === 'visible' && void refetch(), MEMORY_EVERY_MS);
  onCleanup(() => clearInterval(timer));
  const status = () => {
    if (state.tasks.length > 0) return t('footer.working');
    return t(`footer.${app.engineState()}`);
  };
  return (
    <footer class="foot">
      <span role="status" class="status" classList={{ bad: app.engineState() === 'failed' }}>
        {status()}
      </span>
      <Show when={memory.latest}>
        {(used) => (
          <span class="wide-only">
            {t('footer.memory', {
              used: formatBytes(used().usedBytes),
              limit: formatBytes(used().limitBytes),
            })}
          </span>
        )}
      </Show>
      <Show when={app.keep} fallback={<span class="warn-text">{t('footer.notKept')}</span>}>
        <Show when={state.usage}>
          {(usage) => (
            <span class="stored">
              {t('footer.stored', {
                used: formatBytes(usage().usedBytes),
                free: formatBytes(usage().freeBytes),
              })}
            </span>
          )}
        </Show>
      </Show>
      <span class="grow" />
      <Menu
        label={t('footer.language')}
        trigger={
          <>
            <Languages /> {locale() === 'zh' ? '中文' : 'English'}
          </>
        }
        triggerClass="foot-button"
        items={[
          { label: 'English', checked: locale() === 'en', run: () => chooseLocale('en') },
          { label: '中文', checked: locale() === 'zh', run: () => chooseLocale('zh') },
        ]}
      />
      <Menu
        label={t('footer.theme')}
        trigger={
          <>
            <SunMoon /> <span class="wide-only">{t(`theme.${theme()}`)}</span>
          </>
        }
        triggerClass="foot-button"
        items={(['system', 'light', 'dark'] as const).map((choice) => ({
          label: t(`theme.${choice}`),
          checked: theme() === choice,
          run: () => chooseTheme(choice),
        }))}
      />
      <button
        type="button"
        class="foot-button"
        onClick={() => void help().run()}
        aria-label={help().title()}
        title={help().title()}
      >
        ?
      </button>
    </footer>
  );
}
