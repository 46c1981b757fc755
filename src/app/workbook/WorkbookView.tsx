import Hand from 'lucide-solid/icons/hand';
import { createMemo, For, onCleanup, onMount, Show, untrack } from 'solid-js';
import { formatCount } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { useApp } from '../context';
import { FollowerBanner } from '../keeping/FollowerBanner';
import { tell, tellProblem } from '../notice';
import { toWords } from '../words';
import { createActing } from './acting';
import { AddBar } from './AddBar';
import { createCatalog } from './catalog';
import { CellFrame } from './CellFrame';
import { createDragging } from './dragging';
import { Title } from './Title';
import type { CellSpec } from '../../workbook/cell';
import type { Workbooks } from './workbooks';
import './workbook.css';
import './print.css';

/** The workbook in the middle of the page: its title, its cells one under another, and the way to add some. */
export function WorkbookView(props: { workbooks: Workbooks }) {
  const app = useApp();
  const workbooks = untrack(() => props.workbooks);
  const acting = createActing(workbooks, app.sources);
  const dragging = createDragging({ ids: workbooks.ids, move: workbooks.move });
  const surroundings = {
    engine: app.engine,
    catalog: createCatalog(app, workbooks),
    findValue: workbooks.findValue,
    findSecret: workbooks.findSecret,
    onProblem: (error: unknown) => tellProblem(error, toWords),
    onCopied: (rows: number, columns: number) =>
      tell({ text: () => t('grid.copied', formatCount(rows), formatCount(columns)) }),
    add: (spec: CellSpec, after: string) => acting.edit(workbooks.add(spec, { after })),
  };
  const stale = createMemo(
    () => workbooks.ids().filter((id) => ['stale', 'idle'].includes(workbooks.stateOf(id)().status)).length,
  );
  onMount(() => app.setActing(acting));
  onCleanup(() => app.setActing(undefined));

  return (
    <div class="workbook" onDragEnter={dragging.over} onDragOver={dragging.over} onDrop={dragging.drop}>
      <div class="workbook-page">
        <FollowerBanner keeper={workbooks.keeper} />
        <Title workbooks={workbooks} />
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
        <Show when={workbooks.ids().length === 0}>
          <section class="workbook-empty">
            <h2>{t('workbook.empty')}</h2>
            <p>{t('workbook.emptyLede')}</p>
            <Show when={app.sources.state.sources.length > 0}>
              <p class="workbook-tables">
                {t('workbook.emptySources')}{' '}
                <For each={app.sources.state.sources.slice(0, 8)}>
                  {({ name }) => (
                    <button
                      type="button"
                      class="button small quiet"
                      title={t('workbook.ask')}
                      onClick={() => acting.add('sql', undefined, name)}
                    >
                      {name}
                    </button>
                  )}
                </For>
              </p>
            </Show>
          </section>
        </Show>
        <div class="cells" role="group" aria-label={t('workbook.cells')}>
          <For each={workbooks.ids()}>
            {(id) => (
              <>
                <CellFrame
                  id={id}
                  workbooks={workbooks}
                  acting={acting}
                  dragging={dragging}
                  surroundings={surroundings}
                />
                <Show when={!workbooks.isReadOnly()}>
                  <AddBar after={id} onAdd={(kind) => acting.add(kind, id)} />
                </Show>
              </>
            )}
          </For>
        </div>
        <Show when={!workbooks.isReadOnly()}>
          <AddBar end onAdd={(kind) => acting.add(kind)} />
        </Show>
      </div>
    </div>
  );
}
