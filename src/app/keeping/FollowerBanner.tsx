import Eye from 'lucide-solid/icons/eye';
import { createSignal, Show } from 'solid-js';
import { t } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { tellProblem } from '../notice';
import { toWords } from '../words';
import './keeping.css';
import type { Keeper } from './keeper';

/** Says that another tab writes, and takes over from it. */
export function FollowerBanner(props: { keeper: Keeper }) {
  const [isTaking, setTaking] = createSignal(false);

  async function takeOver(): Promise<void> {
    setTaking(true);
    try {
      await props.keeper.takeOver();
    } catch (error) {
      tellProblem(error, toWords);
    } finally {
      setTaking(false);
    }
  }

  return (
    <Show when={props.keeper.opened() && props.keeper.role() === 'follower'}>
      <div class="follower-banner" role="status">
        <Eye />
        <p>{t('keeping.elsewhere')}</p>
        <Button small tone="quiet" disabled={isTaking()} onClick={() => void takeOver()}>
          {t(isTaking() ? 'keeping.takingOver' : 'keeping.takeOver')}
        </Button>
      </div>
    </Show>
  );
}
