import X from 'lucide-solid/icons/x';
import { createEffect, For, onCleanup, onMount, Show } from 'solid-js';
import { t } from '../i18n/i18n';
import { Button } from '../ui/Button';
import type { Notice } from './notice';
import { dismiss, notices } from './notice';

const SHOWN_MS = 6000;
const SHOWN_WITH_ACTION_MS = 12_000;

export function Notices() {
  return (
    <div class="notices" role="region" aria-live="polite" aria-label={t('app.messages')}>
      <For each={notices()}>{(notice) => <Note notice={notice} />}</For>
    </div>
  );
}

/** Goes by itself, unless it tells of a failure, or the pointer or the focus is on it. */
function Note(props: { notice: Notice }) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hold = () => clearTimeout(timer);
  const release = () => {
    hold();
    if (props.notice.sticky) return;
    timer = setTimeout(() => dismiss(props.notice.id), props.notice.action ? SHOWN_WITH_ACTION_MS : SHOWN_MS);
  };
  createEffect(() => props.notice.isOver?.() && dismiss(props.notice.id));
  onMount(release);
  onCleanup(hold);
  return (
    <div
      class="notice"
      classList={{ bad: props.notice.tone === 'bad' }}
      role={props.notice.tone === 'bad' ? 'alert' : 'status'}
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocusIn={hold}
      onFocusOut={release}
    >
      <p>{props.notice.text()}</p>
      <Show when={props.notice.action}>
        {(action) => (
          <Button
            tone="link"
            small
            onClick={() => {
              action().run();
              dismiss(props.notice.id);
            }}
          >
            {action().label()}
          </Button>
        )}
      </Show>
      <Button small icon={<X />} label={t('app.close')} onClick={() => dismiss(props.notice.id)} />
    </div>
  );
}
