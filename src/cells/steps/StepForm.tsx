import { createMemo, onMount, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { stepWords } from '../../i18n/steps/steps';
import { isSameName } from '../../sql/name';
import { findStep } from '../../steps/catalog';
import { toLastName, toStatement } from '../../steps/chain';
import type { Loose } from '../../steps/field';
import { toFrequentSql } from '../../steps/measure';
import type { StepContext } from '../../steps/step';
import { quoteName } from '../../sql/quote';
import { toSettings } from '../../steps/settings';
import { Button } from '../../ui/Button';
import { extras } from './extras/extras';
import type { HereAsk } from './extras/extra';
import { FieldList } from './fields/FieldList';
import type { FieldAround, Frequent } from './fields/around';
import { toProblemWords } from './words';
import type { Draft, Recipe } from './recipe';

const MOST_VALUES = 40;

/** The settings of the step that is being written. The table beside it shows at once what they do. */
export function StepForm(props: { draft: Draft; recipe: Recipe; effect: string }) {
  const kind = () => findStep(props.draft.step.step)!;
  const fields = () => {
    const owned = extras[props.draft.step.step]?.owns ?? [];
    return Object.fromEntries(Object.entries(kind().fields).filter(([name]) => !owned.includes(name)));
  };
  const settings = createMemo(() => toSettings(kind().fields, props.draft.step));
  const link = () => {
    const found = props.recipe.compiled()?.links[props.draft.at];
    return found?.step.id === props.draft.step.id ? found : undefined;
  };
  const around = (): FieldAround => ({
    step: props.draft.step.step,
    columns: link()?.before ?? [],
    tables: props.recipe.surroundings
      .catalog()
      .tables.filter(({ name }) => name !== props.recipe.cell().name),
    inputs: props.recipe.surroundings.catalog().parameters.map(({ name }) => name),
    listValues,
  });
  async function listValues(column: string): Promise<Frequent[]> {
    const compiled = props.recipe.compiled();
    if (!compiled || !link()?.before.some(({ name }) => isSameName(name, column))) return [];
    const { values } = await props.recipe.ask(toFrequentSql(compiled, props.draft.at, column, MOST_VALUES));
    return values[0]!.map((value, row) => ({ value: String(value), count: Number(values[1]![row]) }));
  }

  /** A question over the tables before this step. */
  const askHere: HereAsk = async (sql) => {
    const compiled = props.recipe.compiled();
    if (!compiled) return [];
    const statement = toStatement(compiled.from, compiled.links.slice(0, props.draft.at), sql);
    return (await props.recipe.ask(statement)).values;
  };

  const context = (): StepContext | undefined => {
    const compiled = props.recipe.compiled();
    const found = link();
    if (!compiled || !found) return undefined;
    const tables = new Map(around().tables.map(({ name, columns }) => [name, columns]));
    return {
      from: quoteName(toLastName(compiled.links.slice(0, props.draft.at), compiled.from)),
      source: compiled.from,
      columns: found.before,
      tables,
      seed: 1,
      found: [],
    };
  };

  const problem = () => link()?.problem;
  let form!: HTMLFormElement;

  onMount(() => form.querySelector<HTMLElement>('input, select, textarea, button')?.focus());

  return (
    <form
      ref={form}
      class="step-form"
      aria-label={stepWords().kinds[props.draft.step.step]?.name}
      onSubmit={(event) => {
        event.preventDefault();
        if (!problem()) props.recipe.apply();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) {
          event.stopPropagation();
          props.recipe.cancel();
        }
      }}
    >
      <p class="step-help">{stepWords().kinds[props.draft.step.step]?.help}</p>
      <FieldList
        fields={fields()}
        settings={settings()}
        around={around()}
        onSet={(patch) => props.recipe.set(patch)}
      />
      <Show when={extras[props.draft.step.step]}>
        {(extra) => (
          <Dynamic
            component={extra().view}
            settings={settings()}
            around={around()}
            problem={problem()}
            context={context()}
            ask={askHere}
            onSet={(patch: Loose) => props.recipe.set(patch)}
          />
        )}
      </Show>
      <Show when={problem()}>
        {(found) => (
          <p class="note warn" role="status">
            {toProblemWords(props.draft.step.step, found())}
          </p>
        )}
      </Show>
      <div class="step-actions">
        <Button type="submit" tone="primary" small disabled={problem() !== undefined}>
          {props.draft.isNew ? stepWords().panel.apply : stepWords().panel.applyChange}
        </Button>
        <Button small onClick={() => props.recipe.cancel()}>
          {stepWords().panel.cancel}
        </Button>
        <span class="step-effect" role="status">
          {props.effect}
        </span>
      </div>
    </form>
  );
}
