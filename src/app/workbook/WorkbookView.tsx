import { For, onCleanup, onMount, Show, untrack } from 'solid-js';
import { t } from '../../i18n/i18n';
import { createGrowing } from '../../ui/growing';
import type { CellSpec } from '../../workbook/cell';
import { useApp } from '../context';
import { FollowerBanner } from '../keeping/FollowerBanner';
import { showKey } from '../shortcuts';
import { createActing } from './acting';
import { AddBar } from './AddBar';
import { createCatalog } from './catalog';
import { CellFrame } from './CellFrame';
import { createDragging } from './dragging';
import { createNearness } from './nearness';
import { createPrinting, printed } from './printing';
import { RunBanners } from './RunBanners';
import { createReading } from './surroundings';
import { Title } from './Title';
import type { Workbooks } from './workbooks';
import './workbook.css';
import './print.css';

/** The workbook in the middle of the page: its title, its cells one under another, and the way to add some. */
export function WorkbookView(props: { workbooks: Workbooks }) {
  const app = useApp();
  const workbooks = untrack(() => props.workbooks);
  const dragging = createDragging({ ids: workbooks.ids, move: workbooks.move });
  const shown = createGrowing(workbooks.ids, () => workbooks.workbook()?.id);
  const nearness = createNearness();
  const print = createPrinting({ workbooks, engine: app.engine, drawAll: nearness.drawAll });
  const acting = createActing(workbooks, app.sources, print);
  const surroundings = {
    ...createReading(app, workbooks),
    catalog: createCatalog(app, workbooks),
    add: (spec: CellSpec, after: string) => acting.edit(workbooks.add(spec, { after })),
  };
  onMount(() => app.setActing(acting));
  onCleanup(() => app.setActing(undefined));

  return (
    <div
      class="workbook"
      ref={nearness.within}
      onDragEnter={dragging.over}
      onDragOver={dragging.over}
      onDrop={dragging.drop}
    >
      <div class="workbook-page">
        <Show when={!printed()}>
          <p class="print-note">{t('workbook.printNote', { key: showKey('$mod+p') })}</p>
        </Show>
        <FollowerBanner keeper={workbooks.keeper} />
        <Title workbooks={workbooks} />
        <RunBanners workbooks={workbooks} />
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
          <For each={shown()}>
            {(id) => (
              <CellFrame
                id={id}
                workbooks={workbooks}
                acting={acting}
                dragging={dragging}
                nearness={nearness}
                surroundings={surroundings}
              />
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
