import X from 'lucide-solid/icons/x';
import { For, Show } from 'solid-js';
import { stepWords } from '../../i18n/steps/steps';
import { isSameName } from '../../sql/name';
import type { Column } from '../../table/column';
import { fillIn } from '../steps/words';
import { ColumnPicker } from './ColumnPicker';
import './fields.css';

/** Columns in the order in which they were chosen. */
export function ColumnsPicker(props: {
  label: string;
  columns: readonly Column[];
  value: readonly string[];
  optional: boolean;
  onSet: (names: readonly string[]) => void;
}) {
  const isKnown = (name: string) => props.columns.some((column) => isSameName(column.name, name));
  const free = () =>
    props.columns.filter(({ name }) => !props.value.some((chosen) => isSameName(chosen, name)));

  return (
    <div class="chips">
      <For each={props.value}>
        {(name) => (
          <span class="chip" classList={{ gone: !isKnown(name) }}>
            <bdi>{name}</bdi>
            <button
              type="button"
              aria-label={fillIn(stepWords().panel.removeColumn, { name })}
              title={fillIn(stepWords().panel.removeColumn, { name })}
              onClick={() => props.onSet(props.value.filter((other) => other !== name))}
            >
              <X />
            </button>
          </span>
        )}
      </For>
      <Show when={free().length > 0}>
        <ColumnPicker
          label={`${props.label}: ${stepWords().panel.addColumn}`}
          columns={free()}
          value=""
          optional={false}
          onSet={(name) => name && props.onSet([...props.value, name])}
        />
      </Show>
      <Show when={free().length > 1 && props.value.length === 0 && !props.optional}>
        <button
          type="button"
          class="button small link"
          onClick={() => props.onSet(free().map(({ name }) => name))}
        >
          {stepWords().panel.allColumns}
        </button>
      </Show>
    </div>
  );
}
