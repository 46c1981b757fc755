import Plus from 'lucide-solid/icons/plus';
import { createEffect, createMemo, createSignal, createUniqueId, For, Show } from 'solid-js';
import { stepWords } from '../../i18n/steps/steps';
import { hasWords } from '../../lib/hasWords';
import { stepKinds } from '../../steps/catalog';
import { Button } from '../../ui/Button';

/** A step is found by its name, or by another word for it, and begun. */
export function AddStep(props: { onAdd: (step: string) => void; onClose: () => void }) {
  const [text, setText] = createSignal('');
  const [active, setActive] = createSignal(0);
  const listId = createUniqueId();
  let list!: HTMLUListElement;
  const found = createMemo(() => {
    const { kinds } = stepWords();
    const matched = stepKinds.filter(({ step }) => {
      const { name = step, help = '', also = '' } = kinds[step] ?? {};
      return hasWords(`${name} ${also} ${help} ${step}`, text());
    });
    // whose name has it comes before whose help has it
    return text() ? matched.toSorted((a, b) => rank(b.step) - rank(a.step)) : matched;
  });
  const rank = (step: string) => Number(hasWords(`${stepWords().kinds[step]?.name} ${step}`, text()));

  createEffect(() =>
    list.querySelector(`#${CSS.escape(`${listId}-${active()}`)}`)?.scrollIntoView({ block: 'nearest' }),
  );

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const count = found().length;
    if (event.key === 'Escape') props.onClose();
    else if (event.key === 'ArrowDown' && count > 0) setActive((active() + 1) % count);
    else if (event.key === 'ArrowUp' && count > 0) setActive((active() + count - 1) % count);
    else if (event.key === 'Enter' && found()[active()]) props.onAdd(found()[active()]!.step);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div class="add-step">
      <input
        ref={(element) => queueMicrotask(() => element.focus())}
        class="field"
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={found().length > 0 ? `${listId}-${active()}` : undefined}
        aria-label={stepWords().panel.search}
        placeholder={stepWords().panel.search}
        autocomplete="off"
        spellcheck={false}
        value={text()}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul ref={list} class="add-step-list" role="listbox" id={listId} aria-label={stepWords().panel.found}>
        <For each={found()}>
          {({ step, family }, index) => (
            <>
              <Show when={!text() && found()[index() - 1]?.family !== family}>
                <li class="add-step-family" role="presentation">
                  {stepWords().panel.families[family]}
                </li>
              </Show>
              <li
                id={`${listId}-${index()}`}
                class="add-step-item"
                role="option"
                aria-selected={index() === active()}
                onPointerMove={() => setActive(index())}
                onClick={() => props.onAdd(step)}
              >
                <span>{stepWords().kinds[step]?.name ?? step}</span>
                <small>{stepWords().kinds[step]?.help}</small>
              </li>
            </>
          )}
        </For>
      </ul>
      <Show when={found().length === 0}>
        <p class="empty" role="status">
          {stepWords().panel.none}
        </p>
      </Show>
    </div>
  );
}

/** The button that begins the search. */
export function AddStepButton(props: { onClick: () => void }) {
  return (
    <Button tone="quiet" icon={<Plus />} class="add-step-button" onClick={() => props.onClick()}>
      {stepWords().panel.add}
    </Button>
  );
}
