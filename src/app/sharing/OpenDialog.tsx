import { createSignal, Match, Show, Switch } from 'solid-js';
import { t } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Progress } from '../../ui/Progress';
import { toWords } from '../words';
import type { Opening, OpeningPhase } from './opening';
import { ArrivalView } from './ArrivalView';
import { Passphrase } from './Passphrase';
import './sharing.css';

/** Shows what is in somebody's workbook, and opens it when the person says so. */
export function OpenDialog(props: { opening: Opening }) {
  const phase = () => props.opening.phase();
  const [passphrase, setPassphrase] = createSignal('');
  const title = () => {
    const { fileName } = props.opening;
    return fileName ? t('sharing.opening', { name: fileName }) : t('sharing.openingLink');
  };
  const unlock = () => void props.opening.look(passphrase());
  return (
    <Dialog
      open
      onClose={() => props.opening.cancel()}
      shape="wide"
      title={title()}
      actions={
        <>
          <Button tone="quiet" disabled={phase().name === 'taking'} onClick={() => props.opening.cancel()}>
            {t(phase().name === 'stuck' ? 'app.close' : 'app.cancel')}
          </Button>
          <Show when={phase().name === 'locked'}>
            <Button tone="primary" disabled={!passphrase()} onClick={unlock}>
              {t('sharing.unlock')}
            </Button>
          </Show>
          <Show when={phase().name === 'look'}>
            <Button tone="primary" onClick={() => void props.opening.take()}>
              {t('sharing.take')}
            </Button>
          </Show>
        </>
      }
    >
      <Switch>
        <Match when={toPhase(phase(), 'reading')}>
          {(reading) => (
            <>
              <p role="status">{t('sharing.reading', { share: Math.round(reading().share * 100) })}</p>
              <Progress label={title()} value={reading().share} max={1} />
            </>
          )}
        </Match>
        <Match when={toPhase(phase(), 'locked')}>
          {(locked) => (
            <form
              class="share"
              onSubmit={(event) => {
                event.preventDefault();
                unlock();
              }}
            >
              <p
                class="share-problem"
                classList={{ wrong: locked().wrong }}
                role={locked().wrong ? 'alert' : 'status'}
              >
                {t(locked().wrong ? 'sharing.wrong' : 'sharing.locked')}
              </p>
              <Passphrase
                label={t('sharing.passphrase')}
                value={passphrase()}
                onInput={setPassphrase}
                known
                ref={(element) => queueMicrotask(() => element.focus())}
              />
            </form>
          )}
        </Match>
        <Match when={toPhase(phase(), 'look')}>
          {(look) => <ArrivalView opening={props.opening} arrival={look().arrival} wanted={look().wanted} />}
        </Match>
        <Match when={phase().name === 'taking'}>
          <p role="status">{t('sharing.taking')}</p>
        </Match>
        <Match when={toPhase(phase(), 'stuck')}>
          {(stuck) => (
            <>
              <p role="alert">{toWords(stuck().problem)}</p>
              <p class="share-note">{t('sharing.stuck')}</p>
            </>
          )}
        </Match>
      </Switch>
    </Dialog>
  );
}

function toPhase<N extends OpeningPhase['name']>(
  phase: OpeningPhase,
  name: N,
): Extract<OpeningPhase, { name: N }> | undefined {
  return phase.name === name ? (phase as Extract<OpeningPhase, { name: N }>) : undefined;
}
