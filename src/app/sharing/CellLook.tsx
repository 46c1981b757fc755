import { Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { kinds } from '../../cells/kinds';
import { t } from '../../i18n/i18n';
import type { Cell } from '../../workbook/cell';

/** So much of a cell is shown; the rest can be read when the workbook is open, still before it runs. */
const MOST_CHARACTERS = 4000;

/** A cell as it is written, nothing of it run or drawn. */
export function CellLook(props: { cell: Cell }) {
  const icon = () => kinds.find(props.cell.kind)?.icon;
  /** In one line, or with all its lines. */
  const toText = (space: number) => {
    const {
      id: _,
      kind: __,
      name: ___,
      collapsed: ____,
      ...settings
    } = props.cell as Cell & Record<string, unknown>;
    const said = settings['sql'] ?? settings['markdown'];
    const whole = typeof said === 'string' ? said : JSON.stringify(settings, null, space);
    return whole.length > MOST_CHARACTERS ? `${whole.slice(0, MOST_CHARACTERS)}…` : whole;
  };
  return (
    <li>
      <details class="share-cell">
        <summary>
          <Show when={icon()}>{(component) => <Dynamic component={component()} />}</Show>
          <b>{props.cell.name ?? t('kind.text')}</b>
          <span class="share-line">{toText(0).split('\n', 1)[0]}</span>
        </summary>
        <pre tabIndex={0}>{toText(2)}</pre>
      </details>
    </li>
  );
}
