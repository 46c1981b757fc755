import { createSignal, createUniqueId, For, Show } from 'solid-js';
import { stepWords } from '../../../i18n/steps/steps';
import type { Given, NumberField as Field } from '../../../steps/field';

export function TextBox(props: { id: string; value: string; onSet: (value: string) => void }) {
  return (
    <input
      id={props.id}
      class="field"
      spellcheck={false}
      autocomplete="off"
      value={props.value}
      onInput={({ currentTarget }) => props.onSet(currentTarget.value)}
    />
  );
}

export function NumberField(props: {
  id: string;
  field: Field;
  value: number | null;
  onSet: (value: number | null) => void;
}) {
  return (
    <input
      id={props.id}
      class="field"
      type="number"
      min={props.field.min}
      max={props.field.max}
      step={props.field.whole ? 1 : 'any'}
      value={props.value ?? ''}
      onChange={({ currentTarget }) => {
        const typed = currentTarget.valueAsNumber;
        if (Number.isFinite(typed)) props.onSet(typed);
        else if (props.field.optional) props.onSet(null);
        else currentTarget.value = String(props.value ?? '');
      }}
    />
  );
}

/** A value as it is typed; `$name` of an input takes that input's value. */
export function GivenBox(props: {
  id: string;
  value: Given;
  inputs: readonly string[];
  onSet: (value: Given) => void;
}) {
  const listId = createUniqueId();
  const shown = () => (typeof props.value === 'object' ? `$${props.value.input}` : props.value);
  return (
    <>
      <input
        id={props.id}
        class="field"
        classList={{ 'is-input': typeof props.value === 'object' }}
        list={props.inputs.length > 0 ? listId : undefined}
        spellcheck={false}
        autocomplete="off"
        value={shown()}
        onInput={({ currentTarget }) => {
          const typed = currentTarget.value;
          const input = props.inputs.find((name) => `$${name}` === typed);
          props.onSet(input === undefined ? typed : { input });
        }}
      />
      <Show when={props.inputs.length > 0}>
        <datalist id={listId}>
          <For each={props.inputs}>
            {(name) => <option value={`$${name}`}>{stepWords().panel.input}</option>}
          </For>
        </datalist>
      </Show>
    </>
  );
}

/** Texts, one a line. */
export function ValuesBox(props: {
  id: string;
  value: readonly string[];
  onSet: (value: readonly string[]) => void;
}) {
  // what is typed stays as it is until the field is left: an empty line is the beginning of a value
  const [typed, setTyped] = createSignal<string>();
  return (
    <textarea
      id={props.id}
      class="field values"
      rows={Math.max(3, Math.min(8, props.value.length + 1))}
      spellcheck={false}
      placeholder={stepWords().panel.oneALine}
      value={typed() ?? props.value.join('\n')}
      onInput={({ currentTarget }) => {
        setTyped(currentTarget.value);
        props.onSet(currentTarget.value.split('\n').filter((line) => line !== ''));
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}

/** A piece of SQL. */
export function Sql(props: {
  id: string;
  label: string;
  value: string;
  rows: number;
  onSet: (value: string) => void;
}) {
  return (
    <textarea
      id={props.id}
      class="field sql-piece"
      rows={props.rows}
      spellcheck={false}
      autocapitalize="off"
      value={props.value}
      onInput={({ currentTarget }) => props.onSet(currentTarget.value)}
    />
  );
}
