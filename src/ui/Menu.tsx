import { DropdownMenu } from '@kobalte/core/dropdown-menu';
import type { JSX } from 'solid-js';
import { For, Show } from 'solid-js';
import './menu.css';

export interface MenuItem {
  label: string;
  icon?: () => JSX.Element;
  run: () => void;
  danger?: boolean;
  checked?: boolean;
}

export interface MenuProps {
  label: string;
  trigger: JSX.Element;
  triggerClass?: string;
  items: MenuItem[];
}

export function Menu(props: MenuProps) {
  return (
    <DropdownMenu modal={false} gutter={4} preventScroll={false}>
      <DropdownMenu.Trigger
        class={props.triggerClass ?? 'button icon small'}
        aria-label={props.label}
        title={props.label}
      >
        {props.trigger}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content class="menu">
          <For each={props.items}>
            {(item) => (
              <DropdownMenu.Item
                class="menu-item"
                classList={{ danger: item.danger ?? false }}
                onSelect={item.run}
              >
                <Show when={item.icon}>{(icon) => icon()()}</Show>
                <span class="menu-label">{item.label}</span>
                <Show when={item.checked}>
                  <span aria-hidden="true">✓</span>
                </Show>
              </DropdownMenu.Item>
            )}
          </For>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  );
}
