import { DropdownMenu } from '@kobalte/core/dropdown-menu';
import type { JSX } from 'solid-js';
import { Show } from 'solid-js';
import { MenuLines } from './MenuLines';
import './menu.css';

export interface MenuItem {
  label: string;
  icon?: () => JSX.Element;
  run: () => void;
  danger?: boolean;
  checked?: boolean;
  /** Said beside the label, more quietly. */
  hint?: string | undefined;
  /** Set apart from what is above it. */
  apart?: boolean;
}

export interface MenuProps {
  label: string;
  trigger: JSX.Element;
  triggerClass?: string;
  /** Said above the items. */
  note?: string;
  items: MenuItem[];
  /** In a dialog, which hides all that is outside it from screen readers, and would hide a menu too. */
  inDialog?: boolean;
}

export function Menu(props: MenuProps) {
  return (
    <DropdownMenu modal={props.inDialog ?? false} gutter={4} preventScroll={false}>
      <DropdownMenu.Trigger
        class={props.triggerClass ?? 'button icon small'}
        aria-label={props.label}
        title={props.label}
      >
        {props.trigger}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content class="menu">
          <Show when={props.note}>
            <p class="menu-note">{props.note}</p>
          </Show>
          <MenuLines items={props.items} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  );
}
