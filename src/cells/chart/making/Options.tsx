import { createMemo, Show } from 'solid-js';
import { toCommon } from '../../../charts/spec/chart';
import type { Fields } from '../../../steps/field';
import { toSettings } from '../../../steps/settings';
import type { FieldAround } from '../../fields/around';
import { FieldList } from '../../fields/FieldList';
import type { Making } from './making';
import { toChoiceName, toLabel, words } from './words';

/** What can be said of a chart besides what lies where: what its kind asks, and what all kinds have. */
export function Options(props: { making: Making }) {
  const own = (): Fields => props.making.kind()?.fields ?? {};
  const shared = (): Fields => {
    const kind = props.making.kind();
    return kind ? toCommon(kind) : {};
  };
  const around = (): FieldAround => ({
    toLabel,
    toChoice: toChoiceName,
    columns: props.making.columns(),
    tables: [],
    inputs: props.making.surroundings.catalog().parameters.map(({ name }) => name),
    secrets: [],
    listValues: async () => [],
  });
  return (
    <>
      <Show when={Object.keys(own()).length > 0}>
        <section class="making-options">
          <h3>{words().options}</h3>
          <Form making={props.making} fields={own()} around={around()} />
        </section>
      </Show>
      <details class="making-options">
        <summary>{words().common}</summary>
        <Form making={props.making} fields={shared()} around={around()} />
      </details>
    </>
  );
}

function Form(props: { making: Making; fields: Fields; around: FieldAround }) {
  const settings = createMemo(() => toSettings(props.fields, props.making.settings()));
  return (
    <fieldset class="making-form" disabled={props.making.isReadOnly()}>
      <FieldList
        fields={props.fields}
        settings={settings()}
        around={props.around}
        onSet={(patch) => props.making.set(patch)}
      />
    </fieldset>
  );
}
