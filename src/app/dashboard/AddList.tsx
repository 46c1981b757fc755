import Plus from 'lucide-solid/icons/plus';
import { For, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { kinds } from '../../cells/kinds';
import { dashboardWords as words } from '../../i18n/dashboard';
import { t } from '../../i18n/i18n';
import { Popover } from '../../ui/Popover';
import type { Arranging } from './arranging';
import { toCellTitle } from './cellTitle';

/** What is not on the page yet: a click puts it there. */
export function AddList(props: { arranging: Arranging }) {
  return (
    <Popover
      label={words().addLabel}
      trigger={
        <>
          <Plus /> {words().add}
        </>
      }
      triggerClass="button plain small"
    >
      <ul class="add-list" aria-label={words().addLabel}>
        <For each={props.arranging.missing()}>
          {(cell) => (
            <li>
              <button type="button" class="item" onClick={() => props.arranging.add(cell.id)}>
                <Dynamic component={kinds.find(cell.kind)?.icon} />
                <span class="item-text">{toCellTitle(cell)}</span>
                <span class="kind">
                  {kinds.find(cell.kind) ? t(`kind.${cell.kind as 'sql'}`) : cell.kind}
                </span>
              </button>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.arranging.missing().length === 0}>
        <p class="empty">{words().nothingToAdd}</p>
      </Show>
    </Popover>
  );
}
