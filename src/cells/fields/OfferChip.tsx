import type { JSX } from 'solid-js';

/** One of a few things that are offered. Where it goes once it is taken, the keyboard goes to the next one, or to the form. */
export function OfferChip(props: { children: JSX.Element; onTake: () => void }) {
  let chip!: HTMLButtonElement;

  function take(): void {
    const hadFocus = document.activeElement === chip;
    const form = chip.closest('form');
    const next = (chip.nextElementSibling ?? chip.previousElementSibling) as HTMLElement | null;
    props.onTake();
    if (!hadFocus || chip.isConnected) return;
    if (next?.isConnected) next.focus();
    else form?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
  }

  return (
    <button ref={chip} type="button" class="chip offer" onClick={take}>
      {props.children}
    </button>
  );
}
