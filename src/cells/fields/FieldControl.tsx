import { createUniqueId, For, Match, Show, Switch, untrack } from 'solid-js';
import { stepWords } from '../../i18n/steps/steps';
import { fold } from '../../sql/name';
import type { ChoiceField, Field, Given, Loose, TableField } from '../../steps/field';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import { createAnswer } from '../steps/answer';
import type { FieldAround } from './around';
import { ColumnPicker } from './ColumnPicker';
import { ColumnsPicker } from './ColumnsPicker';
import { ListField } from './ListField';
import { GivenBox, NumberField, SecretBox, Sql, TextBox, ValuesBox } from './boxes';

export interface FieldProps {
  name: string;
  label: string;
  field: Field;
  value: unknown;
  settings: Loose;
  around: FieldAround;
  onSet: (value: unknown) => void;
}

/** A setting of a step or a chart: its label, and whatever its kind is set with. */
export function FieldControl(props: FieldProps) {
  const id = createUniqueId();
  const kind = () => props.field.kind;
  const as = <K extends Field['kind']>(wanted: K) =>
    (kind() === wanted ? props.field : undefined) as Extract<Field, { kind: K }> | undefined;
  const isGroup = () => kind() === 'list' || kind() === 'columns';

  /** The column whose values are worth offering. */
  const liked = () => {
    const { like } = props.field as { like?: string };
    return like === undefined ? undefined : String(props.settings[like] ?? '') || undefined;
  };
  const { listValues } = untrack(() => props.around);
  const frequent = createAnswer(liked, (name) => listValues(name).catch(() => []));

  /** What is chosen stays in sight, though it may not suit. */
  const offered = ({ choices, suits }: ChoiceField) =>
    choices.filter(
      (choice) => choice === props.value || (suits?.(choice, props.settings, props.around.columns) ?? true),
    );

  /** Of cells behind which a table must stand, those that have it. */
  const suited = () => {
    const { beside } = props.field as TableField;
    if (!beside) return props.around.tables;
    return props.around.tables.filter((table) =>
      table.beside?.some(
        ({ name, columns }) =>
          name === beside.name &&
          beside.columns.every((wanted) => columns.some((column) => column.name === wanted)),
      ),
    );
  };

  const known = (): readonly Column[] => {
    const { of, families } = props.field as { of?: string; families?: readonly string[] };
    const table = of === undefined ? undefined : fold(String(props.settings[of]));
    const all =
      table === undefined
        ? props.around.columns
        : (props.around.tables.find(({ name }) => fold(name) === table)?.columns ?? []);
    return families ? all.filter(({ type }) => families.includes(toFamily(type))) : all;
  };

  return (
    <div
      class="step-field"
      classList={{
        wide: ['list', 'expression', 'query', 'values', 'columns'].includes(kind()),
        flag: kind() === 'flag',
      }}
      role={isGroup() ? 'group' : undefined}
      aria-labelledby={isGroup() ? `${id}-label` : undefined}
    >
      <Show
        when={isGroup()}
        fallback={
          <label for={id} class="step-label">
            {props.label}
            <Optional field={props.field} />
          </label>
        }
      >
        <span class="step-label" id={`${id}-label`}>
          {props.label}
          <Optional field={props.field} />
        </span>
      </Show>
      <Switch>
        <Match when={as('column')}>
          {(field) => (
            <ColumnPicker
              id={id}
              columns={known()}
              value={String(props.value)}
              optional={field().optional ?? false}
              onSet={props.onSet}
            />
          )}
        </Match>
        <Match when={as('columns')}>
          {(field) => (
            <ColumnsPicker
              label={props.label}
              columns={known()}
              value={props.value as readonly string[]}
              optional={field().optional ?? false}
              onSet={props.onSet}
            />
          )}
        </Match>
        <Match when={as('choice')}>
          {(field) => (
            <select
              id={id}
              class="field"
              value={String(props.value)}
              onChange={({ currentTarget }) => props.onSet(currentTarget.value)}
            >
              <For each={offered(field())}>
                {(choice) => (
                  <option value={choice} selected={choice === props.value}>
                    {props.around.toChoice(props.name, choice)}
                  </option>
                )}
              </For>
            </select>
          )}
        </Match>
        <Match when={as('flag')}>
          <input
            id={id}
            type="checkbox"
            checked={props.value === true}
            onChange={({ currentTarget }) => props.onSet(currentTarget.checked)}
          />
        </Match>
        <Match when={as('table')}>
          <select
            id={id}
            class="field"
            value={String(props.value)}
            onChange={({ currentTarget }) => props.onSet(currentTarget.value)}
          >
            <option value="">{stepWords().panel.chooseTable}</option>
            <For each={suited()}>
              {({ name }) => (
                <option value={name} selected={fold(name) === fold(String(props.value))}>
                  {name}
                </option>
              )}
            </For>
          </select>
        </Match>
        <Match when={as('number')}>
          {(field) => (
            <NumberField id={id} field={field()} value={props.value as number | null} onSet={props.onSet} />
          )}
        </Match>
        <Match when={as('text')}>
          {(field) => (
            <Show
              when={field().is === 'secret'}
              fallback={
                <TextBox
                  id={id}
                  value={String(props.value)}
                  frequent={frequent() ?? []}
                  onSet={props.onSet}
                />
              }
            >
              <SecretBox
                id={id}
                value={String(props.value)}
                names={props.around.secrets}
                onSet={props.onSet}
              />
            </Show>
          )}
        </Match>
        <Match when={as('value')}>
          <GivenBox
            id={id}
            frequent={frequent() ?? []}
            value={props.value as Given}
            inputs={props.around.inputs}
            onSet={props.onSet}
          />
        </Match>
        <Match when={as('values')}>
          <ValuesBox
            id={id}
            frequent={frequent() ?? []}
            value={props.value as readonly string[]}
            onSet={props.onSet}
          />
        </Match>
        <Match when={as('expression') ?? as('query')}>
          {(field) => (
            <Sql
              id={id}
              label={props.label}
              value={String(props.value)}
              rows={field().kind === 'query' ? 6 : 2}
              onSet={props.onSet}
            />
          )}
        </Match>
        <Match when={as('list')}>
          {(field) => (
            <ListField
              field={field()}
              label={props.label}
              value={props.value as readonly Loose[]}
              settings={props.settings}
              around={props.around}
              onSet={props.onSet}
            />
          )}
        </Match>
      </Switch>
    </div>
  );
}

function Optional(props: { field: Field }) {
  return (
    <Show when={props.field.optional}>
      <small>{stepWords().panel.optional}</small>
    </Show>
  );
}
