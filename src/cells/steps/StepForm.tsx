import { createEffect, createMemo, onCleanup, Show, untrack } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { stepWords } from '../../i18n/steps/steps';
import type { Problem } from '../../lib/problem';
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
import type { Before, HereAsk, StepAround } from './extras/extra';
import { FieldList } from '../fields/FieldList';
import type { Frequent } from '../fields/around';
import { toChoiceLabel, toFieldLabel, toProblemWords } from './words';
import { passToStep } from './passToStep';
import type { Draft, Recipe } from './recipe';

const MOST_VALUES = 40;

/** The settings of the step that is being written. The table beside it shows at once what they do. */
export function StepForm(props: { draft: Draft; recipe: Recipe; effect: string }) {
  const kind = () => findStep(props.draft.step.step)!;
  const extra = () => extras[props.draft.step.step];
  const fields = () => {
    const owned = extra()?.owns ?? [];
    return Object.fromEntries(Object.entries(kind().fields).filter(([name]) => !owned.includes(name)));
  };
  const settings = createMemo(() => toSettings(kind().fields, props.draft.step));
  const link = () => props.recipe.draftLink();
  const around = (): StepAround => ({
    step: props.draft.step.step,
    toLabel: (setting) => toFieldLabel(props.draft.step.step, setting),
    toChoice: (setting, choice) => toChoiceLabel(props.draft.step.step, setting, choice),
    columns: link()?.before ?? [],
    tables: props.recipe.surroundings
      .catalog()
      .tables.filter(({ name }) => name !== props.recipe.cell().name),
    inputs: props.recipe.surroundings.catalog().parameters.map(({ name }) => name),
    secrets: props.recipe.surroundings.listSecrets(),
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

  const before = (): Before => ({
    step: props.recipe.steps()[props.draft.at - 1],
    put: (spec, instead) => props.recipe.putBefore(spec, instead),
    isOffered: props.draft.isOffered === true,
    offer: () => props.recipe.offerColumns(),
  });
  const problem = () => link()?.problem;
  const ExtraView = () => (
    <Show when={extra()}>
      {(found) => (
        <Dynamic
          component={found().view}
          settings={settings()}
          around={around()}
          problem={problem()}
          context={context()}
          ask={askHere}
          onSet={(patch: Loose) => props.recipe.set(patch)}
          before={before()}
        />
      )}
    </Show>
  );
  let form!: HTMLFormElement;

  const { step, at } = untrack(() => props.draft);
  passToStep(() => form, { id: step.id, at: () => at });

  /** Once its columns are known: until then the first field may not be there. Whoever has gone on elsewhere by then is left alone. */
  const canFocus = createMemo(() => link() !== undefined);
  let isElsewhere = false;
  const follow = ({ target }: Event) => (isElsewhere = !form.contains(target as Node));
  for (const type of ['pointerdown', 'keydown']) {
    document.addEventListener(type, follow, { capture: true });
    onCleanup(() => document.removeEventListener(type, follow, { capture: true }));
  }
  createEffect(() => {
    if (!canFocus() || isElsewhere || form.contains(document.activeElement)) return;
    // the first button of a form may take away what is chosen already
    const field = form.querySelector<HTMLElement>('input, select, textarea') ?? form.querySelector('button');
    field?.focus();
  });

  return (
    <form
      ref={form}
      class="step-form"
      aria-label={stepWords().kinds[props.draft.step.step]?.name}
      onSubmit={(event) => {
        event.preventDefault();
        if (props.recipe.canApply()) props.recipe.apply();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) {
          event.stopPropagation();
          props.recipe.cancel();
        }
      }}
    >
      <p class="step-help">{stepWords().kinds[props.draft.step.step]?.help}</p>
      <Show when={extra()?.isFirst}>
        <ExtraView />
      </Show>
      <FieldList
        fields={fields()}
        settings={settings()}
        around={around()}
        onSet={(patch) => props.recipe.set(patch)}
      />
      <Show when={!extra()?.isFirst}>
        <ExtraView />
      </Show>
      <Show when={problem()}>
        {(found) => (
          <p class={isFact(found()) ? 'step-fact' : 'note warn'} role="status">
            {toProblemWords(props.draft.step.step, found())}
          </p>
        )}
      </Show>
      <div class="step-actions">
        <Button type="submit" tone="primary" small disabled={!props.recipe.canApply()}>
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

/** What is still to be said, or to be computed, is nothing wrong. */
function isFact({ code }: Problem): boolean {
  return code === 'step-required' || code === 'step-unrun';
}
