import type { Component } from 'solid-js';
import { createComponent, createEffect, createResource, createSignal, onCleanup, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { t } from '../i18n/i18n';
import { fetchLost } from '../lib/unfetched';
import { Button } from './Button';

type Load<P extends object> = () => Promise<{ default: Component<P> }>;

/**
 * A component whose code is fetched when it is first shown, as Solid's own `lazy`, which shows nothing for good where that fails once:
 * the network may be away for a minute, and the page with all that is in it should not have to be loaded anew.
 */
export function lazy<P extends object>(load: Load<P>): Component<P> {
  let ready: Component<P> | undefined;
  const Fetched: Component<P> = (props) => {
    const [found, { refetch }] = createResource(async () => {
      await fetchLost();
      ready = (await load()).default;
      return ready;
    });
    return (
      <Show when={found.state !== 'errored'} fallback={<Unfetched onAgain={() => void refetch()} />}>
        <Show when={found()} keyed>
          {(component) => <Dynamic component={component} {...props} />}
        </Show>
      </Show>
    );
  };
  return (props) => createComponent(ready ?? Fetched, props);
}

function Unfetched(props: { onAgain: () => void }) {
  const [isOnline, setOnline] = createSignal(false);
  const onOnline = () => setOnline(true);
  window.addEventListener('online', onOnline);
  onCleanup(() => window.removeEventListener('online', onOnline));
  createEffect(() => isOnline() && props.onAgain());
  return (
    <p class="note bad unfetched" role="alert">
      {t('problem.part-missing')} <Button onClick={() => props.onAgain()}>{t('grid.retry')}</Button>
    </p>
  );
}
