import ChevronDown from 'lucide-solid/icons/chevron-down';
import Grip from 'lucide-solid/icons/grip-vertical';
import Play from 'lucide-solid/icons/play';
import Square from 'lucide-solid/icons/square';
import { createMemo, createSignal, onCleanup, onMount, Show, Suspense, untrack } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { CellRows, toFollowed, toRowSource } from '../../cells/CellRows';
import { kinds } from '../../cells/kinds';
import type { CellSurroundings } from '../../cells/view';
import type { ResultTable } from '../../engine/engine';
import { t } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { createVariable } from '../../ui/cssVariable';
import { isSecondClick } from '../../ui/doubleClick';
import { useApp } from '../context';
import { askExportCell } from '../exporting/ask';
import { tellProblem } from '../notice';
import { toWords } from '../words';
import type { Acting } from './acting';
import { toElementId } from './acting';
import { AddBar } from './AddBar';
import { createCellKeys, findFieldAction } from './cellKeys';
import { CellMenu } from './CellMenu';
import { CellName } from './CellName';
import { CellStub, toStubHeight } from './CellStub';
import type { createDragging } from './dragging';
import { dragged, target } from './dragging';
import type { Nearness } from './nearness';
import { PrintedTable } from './PrintedTable';
import { printed } from './printing';
import { Outcome, RunShare, StatusDot } from './Status';
import type { Workbooks } from './workbooks';

/** So many are drawn with the page itself. */
const FIRST = 3;

export interface CellFrameProps {
  id: string;
  workbooks: Workbooks;
  acting: Acting;
  dragging: ReturnType<typeof createDragging>;
  nearness: Nearness;
  surroundings: CellSurroundings;
}

/** A cell on the page: its head, its kind's own view, its rows, and the way to add another below it. */
export function CellFrame(props: CellFrameProps) {
  const { workbooks, acting } = untrack(() => props);
  const app = useApp();
  const { view } = app;
  const cell = createMemo(() => workbooks.cell(props.id));
  const kind = () => kinds.find(cell()?.kind ?? '');
  const state = () => workbooks.stateOf(props.id)();
  const isSelected = () => workbooks.selected() === props.id;
  const isQuiet = () => kind()?.gives !== 'table' && kind() !== undefined;
  const isBusy = () => state().status === 'running' || state().status === 'waiting';
  const act = (action: Parameters<Acting['act']>[1]) => acting.act(props.id, action);
  const keys = createCellKeys();
  const title = () => cell()?.name ?? t(`kind.${cell()?.kind as 'sql'}`);
  const rows = (result: ResultTable) => toRowSource(result, props.surroundings.engine);
  const [isNear, setNear] = createSignal(untrack(() => workbooks.ids().slice(0, FIRST).includes(props.id)));
  const isWhole = createMemo<boolean>((was) => was || isNear() || isSelected(), false);
  const stubHeight = createMemo<number>((was) => {
    const current = cell();
    return isWhole() || !current ? was : toStubHeight(current, state());
  }, 0);
  const chart = (chosen: readonly string[] = []) =>
    props.surroundings.chart({
      from: cell()!.name!,
      columns: state().result?.columns ?? [],
      chosen,
      after: props.id,
    });
  let frame!: HTMLElement;

  onCleanup(() => {
    props.nearness.forget(frame);
    workbooks.handles.delete(props.id);
  });
  onMount(() => {
    if (!isWhole()) props.nearness.watch(frame, () => setNear(true));
    // ahead of the editor, which knows these keys too
    frame.addEventListener(
      'keydown',
      (event) => {
        if (event.target === frame || event.isComposing) return;
        const action = findFieldAction(event);
        const isEditors = event.shiftKey && (event.ctrlKey || event.metaKey);
        if (!action || action === 'leave' || isEditors || isControl(event.target)) return;
        event.preventDefault();
        event.stopPropagation();
        act(action);
      },
      { capture: true },
    );
  });

  function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.target !== frame) {
      if (event.key === 'Escape') act('leave');
      return;
    }
    const action = keys(event);
    if (!action || (workbooks.isReadOnly() && !reading.has(action))) return;
    event.preventDefault();
    act(action);
  }

  return (
    <Show when={cell()}>
      {(current) => (
        <>
          <article
            ref={(element) => {
              frame = element;
              createVariable(element, '--stub-height', () => `${stubHeight()}px`);
            }}
            class="cell"
            classList={{
              selected: isSelected(),
              quiet: isQuiet(),
              folded: current().collapsed ?? false,
              dragged: dragged() === props.id,
              'drop-before': target()?.id === props.id && target()?.side === 'before',
              'drop-after': target()?.id === props.id && target()?.side === 'after',
            }}
            id={toElementId(props.id)}
            data-cell={current().name ?? current().kind}
            data-status={state().status}
            aria-label={t('workbook.labelled', {
              kind: kind() ? t(`kind.${current().kind as 'sql'}`) : current().kind,
              name: current().name ?? '',
              status: t(`cell.status.${state().status}`),
            })}
            tabIndex={
              isSelected() || (workbooks.selected() === undefined && workbooks.ids()[0] === props.id) ? 0 : -1
            }
            onKeyDown={onKeyDown}
            onFocusIn={() => workbooks.select(props.id)}
          >
            <Show when={isWhole()} fallback={<CellStub cell={current()} />}>
              <header class="cell-head">
                <span
                  class="grip"
                  draggable={!workbooks.isReadOnly()}
                  title={t('cell.move')}
                  onDragStart={(event) => props.dragging.start(event, props.id)}
                  onDragEnd={() => props.dragging.end()}
                >
                  <Grip />
                </span>
                <Show when={!isQuiet()}>
                  <StatusDot state={state()} />
                </Show>
                <Show when={current().name}>
                  <CellName cell={current()} workbooks={workbooks} onDone={() => act('leave')} />
                </Show>
                <span class="cell-kind">
                  {kind() ? t(`kind.${current().kind as 'sql'}`) : current().kind}
                </span>
                <Show when={!isQuiet()} fallback={<span class="grow" />}>
                  <Outcome state={state()} said={kind()?.toOutcome?.(state())} />
                </Show>
                <Show when={!isQuiet() || isBusy()}>
                  <Show
                    when={isBusy()}
                    fallback={
                      <Button small icon={<Play />} label={t('cell.run')} onClick={() => act('run')} />
                    }
                  >
                    <Button
                      small
                      icon={<Square />}
                      label={t('cell.stop')}
                      onClick={(event) => !isSecondClick(event) && act('stop')}
                    />
                  </Show>
                </Show>
                <Show when={!isQuiet()}>
                  <Button
                    small
                    class="fold"
                    icon={<ChevronDown />}
                    label={t(current().collapsed ? 'cell.unfold' : 'cell.fold')}
                    aria-expanded={!current().collapsed}
                    onClick={() => act('fold')}
                  />
                </Show>
                <Show when={!workbooks.isReadOnly()}>
                  <CellMenu
                    title={title()}
                    hasName={Boolean(current().name)}
                    onAct={act}
                    onChart={
                      kind()?.gives === 'table' && current().kind !== 'chart' ? () => chart() : undefined
                    }
                    onExport={state().result && (() => askExportCell(app, props.id))}
                    onPicture={
                      current().kind === 'chart' && state().result
                        ? async (format) =>
                            (await import('../exporting/pictures')).savePicture(app, props.id, format)
                        : undefined
                    }
                  />
                </Show>
                <RunShare state={state()} title={title()} />
              </header>
              <Show when={!current().collapsed}>
                <div class="cell-body">
                  <Show
                    when={kind()}
                    fallback={<p class="note warn">{t('cell.unknown', { kind: current().kind })}</p>}
                  >
                    {(known) => (
                      <Suspense fallback={<div class="cell-loading" />}>
                        <Dynamic
                          component={known().View}
                          cell={current()}
                          state={state()}
                          selected={isSelected()}
                          readOnly={workbooks.isReadOnly()}
                          panel={view.details() && !view.isNarrow() ? 'beside' : 'inside'}
                          surroundings={props.surroundings}
                          change={(patch, options) => {
                            try {
                              workbooks.change(props.id, patch, options);
                            } catch (error) {
                              tellProblem(error, toWords);
                            }
                          }}
                          run={() => act('run')}
                          stop={() => act('stop')}
                          leave={() => act('leave')}
                          onReady={(handle) => workbooks.handles.set(props.id, handle)}
                        />
                      </Suspense>
                    )}
                  </Show>
                  <Show when={kind()?.gives === 'table' && !kind()?.showsRows && state().result}>
                    {(result) => (
                      <CellRows
                        source={rows(result())}
                        name={current().name ?? ''}
                        old={state().status !== 'done'}
                        onOffer={
                          workbooks.isReadOnly() || !current().name
                            ? undefined
                            : (offer) => acting.clean(current().name!, offer, props.id)
                        }
                        onChart={workbooks.isReadOnly() || !current().name ? undefined : chart}
                        onExport={(selected) => askExportCell(app, props.id, selected)}
                        surroundings={props.surroundings}
                        followed={toFollowed(current(), state())}
                      />
                    )}
                  </Show>
                  <Show when={printed()?.get(props.id)}>
                    {(found) => (
                      <PrintedTable
                        rows={found()}
                        rowCount={state().result?.rowCount ?? 0}
                        columnCount={state().result?.columns.length ?? 0}
                      />
                    )}
                  </Show>
                </div>
              </Show>
            </Show>
          </article>
          <Show when={!workbooks.isReadOnly()}>
            <Show when={isWhole()} fallback={<div class="add-bar" />}>
              <AddBar after={props.id} onAdd={(added) => acting.add(added, props.id)} />
            </Show>
          </Show>
        </>
      )}
    </Show>
  );
}

/** What can be done with cells that cannot be changed. */
const reading = new Set(['edit', 'run', 'runAndNext', 'next', 'previous', 'first', 'last', 'stop', 'leave']);

/** Enter on a button presses it, whatever keys are held. */
function isControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('button, a, select, [role="menuitem"]') !== null;
}
