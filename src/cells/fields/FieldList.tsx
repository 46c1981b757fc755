import { For } from 'solid-js';
import type { Fields, Loose } from '../../steps/field';
import { isAsked } from '../../steps/field';
import type { FieldAround } from './around';
import { FieldControl } from './FieldControl';
import './fields.css';

/** The fields of a step, or of one of a list in it. */
export function FieldList(props: {
  fields: Fields;
  settings: Loose;
  around: FieldAround;
  onSet: (patch: Loose) => void;
}) {
  const asked = () =>
    Object.keys(props.fields).filter((name) => isAsked(props.fields[name]!, props.settings));
  return (
    <For each={asked()}>
      {(name) => (
        <FieldControl
          name={name}
          label={props.around.toLabel(name)}
          field={props.fields[name]!}
          value={props.settings[name]}
          settings={props.settings}
          around={props.around}
          onSet={(value) => props.onSet({ [name]: value })}
        />
      )}
    </For>
  );
}
