import { For, Show } from 'solid-js';
import { stepWords } from '../../i18n/steps/steps';
import { isSameName } from '../../sql/name';
import type { Column } from '../../table/column';
import { glyphs, toFamily } from '../../table/column';

/** One column of those that fit; a chosen one that is gone stays in sight. */
export function ColumnPicker(props: {
  id?: string;
  label?: string;
  columns: readonly Column[];
  value: string;
  optional: boolean;
  /** What stands for no column, where that says more. */
  none?: string;
  disabled?: boolean;
  onSet: (name: string) => void;
}) {
  const isGone = () => props.value !== '' && !props.columns.some(({ name }) => isSameName(name, props.value));
  return (
    <select
      id={props.id}
      class="field"
      aria-label={props.id ? undefined : props.label}
      aria-invalid={isGone()}
      disabled={props.disabled}
      onChange={({ currentTarget }) => props.onSet(currentTarget.value)}
    >
      <Show when={props.optional || props.value === ''}>
        <option value="" selected={props.value === ''}>
          {props.none ?? (props.optional ? '–' : stepWords().panel.choose)}
        </option>
      </Show>
      <Show when={isGone()}>
        <option value={props.value} selected>
          {props.value} ?
        </option>
      </Show>
      <For each={props.columns}>
        {({ name, type }) => (
          <option value={name} selected={isSameName(name, props.value)}>
            {glyphs[toFamily(type)]} {name}
          </option>
        )}
      </For>
    </select>
  );
}
