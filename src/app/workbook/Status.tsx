import { createSignal, onCleanup, Show } from 'solid-js';
import { formatCount, localeTag } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import type { CellState } from '../../run/state';
import { Progress } from '../../ui/Progress';
import './status.css';

const TICK_MS = 100;

/** A dot that says by its shape, colour and words how a cell stands. */
export function StatusDot(props: { state: CellState }) {
  const words = () => t(`cell.status.${props.state.status}`);
  return <span class={`status-dot ${props.state.status}`} role="img" aria-label={words()} title={words()} />;
}

/** What a cell came to: rows, columns and time; or how long it has been at it. */
export function Outcome(props: { state: CellState; said?: string | undefined }) {
  const size = () => {
    const { result } = props.state;
    if (!result || props.state.status !== 'done') return '';
    if (props.said !== undefined) return props.said;
    const { rowCount, columns } = result;
    return [
      t('cell.rows', rowCount, formatCount(rowCount)),
      t('cell.columns', columns.length, formatCount(columns.length)),
    ].join(' · ');
  };
  return (
    <span class="cell-meta">
      <Show
        when={props.state.status === 'running' && props.state.since}
        fallback={
          <>
            {size()}
            <Show when={props.state.status === 'done' && props.state.result && props.state.ms !== undefined}>
              {` · ${formatMs(props.state.ms!)}`}
            </Show>
            <Show when={props.state.status !== 'done' && props.state.status !== 'idle'}>
              {props.state.waitingFor && props.state.status !== 'stale'
                ? t('cell.waitingFor', { names: props.state.waitingFor.join(', ') })
                : t(`cell.status.${props.state.status}`)}
            </Show>
          </>
        }
      >
        {(since) => (
          <>
            <Elapsed since={since()} />
            <Show when={props.state.share}>{(share) => <>{` · ${formatShare(share())}`}</>}</Show>
          </>
        )}
      </Show>
    </span>
  );
}

/** How far a run has come, where the engine can tell. */
export function RunShare(props: { state: CellState; title: string }) {
  return (
    <Show when={props.state.status === 'running' && props.state.share}>
      {(share) => <Progress label={t('cell.progress', { name: props.title })} value={share()} max={1} />}
    </Show>
  );
}

function Elapsed(props: { since: number }) {
  const [now, setNow] = createSignal(Date.now());
  const timer = setInterval(() => setNow(Date.now()), TICK_MS);
  onCleanup(() => clearInterval(timer));
  return (
    <>
      {t('cell.status.running')} · {formatSeconds(Math.max(now() - props.since, 0))}
    </>
  );
}

function formatShare(share: number): string {
  return share.toLocaleString(localeTag(), { style: 'percent' });
}

function formatMs(ms: number): string {
  if (ms >= 1000) return formatSeconds(ms);
  return t('cell.ms', { ms: Math.max(1, Math.round(ms)).toLocaleString(localeTag()) });
}

function formatSeconds(ms: number): string {
  const seconds = (ms / 1000).toLocaleString(localeTag(), {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return t('cell.seconds', { seconds });
}
