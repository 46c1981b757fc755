import { createMemo, createSignal, For, Show, untrack } from 'solid-js';
import { formatCount } from '../../i18n/format';
import { stepWords } from '../../i18n/steps/steps';
import { fold } from '../../sql/name';
import { AddStep, AddStepButton } from './AddStep';
import { createCounts } from './counts';
import { toEffect } from './effect';
import type { Recipe } from './recipe';
import { RecipeMenu } from './RecipeMenu';
import { StepForm } from './StepForm';
import { StepRow } from './StepRow';
import { Suggestions } from './Suggestions';
import { fillIn, toProblemWords } from './words';

/** The chain: what it begins with, its steps one under another, and the way to add one. */
export function Panel(props: { recipe: Recipe }) {
  const [isAdding, setAdding] = createSignal(false);
  const [dragged, setDragged] = createSignal<string>();
  const [target, setTarget] = createSignal<number>();
  const counts = createCounts(untrack(() => props.recipe));
  let root!: HTMLDivElement;
  const panel = () => stepWords().panel;
  const cell = () => props.recipe.cell();
  const tables = createMemo(() =>
    props.recipe.surroundings.catalog().tables.filter(({ name }) => name !== cell().name),
  );
  const steps = createMemo(() => cell().steps);
  const newDraft = () => {
    const open = props.recipe.draft();
    return open?.isNew ? open : undefined;
  };
  const fromRows = () => {
    const first = props.recipe.compiled()?.links.find(({ made }) => made)?.step.id;
    const count = first === undefined ? undefined : counts().get(first);
    return count ? formatCount(count.before) : '';
  };
  const effectOf = (id: string) => {
    const count = counts().get(id);
    return count
      ? toEffect(
          count,
          props.recipe.compiled()?.links.find(({ step }) => step.id === id),
        )
      : '';
  };

  const dragging = {
    start(event: DragEvent, id: string): void {
      setDragged(id);
      event.dataTransfer?.setData('text/plain', '');
      event.stopPropagation();
    },
    over(event: DragEvent, at: number): void {
      if (!dragged()) return;
      event.preventDefault();
      event.stopPropagation();
      setTarget(at);
    },
    drop(event: DragEvent): void {
      const id = dragged();
      const at = target();
      setDragged(undefined);
      setTarget(undefined);
      if (id === undefined || at === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      props.recipe.move(id, at);
    },
    target,
  };

  return (
    <div
      ref={root}
      class="steps-panel"
      role="group"
      aria-label={fillIn(panel().label, { name: cell().name })}
    >
      <div class="steps-head">
        <h2>{cell().name}</h2>
        <span class="grow" />
        <span>
          {steps().length === 1 ? panel().one : fillIn(panel().count, { count: formatCount(steps().length) })}
        </span>
        <RecipeMenu recipe={props.recipe} />
      </div>
      <div class="step begin" classList={{ on: props.recipe.shownAt() === 0 }}>
        <span class="step-no" />
        <label class="step-from">
          <span>{panel().from}</span>
          <select
            class="field"
            disabled={props.recipe.isReadOnly()}
            onChange={({ currentTarget }) => props.recipe.change({ from: currentTarget.value })}
          >
            <Show when={!tables().some(({ name }) => fold(name) === fold(cell().from))}>
              <option value={cell().from} selected>
                {cell().from || panel().chooseTable}
              </option>
            </Show>
            <For each={tables()}>
              {({ name }) => (
                <option value={name} selected={fold(name) === fold(cell().from)}>
                  {name}
                </option>
              )}
            </For>
          </select>
        </label>
        <button
          type="button"
          class="step-count"
          title={panel().begin}
          aria-label={panel().begin}
          onClick={() => props.recipe.show(props.recipe.shownAt() === 0 ? undefined : '')}
        >
          {fromRows()}
        </button>
      </div>
      <Show when={props.recipe.fault()}>
        {(fault) => <p class="note warn steps-fault">{toProblemWords('', fault())}</p>}
      </Show>
      <ol class="steps-list" aria-label={panel().list}>
        <For each={steps()}>
          {(step, at) => (
            <>
              <Show when={newDraft()?.at === at()}>
                <DraftRow recipe={props.recipe} effect={effectOf(newDraft()!.step.id)} />
              </Show>
              <StepRow
                recipe={props.recipe}
                step={step}
                at={at()}
                count={counts().get(step.id)}
                effect={effectOf(step.id)}
                dragging={dragging}
              />
            </>
          )}
        </For>
        <Show when={newDraft() && newDraft()!.at === steps().length}>
          <DraftRow recipe={props.recipe} effect={effectOf(newDraft()!.step.id)} />
        </Show>
      </ol>
      <Show when={!props.recipe.isReadOnly() && !props.recipe.draft() && cell().from}>
        <div class="steps-add">
          <Show when={isAdding()} fallback={<AddStepButton onClick={() => setAdding(true)} />}>
            <AddStep
              onAdd={(step) => {
                setAdding(false);
                props.recipe.begin(step);
              }}
              onClose={() => {
                setAdding(false);
                root.querySelector<HTMLElement>('.add-step-button')?.focus();
              }}
            />
          </Show>
        </div>
      </Show>
      <Suggestions recipe={props.recipe} />
    </div>
  );
}

/** A step that is not in the chain yet. */
function DraftRow(props: { recipe: Recipe; effect: string }) {
  return (
    <li class="step on draft">
      <span class="step-no">{props.recipe.draft()!.at + 1}</span>
      <span class="step-main">
        <b class="step-name">{stepWords().kinds[props.recipe.draft()!.step.step]?.name}</b>
      </span>
      <span class="step-count" />
      <StepForm draft={props.recipe.draft()!} recipe={props.recipe} effect={props.effect} />
    </li>
  );
}
