import { createUniqueId, For, Show } from 'solid-js';
import { exportWords } from '../../i18n/exporting';
import type { Field, Fields, Loose } from '../../steps/field';
import { isAsked } from '../../steps/field';

/** A control for each setting, as its field says. */
export function SettingsForm(props: {
  fields: Fields;
  settings: Loose;
  onSet: (name: string, value: unknown) => void;
}) {
  const asked = () => Object.entries(props.fields).filter(([, field]) => isAsked(field, props.settings));
  return (
    <div class="export-settings">
      <For each={asked().map(([name]) => name)}>
        {(name) => (
          <Control
            label={toLabel(name, props.fields[name]!)}
            name={name}
            field={props.fields[name]!}
            value={props.settings[name]}
            onSet={(value) => props.onSet(name, value)}
          />
        )}
      </For>
    </div>
  );
}

function toLabel(name: string, field: Field): string {
  const words = exportWords();
  return name === 'missing' && field.kind === 'choice' ? words.missingIn : (words.fields[name] ?? name);
}

function Control(props: {
  label: string;
  name: string;
  field: Field;
  value: unknown;
  onSet: (value: unknown) => void;
}) {
  const id = createUniqueId();
  const choices = () => (props.field.kind === 'choice' ? props.field.choices : []);
  const say = (choice: string) =>
    props.name === 'decimal' && choice === 'comma'
      ? exportWords().decimalComma
      : (exportWords().choices[choice] ?? choice);
  return (
    <Show
      when={props.field.kind !== 'flag'}
      fallback={
        <label class="export-flag">
          <input
            type="checkbox"
            checked={props.value === true}
            onChange={({ currentTarget }) => props.onSet(currentTarget.checked)}
          />
          {props.label}
        </label>
      }
    >
      <div class="export-setting">
        <label for={id}>{props.label}</label>
        <Show
          when={props.field.kind === 'choice'}
          fallback={
            <input
              id={id}
              class="field"
              type={props.field.kind === 'number' ? 'number' : 'text'}
              min={1}
              value={String(props.value ?? '')}
              onChange={({ currentTarget }) =>
                props.onSet(
                  props.field.kind === 'number'
                    ? Math.max(1, Math.floor(currentTarget.valueAsNumber) || 1)
                    : currentTarget.value,
                )
              }
            />
          }
        >
          <select id={id} class="field" onChange={({ currentTarget }) => props.onSet(currentTarget.value)}>
            <For each={choices()}>
              {(choice) => (
                <option value={choice} selected={props.value === choice}>
                  {say(choice)}
                </option>
              )}
            </For>
          </select>
        </Show>
      </div>
    </Show>
  );
}
