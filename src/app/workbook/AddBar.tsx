import Plus from 'lucide-solid/icons/plus';
import { For } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import type { KindName } from '../../cells/kinds';
import { kindNames, kinds } from '../../cells/kinds';
import { t } from '../../i18n/i18n';
import { isSecondClick } from '../../ui/doubleClick';

/** Buttons that add a cell: at the end of the page, and, more quietly, after each cell. */
export function AddBar(props: { after?: string; end?: boolean; onAdd: (kind: KindName) => void }) {
  return (
    <div
      class="add-bar"
      classList={{ end: props.end ?? false }}
      role="group"
      aria-label={t(props.end ? 'workbook.add' : 'workbook.addHere')}
      data-add-after={props.after}
    >
      <For each={kindNames}>
        {(kind) => (
          <button
            type="button"
            class="button small plain"
            onClick={(event) => !isSecondClick(event) && props.onAdd(kind)}
          >
            {props.end ? <Dynamic component={kinds.find(kind)!.icon} /> : <Plus />}
            {t(`kind.${kind}`)}
          </button>
        )}
      </For>
    </div>
  );
}
