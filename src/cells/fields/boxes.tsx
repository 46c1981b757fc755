import { createSignal, createUniqueId, For, Show } from 'solid-js';
import { stepWords } from '../../i18n/steps/steps';
import { formatCount } from '../../i18n/format';
import type { Given, NumberField as Field } from '../../steps/field';
import type { Frequent } from './around';
import { OfferChip } from './OfferChip';

const MOST_OFFERED = 12;

export function TextBox(props: {
  id: string;
  value: string;
  /** Heard of when it is left, not at each key. */
  whole?: boolean;
  /** What a column has most. */
  frequent?: readonly Frequent[];
  onSet: (value: string) => void;
}) {
  const listId = createUniqueId();
  const offered = () => props.frequent ?? [];
  return (
    <>
      <input
        id={props.id}
        class="field"
        list={offered().length > 0 ? listId : undefined}
        spellcheck={false}
        autocomplete="off"
        value={props.value}
        onInput={({ currentTarget }) => !props.whole && props.onSet(currentTarget.value)}
        onChange={({ currentTarget }) => props.whole && props.onSet(currentTarget.value)}
      />
      <Show when={offered().length > 0}>
        <datalist id={listId}>
          <FrequentOptions frequent={offered()} />
        </datalist>
      </Show>
    </>
  );
}

function FrequentOptions(props: { frequent: readonly Frequent[] }) {
  return (
    <For each={props.frequent}>
      {({ value, count }) => <option value={value}>{formatCount(count)}</option>}
    </For>
  );
}

/** The name of a secret: not before it is whole, because a secret is made of every name that is asked for. */
export function SecretBox(props: {
  id: string;
  value: string;
  /** Of those that this device has. */
  names: readonly string[];
  onSet: (name: string) => void;
}) {
  const others = () => props.names.filter((name) => name !== props.value);
  return (
    <>
      <TextBox id={props.id} value={props.value} whole onSet={props.onSet} />
      <Show when={others().length > 0}>
        <div class="chips">
          <For each={others()}>
            {(name) => (
              <OfferChip onTake={() => props.onSet(name)}>
                <bdi>{name}</bdi>
              </OfferChip>
            )}
          </For>
        </div>
      </Show>
    </>
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
  /** What the column has most. */
  frequent: readonly Frequent[];
  onSet: (value: Given) => void;
}) {
  const listId = createUniqueId();
  const hasOffers = () => props.inputs.length + props.frequent.length > 0;
  const shown = () => (typeof props.value === 'object' ? `$${props.value.input}` : props.value);
  return (
    <>
      <input
        id={props.id}
        class="field"
        classList={{ 'is-input': typeof props.value === 'object' }}
        list={hasOffers() ? listId : undefined}
        spellcheck={false}
        autocomplete="off"
        value={shown()}
        onInput={({ currentTarget }) => {
          const typed = currentTarget.value;
          const input = props.inputs.find((name) => `$${name}` === typed);
          props.onSet(input === undefined ? typed : { input });
        }}
      />
      <Show when={hasOffers()}>
        <datalist id={listId}>
          <FrequentOptions frequent={props.frequent} />
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
  frequent: readonly Frequent[];
  onSet: (value: readonly string[]) => void;
}) {
  const offered = () =>
    props.frequent.filter(({ value }) => !props.value.includes(value)).slice(0, MOST_OFFERED);
  // what is typed stays as it is until the field is left: an empty line is the beginning of a value
  const [typed, setTyped] = createSignal<string>();
  return (
    <>
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
      <Show when={offered().length > 0}>
        <div class="chips">
          <For each={offered()}>
            {({ value, count }) => (
              <OfferChip onTake={() => props.onSet([...props.value, value])}>
                <bdi>{value}</bdi>
                <small>{formatCount(count)}</small>
              </OfferChip>
            )}
          </For>
        </div>
      </Show>
    </>
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
