import Hand from 'lucide-solid/icons/hand';
import { createMemo, Show, untrack } from 'solid-js';
import { formatCount } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import type { Workbooks } from './workbooks';

/** Why cells do not run by themselves, and the way to run them: somebody else wrote them, or they run when they are asked to. */
export function RunBanners(props: { workbooks: Workbooks }) {
  const workbooks = untrack(() => props.workbooks);
  const stale = createMemo(
    () => workbooks.ids().filter((id) => ['stale', 'idle'].includes(workbooks.stateOf(id)().status)).length,
  );
  return (
    <>
      <Show when={workbooks.held()}>
        <div class="banner" role="status">
          <Hand />
          <span>{t('workbook.held')}</span>
          <Button tone="primary" small onClick={() => void workbooks.run()}>
            {t('workbook.runHeld')}
          </Button>
        </div>
      </Show>
      <Show when={!workbooks.held() && workbooks.workbook()?.run === 'asked' && stale() > 0}>
        <div class="banner quiet" role="status">
          <span>{t('workbook.stale', stale(), formatCount(stale()))}</span>
          <Button small onClick={() => void workbooks.run()}>
            {t('workbook.runAll')}
          </Button>
        </div>
      </Show>
    </>
  );
}
