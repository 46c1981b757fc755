import ArrowDown from 'lucide-solid/icons/arrow-down';
import ArrowUp from 'lucide-solid/icons/arrow-up';
import Copy from 'lucide-solid/icons/copy';
import Ellipsis from 'lucide-solid/icons/ellipsis';
import Download from 'lucide-solid/icons/download';
import Eye from 'lucide-solid/icons/eye';
import EyeOff from 'lucide-solid/icons/eye-off';
import Code from 'lucide-solid/icons/code-xml';
import Pencil from 'lucide-solid/icons/pencil';
import Split from 'lucide-solid/icons/split';
import StickyNote from 'lucide-solid/icons/sticky-note';
import Tag from 'lucide-solid/icons/tag';
import Trash from 'lucide-solid/icons/trash';
import { createSignal, For, Show, untrack } from 'solid-js';
import { t } from '../../i18n/i18n';
import { stepWords } from '../../i18n/steps/steps';
import { findStep } from '../../steps/catalog';
import type { Step } from '../../steps/step';
import { Menu } from '../../ui/Menu';
import type { Count } from './counts';
import { toDelta } from './effect';
import { passToStep } from './passToStep';
import type { Recipe } from './recipe';
import { Sentence } from './Sentence';
import { StepForm } from './StepForm';
import { fillIn, toPlainWords, toNoteWords, toProblemWords } from './words';

export interface StepRowProps {
  recipe: Recipe;
  step: Step;
  at: number;
  count: Count | undefined;
  effect: string;
  dragging: {
    start: (event: DragEvent, id: string) => void;
    over: (event: DragEvent, at: number) => void;
    drop: (event: DragEvent) => void;
    target: () => number | undefined;
  };
}

/** A step in the panel: what it does, what it did, and what can be done with it. */
export function StepRow(props: StepRowProps) {
  const [asked, setAsked] = createSignal<'title' | 'note' | 'sql'>();
  const panel = () => stepWords().panel;
  const draft = () => {
    const open = props.recipe.draft();
    return open?.step.id === props.step.id ? open : undefined;
  };
  const link = () => {
    const found = props.recipe.compiled()?.links[props.at];
    return found?.step.id === props.step.id ? found : undefined;
  };
  const isShown = () => props.recipe.shownAt() === props.at + 1;
  const canWrite = () => !props.recipe.isReadOnly() && !draft();
  const what = () => {
    const found = link();
    if (!found || draft()) return undefined;
    const { status, problem: failure } = props.recipe.state();
    const isUnrun = found.problem?.code === 'step-unrun';
    if (isUnrun && status === 'running') return undefined;
    // a run ends where nothing was computed, and knows why
    const problem = (isUnrun && status === 'failed' && failure) || found.problem;
    const why = problem ? toProblemWords(props.step.step, problem) : '';
    if (problem?.code === 'step-unrun') return { tone: 'quiet', text: why };
    if (found.state === 'misfit') return { tone: 'bad', text: fillIn(panel().stopped, { why }) };
    if (found.state === 'skipped') return { tone: 'warn', text: fillIn(panel().skipped, { why }) };
    if (found.state === 'unreached') return { tone: 'quiet', text: panel().unreached };
    return undefined;
  };
  /** What an analysis has found stands over its table. */
  const notes = () =>
    findStep(props.step.step)?.family === 'analyse'
      ? []
      : (link()?.made?.notes ?? []).flatMap((note) => toNoteWords(note) ?? []);

  let row!: HTMLLIElement;
  let main!: HTMLButtonElement;
  passToStep(() => row, { id: untrack(() => props.step.id), at: () => props.at });

  function move(by: number): void {
    props.recipe.move(props.step.id, props.at + by);
    // the browser lets go of what is moved
    main.focus();
  }

  function say(field: string | undefined, text: string): void {
    if (field) props.recipe.patch(props.step.id, { [field]: text.trim() || undefined });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget || !canWrite()) return;
    const { id } = props.step;
    if (event.altKey && event.key === 'ArrowUp') move(-1);
    else if (event.altKey && event.key === 'ArrowDown') move(1);
    else if (event.key === 'Delete' || event.key === 'Backspace') props.recipe.remove(id);
    else if (event.key === 'Enter') props.recipe.edit(id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <li
      ref={row}
      class="step"
      classList={{
        on: isShown(),
        off: props.step.off ?? false,
        'drop-here': props.dragging.target() === props.at,
      }}
      data-id={props.step.id}
      data-step={props.step.step}
      draggable={canWrite()}
      onDragStart={(event) => props.dragging.start(event, props.step.id)}
      onDragOver={(event) => props.dragging.over(event, props.at)}
      onDrop={(event) => props.dragging.drop(event)}
    >
      <span class="step-no">{props.at + 1}</span>
      <button
        ref={main}
        type="button"
        class="step-main"
        aria-current={isShown() ? 'step' : undefined}
        title={panel().look}
        onClick={() => props.recipe.show(isShown() ? undefined : props.step.id)}
        onDblClick={() => canWrite() && props.recipe.edit(props.step.id)}
        onKeyDown={onKeyDown}
      >
        <Sentence step={props.step} />
      </button>
      <span class="step-count">
        {props.step.off ? panel().isOff : props.count && toDelta(props.count, link())}
      </span>
      <Show when={canWrite()}>
        <Menu
          label={fillIn(panel().menu, { at: props.at + 1, name: toPlainWords(props.step) })}
          trigger={<Ellipsis />}
          items={[
            { label: panel().edit, icon: () => <Pencil />, run: () => props.recipe.edit(props.step.id) },
            {
              label: props.step.off ? panel().on : panel().off,
              icon: () => (props.step.off ? <Eye /> : <EyeOff />),
              run: () => props.recipe.patch(props.step.id, { off: props.step.off ? undefined : true }),
            },
            {
              label: panel().duplicate,
              icon: () => <Copy />,
              run: () => props.recipe.duplicate(props.step.id),
            },
            {
              label: panel().up,
              icon: () => <ArrowUp />,
              hint: 'Alt ↑',
              run: () => props.recipe.move(props.step.id, props.at - 1),
            },
            {
              label: panel().down,
              icon: () => <ArrowDown />,
              hint: 'Alt ↓',
              run: () => props.recipe.move(props.step.id, props.at + 1),
            },
            {
              label: t('sharing.exportStep'),
              icon: () => <Download />,
              run: () => props.recipe.exportAfter(props.at + 1),
            },
            { label: panel().rename, icon: () => <Tag />, apart: true, run: () => setAsked('title') },
            { label: panel().note, icon: () => <StickyNote />, run: () => setAsked('note') },
            {
              label: asked() === 'sql' ? panel().hideSql : panel().sql,
              icon: () => <Code />,
              run: () => setAsked(asked() === 'sql' ? undefined : 'sql'),
            },
            {
              label: props.step.misfit === 'skip' ? panel().misfitStop : panel().misfitSkip,
              icon: () => <Split />,
              run: () =>
                props.recipe.patch(props.step.id, {
                  misfit: props.step.misfit === 'skip' ? undefined : 'skip',
                }),
            },
            {
              label: panel().remove,
              icon: () => <Trash />,
              hint: 'Del',
              danger: true,
              apart: true,
              run: () => props.recipe.remove(props.step.id),
            },
          ]}
        />
      </Show>
      <Show when={what()}>{(told) => <p class={`step-told ${told().tone}`}>{told().text}</p>}</Show>
      <Show when={props.step.note}>
        <p class="step-told quiet">{props.step.note}</p>
      </Show>
      <For each={notes()}>{(note) => <p class="step-told quiet">{note}</p>}</For>
      <Show when={asked() === 'sql' && link()?.made}>
        {(made) => <pre class="step-sql">{made().sql}</pre>}
      </Show>
      <Show when={asked() === 'title' || asked() === 'note'}>
        <input
          ref={(element) => queueMicrotask(() => element.focus())}
          class="field step-asked"
          aria-label={asked() === 'title' ? panel().nameLabel : panel().noteLabel}
          placeholder={asked() === 'title' ? panel().nameLabel : panel().noteLabel}
          value={String(props.step[asked()!] ?? '')}
          onKeyDown={(event) => {
            if (event.isComposing || !/^(Enter|Escape)$/.test(event.key)) return;
            event.stopPropagation();
            const said = event.currentTarget.value;
            const field = asked();
            setAsked(undefined);
            main.focus();
            if (event.key === 'Enter') say(field, said);
          }}
          onBlur={({ currentTarget }) => {
            const field = asked();
            setAsked(undefined);
            say(field, currentTarget.value);
          }}
        />
      </Show>
      <Show when={draft()}>
        {(open) => <StepForm draft={open()} recipe={props.recipe} effect={props.effect} />}
      </Show>
    </li>
  );
}
