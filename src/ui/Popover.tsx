import { Popover as Kobalte } from '@kobalte/core/popover';
import type { JSX } from 'solid-js';
import './popover.css';

export interface PopoverProps {
  label: string;
  trigger: JSX.Element;
  triggerClass?: string;
  disabled?: boolean;
  children: JSX.Element;
}

/** A small panel beside what opens it; closes by Escape and by a click elsewhere. */
export function Popover(props: PopoverProps) {
  return (
    <Kobalte gutter={4} preventScroll={false}>
      <Kobalte.Trigger
        class={props.triggerClass ?? 'button quiet'}
        aria-label={props.label}
        disabled={props.disabled ?? false}
      >
        {props.trigger}
      </Kobalte.Trigger>
      <Kobalte.Portal>
        {/* keys pressed in it are not for what it stands over */}
        <Kobalte.Content
          class="popover"
          aria-label={props.label}
          onKeyDown={(event: KeyboardEvent) => event.stopPropagation()}
        >
          {props.children}
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte>
  );
}
