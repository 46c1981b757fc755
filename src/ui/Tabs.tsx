import { For } from 'solid-js';
import './tabs.css';

export interface TabsProps {
  /** What they are the tabs of. */
  label: string;
  tabs: readonly { id: string; label: string }[];
  chosen: string;
  onChoose: (id: string) => void;
}

/** One of a few views of the same thing, chosen by a click or by arrows. */
export function Tabs(props: TabsProps) {
  let list!: HTMLDivElement;

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const at = props.tabs.findIndex(({ id }) => id === props.chosen);
    const next = (at + step + props.tabs.length) % props.tabs.length;
    props.onChoose(props.tabs[next]!.id);
    list.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  }

  return (
    <div class="tabs" role="tablist" tabIndex={-1} aria-label={props.label} ref={list} onKeyDown={onKeyDown}>
      <For each={props.tabs}>
        {({ id, label }) => (
          <button
            type="button"
            role="tab"
            class="tab"
            aria-selected={id === props.chosen}
            tabIndex={id === props.chosen ? 0 : -1}
            onClick={() => props.onChoose(id)}
          >
            {label}
          </button>
        )}
      </For>
    </div>
  );
}
