import Ellipsis from 'lucide-solid/icons/ellipsis';
import { For, Show } from 'solid-js';
import type { CellSurroundings } from '../../cells/view';
import { dashboardWords as words } from '../../i18n/dashboard';
import { Menu } from '../../ui/Menu';
import type { Workbooks } from '../workbook/workbooks';
import type { Arranging } from './arranging';
import { mode } from './mode';
import { Shown } from './Shown';

/** The inputs above the tiles: what a reader sets there, runs what follows from it. */
export function Filters(props: {
  workbooks: Workbooks;
  arranging: Arranging;
  surroundings: CellSurroundings;
}) {
  const filters = () => props.arranging.page().filters;
  const isArranging = () => mode() === 'arrange' && !props.workbooks.isReadOnly();
  return (
    <Show when={filters().length > 0}>
      <div class="filters" role="group" aria-label={words().filters}>
        <For each={filters()}>
          {(id, at) => (
            <Show when={props.workbooks.cell(id)}>
              {(cell) => (
                <div class="filter" data-filter={cell().name}>
                  <Shown
                    cell={cell()}
                    workbooks={props.workbooks}
                    surroundings={props.surroundings}
                    fills={false}
                  />
                  <Show when={isArranging()}>
                    <Menu
                      label={words().tileMenu(props.arranging.nameOf(id))}
                      trigger={<Ellipsis />}
                      items={[
                        ...(at() > 0
                          ? [{ label: words().earlier, run: () => void props.arranging.moveFilter(id, -1) }]
                          : []),
                        ...(at() < filters().length - 1
                          ? [{ label: words().later, run: () => void props.arranging.moveFilter(id, 1) }]
                          : []),
                        { label: words().remove, apart: true, run: () => props.arranging.remove(id) },
                      ]}
                    />
                  </Show>
                </div>
              )}
            </Show>
          )}
        </For>
      </div>
    </Show>
  );
}
