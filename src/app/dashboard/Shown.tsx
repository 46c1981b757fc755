import { Match, Show, Suspense, Switch, untrack } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { CellRows, toFollowed, toRowSource } from '../../cells/CellRows';
import { kinds } from '../../cells/kinds';
import type { CellSurroundings } from '../../cells/view';
import { dashboardWords as words } from '../../i18n/dashboard';
import { whenThere } from '../../lib/patience';
import type { Cell } from '../../workbook/cell';
import { Button } from '../../ui/Button';
import { useApp } from '../context';
import { tellProblem } from '../notice';
import { toWords } from '../words';
import type { Workbooks } from '../workbook/workbooks';

export interface ShownProps {
  cell: Cell;
  workbooks: Workbooks;
  surroundings: CellSurroundings;
  /** Whether it is as high as its place. */
  fills: boolean;
  /** Whether nothing above it says what it shows. */
  entitled?: boolean;
}

/** What readers see of a cell: its kind's own view of it, or its rows; and kindly, why there is nothing. */
export function Shown(props: ShownProps) {
  const app = useApp();
  const { workbooks, surroundings } = untrack(() => props);
  const kind = () => kinds.find(props.cell.kind);
  const state = () => workbooks.stateOf(props.cell.id)();
  const isInput = () => props.cell.kind === 'input';
  const isFailed = () => state().status === 'failed' || state().status === 'blocked';
  const isUnfinished = () => state().status === 'done' && !state().result && kind()?.gives === 'table';
  /** Nothing has come of it yet, and nothing is under way. */
  const isIdle = () =>
    !state().result && !state().fetched && ['idle', 'stale', 'stopped'].includes(state().status);

  function showCell(): void {
    const { id } = props.cell;
    app.view.showWorkbook();
    whenThere(() => app.acting())
      .then((acting) => acting?.focus(id))
      .catch(surroundings.onProblem);
  }

  return (
    <Suspense fallback={<Waiting />}>
      <Switch>
        <Match when={!kind()}>
          <p class="tile-note">{words().unknown}</p>
        </Match>
        <Match when={(isFailed() || isUnfinished()) && !isInput()}>
          <div class="tile-note" role="status">
            <p>
              {isUnfinished()
                ? words().unfinished
                : state().status === 'failed'
                  ? words().failed
                  : words().blocked}
            </p>
            <Button small tone="quiet" onClick={showCell}>
              {words().toCell}
            </Button>
          </div>
        </Match>
        <Match when={isIdle() && kind()!.gives === 'table'}>
          <p class="tile-note" role="status">
            {words().notRun}
          </p>
        </Match>
        <Match when={kind()!.Reader}>
          {(Reader) => (
            <Dynamic
              component={Reader()}
              cell={props.cell}
              state={state()}
              selected={false}
              // what readers set are values of inputs, and nothing else
              readOnly={!isInput() || workbooks.isReadOnly()}
              panel="beside"
              fills={props.fills}
              entitled={props.entitled ?? false}
              surroundings={surroundings}
              change={(patch, options) => {
                try {
                  workbooks.change(props.cell.id, patch, options);
                } catch (error) {
                  tellProblem(error, toWords);
                }
              }}
              run={() => void workbooks.run([props.cell.id])}
              stop={() => workbooks.stop(props.cell.id)}
              leave={() => {}}
              onReady={() => {}}
            />
          )}
        </Match>
        <Match when={kind()!.gives === 'table'}>
          <Show when={state().result} fallback={<Waiting />}>
            {(result) => (
              <CellRows
                source={toRowSource(result(), surroundings.engine)}
                name={props.cell.name ?? ''}
                old={state().status !== 'done'}
                surroundings={surroundings}
                followed={toFollowed(props.cell, state())}
              />
            )}
          </Show>
        </Match>
      </Switch>
    </Suspense>
  );
}

function Waiting() {
  return (
    <p class="tile-note waiting" role="status">
      {words().working}
    </p>
  );
}
