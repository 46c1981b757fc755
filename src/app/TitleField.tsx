import { onCleanup, onMount } from 'solid-js';

export interface TitleFieldProps {
  title: string;
  label: string;
  placeholder?: string;
  /** A title may be taken away; else an empty one leaves it as it was. */
  canBeEmpty?: boolean;
  /** The title that was given; undefined where it stays. */
  onDone: (title: string | undefined) => void;
}

/** A title while it is being changed: Enter and leaving keep it, Escape leaves it as it was. */
export function TitleField(props: TitleFieldProps) {
  let input!: HTMLInputElement;
  let isDone = false;
  // a menu that was left by this choice gives the focus back to its button first
  onMount(() =>
    setTimeout(() => {
      input.focus();
      input.select();
    }),
  );

  // a field that is taken away loses the focus too, and nobody left it
  onCleanup(() => (isDone = true));

  function finish(keep: boolean): void {
    if (isDone) return;
    isDone = true;
    const title = input.value.trim();
    props.onDone(keep && (title || props.canBeEmpty) ? title : undefined);
  }

  return (
    <input
      ref={input}
      class="field title-field"
      value={props.title}
      aria-label={props.label}
      placeholder={props.placeholder}
      maxLength={200}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.isComposing) return;
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        // what gets the focus next would take this key for its own
        event.preventDefault();
        finish(event.key === 'Enter');
      }}
      onBlur={() => finish(true)}
    />
  );
}
