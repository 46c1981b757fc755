import type { JSX } from 'solid-js';
import { createEffect, createMemo, createSignal, createUniqueId, For, Show } from 'solid-js';

export interface SearchListProps<T> {
  /** What its parts are called in style sheets: `palette` gives `palette-field`, `palette-list` and `palette-item`. */
  class: string;
  fieldClass?: string;
  /** What the field is for, and what is listed. */
  label: string;
  listLabel: string;
  find: (text: string) => readonly T[];
  /** Said where nothing is found. */
  none: string;
  children: (item: T) => JSX.Element;
  /** Stands over an item, such as the head of its group. */
  above?: (item: T, before: T | undefined, text: string) => JSX.Element;
  onPick: (item: T) => void;
  onEscape?: () => void;
}

/** A field, and below it what is found by the words in it, chosen by arrows and Enter or by a click. */
export function SearchList<T>(props: SearchListProps<T>) {
  const [text, setText] = createSignal('');
  const [active, setActive] = createSignal(0);
  const found = createMemo(() => props.find(text()));
  const listId = createUniqueId();
  const toId = (at: number) => `${listId}-${at}`;
  let list!: HTMLUListElement;

  createEffect(() => {
    list.querySelector(`#${CSS.escape(toId(active()))}`)?.scrollIntoView({ block: 'nearest' });
  });

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const count = found().length;
    if (event.key === 'Escape' && props.onEscape) props.onEscape();
    else if (count === 0) return;
    else if (event.key === 'ArrowDown') setActive((active() + 1) % count);
    else if (event.key === 'ArrowUp') setActive((active() + count - 1) % count);
    else if (event.key === 'Enter') props.onPick(found()[active()]!);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div class={props.class}>
      <input
        ref={(element) => queueMicrotask(() => element.focus())}
        class={props.fieldClass ?? `${props.class}-field`}
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={found().length > 0 ? toId(active()) : undefined}
        aria-label={props.label}
        placeholder={props.label}
        autocomplete="off"
        spellcheck={false}
        value={text()}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul ref={list} class={`${props.class}-list`} role="listbox" id={listId} aria-label={props.listLabel}>
        <For each={found()}>
          {(item, index) => (
            <>
              {props.above?.(item, found()[index() - 1], text())}
              <li
                id={toId(index())}
                class={`${props.class}-item`}
                role="option"
                aria-selected={index() === active()}
                onPointerMove={() => setActive(index())}
                onClick={() => props.onPick(item)}
              >
                {props.children(item)}
              </li>
            </>
          )}
        </For>
      </ul>
      <Show when={found().length === 0}>
        <p class="empty" role="status">
          {props.none}
        </p>
      </Show>
    </div>
  );
}
