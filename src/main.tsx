import { render } from 'solid-js/web';
import './ui/tokens.css';
import './ui/base.css';
import { App } from './app/App';
import { AppProvider } from './app/context';
import { createConsole } from './app/console';
import { createApp } from './app/createApp';
import { startLocale, startPrefs } from './app/prefs';
import { createLazyEngine } from './engine/lazy';
import { tell } from './app/notice';
import { watchFetching } from './lib/unfetched';
import { t } from './i18n/i18n';
import { createCatalog, createMemoryCatalog } from './storage/catalog';
import { canWrite } from './storage/device';
import { guardComposing } from './ui/composing';

// The engine starts while the shell is being painted.
const engine = createLazyEngine((lost) => {
  const names = app?.sources.forgetLost(lost) ?? [];
  app?.workbooks()?.forgetResults();
  tell({
    tone: 'bad',
    sticky: true,
    text: () =>
      [
        t('problem.engine-restarted'),
        names.length > 0 && t('problem.lostSources', { names: names.join(', ') }),
      ]
        .filter(Boolean)
        .join(' '),
  });
});
let app: ReturnType<typeof createApp> | undefined;
guardComposing();
watchFetching({ window, document });

const ready = Promise.all([canWrite(), startLocale()]).then(([keep]) => {
  app = createApp({ engine, catalog: keep ? createCatalog() : createMemoryCatalog(), keep });
  const { start } = app;
  const started = start();
  const root = document.getElementById('app')!;
  render(() => {
    startPrefs();
    return (
      <AppProvider value={app!}>
        <App />
      </AppProvider>
    );
  }, root);
  window.quire = createConsole(app, started);
  return started;
});
ready.catch((error: unknown) => reportError(error));
