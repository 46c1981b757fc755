import Hand from 'lucide-solid/icons/hand';
import Play from 'lucide-solid/icons/play';
import Redo from 'lucide-solid/icons/redo-2';
import Square from 'lucide-solid/icons/square';
import Undo from 'lucide-solid/icons/undo-2';
import Zap from 'lucide-solid/icons/zap';
import { Show, untrack } from 'solid-js';
import { t } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { isSecondClick } from '../../ui/doubleClick';
import { Menu } from '../../ui/Menu';
import { toRedoTitle, toUndoTitle } from '../commands';
import { useApp } from '../context';
import { FaceSwitch } from '../FaceSwitch';
import { WorkbookKeeping } from '../keeping/WorkbookKeeping';
import { tellProblem } from '../notice';
import { toWords } from '../words';
import type { Workbooks } from './workbooks';

/** What concerns the whole workbook, in the bar at the top. */
export function WorkbookBar(props: { workbooks: Workbooks }) {
  const app = useApp();
  const workbooks = untrack(() => props.workbooks);
  const isAsked = () => workbooks.workbook()?.run === 'asked';
  const isBusy = () =>
    workbooks.ids().some((id) => ['running', 'waiting'].includes(workbooks.stateOf(id)().status));
  const share = () =>
    void app.loadSharing().then(
      (sharing) => sharing.share(),
      (error: unknown) => tellProblem(error, toWords),
    );
  return (
    <>
      <span class="crumb wide-only">
        / <b>{workbooks.workbook()?.title || t('workbook.untitled')}</b>
      </span>
      <FaceSwitch />
      <span class="bar-group">
        <Button
          icon={<Undo />}
          label={toUndoTitle(app)}
          disabled={!app.undoing.last()}
          onClick={() => void app.undoing.undo()}
        />
        <Button
          class="wide-only"
          icon={<Redo />}
          label={toRedoTitle(app)}
          disabled={!app.undoing.next()}
          onClick={() => void app.undoing.redo()}
        />
        <Show when={!app.view.isReading()}>
          <Menu
            label={t('workbook.runMode')}
            trigger={
              <Show when={isAsked()} fallback={<Zap />}>
                {<Hand />}
              </Show>
            }
            triggerClass="button icon plain"
            items={[
              {
                label: t('workbook.auto'),
                hint: t('workbook.autoHint'),
                checked: !isAsked(),
                run: () => workbooks.setRunMode('auto'),
              },
              {
                label: t('workbook.asked'),
                hint: t('workbook.askedHint'),
                checked: isAsked(),
                run: () => workbooks.setRunMode('asked'),
              },
            ]}
          />
        </Show>
        <Show
          when={isBusy()}
          fallback={
            <Button icon={<Play />} label={t('workbook.runAll')} onClick={() => void workbooks.run()} />
          }
        >
          <Button
            icon={<Square />}
            label={t('workbook.stopAll')}
            onClick={(event) => !isSecondClick(event) && workbooks.stopAll()}
          />
        </Show>
      </span>
      <WorkbookKeeping workbooks={workbooks} onExport={share} />
    </>
  );
}
