import { DropdownMenu } from '@kobalte/core/dropdown-menu';
import { For, Show } from 'solid-js';
import type { MenuItem } from './Menu';

/** The lines of a menu, whatever opens it. */
export function MenuLines(props: { items: readonly MenuItem[] }) {
  return (
    <For each={props.items}>
      {(item) => (
        <DropdownMenu.Item
          class="menu-item"
          classList={{ danger: item.danger ?? false, apart: item.apart ?? false }}
          onSelect={item.run}
        >
          <Show when={item.icon}>{(icon) => icon()()}</Show>
          <span class="menu-label">{item.label}</span>
          <Show when={item.hint}>
            <small class="menu-hint">{item.hint}</small>
          </Show>
          <Show when={item.checked}>
            <span aria-hidden="true">✓</span>
          </Show>
        </DropdownMenu.Item>
      )}
    </For>
  );
}
